/* The sites of one function, found by one walk over its expressions and statements. */
#include "flow/walk.h"

#include <stdlib.h>

static void walk_stmts(struct walk *w) {
    const struct facts_scope *scope = &w->facts->scopes[w->scope];
    if (scope->kind != SCOPE_FUNCTION && scope->kind != SCOPE_MODULE) {
        return;
    }
    bool body = scope->kind == SCOPE_MODULE;
    uint32_t end = body ? w->facts->stmt_count : w->facts->stmts[scope->stmt].end;
    for (uint32_t s = body ? 0 : scope->stmt + 1; s < end; s++) {
        const struct facts_stmt *stmt = &w->facts->stmts[s];
        if (stmt->scope != w->scope || (stmt->flags & STMT_FLAG_ASYNC)) {
            continue;
        }
        if (stmt->kind == STMT_WITH) {
            walk_with(w, stmt);
        } else if (stmt->kind == STMT_FOR) {
            walk_iteration(w, stmt->a);
        } else if (stmt->kind == STMT_ASSIGN) {
            walk_unpacking(w, stmt);
        } else if (stmt->kind == STMT_IF || stmt->kind == STMT_ELIF || stmt->kind == STMT_WHILE ||
                   stmt->kind == STMT_ASSERT) {
            walk_truth(w, stmt->a);
        }
    }
}

/* x[k] reads, `x[k] = v` sets, `del x[k]` deletes. */
static uint32_t item_method(const struct walk *w, uint32_t expr) {
    const struct facts_scope *scope = &w->facts->scopes[w->scope];
    if (!(w->facts->exprs[expr].flags & EXPR_FLAG_STORE)) {
        return NAME_GETITEM;
    }
    for (uint32_t s = scope->stmt + 1; scope->kind == SCOPE_FUNCTION && s < w->facts->stmts[scope->stmt].end; s++) {
        uint32_t count;
        const uint32_t *list = facts_list(w->facts, w->facts->stmts[s].list, &count);
        for (uint32_t i = 0; w->facts->stmts[s].kind == STMT_DELETE && i < count; i++) {
            if (list[i] == expr) {
                return NAME_DELITEM;
            }
        }
    }
    return NAME_SETITEM;
}

static void walk_expr(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t count;
    switch (e->kind) {
    case EXPR_CALL:
        walk_call(w, expr);
        break;
    case EXPR_ATTRIBUTE:
        walk_property(w, expr, (e->flags & EXPR_FLAG_STORE) != 0);
        break;
    case EXPR_SUBSCRIPT:
        walk_item(w, expr, item_method(w, expr));
        break;
    case EXPR_BOOL:
        walk_truth(w, e->a);
        break;
    case EXPR_UNARY:
        if (e->op == OP_NOT) {
            walk_truth(w, e->a);
        }
        break;
    case EXPR_TERNARY:
        walk_truth(w, facts_list(w->facts, e->b, &count)[0]);
        break;
    case EXPR_BINARY:
        walk_special(w, SITE_OPERATOR, expr, e->a, program_operator_name(e->op));
        break;
    case EXPR_COMPARE:
        walk_compare(w, expr);
        break;
    case EXPR_COMP:
        walk_comprehension(w, expr);
        break;
    case EXPR_YIELD_FROM:
        walk_iteration(w, e->a);
        break;
    case EXPR_STARRED:
        if (!(e->flags & EXPR_FLAG_STORE)) {
            walk_iteration(w, e->a);
        }
        break;
    default:
        break;
    }
}

static int by_position(const void *a, const void *b) {
    const struct flow_site *x = a, *y = b;
    return x->start != y->start ? (x->start < y->start ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

/* The function whose run evaluates what stands in a scope: comprehensions and class bodies run where they stand. */
static uint32_t runs_in(const struct facts *facts, uint32_t scope) {
    while (scope != 0 && (facts->scopes[scope].kind == SCOPE_COMPREHENSION || facts->scopes[scope].kind == SCOPE_CLASS)) {
        scope = facts->scopes[scope].parent;
    }
    return scope;
}

void sites_collect(struct flow *self, uint32_t function) {
    uint32_t def = self->functions.data[function].def;
    uint32_t module = program_def_module(self->program, def);
    const struct program_module *m = program_module_at(self->program, module);
    struct walk w = {.flow = self, .program = self->program, .facts = &m->facts, .module = module,
                     .function = function, .scope = def - m->scope_base,
                     .receiver = self->functions.data[function].receiver};
    w.self_symbol = self_symbol(&m->facts, w.scope);
    struct flow_guards own = {0}; /* a copy: finding those of targets moves the list */
    if (self->functions.data[function].omitted && guards_for(self, def)) {
        own = *guards_for(self, def);
        w.guards = &own;
        w.omitted = self->functions.data[function].omitted;
    }
    const struct facts_scope *scope = &m->facts.scopes[w.scope];
    ranges_find(self, module, w.scope);
    self->functions.data[function].first_site = self->sites.len;
    find_lazy(&w, scope);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        if (!(x->flags & EXPR_FLAG_ANNOTATION) && !is_lazy(&w, x->scope) &&
            (x->scope == w.scope || runs_in(&m->facts, x->scope) == w.scope)) {
            walk_expr(&w, e);
        }
    }
    walk_stmts(&w);
    struct flow_function *f = &self->functions.data[function];
    if (f->site_count) {
        qsort(self->sites.data + f->first_site, f->site_count, sizeof *self->sites.data, by_position);
    }
}
