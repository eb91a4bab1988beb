#include "syntax/lower.h"

/* The strings of a literal list, tuple or set, also of several added up. False when there is none. */
static bool collect(struct lower *l, uint32_t expr) {
    uint32_t base = l->values.len;
    bool found = false;
    lower_push_role(l, ROLE_PLAIN, expr);
    while (l->values.len > base) {
        const struct facts_expr *record = lower_at(l, vec_pop(&l->values).expr);
        if (record->kind == EXPR_BINARY && record->op == OP_ADD) {
            uint32_t left = record->a;
            lower_push_role(l, ROLE_PLAIN, record->b);
            lower_push_role(l, ROLE_PLAIN, left);
        }
        if (record->kind != EXPR_LIST && record->kind != EXPR_TUPLE && record->kind != EXPR_SET)
            continue;
        found = true;
        const uint32_t *list = &l->builder.pool.data[record->b];
        for (uint32_t i = 1; i <= list[0]; i++)
            if (lower_at(l, list[i])->kind == EXPR_STRING)
                vec_push(&l->builder.all, lower_at(l, list[i])->a);
    }
    return found;
}

void lower_collect_all(struct lower *l, uint32_t stmt) {
    const struct facts_stmt *record = lower_stmt(l, stmt);
    if (record->scope != 0 || record->a == FACTS_NONE)
        return;
    const uint32_t *targets = &l->builder.pool.data[record->list];
    if (targets[0] == 1 && lower_is_name(l, targets[1], "__all__") && collect(l, record->a))
        lower_scope(l, 0)->flags |= SCOPE_HAS_ALL;
}

void lower_collect_all_call(struct lower *l, uint32_t expr) {
    const struct facts_expr *call = lower_at(l, expr);
    if (l->context.scope != 0 || call->kind != EXPR_CALL)
        return;
    const struct facts_expr *method = lower_at(l, call->a);
    if (method->kind != EXPR_ATTRIBUTE || !lower_is_name(l, method->a, "__all__"))
        return;
    const uint32_t *arguments = &l->builder.pool.data[call->b];
    if (arguments[0] != 2)
        return;
    struct span name = intern_text(&l->builder.strings, method->b);
    if (span_is(name, "extend"))
        collect(l, arguments[2]);
    else if (span_is(name, "append") && lower_at(l, arguments[2])->kind == EXPR_STRING)
        vec_push(&l->builder.all, lower_at(l, arguments[2])->a);
}
