#include "syntax/lower.h"

/* Functions, classes and parameter lists. Of a definition's frame: a: its scope. Of a parameter list: a: where its
 * parameters start in l->params, op: PARAM_NORMAL, or PARAM_KEYWORD_ONLY after a star. Of one parameter: b: the place
 * it has or will have in l->params. */

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }
static bool is_list(enum kind kind) { return kind == KIND_PARAMETERS || kind == KIND_LAMBDA_PARAMETERS; }
static bool is_definition(enum kind kind) { return kind == KIND_FUNCTION_DEFINITION || kind == KIND_CLASS_DEFINITION; }

/* ---- functions and classes ---- */

static uint32_t decorator_list(struct lower *l, const struct frame *decorated, const struct frame *f) {
    return lower_list(l, l->values.data + decorated->base, f->base - decorated->base);
}

static void enter_definition(struct lower *l, struct frame *f) {
    bool function = f->kind == KIND_FUNCTION_DEFINITION;
    struct frame *decorated = lower_parent_kind(l, f) == KIND_DECORATED_DEFINITION ? lower_parent(l, f) : NULL;
    if (decorated)
        f->stmt = decorated->stmt;
    else
        lower_open(l, f, STMT_OTHER);
    f->a =
        lower_open_scope(l, function ? SCOPE_FUNCTION : SCOPE_CLASS, decorated ? decorated->start : f->start, f->end);
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    stmt->kind = function ? STMT_FUNCTION : STMT_CLASS;
    stmt->a = f->a;
    stmt->start = f->start;
    stmt->stop = f->end;
    lower_scope(l, f->a)->stmt = f->stmt;
    if (decorated && f->base > decorated->base)
        lower_scope(l, f->a)->decorators = decorator_list(l, decorated, f);
}

static void name_definition(struct lower *l, struct frame *f, uint32_t start, uint32_t end) {
    uint32_t name = lower_string(l, start, end);
    lower_scope(l, f->a)->name = name;
    struct binding binding =
        lower_binding(l, f->kind == KIND_CLASS_DEFINITION ? BIND_CLASS : BIND_FUNCTION, FACTS_NONE);
    binding.scope = f->saved.scope;
    binding.source = f->a;
    if (start < end)
        lower_bind(l, &binding, name, 0, start);
}

/* At the colon: what stood before it belongs to the scope around, what follows to the new one. */
static void enter_body(struct lower *l, struct frame *f, uint32_t end) {
    struct facts_scope *scope = lower_scope(l, f->a);
    for (uint32_t i = 0; i < lower_count(l, f); i++) {
        struct value value = lower_values(l, f)[i];
        if (value.role == ROLE_ARGUMENTS)
            scope->bases = value.expr;
        else if (f->kind == KIND_FUNCTION_DEFINITION)
            scope->returns = value.expr;
    }
    lower_stmt(l, f->stmt)->stop = end;
    l->values.len = f->base;
    l->context.scope = f->a;
    l->context.stmt = f->stmt;
    l->context.type_scope = FACTS_NONE;
    l->context.flags &= CONTEXT_TYPING | CONTEXT_MAIN;
}

static bool raises_not_implemented(const struct lower *l, uint32_t expr) {
    if (expr != FACTS_NONE && lower_at(l, expr)->kind == EXPR_CALL)
        expr = lower_at(l, expr)->a;
    return lower_is_name(l, expr, "NotImplementedError");
}

static bool is_stub_stmt(const struct lower *l, const struct facts_stmt *stmt, bool first) {
    switch ((enum facts_stmt_kind)stmt->kind) {
    case STMT_PASS: return true;
    case STMT_RAISE: return raises_not_implemented(l, stmt->a);
    case STMT_EXPR:
        if (stmt->a == FACTS_NONE)
            return false;
        return lower_at(l, stmt->a)->kind == EXPR_ELLIPSIS || (first && lower_at(l, stmt->a)->kind == EXPR_STRING);
    default: return false;
    }
}

