#include "base/json.h"
#include "base/mem.h"
#include "report/formats.h"

#define JSON_VERSION 1 /* of the contract; a new field is no new version */

static void put_place(json_t *object, const struct finding_place *place) {
    json_put(object, "path", place->path);
    json_put_int(object, "line", place->line);
    json_put_int(object, "column", place->column);
    json_put_int(object, "end_line", place->end_line);
    json_put_int(object, "end_column", place->end_column);
}

static json_t *related_json(const struct finding *finding) {
    json_t *array = json_new_array();
    for (uint32_t i = 0; i < finding->related_count; i++) {
        json_t *object = json_new_object();
        put_place(object, &finding->related[i].place);
        json_put(object, "message", finding->related[i].message);
        json_append(array, object);
    }
    return array;
}

static json_t *finding_json(const struct finding *finding) {
    json_t *object = json_new_object();
    json_put(object, "code", finding->code);
    json_put(object, "id", finding->id);
    json_put(object, "severity", finding_severity_name(finding->severity));
    json_put(object, "confidence", finding_confidence_name(finding->confidence));
    put_place(object, &finding->place);
    json_put(object, "symbol", finding->symbol ? finding->symbol : "");
    json_put(object, "message", finding->message);
    json_put(object, "context", finding->context);
    json_put_value(object, "related", related_json(finding));
    json_put(object, "help", finding->help);
    json_put(object, "fingerprint", finding->fingerprint);
    return object;
}

static json_t *summary_json(const struct report_summary *summary) {
    const struct {
        const char *key;
        uint32_t value;
    } fields[] = {
        {"files", summary->files},
        {"lines", summary->lines},
        {"counted_only", summary->counted_only},
        {"unreadable", summary->unreadable},
        {"functions", summary->functions},
        {"async_functions", summary->async_functions},
        {"entry_points", summary->entry_points},
        {"calls", summary->calls},
        {"unresolved", summary->unresolved},
        {"shown", summary->shown},
        {"hidden", summary->hidden_confidence},
        {"suppressed", summary->suppressed},
        {"errors", summary->errors},
        {"warnings", summary->warnings},
        {"notes", summary->notes},
    };
    json_t *object = json_new_object();
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        json_put_int(object, fields[i].key, fields[i].value);
    return object;
}

/* The document around one array; takes the array. */
static void write_document(const char *key, json_t *array, const struct report_input *input, struct buffer *out) {
    json_t *document = json_new_object();
    json_put_int(document, "version", JSON_VERSION);
    json_put_value(document, key, array);
    json_put_value(document, "summary", summary_json(&input->summary));
    json_write(out, document);
    json_decref(document);
}

void report_json(const struct report_input *input, struct buffer *out) {
    json_t *array = json_new_array();
    for (uint32_t i = 0; i < input->count; i++)
        json_append(array, finding_json(input->findings[i]));
    write_document("findings", array, input, out);
}

void report_statistics_json(const struct report_input *input, struct buffer *out) {
    json_t *array = json_new_array();
    uint32_t count;
    struct report_tally *tallies = report_tally(input, &count);
    for (uint32_t i = 0; i < count; i++) {
        json_t *object = json_new_object();
        json_put(object, "code", tallies[i].example->code);
        json_put(object, "id", tallies[i].example->id);
        json_put_int(object, "count", tallies[i].count);
        json_append(array, object);
    }
    mem_free(tallies);
    write_document("statistics", array, input, out);
}
