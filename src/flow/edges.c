/* The edges of a site: which functions it may run, and for whom each is looked at. */
#include "flow/walk.h"

bool is_project(const struct walk *w, uint32_t def) {
    return !program_is_model(w->program, def);
}

bool names_symbol(const struct facts *facts, uint32_t expr, uint32_t symbol) {
    return facts->exprs[expr].kind == EXPR_NAME && facts->exprs[expr].b == symbol;
}

bool is_super(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_CALL && facts->exprs[e->a].kind == EXPR_NAME &&
           span_is(facts_text(facts, facts->exprs[e->a].a), "super");
}

uint32_t self_symbol(const struct facts *facts, uint32_t scope) {
    const struct facts_scope *s = &facts->scopes[scope];
    bool method = s->kind == SCOPE_FUNCTION && s->parent != FACTS_NONE && s->param_count &&
                  facts->scopes[s->parent].kind == SCOPE_CLASS;
    return method ? facts->params[s->first_param].symbol : FACTS_NONE;
}

/* Whether what a method's body runs can depend on the class of its self. */
static bool uses_self(struct flow *self, uint32_t def) {
    uint32_t *memo = map_at(&self->uses_self, def);
    if (*memo != MAP_NONE) {
        return *memo;
    }
    *memo = 0;
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, def));
    const struct facts_scope *s = &m->facts.scopes[def - m->scope_base];
    uint32_t symbol = self_symbol(&m->facts, def - m->scope_base);
    for (uint32_t e = s->first_expr; symbol != FACTS_NONE && e < s->end_expr && !*memo; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        *memo = x->kind == EXPR_ATTRIBUTE && !(x->flags & EXPR_FLAG_STORE) &&
                (names_symbol(&m->facts, x->a, symbol) || is_super(&m->facts, x->a));
    }
    return *memo;
}

/* The receiver for which a method is looked at anew: a class other than the one that defines it, or exactly that one
 * where subclasses override. TYPE_UNKNOWN when the method itself will do. */
static uint32_t special_receiver(struct walk *w, uint32_t def, uint32_t receiver) {
    struct type_table *types = program_types(w->program);
    struct type r = types_get(types, receiver);
    const struct program_module *m = program_module_at(w->program, program_def_module(w->program, def));
    const struct facts_scope *s = program_def_scope(w->program, def);
    if ((r.kind != TYPE_INSTANCE && r.kind != TYPE_EXACT && r.kind != TYPE_CLASS) || s->parent == FACTS_NONE ||
        m->facts.scopes[s->parent].kind != SCOPE_CLASS) {
        return TYPE_UNKNOWN;
    }
    bool own = r.entity == m->scope_base + s->parent;
    if ((own && (r.kind != TYPE_EXACT || !program_has_subclasses(w->program, r.entity))) || !uses_self(w->flow, def)) {
        return TYPE_UNKNOWN;
    }
    if (r.kind == TYPE_EXACT && !program_has_subclasses(w->program, r.entity)) {
        r.kind = TYPE_INSTANCE;
    }
    return types_make(types, (enum type_kind)r.kind, r.entity, NULL, 0);
}

/* The guards of the target that this site leaves empty; only plain calls are looked at. */
static uint32_t omitted_guards(struct walk *w, uint32_t def, uint32_t receiver) {
    if (w->site.kind != SITE_CALL || w->passing) {
        return 0;
    }
    return guards_omitted(w->flow, w->module, w->site.expr, def, type_known(receiver), w->guards, w->omitted);
}

static uint32_t target_function(struct walk *w, uint32_t def, uint32_t receiver, enum flow_edge_kind kind) {
    bool loop = (program_def_scope(w->program, def)->flags & SCOPE_ASYNC) != 0;
    if (kind == EDGE_SCHEDULES && !loop) {
        return function_add(w->flow, def, TYPE_UNKNOWN, 0, FUNCTION_LOOP | FUNCTION_CALLBACK);
    }
    if ((kind == EDGE_RUNS || kind == EDGE_OFFLOADS) && !loop) {
        return function_add(w->flow, def, special_receiver(w, def, receiver), omitted_guards(w, def, receiver), 0);
    }
    return function_add(w->flow, def, TYPE_UNKNOWN, 0, loop ? FUNCTION_LOOP : 0);
}