static bool is_stub(const struct lower *l, uint32_t stmt) {
    uint32_t end = l->builder.stmts.len;
    for (uint32_t inner = stmt + 1; inner < end; inner = lower_stmt(l, inner)->end)
        if (!is_stub_stmt(l, lower_stmt(l, inner), inner == stmt + 1))
            return false;
    return true;
}

static uint32_t leave_definition(struct lower *l, struct frame *f) {
    lower_close_scope(l, f->a, FACTS_NONE);
    struct facts_scope *scope = lower_scope(l, f->a);
    scope->docstring = lower_docstring(l, f->stmt + 1);
    scope->end = larger(l->code_end, lower_stmt(l, f->stmt)->stop);
    if (f->flags & FRAME_ASYNC)
        scope->flags |= SCOPE_ASYNC;
    if (is_stub(l, f->stmt))
        scope->flags |= SCOPE_STUB;
    lower_stmt(l, f->stmt)->end = l->builder.stmts.len;
    return LEFT_NOTHING;
}

/* The statement of a decorated definition starts before its decorators are read; the definition says what it is. */
static uint32_t leave_decorated(struct lower *l, struct frame *f) {
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    if (stmt->kind == STMT_OTHER)
        stmt->list = lower_list(l, lower_values(l, f), lower_count(l, f));
    stmt->end = l->builder.stmts.len;
    return LEFT_NOTHING;
}

static uint32_t leave_decorator(struct lower *l, struct frame *f) {
    uint32_t expr = lower_one(l, lower_values(l, f), lower_count(l, f));
    if (expr != FACTS_NONE)
        lower_at(l, expr)->flags |= EXPR_FLAG_DECORATOR;
    return expr;
}

/* ---- type parameters ---- */

static void bind_type_parameter(struct lower *l, uint32_t scope, uint32_t expr, uint32_t bound) {
    struct binding binding = lower_binding(l, BIND_TYPE_ALIAS, bound);
    binding.scope = scope;
    lower_bind_target(l, &binding, expr);
    while (lower_at(l, expr)->kind == EXPR_STARRED)
        expr = lower_at(l, expr)->a;
    if (lower_at(l, expr)->kind == EXPR_NAME)
        vec_push(&l->list, lower_at(l, expr)->a);
}

/* `[T: bound, *Ts]` of a definition: names of its scope. */
static uint32_t leave_type_parameters(struct lower *l, struct frame *f, const struct frame *definition) {
    const uint32_t count = lower_count(l, f), base = f->base;
    vec_clear(&l->list);
    for (uint32_t i = 0; i < count; i++) {
        struct value value = l->values.data[base + i], next = {ROLE_PLAIN, FACTS_NONE};
        if (i + 1 < count)
            next = l->values.data[base + i + 1];
        if (value.role != ROLE_BOUND)
            bind_type_parameter(l, definition->a, value.expr, next.role == ROLE_BOUND ? next.expr : FACTS_NONE);
    }
    lower_scope(l, definition->a)->type_params = facts_builder_list(&l->builder, l->list.data, l->list.len);
    /* From here on annotations and bases see the type parameters; the definition's frame gives the context back. */
    f->saved.type_scope = definition->a;
    if (definition->kind == KIND_CLASS_DEFINITION)
        f->saved.scope = definition->a;
    return LEFT_NOTHING;
}

static void enter_type_parameters(struct lower *l, struct frame *f) {
    if (is_definition(lower_parent_kind(l, f)))
        l->context.scope = f[-1].a;
}

static void type_parameter_token(struct lower *l, struct frame *f, enum kind token) {
    if (lower_parent_kind(l, f) != KIND_GENERIC_TYPE)
        return;
    if (token == KIND_COMMA)
        f[-1].flags |= FRAME_COMMA;
    if (token == KIND_COMMA || token == KIND_OPEN_BRACKET)
        lower_note_subscript(l, f - 1, token == KIND_COMMA);
}

