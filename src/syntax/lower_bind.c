#include "syntax/lower.h"

struct binding lower_binding(const struct lower *l, enum facts_binding_kind kind, uint32_t value) {
    uint8_t flags = 0;
    if (l->context.flags & CONTEXT_TYPING)
        flags |= BINDING_TYPING;
    if (l->context.flags & CONTEXT_FALLBACK)
        flags |= BINDING_FALLBACK;
    if (l->context.flags & CONTEXT_CONDITIONAL)
        flags |= BINDING_CONDITIONAL;
    return (struct binding){.kind = kind,
                            .flags = flags,
                            .scope = l->context.scope,
                            .stmt = l->context.stmt,
                            .value = value,
                            .annotation = FACTS_NONE,
                            .source = FACTS_NONE};
}

void lower_bind(struct lower *l, const struct binding *binding, uint32_t name, uint16_t unpack, uint32_t start) {
    struct facts_binding record = {.kind = (uint8_t)binding->kind,
                                   .flags = binding->flags,
                                   .unpack = unpack,
                                   .symbol = facts_builder_symbol(&l->builder, binding->scope, name),
                                   .stmt = binding->stmt,
                                   .value = binding->value,
                                   .annotation = binding->annotation,
                                   .source = binding->source,
                                   .start = start};
    vec_push(&l->builder.bindings, record);
}

static void store(struct lower *l, const struct binding *binding, uint32_t target, uint16_t unpack) {
    struct facts_store record = {.kind = (uint8_t)binding->kind,
                                 .flags = binding->flags,
                                 .unpack = unpack,
                                 .target = target,
                                 .stmt = binding->stmt,
                                 .value = binding->value,
                                 .annotation = binding->annotation,
                                 .scope = binding->scope};
    vec_push(&l->builder.stores, record);
}

/* ---- targets ---- */

/* Targets still to do lie on the value stack, the next one on top. Their role is the unpack number and this for `*`. */
#define PENDING_STAR (1u << 16)

/* The elements of an unpacking, last one first, so that they are bound in order. */
static void expand(struct lower *l, const struct facts_expr *sequence, uint32_t unpack) {
    uint32_t count = l->builder.pool.data[sequence->b];
    const uint32_t *elements = &l->builder.pool.data[sequence->b + 1];
    for (uint32_t i = count; i-- > 0;) {
        uint32_t own = i + 1 < UINT16_MAX ? i + 1 : UINT16_MAX;
        lower_push_role(l, unpack ? unpack : own, elements[i]);
    }
}

static void bind_one(struct lower *l, const struct binding *binding, uint32_t target, uint32_t pending) {
    struct facts_expr *expr = lower_at(l, target);
    struct binding starred = *binding;
    if (pending & PENDING_STAR)
        starred.flags |= BINDING_STAR;
    /* The target of an augmented assignment is also read. */
    if (binding->kind != BIND_AUGMENT)
        expr->flags |= EXPR_FLAG_STORE;
    switch ((enum facts_expr_kind)expr->kind) {
    case EXPR_NAME: lower_bind(l, &starred, expr->a, (uint16_t)pending, expr->start); break;
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT: store(l, &starred, target, (uint16_t)pending); break;
    case EXPR_TUPLE:
    case EXPR_LIST: expand(l, expr, pending & ~PENDING_STAR); break;
    case EXPR_STARRED: lower_push_role(l, pending | PENDING_STAR, expr->a); break;
    default: expr->flags &= (uint8_t)~EXPR_FLAG_STORE; break;
    }
}

void lower_bind_target(struct lower *l, const struct binding *binding, uint32_t target) {
    uint32_t base = l->values.len;
    bind_one(l, binding, target, 0);
    while (l->values.len > base) {
        struct value next = vec_pop(&l->values);
        bind_one(l, binding, next.expr, next.role);
    }
}

/* ---- narrowing ---- */

void lower_narrow_name(struct lower *l, uint32_t name, uint32_t class, uint32_t stmt, uint32_t start) {
    struct binding narrow = lower_binding(l, BIND_NARROW, class);
    /* Which symbol it is turns out when names are resolved: it must not become one of this scope here. */
    struct facts_binding record = {.kind = BIND_NARROW,
                                   .flags = narrow.flags,
                                   .symbol = name,
                                   .stmt = stmt,
                                   .value = class,
                                   .annotation = FACTS_NONE,
                                   .source = FACTS_NONE,
                                   .start = start};
    vec_push(&l->builder.bindings, record);
}

/* The arguments of isinstance(name, class); false for anything else. */
static bool is_instance_test(const struct lower *l, uint32_t expr, uint32_t *name, uint32_t *class) {
    const struct facts_expr *call = lower_at(l, expr);
    if (call->kind != EXPR_CALL || !lower_is_name(l, call->a, "isinstance"))
        return false;
    const uint32_t *list = &l->builder.pool.data[call->b];
    if (list[0] != 4 || list[1] != FACTS_ARG_POSITIONAL || list[3] != FACTS_ARG_POSITIONAL)
        return false;
    *name = list[2];
    *class = list[4];
    if (lower_at(l, *name)->kind == EXPR_WALRUS)
        *name = lower_at(l, *name)->a;
    return lower_at(l, *name)->kind == EXPR_NAME;
}

/* Replaces the value on top by its operands when it is such a boolean operation. */
static bool split(struct lower *l, uint32_t expr, enum facts_op op) {
    const struct facts_expr *record = lower_at(l, expr);
    if (record->kind != EXPR_BOOL || record->op != op)
        return false;
    uint32_t left = record->a;
    lower_push_role(l, ROLE_PLAIN, record->b);
    lower_push_role(l, ROLE_PLAIN, left);
    return true;
}

void lower_narrow(struct lower *l, uint32_t condition, uint32_t stmt, uint32_t start) {
    uint32_t base = l->values.len, name, class;
    lower_push_role(l, ROLE_PLAIN, condition);
    while (l->values.len > base) {
        uint32_t expr = vec_pop(&l->values).expr;
        if (!split(l, expr, OP_AND) && is_instance_test(l, expr, &name, &class))
            lower_narrow_name(l, name, class, stmt, start == FACTS_NONE ? lower_at(l, name)->start : start);
    }
}

static bool is_negated_test(const struct lower *l, uint32_t expr, uint32_t *name, uint32_t *class) {
    const struct facts_expr *not = lower_at(l, expr);
    return not ->kind == EXPR_UNARY && not ->op == OP_NOT && is_instance_test(l, not ->a, name, class);
}

/* Narrows from `start` on, or with FACTS_NONE only tells whether there is something to narrow. */
static bool narrow_negated(struct lower *l, uint32_t condition, uint32_t stmt, uint32_t start) {
    uint32_t base = l->values.len, name, class;
    bool found = false;
    lower_push_role(l, ROLE_PLAIN, condition);
    while (l->values.len > base) {
        uint32_t expr = vec_pop(&l->values).expr;
        if (split(l, expr, OP_OR) || !is_negated_test(l, expr, &name, &class))
            continue;
        found = true;
        if (start != FACTS_NONE)
            lower_narrow_name(l, name, class, stmt, start);
    }
    return found;
}

bool lower_narrows_behind(struct lower *l, uint32_t condition) {
    return narrow_negated(l, condition, FACTS_NONE, FACTS_NONE);
}

void lower_narrow_behind(struct lower *l, uint32_t condition, uint32_t stmt, uint32_t start) {
    narrow_negated(l, condition, stmt, start);
}
