#include "flow/ways.h"

#include <stdlib.h>

#include "flow/internal.h"
#include "program/origins.h"

#define LIMIT_ALIASES 4u /* names through which an annotation is followed to its dependency */

/* Where a search stands at a function. */
struct toward {
    uint32_t distance; /* FLOW_FAR until it is found */
    uint32_t link;     /* the first step to the def */
};

struct flow_ways {
    struct flow *flow;
    struct program *program;
    VEC(struct flow_step) links; /* grouped by `to`, in order of sites */
    uint32_t *first;             /* by function: its first link; function_count + 1 */
    uint32_t *entry_of;          /* by function: the entry point it is, or FLOW_NONE */
    struct toward *any, *here;   /* by function: over every kind of step; over calls on the same thread */
    uint32_t *queue;
    struct flow_why places[PLACE_COUNT];
    VEC(uint32_t) entries;
    VEC(struct flow_step) callers;
};

/* ---- steps ---- */

static void add_link(struct flow_ways *self, struct flow_step step) {
    vec_push(&self->links, step);
}

static enum flow_how how_of(const struct flow_edge *edge) {
    static const uint8_t hows[] = {[EDGE_RUNS] = HOW_CALLS,
                                   [EDGE_AWAITS] = HOW_AWAITS,
                                   [EDGE_CREATES] = HOW_CREATES,
                                   [EDGE_SCHEDULES] = HOW_SCHEDULES,
                                   [EDGE_OFFLOADS] = HOW_OFFLOADS};
    return (enum flow_how)hows[edge->kind];
}

static void link_edges(struct flow_ways *self) {
    const struct flow *flow = self->flow;
    for (uint32_t s = 0; s < flow->sites.len; s++) {
        const struct flow_site *site = &flow->sites.data[s];
        for (uint32_t i = 0; i < site->edge_count; i++) {
            const struct flow_edge *edge = &flow->edges.data[site->first_edge + i];
            uint32_t to = edge->function == FLOW_NONE ? flow_function_of(flow, edge->target) : edge->function;
            if (to != FLOW_NONE) {
                add_link(self, (struct flow_step){site->function, to, s, site->module, site->start, site->end, (uint8_t)how_of(edge), edge->soft});
            }
        }
    }
}

/* What a function says without calling it: the links to make, all but `to`. */
struct naming {
    struct flow_ways *ways;
    struct flow_step link;
};

static void visit_named(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct naming *n = context;
    (void)receiver;
    n->link.to = flow_function_of(n->ways->flow, def);
    n->link.soft = soft;
    if (n->link.to != FLOW_NONE) {
        add_link(n->ways, n->link);
    }
}

/* The function that runs what stands in a scope: itself, or the one around a class. */
static uint32_t runner_of(const struct flow_ways *self, const struct program_module *m, uint32_t scope) {
    while (scope != 0 && m->facts.scopes[scope].kind != SCOPE_FUNCTION) {
        scope = m->facts.scopes[scope].parent;
    }
    return flow_function_of(self->flow, m->scope_base + scope);
}

/* @decorator without a call is called where its function is defined. */
static void link_decorators(struct flow_ways *self) {
    for (uint32_t i = 0; i < program_module_count(self->program); i++) {
        const struct program_module *m = program_module_at(self->program, i);
        for (uint32_t s = 1; !m->is_model && !m->is_namespace && s < m->facts.scope_count; s++) {
            uint32_t count, from;
            const uint32_t *list = facts_list(&m->facts, m->facts.scopes[s].decorators, &count);
            for (uint32_t k = 0; k < count; k++) {
                const struct facts_expr *e = &m->facts.exprs[list[k]];
                if (e->kind != EXPR_CALL && (from = runner_of(self, m, m->facts.scopes[s].parent)) != FLOW_NONE) {
                    struct naming n = {self, {.from = from, .site = FLOW_NONE, .module = i, .start = e->start, .end = e->end, .how = HOW_APPLIES}};
                    targets_of(self->flow, program_eval(self->program, i, list[k]), visit_named, &n);
                }
            }
        }
    }
}