void add_edge(struct walk *w, uint32_t def, uint32_t receiver, enum flow_edge_kind kind, bool soft) {
    uint32_t function = is_project(w, def) ? target_function(w, def, receiver, kind) : FLOW_NONE;
    for (uint32_t i = 0; i < w->site.edge_count; i++) {
        struct flow_edge *e = &w->flow->edges.data[w->site.first_edge + i];
        if (e->target == def && e->function == function && e->kind == kind) {
            e->soft &= soft;
            return;
        }
    }
    vec_push(&w->flow->edges, ((struct flow_edge){def, function, (uint8_t)kind, soft}));
    w->site.edge_count++;
}

/* A body that does not run when its function is called. */
bool is_deferred(const struct walk *w, uint32_t def) {
    return (program_def_scope(w->program, def)->flags & (SCOPE_ASYNC | SCOPE_GENERATOR)) != 0 ||
           (program_def_flags(w->program, def) & (DEF_CONTEXT | DEF_ASYNC_CONTEXT)) != 0;
}

struct passing {
    struct walk *walk;
    enum flow_edge_kind kind;
};

static void visit_passed(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct passing *p = context;
    bool deferred = p->kind == EDGE_RUNS && is_deferred(p->walk, def);
    add_edge(p->walk, def, receiver, deferred ? EDGE_CREATES : p->kind, soft);
    if (p->kind == EDGE_OFFLOADS && !is_project(p->walk, def)) {
        note_unbounded_passed(p->walk, def, receiver);
    }
}

void pass_callable(struct walk *w, uint32_t expr, enum flow_edge_kind kind) {
    struct passing passing = {w, kind};
    uint32_t type = program_eval(w->program, w->module, expr);
    w->passing = true;
    w->bounded |= program_bounds_seen(w->program, type) == SPECIAL_BOUNDED;
    targets_of(w->flow, type, visit_passed, &passing);
    w->passing = false;
}

void site_begin(struct walk *w, enum flow_site_kind kind, uint32_t expr, uint32_t start, uint32_t end) {
    w->site = (struct flow_site){.module = w->module,
                                 .expr = expr,
                                 .start = start,
                                 .end = end,
                                 .function = w->function,
                                 .first_edge = w->flow->edges.len,
                                 .kind = (uint8_t)kind};
    w->resolved = w->unbounded = w->bounded = false;
}

void site_finish(struct walk *w, bool keep_unresolved) {
    bool kept = keep_unresolved && (!w->resolved || (w->site.flags & SITE_NEEDS_LOOP));
    if (w->site.edge_count == 0 && !kept) {
        return;
    }
    if (w->site.edge_count == 0 && !(w->site.flags & SITE_NEEDS_LOOP)) {
        w->site.flags |= SITE_UNRESOLVED;
    }
    if (ranges_hold(w->flow->ranges.dead.data, w->flow->ranges.dead.len, w->site.start) ||
        (w->omitted && guards_exclude(w->guards, w->omitted, w->site.start))) {
        w->flow->edges.len = w->site.first_edge;
        return;
    }
    if (ranges_hold(w->flow->ranges.once.data, w->flow->ranges.once.len, w->site.start)) {
        w->site.flags |= SITE_ONCE;
    }
    if (ranges_hold(w->flow->ranges.timed.data, w->flow->ranges.timed.len, w->site.start)) {
        w->site.flags |= SITE_TIMED;
    }
    if (ranges_hold(w->flow->ranges.retry.data, w->flow->ranges.retry.len, w->site.start)) {
        w->site.flags |= SITE_RETRY;
    }
    if (ranges_hold(w->flow->ranges.kept.data, w->flow->ranges.kept.len, w->site.start)) {
        w->site.flags |= SITE_KEPT;
    }
    w->site.flags |= w->unbounded && !w->bounded ? SITE_UNBOUNDED : 0;
    vec_push(&w->flow->sites, w->site);
    w->flow->functions.data[w->function].site_count++;
}