/* ---- parameters ---- */

static void enter_parameters(struct lower *l, struct frame *f) {
    enum kind parent = lower_parent_kind(l, f);
    if (parent != KIND_FUNCTION_DEFINITION && parent != KIND_LAMBDA)
        return;
    f->owner = l->frames.len - 1;
    f->a = l->params.len;
    f->op = PARAM_NORMAL;
}

/* One parameter of a list that is being read. */
static void enter_parameter(struct lower *l, struct frame *f) {
    enum kind parent = lower_parent_kind(l, f);
    if (is_list(parent) || parent == KIND_TYPED_PARAMETER)
        f->owner = f[-1].owner;
    f->b = l->params.len;
}

static void add_param(struct lower *l, const struct frame *f, enum facts_param_kind kind, uint32_t start,
                      uint32_t end) {
    struct frame *list = &l->frames.data[f->owner];
    struct facts_param param = {.kind = kind == PARAM_NORMAL ? list->op : (uint32_t)kind,
                                .name = lower_string(l, start, end),
                                .annotation = FACTS_NONE,
                                .value = FACTS_NONE,
                                .start = start};
    vec_push(&l->params, param);
    if (kind == PARAM_STAR)
        list->op = PARAM_KEYWORD_ONLY;
}

static void end_positional_only(struct lower *l, const struct frame *list) {
    for (uint32_t i = list->a; i < l->params.len; i++)
        if (l->params.data[i].kind == PARAM_NORMAL)
            l->params.data[i].kind = PARAM_POSITIONAL_ONLY;
}

/* The name of a parameter: before its annotation and default. False when it is an expression. */
static bool parameter_leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    if (f->owner == FACTS_NONE)
        return false;
    if (kind == KIND_KEYWORD_SEPARATOR) {
        l->frames.data[f->owner].op = PARAM_KEYWORD_ONLY;
        return true;
    }
    if (kind == KIND_POSITIONAL_SEPARATOR) {
        end_positional_only(l, &l->frames.data[f->owner]);
        return true;
    }
    if (kind != KIND_IDENTIFIER || f->role != ROLE_PLAIN)
        return false;
    add_param(l, f,
              f->kind == KIND_LIST_SPLAT_PATTERN         ? PARAM_STAR
              : f->kind == KIND_DICTIONARY_SPLAT_PATTERN ? PARAM_DOUBLE_STAR
                                                         : PARAM_NORMAL,
              start, end);
    return true;
}

static uint32_t leave_parameter(struct lower *l, struct frame *f) {
    if (f->owner == FACTS_NONE || f->b >= l->params.len)
        return lower_one(l, lower_values(l, f), lower_count(l, f));
    struct facts_param *param = &l->params.data[f->b];
    for (uint32_t i = 0; i < lower_count(l, f); i++) {
        struct value value = lower_values(l, f)[i];
        if (value.role == ROLE_TYPE)
            param->annotation = value.expr;
        else if (value.role == ROLE_TARGET)
            param->value = value.expr;
    }
    return LEFT_NOTHING;
}

/* `*x` or `**x` outside of a parameter list. */
static uint32_t leave_splat_pattern(struct lower *l, struct frame *f) {
    if (f->owner != FACTS_NONE)
        return LEFT_NOTHING;
    uint32_t inner = lower_one(l, lower_values(l, f), lower_count(l, f));
    return inner == FACTS_NONE ? LEFT_NOTHING : lower_emit(l, EXPR_STARRED, inner, FACTS_NONE, f->start, f->end);
}

/* Names in a parameter that is a tuple, as Python 2 had them. */
static void bind_tuple_parameters(struct lower *l, struct frame *f, uint32_t scope) {
    struct binding binding = lower_binding(l, BIND_ASSIGN, FACTS_NONE);
    binding.scope = scope;
    for (uint32_t i = 0; i < lower_count(l, f); i++)
        lower_bind_target(l, &binding, lower_values(l, f)[i].expr);
}

