#include "syntax/lower.h"

void lower_open(struct lower *l, struct frame *f, enum facts_stmt_kind kind) {
    uint8_t flags = 0;
    if (l->context.flags & CONTEXT_TYPING)
        flags |= STMT_FLAG_TYPING;
    if (l->context.flags & CONTEXT_MAIN)
        flags |= STMT_FLAG_MAIN;
    struct facts_stmt stmt = {.kind = (uint8_t)kind,
                              .flags = flags,
                              .scope = l->context.scope,
                              .parent = l->context.stmt,
                              .a = FACTS_NONE,
                              .b = FACTS_NONE,
                              .list = FACTS_NONE,
                              .start = f->start,
                              .stop = f->end};
    f->stmt = l->builder.stmts.len;
    l->context.stmt = f->stmt;
    vec_push(&l->builder.stmts, stmt);
}

static uint32_t close(struct lower *l, const struct frame *f) {
    lower_stmt(l, f->stmt)->end = l->builder.stmts.len;
    l->code_end = f->end;
    return LEFT_NOTHING;
}

/* ---- assignments ---- */

/* The value of an assignment that is no assignment itself, and the annotation; FACTS_NONE when absent. */
static uint32_t find_role(const struct value *values, uint32_t count, enum role role) {
    for (uint32_t i = 0; i < count; i++)
        if (values[i].role == role)
            return values[i].expr;
    return FACTS_NONE;
}

/* The targets, left to right: chained ones lie on the stack from right to left, since values come before targets. */
static uint32_t target_list(struct lower *l, const struct value *values, uint32_t count) {
    vec_clear(&l->list);
    for (uint32_t i = count; i-- > 0;)
        if (values[i].role == ROLE_TARGET)
            vec_push(&l->list, values[i].expr);
    return facts_builder_list(&l->builder, l->list.data, l->list.len);
}

static enum facts_binding_kind binding_kind(uint32_t value, uint32_t annotation) {
    return value == FACTS_NONE && annotation != FACTS_NONE ? BIND_ANNOTATION : BIND_ASSIGN;
}

static void bind_targets(struct lower *l, const struct facts_stmt *stmt, struct binding binding) {
    uint32_t list = stmt->list, count = l->builder.pool.data[list];
    for (uint32_t i = 0; i < count; i++)
        lower_bind_target(l, &binding, l->builder.pool.data[list + 1 + i]);
}

/* STMT_OTHER when a part is missing. */
static enum facts_stmt_kind assignment_kind(const struct frame *f, uint32_t value, uint32_t annotation,
                                            uint32_t targets) {
    if (f->kind == KIND_AUGMENTED_ASSIGNMENT)
        return value != FACTS_NONE && targets == 1 && f->op ? STMT_AUG_ASSIGN : STMT_OTHER;
    if (annotation != FACTS_NONE)
        return targets == 1 ? STMT_ANN_ASSIGN : STMT_OTHER;
    return value != FACTS_NONE && targets ? STMT_ASSIGN : STMT_OTHER;
}

static void lower_assignment(struct lower *l, struct frame *f, struct facts_stmt *stmt) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f);
    uint32_t value = find_role(values, count, ROLE_PLAIN), annotation = find_role(values, count, ROLE_TYPE);
    uint32_t list = target_list(l, values, count);
    stmt->kind = (uint8_t)assignment_kind(f, value, annotation, l->builder.pool.data[list]);
    if (stmt->kind == STMT_OTHER) {
        stmt->list = lower_list(l, values, count);
        return;
    }
    stmt->a = value;
    stmt->b = annotation;
    stmt->list = list;
    stmt->op = f->op;
    struct binding binding = lower_binding(l, binding_kind(value, annotation), value);
    binding.annotation = annotation;
    if (stmt->kind == STMT_AUG_ASSIGN)
        binding.kind = BIND_AUGMENT;
    bind_targets(l, stmt, binding);
    lower_collect_all(l, l->context.stmt);
}

static uint32_t leave_assignment(struct lower *l, struct frame *f) {
    if (f->flags & FRAME_NESTED)
        return LEFT_VALUES;
    lower_assignment(l, f, lower_stmt(l, l->context.stmt));
    if (f->stmt != FACTS_NONE)
        close(l, f);
    return LEFT_NOTHING;
}

/* Part of an expression statement, or the value of another assignment, or on its own in a broken file. */
static void enter_assignment(struct lower *l, struct frame *f) {
    enum kind parent = lower_parent_kind(l, f);
    if (parent == KIND_ASSIGNMENT || parent == KIND_AUGMENTED_ASSIGNMENT)
        f->flags |= FRAME_NESTED;
    else if (parent != KIND_EXPRESSION_STATEMENT)
        lower_open(l, f, STMT_ASSIGN);
    if (f->kind == KIND_ASSIGNMENT)
        f->holds = true;
    else
        f->role = ROLE_TARGET;
}

