/* Registrations in a loop over a table: `for path, view in ((…, …), …): app.add_url_rule(path, view_func=view)`, also over the
 * items of a dictionary. What stands in one row belongs together. */
#include "web/internal.h"

#define LIMIT_NAMES 8u /* names that a loop takes its rows apart to */

struct rows {
    struct web *web;
    uint32_t module;
    const uint32_t *names; /* the loop's target, by places in a row */
    uint32_t name_count;
    rows_fn *visit;
    void *context;
    bool any;
};

/* The innermost loop whose body holds a position; FACTS_NONE. */
static uint32_t loop_around(const struct facts *facts, uint32_t position) {
    uint32_t found = FACTS_NONE;
    for (uint32_t s = 0; s < facts->stmt_count && facts->stmts[s].start <= position; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        bool inside =
            stmt->stop <= position && (stmt->end >= facts->stmt_count || position < facts->stmts[stmt->end].start);
        found = stmt->kind == STMT_FOR && inside ? s : found;
    }
    return found;
}

/* Whether a call says a name that the loop gives. */
static bool uses_name(const struct facts *facts, uint32_t call, const uint32_t *names, uint32_t count) {
    const struct facts_expr *place = &facts->exprs[call];
    for (uint32_t e = call; e-- > 0;) { /* operands stand before what uses them */
        const struct facts_expr *x = &facts->exprs[e];
        if (x->end < place->start) {
            return false;
        }
        for (uint32_t i = 0; x->kind == EXPR_NAME && x->start >= place->start && i < count; i++) {
            if (facts->exprs[names[i]].kind == EXPR_NAME && facts->exprs[names[i]].b == x->b && x->b != FACTS_NONE) {
                return true;
            }
        }
    }
    return false;
}

/* One row: each name stands for its part while the registration is read. */
static void visit_row(struct rows *r, uint32_t module, const uint32_t *parts, uint32_t count) {
    const struct facts *facts = facts_of(r->web, r->module);
    const struct program_frame *before = r->web->frame;
    struct program_frame frames[LIMIT_NAMES];
    for (uint32_t i = 0; i < r->name_count && i < count; i++) {
        frames[i] = (struct program_frame){
            .outer = i ? &frames[i - 1] : before,
            .def = PROGRAM_NONE,
            .module = module,
            .call = parts[i],
            .symbol_module = r->module,
            .symbol = facts->exprs[r->names[i]].kind == EXPR_NAME ? facts->exprs[r->names[i]].b : FACTS_NONE};
        r->web->frame = &frames[i];
    }
    r->any = true;
    r->visit(r->context);
    r->web->frame = before;
}

static void visit_table(void *context, uint32_t module, uint32_t expr) {
    struct rows *r = context;
    const struct facts *facts = facts_of(r->web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    bool is_table = e->kind == EXPR_LIST || e->kind == EXPR_TUPLE || e->kind == EXPR_SET;
    uint32_t count = 0, parts;
    const uint32_t *list = is_table || e->kind == EXPR_DICT ? facts_list(facts, e->b, &count) : NULL;
    for (uint32_t i = 0; e->kind == EXPR_DICT && i + 1 < count; i += 2) {
        if (list[i] != FACTS_NONE) {
            visit_row(r, module, list + i, 2);
        }
    }
    for (uint32_t i = 0; is_table && i < count; i++) {
        const struct facts_expr *row = &facts->exprs[list[i]];
        if (row->kind == EXPR_TUPLE || row->kind == EXPR_LIST) {
            const uint32_t *part = facts_list(facts, row->b, &parts);
            visit_row(r, module, part, parts);
        }
    }
}

bool rows_each(struct web *self, uint32_t module, uint32_t call, rows_fn *visit, void *context) {
    const struct facts *facts = facts_of(self, module);
    uint32_t loop = loop_around(facts, facts->exprs[call].start);
    struct rows r = {.web = self, .module = module, .visit = visit, .context = context};
    if (loop == FACTS_NONE || facts->stmts[loop].b == FACTS_NONE) {
        return false;
    }
    const struct facts_expr *target = &facts->exprs[facts->stmts[loop].b],
                            *iterable = &facts->exprs[facts->stmts[loop].a];
    if (target->kind != EXPR_TUPLE && target->kind != EXPR_LIST) {
        return false;
    }
    r.names = facts_list(facts, target->b, &r.name_count);
    if (r.name_count > LIMIT_NAMES || !uses_name(facts, call, r.names, r.name_count)) {
        return false;
    }
    uint32_t table = facts->stmts[loop].a;
    if (iterable->kind == EXPR_CALL && facts->exprs[iterable->a].kind == EXPR_ATTRIBUTE &&
        span_is(facts_last_name(facts, iterable->a), "items")) {
        table = facts->exprs[iterable->a].a;
    }
    program_origins_in(self->program, self->frame, module, table, visit_table, &r);
    return r.any;
}