struct depending {
    struct naming naming;
    uint32_t declared; /* annotation of the parameter, for a bare Depends() */
    uint32_t depth;
};

static void find_dependency(void *context, uint32_t module, uint32_t expr);

/* Depends(f), Security(f, scopes=[…]), Depends() */
static void find_in_call(struct depending *d, uint32_t module, uint32_t expr) {
    struct program *program = d->naming.ways->program;
    const struct facts *facts = &program_module_at(program, module)->facts;
    struct type callee = types_get(program_types(program), program_eval(program, module, facts->exprs[expr].a));
    if (callee.kind != TYPE_FUNCTION || !program_is_model(program, callee.entity)) {
        return;
    }
    const struct program_trait *trait = program_trait(program, callee.entity, WORD_ENTRY);
    if (!trait || trait->kind != KIND_DEPENDENCY || trait->arg == INTERN_NONE) {
        return;
    }
    uint32_t value = program_argument(program, module, expr, callee.entity, false, trait->arg);
    value = value == PROGRAM_NONE ? d->declared : value;
    if (value != PROGRAM_NONE) {
        targets_of(d->naming.ways->flow, program_eval(program, module, value), visit_named, &d->naming);
    }
}

/* What a default or an annotation depends on: also Annotated[T, Depends(f)] and a name for it. */
static void find_dependency(void *context, uint32_t module, uint32_t expr) {
    struct depending *d = context;
    const struct facts *facts = &program_module_at(d->naming.ways->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    if (e->kind == EXPR_CALL) {
        find_in_call(d, module, expr);
    } else if (e->kind == EXPR_SUBSCRIPT && facts->exprs[e->b].kind == EXPR_TUPLE) {
        const uint32_t *list = facts_list(facts, facts->exprs[e->b].b, &count);
        uint32_t declared = d->declared;
        d->declared = count ? list[0] : PROGRAM_NONE;
        for (uint32_t i = 1; i < count; i++) {
            if (facts->exprs[list[i]].kind == EXPR_CALL) {
                find_in_call(d, module, list[i]);
            }
        }
        d->declared = declared;
    } else if ((e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE) && d->depth++ < LIMIT_ALIASES) {
        program_origins(d->naming.ways->program, module, expr, find_dependency, d);
        d->depth--;
    }
}

/* Only what the project itself registers as an entry point can have dependencies. */
static void link_dependencies(struct flow_ways *self, uint32_t function) {
    uint32_t def = self->flow->functions.data[function].def, module = program_def_module(self->program, def);
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    const struct facts_scope *scope = program_def_scope(self->program, def);
    for (uint32_t i = 0; i < scope->param_count; i++) {
        const struct facts_param *p = &facts->params[scope->first_param + i];
        uint32_t exprs[] = {p->value, p->annotation};
        for (size_t k = 0; k < 2; k++) {
            if (exprs[k] != FACTS_NONE && (k == 1 || facts->exprs[exprs[k]].kind == EXPR_CALL)) {
                const struct facts_expr *e = &facts->exprs[exprs[k]];
                struct flow_step link = {.from = function, .site = FLOW_NONE, .module = module, .start = e->start, .end = e->end, .how = HOW_DEPENDS};
                struct depending d = {{self, link}, p->annotation == FACTS_NONE ? PROGRAM_NONE : p->annotation, 0};
                find_dependency(&d, module, exprs[k]);
            }
        }
    }
}

/* Groups the links by their target and keeps their order within. */
static void group_links(struct flow_ways *self) {
    uint32_t functions = self->flow->functions.len, count = self->links.len;
    struct flow_step *sorted = mem_calloc(count + 1u, sizeof *sorted);
    uint32_t *next = mem_calloc(functions + 1u, sizeof *next);
    for (uint32_t i = 0; i < count; i++) {
        self->first[self->links.data[i].to + 1]++;
    }
    for (uint32_t f = 0; f < functions; f++) {
        self->first[f + 1] += self->first[f];
        next[f] = self->first[f];
    }
    for (uint32_t i = 0; i < count; i++) {
        sorted[next[self->links.data[i].to]++] = self->links.data[i];
    }
    mem_free(next);
    vec_free(&self->links);
    self->links.data = sorted;
    self->links.len = self->links.cap = count;
}

struct flow_ways *flow_ways_new(struct flow *flow, struct program *program) {
    struct flow_ways *self = mem_calloc(1, sizeof *self);
    uint32_t functions = flow->functions.len;
    self->flow = flow;
    self->program = program;
    self->first = mem_calloc(functions + 1u, sizeof *self->first);
    self->entry_of = mem_calloc(functions + 1u, sizeof *self->entry_of);
    self->any = mem_calloc(functions + 1u, sizeof *self->any);
    self->here = mem_calloc(functions + 1u, sizeof *self->here);
    self->queue = mem_calloc(functions + 1u, sizeof *self->queue);
    for (uint32_t f = 0; f < functions; f++) {
        self->entry_of[f] = FLOW_NONE;
    }
    for (uint32_t e = flow->entries.len; e-- > 0;) {
        self->entry_of[flow_function_of(flow, flow->entries.data[e].def)] = e;
    }
    link_edges(self);
    link_decorators(self);
    for (uint32_t f = 0; f < functions; f++) {
        if (self->entry_of[f] != FLOW_NONE) {
            link_dependencies(self, f);
        }
    }
    group_links(self);
    return self;
}

void flow_ways_free(struct flow_ways *self) {
    if (!self) {
        return;
    }
    vec_free(&self->links);
    vec_free(&self->entries);
    vec_free(&self->callers);
    mem_free(self->first);
    mem_free(self->entry_of);
    mem_free(self->any);
    mem_free(self->here);
    mem_free(self->queue);
    mem_free(self);
}

/* ---- the search ---- */

static bool is_async(const struct flow_ways *self, uint32_t function) {
    return (program_def_scope(self->program, self->flow->functions.data[function].def)->flags & SCOPE_ASYNC) != 0;
}

/* A step after which the target runs on the thread of the one it comes from. A generator that is made is iterated there; a
 * coroutine runs on a loop, whoever makes it. */
static bool keeps_thread(const struct flow_ways *self, const struct flow_step *link) {
    return link->how == HOW_CALLS || link->how == HOW_APPLIES || (link->how == HOW_CREATES && !is_async(self, link->to));
}

static void note_place(struct flow_ways *self, enum flow_place place, uint32_t function, const struct flow_step *handing) {
    struct flow_why *why = &self->places[place];
    if (why->holds) {
        return; /* the first one is the nearest */
    }
    *why = (struct flow_why){.holds = true, .function = function, .distance = self->here[function].distance, .entry = self->entry_of[function]};
    if (handing) {
        why->handed = true;
        why->step = *handing;
    }
}

/* Flask runs a sync handler on the thread of its request; its models say "thread" for the sake of Quart, which is made of its
 * classes and has a pool. Jobs, commands and signals are no web framework's. */
static bool has_pool(const struct flow_ways *self, const struct flow_entry *entry) {
    bool off_web = entry->kind == KIND_JOB || entry->kind == KIND_COMMAND || entry->kind == KIND_SIGNAL;
    return !off_web && strncmp(program_dotted(self->program, entry->registrar), "flask", 5) != 0;
}

static void note_entry(struct flow_ways *self, uint32_t function) {
    const struct flow_entry *entry = &self->flow->entries.data[self->entry_of[function]];
    if (entry->kind == KIND_TASK) {
        return; /* the call that schedules it is a step, and says more */
    }
    enum flow_place place = entry->runs == RUNS_LOOP                             ? PLACE_LOOP
                            : entry->runs == RUNS_THREAD && has_pool(self, entry) ? PLACE_POOL
                                                                                 : PLACE_CALLER;
    note_place(self, place, function, NULL);
}

/* What is known of a function by itself; false when it says all, so that its callers do not matter. */
static bool note_places(struct flow_ways *self, uint32_t function) {
    const struct flow_function *f = &self->flow->functions.data[function];
    if (is_async(self, function)) {
        note_place(self, PLACE_LOOP, function, NULL);
        return false;
    }
    if (program_def_scope(self->program, f->def)->kind == SCOPE_MODULE) {
        note_place(self, PLACE_IMPORT, function, NULL);
    }
    for (uint32_t i = self->first[function]; i < self->first[function + 1]; i++) {
        const struct flow_step *link = &self->links.data[i];
        bool itself = self->flow->functions.data[link->from].def == f->def; /* a timer that starts itself anew says little */
        if (link->how == HOW_OFFLOADS && !itself) {
            note_place(self, PLACE_WORKER, function, link);
        } else if (link->how == HOW_SCHEDULES && !itself) {
            note_place(self, PLACE_LOOP, function, link);
        }
    }
    if (self->entry_of[function] != FLOW_NONE) {
        note_entry(self, function);
    }
    return true;
}

static uint32_t start_search(struct flow_ways *self, struct toward *state, uint32_t def) {
    uint32_t tail = 0;
    for (uint32_t f = 0; f < self->flow->functions.len; f++) {
        bool is_target = self->flow->functions.data[f].def == def;
        state[f] = (struct toward){is_target ? 0 : FLOW_FAR, FLOW_NONE};
        if (is_target) {
            self->queue[tail++] = f;
        }
    }
    return tail;
}

/* A step from a function that already knows a way is no news. */
static bool is_news(const struct toward *state, const struct flow_step *link) {
    return state[link->from].distance == FLOW_FAR;
}

static void step_back(struct flow_ways *self, struct toward *state, uint32_t link, uint32_t *tail) {
    const struct flow_step *step = &self->links.data[link];
    state[step->from] = (struct toward){state[step->to].distance + 1, link};
    self->queue[(*tail)++] = step->from;
}

static void search_here(struct flow_ways *self, uint32_t def) {
    uint32_t head = 0, tail = start_search(self, self->here, def);
    while (head < tail) {
        uint32_t function = self->queue[head++];
        bool callers_matter = note_places(self, function);
        for (uint32_t i = self->first[function]; callers_matter && i < self->first[function + 1]; i++) {
            if (keeps_thread(self, &self->links.data[i]) && is_news(self->here, &self->links.data[i])) {
                step_back(self, self->here, i, &tail);
            }
        }
    }
}

static void search_any(struct flow_ways *self, uint32_t def) {
    uint32_t head = 0, tail = start_search(self, self->any, def);
    while (head < tail) {
        uint32_t function = self->queue[head++];
        if (self->entry_of[function] != FLOW_NONE) {
            vec_push(&self->entries, self->entry_of[function]);
        }
        for (uint32_t i = self->first[function]; i < self->first[function + 1]; i++) {
            if (self->any[function].distance == 0) {
                vec_push(&self->callers, self->links.data[i]);
            }
            if (is_news(self->any, &self->links.data[i])) {
                step_back(self, self->any, i, &tail);
            }
        }
    }
}

void flow_ways_to(struct flow_ways *self, uint32_t def) {
    memset(self->places, 0, sizeof self->places);
    vec_clear(&self->entries);
    vec_clear(&self->callers);
    search_here(self, def);
    search_any(self, def);
}

uint32_t flow_ways_distance(const struct flow_ways *self, uint32_t function) {
    return self->any[function].distance;
}

uint32_t flow_ways_steps(const struct flow_ways *self, uint32_t function, bool same_thread, struct flow_step *steps,
                         uint32_t limit) {
    const struct toward *state = same_thread ? self->here : self->any;
    uint32_t count = 0;
    while (count < limit && state[function].link != FLOW_NONE) {
        steps[count] = self->links.data[state[function].link];
        function = steps[count++].to;
    }
    return count;
}

struct flow_why flow_ways_place(const struct flow_ways *self, enum flow_place place) {
    return self->places[place];
}

const uint32_t *flow_ways_entries(const struct flow_ways *self, uint32_t *count) {
    *count = self->entries.len;
    return self->entries.data;
}

const struct flow_step *flow_ways_callers(const struct flow_ways *self, uint32_t *count) {
    *count = self->callers.len;
    return self->callers.data;
}
