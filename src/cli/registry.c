#include "cli/registry.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "cli/near.h"

/* "blocking-call" of "async/blocking-call" */
static const char *last_part(const char *id) {
    const char *slash = strchr(id, '/');
    return slash ? slash + 1 : id;
}

static bool is_named(const struct check *check, const char *name) {
    return strcasecmp(check->code, name) == 0 || strcmp(check->id, name) == 0 ||
           strcmp(last_part(check->id), name) == 0 ||
           (isdigit((unsigned char)*name) && strcmp(check->code + 2, name) == 0);
}

static void unknown(const char *name, struct error *error) {
    struct near near = near_init(name);
    for (unsigned i = 0; i < check_registry_count; i++) {
        near_try(&near, check_registry[i]->code);
        near_try(&near, check_registry[i]->id);
        near_try(&near, last_part(check_registry[i]->id));
    }
    if (near.best)
        error_set(error, NULL, 0, NULL, "there is no check '%s'; did you mean %s?", name, near.best);
    else
        error_set(error, NULL, 0, "loadpath rules lists them", "there is no check '%s'", name);
}

const struct check *registry_find(const char *name, struct error *error) {
    for (unsigned i = 0; i < check_registry_count; i++)
        if (is_named(check_registry[i], name))
            return check_registry[i];
    unknown(name, error);
    return NULL;
}

bool registry_check_codes(const struct config *config, struct arena *arena, struct error *error) {
    const char **codes = arena_alloc(arena, check_registry_count * sizeof *codes);
    const char **ids = arena_alloc(arena, check_registry_count * sizeof *ids);
    for (unsigned i = 0; i < check_registry_count; i++) {
        codes[i] = check_registry[i]->code;
        ids[i] = check_registry[i]->id;
    }
    return config_check_codes(config, codes, ids, check_registry_count, error);
}
