#include "cli/unresolved.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "engine/sources.h"

#define LONGEST_CALL 80u /* bytes of its source that are shown */

struct places {
    VEC(struct finding_place) items;
};

static int compare(const void *left, const void *right) {
    const struct finding_place *a = left, *b = right;
    int order = strcmp(a->path, b->path);
    if (!order)
        order = (a->start > b->start) - (a->start < b->start);
    return order ? order : (a->end > b->end) - (a->end < b->end);
}

static void collect_function(const struct engine *engine, uint32_t function, const struct target *target,
                             struct places *out) {
    const struct flow_function *at = flow_function_at(engine->flow, function);
    for (uint32_t i = 0; i < at->site_count; i++) {
        const struct flow_site *site = flow_site_at(engine->flow, at->first_site + i);
        const char *path = program_module_at(engine->program, site->module)->path;
        if ((site->flags & SITE_UNRESOLVED) && path && target_covers(target, path))
            vec_push(&out->items, ((struct finding_place){.path = path, .start = site->start, .end = site->end}));
    }
}

static void collect(const struct engine *engine, const struct target *target, struct places *out) {
    uint32_t count = flow_function_count(engine->flow);
    for (uint32_t i = 0; i < count; i++)
        collect_function(engine, i, target, out);
    if (out->items.len)
        qsort(out->items.data, out->items.len, sizeof *out->items.data, compare);
}

/* Bytes of the first line of a call, cut between characters. */
static size_t shown_length(struct span call) {
    size_t length = 0;
    while (length < call.len && length < LONGEST_CALL && call.data[length] != '\n') {
        size_t size = text_utf8(call.data + length, call.len - length);
        length += size ? size : 1;
    }
    return length;
}

static void put_call(struct span source, const struct finding_place *place, struct buffer *out) {
    size_t end = place->end < source.len ? place->end : source.len;
    size_t start = place->start < end ? place->start : end;
    struct span call = {source.data + start, end - start};
    size_t length = shown_length(call);
    buffer_put_safe(out, call.data, length);
    buffer_puts(out, length < call.len ? " ...\n" : "\n");
}

static void put_place(struct sources *sources, const struct target *target, struct finding_place *place,
                      struct buffer *out) {
    struct report_input shown = {.prefix = target->prefix, .below = target->below};
    source_cache_locate(&sources->cache, place);
    report_put_path(&shown, place->path, out);
    buffer_printf(out, ":%u:%u: ", place->line, place->column);
    put_call(source_cache_text(&sources->cache, place->path), place, out);
}

void unresolved_list(const struct engine *engine, const struct target *target, struct buffer *out) {
    struct places places = {0};
    struct sources sources;
    sources_init(&sources, engine->project.folder);
    collect(engine, target, &places);
    for (uint32_t i = 0; i < places.items.len; i++)
        put_place(&sources, target, &places.items.data[i], out);
    buffer_printf(out, "%u of %u calls looked at have no known target\n", places.items.len,
                  flow_counts(engine->flow).sites);
    vec_free(&places.items);
    sources_free(&sources);
}
