#include "flow/internal.h"

/* Type numbers are far below 2^24: a program has fewer types than bytes of facts. */
static uint64_t function_key(uint32_t def, uint32_t receiver, uint32_t omitted) {
    return map_pair(omitted << 24 ^ receiver, def);
}

uint32_t function_add(struct flow *self, uint32_t def, uint32_t receiver, uint32_t omitted, uint8_t flags) {
    if (self->functions.len >= LIMIT_FUNCTIONS || receiver >= 1u << 24) {
        receiver = TYPE_UNKNOWN;
        omitted = 0;
    }
    uint32_t *slot = map_at(&self->by_def, function_key(def, receiver, omitted));
    if (*slot == MAP_NONE) {
        *slot = self->functions.len;
        vec_push(&self->queue, self->functions.len);
        vec_push(&self->functions, ((struct flow_function){.def = def, .receiver = receiver, .omitted = omitted,
                                                             .entry = FLOW_NONE, .request = FLOW_NONE}));
    }
    if ((program_def_flags(self->program, def) & DEF_CACHED) && program_def_scope(self->program, def)->param_count == 0) {
        flags |= FUNCTION_CACHED;
    }
    self->functions.data[*slot].flags |= flags;
    return *slot;
}

uint32_t flow_function_of(const struct flow *self, uint32_t def) {
    uint32_t found = map_get(&self->by_def, function_key(def, TYPE_UNKNOWN, 0));
    return found == MAP_NONE ? FLOW_NONE : found;
}

/* What runs the first time only may have run when the object was made. */
static void add_constructor(struct flow *self, uint32_t method) {
    uint32_t init = program_sibling(self->program, method, NAME_INIT);
    if (init != PROGRAM_NONE && !program_is_model(self->program, init)) {
        function_add(self, init, TYPE_UNKNOWN, 0, 0);
    }
}

static void add_async_functions(struct flow *self) {
    for (uint32_t i = 0; i < program_module_count(self->program); i++) {
        const struct program_module *m = program_module_at(self->program, i);
        for (uint32_t s = 1; !m->is_model && !m->is_namespace && s < m->facts.scope_count; s++) {
            if (m->facts.scopes[s].kind == SCOPE_FUNCTION && (m->facts.scopes[s].flags & SCOPE_ASYNC)) {
                function_add(self, m->scope_base + s, TYPE_UNKNOWN, 0, FUNCTION_LOOP);
                add_constructor(self, m->scope_base + s);
            }
        }
    }
}

static void drain(struct flow *self) {
    for (uint32_t i = 0; i < self->queue.len; i++) {
        sites_collect(self, self->queue.data[i]);
    }
    vec_clear(&self->queue);
}

static bool is_request(const struct flow_entry *entry) {
    return entry->kind == KIND_ROUTE || entry->kind == KIND_WEBSOCKET || entry->kind == KIND_DEPENDENCY ||
           entry->kind == KIND_MIDDLEWARE;
}

/* What the entry point's client waits for: not tasks that run on by themselves, nor what is given up in time. */
static bool is_waited_for(const struct flow_site *site, const struct flow_edge *edge) {
    return edge->kind != EDGE_SCHEDULES && !((site->flags & SITE_TIMED) && edge->kind != EDGE_RUNS);
}

static uint32_t *traced(struct flow *self, uint32_t function, bool requests) {
    struct flow_function *f = &self->functions.data[function];
    return requests ? &f->request : &f->entry;
}

/* The nearest entry point of every function, breadth first over everything that leads from one to another. */
static void trace_entries(struct flow *self, bool requests) {
    uint32_t *queue = mem_calloc(self->functions.len + 1u, sizeof *queue), head = 0, tail = 0;
    for (uint32_t e = 0; e < self->entries.len; e++) {
        uint32_t f = flow_function_of(self, self->entries.data[e].def);
        if ((!requests || is_request(&self->entries.data[e])) && *traced(self, f, requests) == FLOW_NONE) {
            *traced(self, f, requests) = e;
            queue[tail++] = f;
        }
    }
    while (head < tail) {
        uint32_t from = queue[head++];
        const struct flow_function *f = &self->functions.data[from];
        for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
            const struct flow_site *site = &self->sites.data[s];
            for (uint32_t i = 0; i < site->edge_count; i++) {
                const struct flow_edge *edge = &self->edges.data[site->first_edge + i];
                bool follow = edge->function != FLOW_NONE && (!requests || is_waited_for(site, edge));
                if (follow && *traced(self, edge->function, requests) == FLOW_NONE) {
                    *traced(self, edge->function, requests) = *traced(self, from, requests);
                    queue[tail++] = edge->function;
                }
            }
        }
    }
    mem_free(queue);
}

