/* Code that runs without a visible call: properties, operators, items, iteration, with. */
#include "flow/walk.h"

static uint32_t accessor_of(struct walk *w, uint32_t expr, bool set) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t name = program_name(w->program, w->module, e->b);
    if (!program_is_property_name(w->program, name)) {
        return TYPE_UNKNOWN;
    }
    uint32_t object = eval_for_receiver(w, e->a);
    return set ? program_setter(w->program, object, name) : program_property(w->program, object, name);
}

static bool is_lazy_accessor(struct walk *w, uint32_t accessor) {
    struct type t = types_get(program_types(w->program), accessor);
    const struct program_trait *blocks = t.kind == TYPE_METHOD ? program_trait(w->program, t.entity, WORD_BLOCKS) : NULL;
    return blocks && blocks->lazy;
}

/* What loads an object when one of its attributes is used: it was read from a lazy property, here or into a name. */
static uint32_t loader_of(struct walk *w, uint32_t object) {
    const struct facts_binding *b = program_single_binding(w->program, w->module, object);
    if (b && b->kind == BIND_ASSIGN && !b->unpack && b->value != FACTS_NONE) {
        object = b->value;
    }
    uint32_t accessor = w->facts->exprs[object].kind == EXPR_ATTRIBUTE ? accessor_of(w, object, false) : TYPE_UNKNOWN;
    return is_lazy_accessor(w, accessor) ? accessor : TYPE_UNKNOWN;
}

void walk_property(struct walk *w, uint32_t expr, bool set) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t accessor = accessor_of(w, expr, set), loader = loader_of(w, e->a);
    if (!type_known(accessor) && !type_known(loader)) {
        return;
    }
    site_begin(w, SITE_PROPERTY, expr, e->start, e->end);
    targets_of(w->flow, accessor, visit_called, w);
    w->loading = true;
    targets_of(w->flow, loader, visit_called, w);
    w->loading = false;
    site_finish(w, false);
}

void walk_special(struct walk *w, enum flow_site_kind kind, uint32_t expr, uint32_t object, uint32_t name) {
    struct type_table *types = program_types(w->program);
    if (name == INTERN_NONE || !program_has_special(w->program, name)) {
        return;
    }
    uint32_t type = eval_for_receiver(w, object);
    enum type_kind k = types_get(types, type).kind;
    if (k != TYPE_INSTANCE && k != TYPE_EXACT && k != TYPE_UNION) {
        return;
    }
    uint32_t method = program_special(w->program, type, name);
    if (type_known(method)) {
        const struct facts_expr *e = &w->facts->exprs[expr];
        site_begin(w, kind, expr, e->start, e->end);
        targets_of(w->flow, method, visit_called, w);
        site_finish(w, false);
    }
}

void walk_truth(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    if (e->kind == EXPR_BOOL) {
        walk_truth(w, e->b); /* its left side is asked wherever it stands */
    } else if (e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_CALL || e->kind == EXPR_AWAIT ||
               e->kind == EXPR_SUBSCRIPT) {
        uint32_t type = program_has_special(w->program, NAME_BOOL) || program_has_special(w->program, NAME_LEN)
                            ? eval_for_receiver(w, expr) : TYPE_UNKNOWN;
        bool asks = type_known(type) && type_known(program_special(w->program, type, NAME_BOOL));
        walk_special(w, SITE_TRUTH, expr, expr, asks ? NAME_BOOL : NAME_LEN);
    }
}

/* A slice may have a method of its own: a queryset gives another one. */
void walk_item(struct walk *w, uint32_t expr, uint32_t method) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    bool slice = w->facts->exprs[e->b].kind == EXPR_SLICE && method == NAME_GETITEM;
    if (slice && type_known(program_special(w->program, eval_for_receiver(w, e->a), NAME_GETSLICE))) {
        method = NAME_GETSLICE;
    }
    walk_special(w, SITE_ITEM, expr, e->a, method);
}

void walk_compare(struct walk *w, uint32_t expr) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, w->facts->exprs[expr].b, &count);
    for (uint32_t i = 0; i + 2 < count; i += 2) {
        uint32_t op = list[i + 1];
        if (op != OP_IS && op != OP_IS_NOT && op <= OP_IS_NOT) {
            bool in = op == OP_IN || op == OP_NOT_IN;
            walk_special(w, SITE_OPERATOR, expr, in ? list[i + 2] : list[i], program_operator_name((uint8_t)op));
        }
    }
}

void run_special(struct walk *w, uint32_t type, uint32_t name) {
    uint32_t method = program_special(w->program, type, name);
    if (type_known(method)) {
        targets_of(w->flow, method, visit_called, w);
    }
}

void run_iterated(struct walk *w, uint32_t type) {
    struct type_table *types = program_types(w->program);
    uint32_t members = types_member_count(types, type);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(types, type, i);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_GENERATOR && t.entity != TYPE_NOBODY) {
            add_edge(w, t.entity, TYPE_UNKNOWN, EDGE_RUNS, (member & TYPE_SOFT) != 0);
        } else if (t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT) {
            run_special(w, member, NAME_ITER);
            uint32_t iter = program_special(w->program, member, NAME_ITER);
            uint32_t iterator = program_result(w->program, iter, PROGRAM_NONE, PROGRAM_NONE);
            struct type it = types_get(types, iterator);
            if (it.kind == TYPE_GENERATOR && it.entity != TYPE_NOBODY) {
                add_edge(w, it.entity, TYPE_UNKNOWN, EDGE_RUNS, (member & TYPE_SOFT) != 0);
            } else {
                run_special(w, type_known(iterator) ? iterator : member, NAME_NEXT);
            }
        }
    }
}

