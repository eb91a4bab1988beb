/* The call graph for people and other programs. */
#include <stdlib.h>

#include "base/json.h"
#include "flow/internal.h"

static void resolve_all(struct flow *self, struct program *program) {
    for (uint32_t i = 0; i < program_module_count(program); i++) {
        const struct program_module *m = program_module_at(program, i);
        for (uint32_t s = 1; !m->is_model && !m->is_namespace && s < m->facts.scope_count; s++) {
            if (m->facts.scopes[s].kind == SCOPE_FUNCTION) {
                function_add(self, m->scope_base + s, TYPE_UNKNOWN, 0, 0);
            }
        }
    }
    for (uint32_t i = 0; i < self->queue.len; i++) {
        sites_collect(self, self->queue.data[i]);
    }
    vec_clear(&self->queue);
}

struct callee_list {
    const char **names;
    uint32_t count;
};

static int by_text(const void *a, const void *b) {
    return span_compare(span_of(*(const char *const *)a), span_of(*(const char *const *)b));
}

/* The sorted, distinct callees of a function. The caller frees names. */
static struct callee_list callees(const struct flow *self, struct program *program, const struct flow_function *f) {
    VEC(const char *) names = {0};
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        const struct flow_site *site = &self->sites.data[s];
        for (uint32_t i = 0; i < site->edge_count; i++) {
            vec_push(&names, program_dotted(program, self->edges.data[site->first_edge + i].target));
        }
    }
    if (names.len) {
        qsort(names.data, names.len, sizeof *names.data, by_text);
    }
    struct callee_list list = {names.data, 0};
    for (uint32_t i = 0; i < names.len; i++) {
        if (list.count == 0 || by_text(&list.names[list.count - 1], &names.data[i]) != 0) {
            list.names[list.count++] = names.data[i];
        }
    }
    return list;
}

void flow_graph_json(struct flow *self, struct program *program, struct buffer *out) {
    resolve_all(self, program);
    json_t *edges = json_object();
    for (uint32_t f = 0; f < self->functions.len; f++) {
        if (self->functions.data[f].receiver != TYPE_UNKNOWN || self->functions.data[f].omitted) {
            continue; /* the def itself lists all that its ways of being called may change */
        }
        struct callee_list list = callees(self, program, &self->functions.data[f]);
        json_t *names = json_array();
        for (uint32_t i = 0; i < list.count; i++) {
            json_array_append_new(names, json_text(span_of(list.names[i])));
        }
        if (list.count) {
            json_object_set(edges, program_dotted(program, self->functions.data[f].def), names);
        }
        json_decref(names);
        mem_free(list.names);
    }
    json_t *root = json_pack("{s:i,s:o}", "version", 1, "edges", edges);
    json_write(out, root);
    json_decref(root);
}

void flow_graph_dot(struct flow *self, struct program *program, struct buffer *out) {
    resolve_all(self, program);
    buffer_puts(out, "digraph calls {\n  rankdir=LR;\n  node [shape=box, fontname=\"monospace\"];\n");
    for (uint32_t f = 0; f < self->functions.len; f++) {
        if (self->functions.data[f].receiver != TYPE_UNKNOWN || self->functions.data[f].omitted) {
            continue; /* the def itself lists all that its ways of being called may change */
        }
        struct callee_list list = callees(self, program, &self->functions.data[f]);
        const char *caller = program_dotted(program, self->functions.data[f].def);
        for (uint32_t i = 0; i < list.count; i++) {
            buffer_printf(out, "  \"%s\" -> \"%s\";\n", caller, list.names[i]);
        }
        mem_free(list.names);
    }
    buffer_puts(out, "}\n");
}