struct flow *flow_new(struct program *program) {
    struct flow *self = mem_calloc(1, sizeof *self);
    self->program = program;
    entries_find(self);
    return self;
}

void flow_place_entry(struct flow *self, uint32_t entry, uint32_t path) {
    self->entries.data[entry].path = path;
}

void flow_run(struct flow *self) {
    add_async_functions(self);
    drain(self);
    trace_entries(self, false);
    trace_entries(self, true);
    effects_compute(self);
    scripts_find(self);
}

void collect_all(struct flow *self, bool bodies) {
    for (uint32_t i = 0; i < program_module_count(self->program); i++) {
        const struct program_module *m = program_module_at(self->program, i);
        for (uint32_t s = 0; !m->is_model && !m->is_namespace && s < m->facts.scope_count; s++) {
            enum facts_scope_kind kind = (enum facts_scope_kind)m->facts.scopes[s].kind;
            if (kind == SCOPE_FUNCTION || (bodies && (kind == SCOPE_MODULE || kind == SCOPE_LAMBDA))) {
                function_add(self, m->scope_base + s, TYPE_UNKNOWN, 0, 0);
            }
        }
    }
    drain(self);
}

void flow_complete(struct flow *self) {
    collect_all(self, true);
    effects_compute(self);
}

void flow_free(struct flow *self) {
    if (!self) {
        return;
    }
    vec_free(&self->functions);
    vec_free(&self->sites);
    vec_free(&self->edges);
    vec_free(&self->entries);
    vec_free(&self->scripts);
    vec_free(&self->queue);
    vec_free(&self->param_masks);
    vec_free(&self->ranges.once);
    vec_free(&self->ranges.dead);
    vec_free(&self->ranges.timed);
    vec_free(&self->ranges.retry);
    vec_free(&self->ranges.caught);
    vec_free(&self->ranges.kept);
    for (uint32_t i = 0; i < self->guards.len; i++) {
        vec_free(&self->guards.data[i].guards);
    }
    vec_free(&self->guards);
    map_free(&self->guards_by_def);
    map_free(&self->loop_answers);
    map_free(&self->lazy_scopes);
    map_free(&self->by_def);
    map_free(&self->uses_self);
    map_free(&self->called_params);
    map_free(&self->loaded_names);
    map_free(&self->entry_seen);
    map_free(&self->bounded);
    mem_free(self);
}

uint32_t flow_function_count(const struct flow *self) {
    return self->functions.len;
}

const struct flow_function *flow_function_at(const struct flow *self, uint32_t function) {
    return &self->functions.data[function];
}

const struct flow_site *flow_site_at(const struct flow *self, uint32_t site) {
    return &self->sites.data[site];
}

const struct flow_edge *flow_edge_at(const struct flow *self, uint32_t edge) {
    return &self->edges.data[edge];
}

const struct flow_entry *flow_entry_at(const struct flow *self, uint32_t entry) {
    return &self->entries.data[entry];
}

uint32_t flow_entry_count(const struct flow *self) {
    return self->entries.len;
}

struct flow_counts flow_counts(const struct flow *self) {
    struct flow_counts counts = {.sites = self->sites.len, .entries = self->entries.len};
    for (uint32_t s = 0; s < self->sites.len; s++) {
        counts.unresolved += (self->sites.data[s].flags & SITE_UNRESOLVED) != 0;
    }
    for (uint32_t f = 0; f < self->functions.len; f++) {
        counts.loop_functions += (self->functions.data[f].flags & FUNCTION_LOOP) != 0;
    }
    return counts;
}