/* contextlib.closing(x): leaving it runs x.close(). */
static bool is_closing(const struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    if (e->kind != EXPR_CALL) {
        return false;
    }
    const struct facts_expr *callee = &w->facts->exprs[e->a];
    return span_is(facts_text(w->facts, callee->kind == EXPR_NAME ? callee->a : callee->b), "closing");
}

/* What entering and leaving a context manager runs. */
void run_entered(struct walk *w, uint32_t expr, uint32_t type) {
    struct type_table *types = program_types(w->program);
    for (uint32_t k = 0; k < types_member_count(types, type); k++) {
        uint32_t member = types_member(types, type, k);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_CONTEXT && t.entity != TYPE_NOBODY) {
            add_edge(w, t.entity, TYPE_UNKNOWN, EDGE_RUNS, (member & TYPE_SOFT) != 0);
        } else if (t.kind == TYPE_CONTEXT && is_closing(w, expr)) {
            run_special(w, types_arg(types, member, 0), NAME_CLOSE);
        } else {
            run_special(w, member, NAME_ENTER);
            run_special(w, member, NAME_EXIT);
        }
    }
}

void walk_iteration(struct walk *w, uint32_t iterable) {
    const struct facts_expr *e = &w->facts->exprs[iterable];
    site_begin(w, SITE_FOR, iterable, e->start, e->end);
    run_iterated(w, eval_for_receiver(w, iterable));
    site_finish(w, false);
}

/* Generator expressions that are only made: what they would run is left out. One that is an argument, iterated or taken
 * apart counts as run where it stands. */
void find_lazy(struct walk *w, const struct facts_scope *scope) {
    struct map *lazy = &w->flow->lazy_scopes;
    map_free(lazy);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &w->facts->exprs[e];
        uint32_t count = 0, first = 0, step = 1;
        const uint32_t *list = NULL;
        if (x->kind == EXPR_COMP && x->op == COMP_GENERATOR) {
            map_set(lazy, x->a, 1);
        } else if (x->kind == EXPR_CALL) {
            list = facts_list(w->facts, x->b, &count);
            first = 1;
            step = 2;
        } else if (x->kind == EXPR_COMP) {
            list = facts_list(w->facts, x->b, &count);
        }
        for (uint32_t i = first; i < count; i += step) {
            if (list[i] < w->facts->expr_count && w->facts->exprs[list[i]].kind == EXPR_COMP) {
                map_set(lazy, w->facts->exprs[list[i]].a, 2);
            }
        }
        if ((x->kind == EXPR_STARRED || x->kind == EXPR_YIELD_FROM) && w->facts->exprs[x->a].kind == EXPR_COMP) {
            map_set(lazy, w->facts->exprs[x->a].a, 2);
        }
    }
    for (uint32_t s = scope->stmt + 1; scope->kind == SCOPE_FUNCTION && s < w->facts->stmts[scope->stmt].end; s++) {
        const struct facts_stmt *stmt = &w->facts->stmts[s];
        if (stmt->kind == STMT_FOR && w->facts->exprs[stmt->a].kind == EXPR_COMP) {
            map_set(lazy, w->facts->exprs[stmt->a].a, 2);
        }
    }
}

bool is_lazy(const struct walk *w, uint32_t scope) {
    for (; w->flow->lazy_scopes.len && scope != FACTS_NONE && w->facts->scopes[scope].kind == SCOPE_COMPREHENSION;
         scope = w->facts->scopes[scope].parent) {
        if (map_get(&w->flow->lazy_scopes, scope) == 1) {
            return true;
        }
    }
    return false;
}

void walk_comprehension(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, e->b, &count);
    if (is_lazy(w, e->a)) {
        return;
    }
    for (uint32_t i = 2; i + 2 < count; i += 3 + list[i + 2]) {
        if (!(w->facts->exprs[list[i]].flags & EXPR_FLAG_AWAITED)) {
            walk_iteration(w, list[i]);
        }
        for (uint32_t k = 0; k < list[i + 2] && i + 3 + k < count; k++) {
            walk_truth(w, list[i + 3 + k]);
        }
    }
}

void walk_with(struct walk *w, const struct facts_stmt *stmt) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, stmt->list, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        const struct facts_expr *e = &w->facts->exprs[list[i]];
        site_begin(w, SITE_WITH, list[i], e->start, e->end);
        run_entered(w, list[i], eval_for_receiver(w, list[i]));
        site_finish(w, false);
    }
}

/* `a, *rest = value`: taking it apart iterates. */
void walk_unpacking(struct walk *w, const struct facts_stmt *stmt) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, stmt->list, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint8_t kind = w->facts->exprs[list[i]].kind;
        uint8_t value = w->facts->exprs[stmt->a].kind;
        if ((kind == EXPR_TUPLE || kind == EXPR_LIST) && (value == EXPR_CALL || value == EXPR_NAME)) {
            walk_iteration(w, stmt->a);
            return;
        }
    }
}
