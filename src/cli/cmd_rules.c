#include "base/json.h"
#include "base/mem.h"
#include "check/check.h"
#include "cli/cli.h"

static void put_text(struct buffer *out) {
    for (unsigned i = 0; i < check_registry_count; i++) {
        const struct check *check = check_registry[i];
        buffer_printf(out, "%-5s  %-7s  %-28s  %s\n", check->code, finding_severity_name(check->severity), check->id,
                      check->summary);
    }
}

static json_t *rule_json(const struct check *check) {
    json_t *object = json_object();
    json_put(object, "code", check->code);
    json_put(object, "id", check->id);
    json_put(object, "severity", finding_severity_name(check->severity));
    json_put(object, "summary", check->summary);
    return object;
}

static void put_json(struct buffer *out) {
    json_t *document = json_object(), *array = json_array();
    json_put_int(document, "version", 1);
    for (unsigned i = 0; i < check_registry_count; i++)
        if (json_array_append_new(array, rule_json(check_registry[i])) != 0)
            mem_exhausted(0);
    if (json_object_set_new(document, "rules", array) != 0)
        mem_exhausted(0);
    json_write(out, document);
    json_decref(document);
}

enum cli_status cmd_rules(const struct options *options, struct arena *arena) {
    (void)arena;
    struct buffer out = {0};
    struct error error;
    if (options->operands.count) {
        error_set(&error, NULL, 0, "loadpath explain CODE tells about one", "loadpath rules takes no operands");
        return cli_trouble(&error);
    }
    if (options->format && *options->format == 'j')
        put_json(&out);
    else
        put_text(&out);
    return cli_print(&out, NULL, STATUS_CLEAN);
}