/* The parameters of a list, all there now, become records in one piece. */
static uint32_t leave_parameters(struct lower *l, struct frame *f) {
    if (f->owner == FACTS_NONE)
        return lower_one(l, lower_values(l, f), lower_count(l, f));
    uint32_t scope = f[-1].a;
    lower_scope(l, scope)->first_param = l->builder.params.len;
    lower_scope(l, scope)->param_count = l->params.len - f->a;
    struct binding binding = lower_binding(l, BIND_PARAM, FACTS_NONE);
    binding.scope = scope;
    binding.flags &= BINDING_TYPING;
    for (uint32_t i = f->a; i < l->params.len; i++) {
        struct facts_param param = l->params.data[i];
        param.symbol = facts_builder_symbol(&l->builder, scope, param.name);
        binding.source = l->builder.params.len;
        binding.annotation = param.annotation;
        lower_bind(l, &binding, param.name, 0, param.start);
        vec_push(&l->builder.params, param);
    }
    l->params.len = f->a;
    bind_tuple_parameters(l, f, scope);
    return LEFT_NOTHING;
}

/* ---- the handler ---- */

static void enter(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_FUNCTION_DEFINITION:
    case KIND_CLASS_DEFINITION: enter_definition(l, f); break;
    case KIND_DECORATED_DEFINITION: lower_open(l, f, STMT_OTHER); break;
    case KIND_PARAMETERS:
    case KIND_LAMBDA_PARAMETERS: enter_parameters(l, f); break;
    case KIND_TYPE_PARAMETER: enter_type_parameters(l, f); break;
    case KIND_DECORATOR: break;
    default: enter_parameter(l, f); break;
    }
}

static void token(struct lower *l, struct frame *f, enum kind token, uint32_t end) {
    switch ((enum kind)f->kind) {
    case KIND_FUNCTION_DEFINITION:
    case KIND_CLASS_DEFINITION:
        if (token == KIND_COLON)
            enter_body(l, f, end);
        else if (token == KIND_KEYWORD_ASYNC)
            f->flags |= FRAME_ASYNC;
        break;
    case KIND_TYPE_PARAMETER: type_parameter_token(l, f, token); break;
    case KIND_DEFAULT_PARAMETER:
    case KIND_TYPED_PARAMETER:
    case KIND_TYPED_DEFAULT_PARAMETER:
        if (token == KIND_COLON)
            f->role = ROLE_TYPE;
        else if (token == KIND_EQUALS)
            f->role = ROLE_TARGET; /* the default */
        break;
    default: break;
    }
}

static void leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    if (is_definition((enum kind)f->kind) && kind == KIND_IDENTIFIER)
        name_definition(l, f, start, end);
    else if (!parameter_leaf(l, f, kind, start, end))
        lower_leaf(l, kind, start, end);
}

static uint32_t leave(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_FUNCTION_DEFINITION:
    case KIND_CLASS_DEFINITION: return leave_definition(l, f);
    case KIND_DECORATED_DEFINITION: return leave_decorated(l, f);
    case KIND_DECORATOR: return leave_decorator(l, f);
    case KIND_PARAMETERS:
    case KIND_LAMBDA_PARAMETERS: return leave_parameters(l, f);
    case KIND_LIST_SPLAT_PATTERN:
    case KIND_DICTIONARY_SPLAT_PATTERN: return leave_splat_pattern(l, f);
    case KIND_TYPE_PARAMETER:
        return is_definition(lower_parent_kind(l, f)) ? leave_type_parameters(l, f, f - 1) : LEFT_VALUES;
    default: return leave_parameter(l, f);
    }
}

const struct handler lower_define_handler = {enter, token, leaf, leave};
