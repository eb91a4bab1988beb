/* The call graph for people and other programs. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "flow/internal.h"

struct named_edge {
    const char *caller, *callee;
};

static int by_names(const void *a, const void *b) {
    const struct named_edge *x = a, *y = b;
    int order = span_compare(span_of(x->caller), span_of(y->caller));
    return order ? order : span_compare(span_of(x->callee), span_of(y->callee));
}

/* Every edge once, sorted by name: the same whatever order the functions were found in. The caller frees data. */
static struct named_edge *named_edges(const struct flow *self, struct program *program, uint32_t *count) {
    VEC(struct named_edge) edges = {0};
    for (uint32_t s = 0; s < self->sites.len; s++) {
        const struct flow_site *site = &self->sites.data[s];
        const struct flow_function *f = &self->functions.data[site->function];
        if (f->receiver != TYPE_UNKNOWN || f->omitted) {
            continue; /* the def itself lists all that its ways of being called may change */
        }
        for (uint32_t i = 0; i < site->edge_count; i++) {
            vec_push(&edges, ((struct named_edge){program_dotted(program, f->def),
                                                  program_dotted(program, self->edges.data[site->first_edge + i].target)}));
        }
    }
    if (edges.len) {
        qsort(edges.data, edges.len, sizeof *edges.data, by_names);
    }
    *count = 0;
    for (uint32_t i = 0; i < edges.len; i++) {
        if (*count == 0 || by_names(&edges.data[*count - 1], &edges.data[i]) != 0) {
            edges.data[(*count)++] = edges.data[i];
        }
    }
    return edges.data;
}

void flow_graph_json(struct flow *self, struct program *program, struct buffer *out) {
    uint32_t count;
    collect_all(self, false);
    struct named_edge *list = named_edges(self, program, &count);
    json_t *edges = json_object();
    for (uint32_t i = 0; i < count;) {
        const char *caller = list[i].caller;
        json_t *names = json_array();
        for (; i < count && strcmp(list[i].caller, caller) == 0; i++) {
            json_array_append_new(names, json_text(span_of(list[i].callee)));
        }
        json_object_set_new(edges, caller, names);
    }
    json_t *root = json_pack("{s:i,s:o}", "version", 1, "edges", edges);
    json_write(out, root);
    json_decref(root);
    mem_free(list);
}

void flow_graph_dot(struct flow *self, struct program *program, struct buffer *out) {
    uint32_t count;
    collect_all(self, false);
    struct named_edge *list = named_edges(self, program, &count);
    buffer_puts(out, "digraph calls {\n  rankdir=LR;\n  node [shape=box, fontname=\"monospace\"];\n");
    for (uint32_t i = 0; i < count; i++) {
        buffer_printf(out, "  \"%s\" -> \"%s\";\n", list[i].caller, list[i].callee);
    }
    buffer_puts(out, "}\n");
    mem_free(list);
}
