#include "base/json.h"
#include "report/routes.h"
#include "report/trace.h"

#define JSON_VERSION 1 /* of the contract; a new field is no new version */

static void put_mark(json_t *object, struct trace_mark mark) {
    json_put(object, "file", mark.path);
    json_put_int(object, "line", mark.line);
    json_put_int(object, "column", mark.column);
}

static void put_text(json_t *object, const char *key, struct buffer *text) {
    json_put_value(object, key, json_text((struct span){text->len ? text->data : "", text->len}));
    text->len = 0;
}

static json_t *function_json(const struct trace_input *input, uint32_t def) {
    json_t *object = json_new_object();
    json_put(object, "name", program_dotted(input->program, def));
    put_mark(object, trace_mark_of(input, def));
    json_put_bool(object, "async", (program_def_scope(input->program, def)->flags & SCOPE_ASYNC) != 0);
    return object;
}

static json_t *step_json(const struct trace_input *input, const struct flow_step *step) {
    json_t *object = json_new_object();
    struct buffer text = {0};
    put_mark(object, trace_mark_at(input, step->module, step->start, step->end));
    json_put(object, "how", trace_how_name((enum flow_how)step->how));
    json_put(object, "from", program_dotted(input->program, flow_function_at(input->flow, step->from)->def));
    json_put(object, "to", program_dotted(input->program, flow_function_at(input->flow, step->to)->def));
    json_put_bool(object, "certain", !step->soft);
    trace_put_step(input, step, &text);
    put_text(object, "text", &text);
    buffer_free(&text);
    return object;
}

static json_t *steps_json(const struct trace_input *input, uint32_t function, bool same_thread) {
    struct flow_step steps[TRACE_STEPS];
    json_t *array = json_new_array();
    uint32_t count = flow_ways_steps(input->ways, function, same_thread, steps, TRACE_STEPS);
    for (uint32_t i = 0; i < count; i++)
        json_append(array, step_json(input, &steps[i]));
    return array;
}

static json_t *runs_json(const struct trace_input *input) {
    json_t *array = json_new_array();
    struct buffer text = {0};
    for (int place = 0; place < PLACE_COUNT; place++) {
        struct flow_why why = flow_ways_place(input->ways, (enum flow_place)place);
        if (!why.holds)
            continue;
        json_t *object = json_new_object();
        json_put(object, "where", trace_place_name(input, (enum flow_place)place));
        trace_put_why(input, (enum flow_place)place, &text);
        put_text(object, "text", &text);
        json_put_value(object, "handed_over", why.handed ? step_json(input, &why.step) : json_null());
        json_put_value(object, "steps", steps_json(input, why.function, true));
        json_append(array, object);
    }
    buffer_free(&text);
    return array;
}

static json_t *entries_json(const struct trace_input *input) {
    json_t *array = json_new_array();
    struct buffer text = {0};
    uint32_t count;
    const uint32_t *entries = flow_ways_entries(input->ways, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct flow_entry *entry = flow_entry_at(input->flow, entries[i]);
        json_t *object = json_new_object();
        json_put(object, "kind", facts_kind_name(entry->kind));
        trace_put_entry(input, entries[i], &text);
        put_text(object, "text", &text);
        json_put_value(object, "function", function_json(input, entry->def));
        json_put_value(object, "steps", steps_json(input, flow_function_of(input->flow, entry->def), false));
        json_append(array, object);
    }
    buffer_free(&text);
    return array;
}

static json_t *callers_json(const struct trace_input *input) {
    json_t *array = json_new_array();
    uint32_t count;
    const struct flow_step *callers = flow_ways_callers(input->ways, &count);
    for (uint32_t i = 0; i < count; i++)
        json_append(array, step_json(input, &callers[i]));
    return array;
}

static json_t *reaching_json(const struct trace_input *input) {
    json_t *array = json_new_array();
    for (uint32_t i = 0; i < web_route_count(input->web); i++) {
        const struct web_route *route = web_route_at(input->web, i);
        if (!trace_is_on(input, route))
            continue;
        json_t *object = json_new_object();
        json_put(object, "service", route->service == WEB_NONE ? NULL : web_service_at(input->web, route->service)->name);
        json_put_value(object, "methods", routes_methods_json(route->methods));
        json_put(object, "path", route->path);
        json_put(object, "handler", program_dotted(input->program, route->handler));
        json_append(array, object);
    }
    return array;
}

static json_t *chain_json(const struct trace_input *input, const struct trace_effect *effect) {
    json_t *array = json_new_array();
    struct buffer text = {0};
    for (uint32_t i = 0; i < effect->count; i++) {
        const struct flow_site *site = flow_site_at(input->flow, effect->sites[i]);
        json_t *object = json_new_object();
        put_mark(object, trace_mark_at(input, site->module, site->start, site->end));
        trace_put_chain_step(input, effect->sites[i], effect->effect, &text);
        put_text(object, "text", &text);
        json_append(array, object);
    }
    buffer_free(&text);
    return array;
}

static json_t *effects_json(const struct trace_input *input) {
    json_t *array = json_new_array();
    struct trace_effect effect;
    for (int i = 0; i < EFFECT_COUNT; i++) {
        if (!trace_effect(input, (enum flow_effect)i, &effect))
            continue;
        const char *kind = effect.whole ? facts_kind_name(effect.primitive.trait->kind) : "";
        const char *instead = effect.whole ? program_string(input->program, effect.primitive.trait->instead) : "";
        json_t *object = json_new_object();
        json_put(object, "effect", trace_effect_name((enum flow_effect)i));
        json_put(object, "primitive", effect.whole ? program_dotted(input->program, effect.primitive.def) : NULL);
        json_put(object, "kind", *kind ? kind : NULL);
        json_put(object, "instead", *instead ? instead : NULL);
        json_put_bool(object, "certain", !effect.soft);
        json_put_value(object, "steps", chain_json(input, &effect));
        json_append(array, object);
    }
    return array;
}

void trace_json(const struct trace_input *input, struct buffer *out) {
    json_t *document = json_new_object();
    json_put_int(document, "version", JSON_VERSION);
    json_put_value(document, "function", function_json(input, input->def));
    json_put_value(document, "runs", runs_json(input));
    json_put_value(document, "callers", callers_json(input));
    json_put_value(document, "entry_points", entries_json(input));
    json_put_value(document, "routes", reaching_json(input));
    json_put_value(document, "effects", effects_json(input));
    json_write(out, document);
    json_decref(document);
}