static void assignment_token(struct frame *f, enum kind token) {
    if (token == KIND_COLON)
        f->role = ROLE_TYPE;
    else if (token == KIND_EQUALS)
        f->role = ROLE_PLAIN;
    else if (f->kind == KIND_AUGMENTED_ASSIGNMENT && f->role == ROLE_TARGET && lower_operator(token))
        f->op = (uint8_t)lower_operator(token), f->role = ROLE_PLAIN;
}

/* ---- other simple statements ---- */

static uint32_t leave_expression_statement(struct lower *l, struct frame *f) {
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    uint32_t count = lower_count(l, f);
    const struct value *values = lower_values(l, f);
    if (stmt->kind == STMT_EXPR && !count) {
        stmt->kind = STMT_OTHER;
        stmt->list = lower_list(l, values, 0);
    } else if (stmt->kind == STMT_EXPR) {
        uint32_t value =
            f->flags & FRAME_COMMA ? lower_tuple(l, values, count, f->start, f->end) : lower_one(l, values, count);
        stmt->a = value;
        lower_at(l, value)->flags |= EXPR_FLAG_DISCARDED;
        lower_collect_all_call(l, value);
    }
    return close(l, f);
}

/* return, raise, assert: one value, and another one with a role of its own or behind a comma. */
static uint32_t leave_valued(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f);
    const struct value *values = lower_values(l, f);
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    if (count > 0)
        *(values[0].role == ROLE_CAUSE ? &stmt->b : &stmt->a) = values[0].expr;
    if (count > 1 && f->kind != KIND_RETURN_STATEMENT)
        stmt->b = values[1].expr;
    if (f->kind == KIND_ASSERT_STATEMENT && stmt->a == FACTS_NONE)
        stmt->a = lower_unreadable(l, f);
    else if (f->kind == KIND_ASSERT_STATEMENT)
        lower_narrow(l, stmt->a, f->saved.stmt, f->end);
    return close(l, f);
}

static uint32_t leave_delete(struct lower *l, struct frame *f) {
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    stmt->list = lower_list(l, lower_values(l, f), lower_count(l, f));
    bind_targets(l, stmt, lower_binding(l, BIND_DELETE, FACTS_NONE));
    return close(l, f);
}

/* `type X[T] = …`: type parameters are names of the scope around, for want of one of their own. */
static void bind_type_alias(struct lower *l, uint32_t left, uint32_t value) {
    struct binding binding = lower_binding(l, BIND_TYPE_ALIAS, value);
    struct facts_stmt *stmt = lower_stmt(l, l->context.stmt);
    stmt->a = left;
    if (lower_at(l, left)->kind == EXPR_SUBSCRIPT) {
        struct binding parameter = lower_binding(l, BIND_TYPE_ALIAS, FACTS_NONE);
        stmt->a = lower_at(l, left)->a;
        lower_bind_target(l, &parameter, lower_at(l, left)->b);
    }
    lower_bind_target(l, &binding, stmt->a);
}

/* The name that a type alias gives, without its type parameters. */
static bool is_alias_name(const struct lower *l, uint32_t left) {
    if (lower_at(l, left)->kind == EXPR_SUBSCRIPT)
        left = lower_at(l, left)->a;
    return lower_at(l, left)->kind == EXPR_NAME;
}

static uint32_t leave_type_alias(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f);
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    if (count == 2 && is_alias_name(l, values[0].expr)) {
        stmt->b = values[1].expr;
        bind_type_alias(l, values[0].expr, values[1].expr);
    } else {
        stmt->kind = STMT_OTHER;
        stmt->list = lower_list(l, values, count);
    }
    return close(l, f);
}

/* print, exec, or what the parser could not read. */
static uint32_t leave_other(struct lower *l, struct frame *f) {
    struct value *values = lower_values(l, f);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < lower_count(l, f); i++)
        if (values[i].role < ROLE_OPERATOR || values[i].role == ROLE_ERROR)
            values[kept++].expr = values[i].expr;
    lower_stmt(l, f->stmt)->list = lower_list(l, values, kept);
    return close(l, f);
}

static void declare(struct lower *l, struct frame *f, uint32_t start, uint32_t end) {
    uint32_t scope = l->context.scope, name = lower_string(l, start, end);
    if (scope == 0 || start == end)
        return;
    uint32_t symbol = facts_builder_symbol(&l->builder, scope, name);
    l->builder.symbols.data[symbol].flags |= f->kind == KIND_GLOBAL_STATEMENT ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
    if (f->kind == KIND_GLOBAL_STATEMENT)
        facts_builder_symbol(&l->builder, 0, name);
}

