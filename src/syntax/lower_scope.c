#include "syntax/lower.h"

uint32_t lower_open_scope(struct lower *l, enum facts_scope_kind kind, uint32_t start, uint32_t end) {
    uint8_t flags = 0;
    if (l->context.flags & CONTEXT_TYPING)
        flags |= SCOPE_TYPING;
    if (l->context.flags & CONTEXT_CONDITIONAL && (kind == SCOPE_FUNCTION || kind == SCOPE_CLASS))
        flags |= SCOPE_CONDITIONAL;
    struct facts_scope scope = {.kind = (uint8_t)kind,
                                .flags = flags,
                                .parent = l->context.scope,
                                .name = FACTS_NONE,
                                .stmt = l->context.stmt,
                                .expr = FACTS_NONE,
                                .first_param = l->builder.params.len,
                                .decorators = FACTS_NONE,
                                .bases = FACTS_NONE,
                                .returns = FACTS_NONE,
                                .docstring = FACTS_NONE,
                                .type_params = FACTS_NONE,
                                .first_expr = l->builder.exprs.len,
                                .start = start,
                                .end = end};
    vec_push(&l->builder.scopes, scope);
    return l->builder.scopes.len - 1;
}

void lower_close_scope(struct lower *l, uint32_t scope, uint32_t expr) {
    struct facts_scope *record = lower_scope(l, scope);
    record->end_expr = l->builder.exprs.len;
    record->expr = expr;
}

uint32_t lower_owner(const struct lower *l, uint32_t scope) {
    while (lower_scope(l, scope)->kind == SCOPE_COMPREHENSION)
        scope = lower_scope(l, scope)->parent;
    return scope;
}

uint32_t lower_docstring(const struct lower *l, uint32_t stmt) {
    if (stmt >= l->builder.stmts.len || lower_stmt(l, stmt)->kind != STMT_EXPR)
        return FACTS_NONE;
    uint32_t value = lower_stmt(l, stmt)->a;
    if (value == FACTS_NONE || lower_at(l, value)->kind != EXPR_STRING || lower_at(l, value)->flags & EXPR_FLAG_BYTES)
        return FACTS_NONE;
    return lower_at(l, value)->a;
}