static uint32_t leave_module(struct lower *l) {
    lower_close_scope(l, 0, FACTS_NONE);
    lower_scope(l, 0)->docstring = lower_docstring(l, 0);
    return LEFT_NOTHING;
}

/* ---- errors ---- */

/* Among statements an error is a statement, elsewhere an expression. */
static void enter_error(struct lower *l, struct frame *f) {
    enum kind around = (enum kind)l->levels.data[l->levels.len - 1].kind;
    if (around == KIND_MODULE || around == KIND_BLOCK || (around == KIND_ERROR && f[-1].stmt != FACTS_NONE))
        lower_open(l, f, STMT_OTHER);
}

static uint32_t leave_error(struct lower *l, struct frame *f) {
    if (f->stmt != FACTS_NONE)
        return leave_other(l, f);
    if (!lower_count(l, f))
        return LEFT_NOTHING;
    uint32_t expr = lower_expr_handler.leave(l, f);
    uint32_t role = f[-1].role;
    l->values.len = f->base;
    lower_push_role(l, f[-1].kind == KIND_DICTIONARY ? (uint32_t)ROLE_ERROR : role, expr);
    return LEFT_VALUES;
}

/* ---- the handler ---- */

static void enter(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_MODULE: break;
    case KIND_EXPRESSION_STATEMENT: lower_open(l, f, STMT_EXPR); break;
    case KIND_ASSIGNMENT:
    case KIND_AUGMENTED_ASSIGNMENT: enter_assignment(l, f); break;
    case KIND_RETURN_STATEMENT: lower_open(l, f, STMT_RETURN); break;
    case KIND_RAISE_STATEMENT: lower_open(l, f, STMT_RAISE); break;
    case KIND_ASSERT_STATEMENT: lower_open(l, f, STMT_ASSERT); break;
    case KIND_DELETE_STATEMENT: lower_open(l, f, STMT_DELETE); break;
    case KIND_PASS_STATEMENT: lower_open(l, f, STMT_PASS); break;
    case KIND_BREAK_STATEMENT: lower_open(l, f, STMT_BREAK); break;
    case KIND_CONTINUE_STATEMENT: lower_open(l, f, STMT_CONTINUE); break;
    case KIND_GLOBAL_STATEMENT: lower_open(l, f, STMT_GLOBAL); break;
    case KIND_NONLOCAL_STATEMENT: lower_open(l, f, STMT_NONLOCAL); break;
    case KIND_TYPE_ALIAS_STATEMENT: lower_open(l, f, STMT_TYPE_ALIAS); break;
    case KIND_ERROR: enter_error(l, f); break;
    default: lower_open(l, f, STMT_OTHER); break;
    }
}

static void token(struct lower *l, struct frame *f, enum kind token, uint32_t end) {
    (void)l, (void)end;
    switch ((enum kind)f->kind) {
    case KIND_ASSIGNMENT:
    case KIND_AUGMENTED_ASSIGNMENT: assignment_token(f, token); break;
    case KIND_EXPRESSION_STATEMENT:
        if (token == KIND_COMMA)
            f->flags |= FRAME_COMMA;
        break;
    case KIND_RAISE_STATEMENT:
        if (token == KIND_KEYWORD_FROM)
            f->role = ROLE_CAUSE;
        break;
    default: break;
    }
}

static void leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    if (f->kind == KIND_GLOBAL_STATEMENT || f->kind == KIND_NONLOCAL_STATEMENT)
        declare(l, f, start, end);
    else
        lower_leaf(l, kind, start, end);
}

static uint32_t leave(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_MODULE: return leave_module(l);
    case KIND_EXPRESSION_STATEMENT: return leave_expression_statement(l, f);
    case KIND_ASSIGNMENT:
    case KIND_AUGMENTED_ASSIGNMENT: return leave_assignment(l, f);
    case KIND_RETURN_STATEMENT:
    case KIND_RAISE_STATEMENT:
    case KIND_ASSERT_STATEMENT: return leave_valued(l, f);
    case KIND_DELETE_STATEMENT: return leave_delete(l, f);
    case KIND_TYPE_ALIAS_STATEMENT: return leave_type_alias(l, f);
    case KIND_PRINT_STATEMENT:
    case KIND_EXEC_STATEMENT: return leave_other(l, f);
    case KIND_ERROR: return leave_error(l, f);
    default: return close(l, f);
    }
}

const struct handler lower_simple_handler = {enter, token, leaf, leave};
