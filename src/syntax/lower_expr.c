#include "syntax/lower.h"

#include <string.h>

/* What an operator token means between two operands, or in an augmented assignment. */
static const uint8_t operators[KIND_COUNT] = {
    [KIND_PLUS] = OP_ADD,
    [KIND_MINUS] = OP_SUB,
    [KIND_STAR] = OP_MUL,
    [KIND_SLASH] = OP_DIV,
    [KIND_DOUBLE_SLASH] = OP_FLOORDIV,
    [KIND_PERCENT] = OP_MOD,
    [KIND_DOUBLE_STAR] = OP_POW,
    [KIND_AT] = OP_MATMUL,
    [KIND_SHIFT_LEFT] = OP_LSHIFT,
    [KIND_SHIFT_RIGHT] = OP_RSHIFT,
    [KIND_AMPERSAND] = OP_BITAND,
    [KIND_BAR] = OP_BITOR,
    [KIND_CARET] = OP_BITXOR,
    [KIND_TILDE] = OP_INVERT,
    [KIND_KEYWORD_AND] = OP_AND,
    [KIND_KEYWORD_OR] = OP_OR,
    [KIND_EQUAL] = OP_EQ,
    [KIND_UNEQUAL] = OP_NE,
    [KIND_UNEQUAL_OLD] = OP_NE,
    [KIND_LESS] = OP_LT,
    [KIND_LESS_EQUAL] = OP_LE,
    [KIND_GREATER] = OP_GT,
    [KIND_GREATER_EQUAL] = OP_GE,
    [KIND_KEYWORD_IN] = OP_IN,
    [KIND_NOT_IN] = OP_NOT_IN,
    [KIND_KEYWORD_IS] = OP_IS,
    [KIND_IS_NOT] = OP_IS_NOT,
    [KIND_ADD_TO] = OP_ADD,
    [KIND_SUBTRACT_FROM] = OP_SUB,
    [KIND_MULTIPLY_BY] = OP_MUL,
    [KIND_DIVIDE_BY] = OP_DIV,
    [KIND_FLOOR_DIVIDE_BY] = OP_FLOORDIV,
    [KIND_MODULO_BY] = OP_MOD,
    [KIND_RAISE_TO] = OP_POW,
    [KIND_MATRIX_MULTIPLY_BY] = OP_MATMUL,
    [KIND_SHIFT_LEFT_BY] = OP_LSHIFT,
    [KIND_SHIFT_RIGHT_BY] = OP_RSHIFT,
    [KIND_AND_WITH] = OP_BITAND,
    [KIND_OR_WITH] = OP_BITOR,
    [KIND_XOR_WITH] = OP_BITXOR,
};

enum facts_op lower_operator(enum kind token) { return (enum facts_op)operators[token]; }

/* ---- lists and tuples ---- */

uint32_t lower_list(struct lower *l, const struct value *values, uint32_t count) {
    vec_clear(&l->list);
    vec_reserve(&l->list, count);
    for (uint32_t i = 0; i < count; i++)
        l->list.data[i] = values[i].expr;
    return facts_builder_list(&l->builder, l->list.data, count);
}

uint32_t lower_tuple(struct lower *l, const struct value *values, uint32_t count, uint32_t start, uint32_t end) {
    return lower_emit(l, EXPR_TUPLE, FACTS_NONE, lower_list(l, values, count), start, end);
}

uint32_t lower_one(struct lower *l, const struct value *values, uint32_t count) {
    if (count == 0)
        return FACTS_NONE;
    if (count == 1)
        return values[0].expr;
    return lower_tuple(l, values, count, lower_at(l, values[0].expr)->start, lower_at(l, values[count - 1].expr)->end);
}

/* A display or list of any values. */
static uint32_t leave_sequence(struct lower *l, struct frame *f, enum facts_expr_kind kind) {
    uint32_t list = lower_list(l, lower_values(l, f), lower_count(l, f));
    return lower_emit(l, kind, FACTS_NONE, list, f->start, f->end);
}

/* What cannot be read. Values that are no expressions are left out. */
static uint32_t leave_opaque(struct lower *l, struct frame *f) {
    struct value *values = lower_values(l, f);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < lower_count(l, f); i++)
        if (values[i].role != ROLE_OPERATOR && values[i].role != ROLE_ARGUMENTS && values[i].expr != FACTS_NONE)
            values[kept++].expr = values[i].expr;
    return lower_emit(l, EXPR_OPAQUE, FACTS_NONE, lower_list(l, values, kept), f->start, f->end);
}

static uint32_t leave_unary(struct lower *l, struct frame *f, enum facts_expr_kind kind, uint8_t op) {
    if (lower_count(l, f) != 1)
        return leave_opaque(l, f);
    uint32_t expr = lower_emit(l, kind, lower_values(l, f)[0].expr, FACTS_NONE, f->start, f->end);
    lower_at(l, expr)->op = op;
    return expr;
}

static uint32_t leave_binary(struct lower *l, struct frame *f, enum facts_expr_kind kind, uint8_t op) {
    const struct value *values = lower_values(l, f);
    if (lower_count(l, f) != 2)
        return leave_opaque(l, f);
    uint32_t expr = lower_emit(l, kind, values[0].expr, values[1].expr, f->start, f->end);
    lower_at(l, expr)->op = op;
    return expr;
}

uint32_t lower_unreadable(struct lower *l, const struct frame *f) {
    return lower_emit(l, EXPR_OPAQUE, FACTS_NONE, facts_builder_list(&l->builder, NULL, 0), f->start, f->start);
}

/* ---- names ---- */

static bool is_word(char byte) {
    unsigned char c = (unsigned char)byte;
    return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The next word from *at on; false when there is none. */
static bool next_word(const struct lower *l, uint32_t *at, uint32_t *word, uint32_t end) {
    while (*at < end && !is_word(l->text[*at]))
        ++*at;
    *word = *at;
    while (*at < end && is_word(l->text[*at]))
        ++*at;
    return *word < *at;
}

uint32_t lower_dotted(struct lower *l, uint32_t start, uint32_t end) {
    uint32_t at = start, word, expr = FACTS_NONE;
    while (next_word(l, &at, &word, end)) {
        uint32_t string = lower_string(l, word, at);
        expr = expr == FACTS_NONE ? lower_emit(l, EXPR_NAME, string, FACTS_NONE, word, at)
                                  : lower_emit(l, EXPR_ATTRIBUTE, expr, string, start, at);
    }
    if (expr == FACTS_NONE)
        expr = lower_emit(l, EXPR_OPAQUE, FACTS_NONE, facts_builder_list(&l->builder, NULL, 0), start, end);
    return expr;
}

bool lower_is_name(const struct lower *l, uint32_t expr, const char *name) {
    if (expr == FACTS_NONE || lower_at(l, expr)->kind != EXPR_NAME)
        return false;
    return span_is(intern_text(&l->builder.strings, lower_at(l, expr)->a), name);
}

static uint32_t leaf_expr(struct lower *l, enum kind kind, uint32_t start, uint32_t end) {
    switch (kind) {
    case KIND_IDENTIFIER:
        if (start == end) /* invented by the parser */
            break;
        return lower_emit(l, EXPR_NAME, lower_string(l, start, end), FACTS_NONE, start, end);
    case KIND_INTEGER:
    case KIND_FLOAT: return lower_emit(l, EXPR_NUMBER, lower_string(l, start, end), FACTS_NONE, start, end);
    case KIND_TRUE: return lower_emit(l, EXPR_TRUE, FACTS_NONE, FACTS_NONE, start, end);
    case KIND_FALSE: return lower_emit(l, EXPR_FALSE, FACTS_NONE, FACTS_NONE, start, end);
    case KIND_NONE: return lower_emit(l, EXPR_NONE, FACTS_NONE, FACTS_NONE, start, end);
    case KIND_ELLIPSIS: return lower_emit(l, EXPR_ELLIPSIS, FACTS_NONE, FACTS_NONE, start, end);
    case KIND_DOTTED_NAME: return lower_dotted(l, start, end);
    default: return FACTS_NONE;
    }
    return lower_emit(l, EXPR_OPAQUE, FACTS_NONE, facts_builder_list(&l->builder, NULL, 0), start, end);
}

void lower_leaf(struct lower *l, enum kind kind, uint32_t start, uint32_t end) {
    uint32_t expr = leaf_expr(l, kind, start, end);
    if (expr != FACTS_NONE)
        lower_push(l, expr);
}

static void leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    switch ((enum kind)f->kind) {
    case KIND_ATTRIBUTE:
    case KIND_MEMBER_TYPE:
        if (kind == KIND_IDENTIFIER && f->op) {
            f->a = lower_string(l, start, end);
            return;
        }
        break;
    case KIND_KEYWORD_ARGUMENT:
        if (kind == KIND_IDENTIFIER && !f->op) {
            f->a = lower_string(l, start, end);
            return;
        }
        break;
    case KIND_STRING:
        if (kind == KIND_STRING_CONTENT) {
            lower_string_content(l, f, start, end);
            return;
        }
        break;
    default: break;
    }
    lower_leaf(l, kind, start, end);
}

/* ---- calls and subscripts ---- */

static uint32_t leave_attribute(struct lower *l, struct frame *f) {
    if (lower_count(l, f) != 1 || f->a == FACTS_NONE)
        return leave_opaque(l, f);
    return lower_emit(l, EXPR_ATTRIBUTE, lower_values(l, f)[0].expr, f->a, f->start, f->end);
}

/* Values of an argument list lie in memory as its pool list does. */
_Static_assert(sizeof(struct value) == 2 * sizeof(uint32_t) && offsetof(struct value, expr) == sizeof(uint32_t),
               "keyword first, then expression");

static uint32_t argument_list(struct lower *l, const struct value *values, uint32_t count) {
    return facts_builder_list(&l->builder, (const uint32_t *)(const void *)values, count * 2);
}

/* Keywords are strings of any number, which could be taken for roles. */
static void forget_roles(struct lower *l, struct frame *f) {
    for (uint32_t i = 0; i < lower_count(l, f); i++)
        lower_values(l, f)[i].role = ROLE_PLAIN;
}

static uint32_t leave_arguments(struct lower *l, struct frame *f) {
    enum kind parent = lower_parent_kind(l, f);
    if (parent != KIND_CALL && parent != KIND_CLASS_DEFINITION) {
        forget_roles(l, f);
        return leave_opaque(l, f);
    }
    uint32_t list = argument_list(l, lower_values(l, f), lower_count(l, f));
    l->values.len = f->base;
    lower_push_role(l, ROLE_ARGUMENTS, list);
    return LEFT_VALUES;
}

static uint32_t leave_keyword_argument(struct lower *l, struct frame *f) {
    if (lower_count(l, f) != 1)
        return leave_opaque(l, f);
    uint32_t expr = lower_values(l, f)[0].expr;
    if (f->a == FACTS_NONE || lower_parent_kind(l, f) != KIND_ARGUMENT_LIST)
        return expr;
    lower_values(l, f)[0].role = f->a;
    return LEFT_VALUES;
}

/* `*x` or `**x`: marked in an argument list, `**x` a pair without key in a dictionary. */
static uint32_t leave_splat(struct lower *l, struct frame *f, uint32_t argument) {
    if (lower_count(l, f) != 1)
        return leave_opaque(l, f);
    uint32_t expr = lower_values(l, f)[0].expr;
    if (lower_parent_kind(l, f) == KIND_ARGUMENT_LIST) {
        lower_values(l, f)[0].role = argument;
        return LEFT_VALUES;
    }
    if (lower_parent_kind(l, f) == KIND_DICTIONARY) {
        lower_values(l, f)[0].expr = FACTS_NONE;
        lower_push_role(l, ROLE_PLAIN, expr);
        return LEFT_VALUES;
    }
    return leave_unary(l, f, EXPR_STARRED, OP_NO);
}

static uint32_t leave_call(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f);
    if (count < 2 || lower_values(l, f)[0].role == ROLE_ARGUMENTS)
        return leave_opaque(l, f);
    struct value callee = lower_values(l, f)[0], last = lower_values(l, f)[count - 1];
    if (last.role != ROLE_ARGUMENTS) { /* a generator expression alone */
        last.role = FACTS_ARG_POSITIONAL;
        last.expr = argument_list(l, &last, 1);
    }
    return lower_emit(l, EXPR_CALL, callee.expr, last.expr, f->start, f->end);
}

static uint32_t leave_subscript(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f);
    if (count < 2)
        return leave_opaque(l, f);
    const struct value *values = lower_values(l, f);
    uint32_t object = values[0].expr, index = values[1].expr;
    if (count > 2 || f->flags & FRAME_COMMA)
        index =
            lower_tuple(l, values + 1, count - 1, lower_at(l, index)->start, lower_at(l, values[count - 1].expr)->end);
    return lower_emit(l, EXPR_SUBSCRIPT, object, index, f->start, f->end);
}

static uint32_t leave_slice(struct lower *l, struct frame *f) {
    uint32_t parts[3] = {FACTS_NONE, FACTS_NONE, FACTS_NONE};
    for (uint32_t i = 0; i < lower_count(l, f); i++) {
        struct value value = lower_values(l, f)[i];
        if (value.role < 3)
            parts[value.role] = value.expr;
    }
    return lower_emit(l, EXPR_SLICE, FACTS_NONE, facts_builder_list(&l->builder, parts, 3), f->start, f->end);
}

/* Strings in Literal are values; in Annotated only the first element is a type. */
void lower_note_subscript(struct lower *l, const struct frame *f, bool after_comma) {
    if (!(l->context.flags & CONTEXT_STRINGS) || !lower_count(l, f))
        return;
    const struct facts_expr *object = lower_at(l, lower_values(l, f)[0].expr);
    uint32_t name = object->kind == EXPR_NAME ? object->a : object->kind == EXPR_ATTRIBUTE ? object->b : FACTS_NONE;
    if (name == FACTS_NONE)
        return;
    if (span_is(intern_text(&l->builder.strings, name), after_comma ? "Annotated" : "Literal"))
        l->context.flags &= (uint16_t)~CONTEXT_STRINGS;
}

/* ---- dictionaries and comprehensions ---- */

/* Two values that are a key (FACTS_NONE before what `**` spreads) and its value; not so next to an error. */
static bool is_pair(const struct value *values, uint32_t left) {
    return left > 1 && values[0].role != ROLE_ERROR && values[1].role != ROLE_ERROR && values[1].expr != FACTS_NONE;
}

/* What is no pair stands without a key. */
static uint32_t leave_dictionary(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f), i = 0;
    vec_clear(&l->list);
    while (i < count) {
        uint32_t key = is_pair(values + i, count - i) ? values[i++].expr : FACTS_NONE;
        vec_push(&l->list, key);
        vec_push(&l->list, values[i++].expr);
    }
    uint32_t list = facts_builder_list(&l->builder, l->list.data, l->list.len);
    return lower_emit(l, EXPR_DICT, FACTS_NONE, list, f->start, f->end);
}

static void enter_comprehension(struct lower *l, struct frame *f) {
    f->a = lower_open_scope(l, SCOPE_COMPREHENSION, f->start, f->end);
    f->b = 0; /* clauses so far */
    if (f->kind == KIND_GENERATOR_EXPRESSION)
        lower_scope(l, f->a)->flags |= SCOPE_GENERATOR;
    l->context.scope = f->a;
}

/* The list of a comprehension from its values: element or pair first, then clauses. False when they do not fit. */
static bool comprehension_list(struct lower *l, const struct value *values, uint32_t count, uint32_t elements) {
    if (count < elements + 2)
        return false;
    vec_clear(&l->list);
    vec_push(&l->list, values[0].expr);
    vec_push(&l->list, elements == 2 ? values[1].expr : FACTS_NONE);
    for (uint32_t i = 0; i < elements; i++)
        if (values[i].role != ROLE_PLAIN)
            return false;
    for (uint32_t i = elements; i < count;) {
        if (i + 1 >= count || values[i].role != ROLE_ITERABLE || values[i + 1].role != ROLE_TARGET)
            return false;
        uint32_t ifs = 0;
        while (i + 2 + ifs < count && values[i + 2 + ifs].role == ROLE_CONDITION)
            ifs++;
        vec_push(&l->list, values[i].expr);
        vec_push(&l->list, values[i + 1].expr);
        vec_push(&l->list, ifs);
        for (uint32_t k = 0; k < ifs; k++)
            vec_push(&l->list, values[i + 2 + k].expr);
        i += 2 + ifs;
    }
    return true;
}

static uint32_t leave_comprehension(struct lower *l, struct frame *f, enum facts_comp kind) {
    uint32_t elements = kind == COMP_DICT ? 2 : 1, inner = l->context.scope, expr;
    l->context.scope = f->saved.scope;
    if (comprehension_list(l, lower_values(l, f), lower_count(l, f), elements)) {
        lower_scope(l, inner)->returns = l->list.data[0];
        uint32_t list = facts_builder_list(&l->builder, l->list.data, l->list.len);
        lower_close_scope(l, f->a, l->builder.exprs.len);
        expr = lower_emit(l, EXPR_COMP, f->a, list, f->start, f->end);
        lower_at(l, expr)->op = (uint8_t)kind;
        if (f->flags & FRAME_ASYNC)
            lower_at(l, expr)->flags |= EXPR_FLAG_ASYNC;
    } else {
        lower_close_scope(l, f->a, l->builder.exprs.len);
        expr = leave_opaque(l, f);
    }
    return expr;
}

static bool is_comprehension(enum kind kind) {
    return kind == KIND_LIST_COMPREHENSION || kind == KIND_SET_COMPREHENSION || kind == KIND_DICTIONARY_COMPREHENSION ||
           kind == KIND_GENERATOR_EXPRESSION;
}

/* After `in`: the first iterable is evaluated around the comprehension. */
static void note_in(struct lower *l, struct frame *f) {
    f->role = ROLE_ITERABLE;
    struct frame *around = lower_parent(l, f);
    if (is_comprehension((enum kind)around->kind) && around->b == 1)
        l->context.scope = around->saved.scope;
}

static void enter_clause(struct lower *l, struct frame *f) {
    f->role = ROLE_TARGET;
    struct frame *around = lower_parent(l, f);
    if (is_comprehension((enum kind)around->kind))
        around->b++;
}

static void note_async_clause(struct lower *l, struct frame *f, uint32_t iterable) {
    if (!(f->flags & FRAME_ASYNC))
        return;
    lower_at(l, iterable)->flags |= EXPR_FLAG_AWAITED;
    lower_parent(l, f)->flags |= FRAME_ASYNC;
    lower_note_await(l);
}

static uint32_t leave_clause(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f);
    if (count < 2 || values[0].role != ROLE_TARGET || values[1].role != ROLE_ITERABLE)
        return leave_opaque(l, f);
    uint32_t target = values[0].expr, iterable = lower_one(l, values + 1, count - 1);
    l->context.scope = f->saved.scope;
    note_async_clause(l, f, iterable);
    struct binding binding = lower_binding(l, BIND_FOR, iterable);
    if (f->flags & FRAME_ASYNC)
        binding.flags |= BINDING_ASYNC;
    lower_bind_target(l, &binding, target);
    l->values.len = f->base;
    lower_push_role(l, ROLE_ITERABLE, iterable);
    lower_push_role(l, ROLE_TARGET, target);
    return LEFT_VALUES;
}

static uint32_t leave_condition(struct lower *l, struct frame *f) {
    if (lower_count(l, f) != 1)
        return leave_opaque(l, f);
    lower_values(l, f)[0].role = ROLE_CONDITION;
    return LEFT_VALUES;
}

/* ---- the rest ---- */

void lower_note_await(struct lower *l) {
    uint32_t scope = l->context.scope;
    while (lower_scope(l, scope)->kind == SCOPE_COMPREHENSION) {
        lower_scope(l, scope)->flags |= SCOPE_ASYNC;
        scope = lower_scope(l, scope)->parent;
    }
    lower_scope(l, scope)->flags |= SCOPE_AWAITS;
}

static uint32_t leave_await(struct lower *l, struct frame *f) {
    lower_note_await(l);
    if (lower_count(l, f) == 1)
        lower_at(l, lower_values(l, f)[0].expr)->flags |= EXPR_FLAG_AWAITED;
    return leave_unary(l, f, EXPR_AWAIT, OP_NO);
}

static uint32_t leave_yield(struct lower *l, struct frame *f) {
    lower_scope(l, lower_owner(l, l->context.scope))->flags |= SCOPE_GENERATOR;
    if (f->op)
        return leave_unary(l, f, EXPR_YIELD_FROM, OP_NO);
    uint32_t value = lower_one(l, lower_values(l, f), lower_count(l, f));
    return lower_emit(l, EXPR_YIELD, value, FACTS_NONE, f->start, f->end);
}

/* Operand, then operator and operand in turn. */
static uint32_t leave_comparison(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f);
    bool fits = count >= 3 && count % 2 == 1;
    for (uint32_t i = 0; fits && i < count; i++)
        fits = (values[i].role == ROLE_OPERATOR) == (i % 2 == 1);
    return fits ? leave_sequence(l, f, EXPR_COMPARE) : leave_opaque(l, f);
}

/* Condition, then, else: the first was held back until `else`. */
static uint32_t leave_conditional(struct lower *l, struct frame *f) {
    return lower_count(l, f) == 3 ? leave_sequence(l, f, EXPR_TERNARY) : leave_opaque(l, f);
}

static uint32_t leave_walrus(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    if (lower_count(l, f) != 2 || lower_at(l, values[0].expr)->kind != EXPR_NAME)
        return leave_opaque(l, f);
    uint32_t name = values[0].expr, value = values[1].expr;
    struct binding binding = lower_binding(l, BIND_WALRUS, value);
    binding.scope = lower_owner(l, l->context.scope);
    lower_bind_target(l, &binding, name);
    return lower_emit(l, EXPR_WALRUS, name, value, f->start, f->end);
}

static uint32_t leave_lambda(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f);
    l->context.scope = f->saved.scope;
    lower_close_scope(l, f->a, l->builder.exprs.len);
    if (count == 0)
        return leave_opaque(l, f);
    uint32_t body = lower_values(l, f)[count - 1].expr;
    lower_scope(l, f->a)->returns = body;
    return lower_emit(l, EXPR_LAMBDA, f->a, body, f->start, f->end);
}

/* A tuple that is the items of a with statement in parentheses is none; `del a, b` has two targets. */
static uint32_t leave_tuple(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    if (lower_parent_kind(l, f) == KIND_WITH_STATEMENT)
        for (uint32_t i = 0; i < lower_count(l, f); i++)
            if (values[i].role == ROLE_TARGET)
                return LEFT_VALUES;
    if (f->kind == KIND_EXPRESSION_LIST && lower_parent_kind(l, f) == KIND_DELETE_STATEMENT)
        return LEFT_VALUES;
    return leave_sequence(l, f, EXPR_TUPLE);
}

/* `value as target` belongs to a with or except around it; elsewhere it is an error. */
static uint32_t leave_as(struct lower *l, struct frame *f) {
    enum kind parent = lower_parent_kind(l, f);
    if (lower_count(l, f) == 2 &&
        (parent == KIND_WITH_STATEMENT || parent == KIND_EXCEPT_CLAUSE || parent == KIND_TUPLE))
        return LEFT_VALUES;
    return leave_opaque(l, f);
}

static void enter_type(struct lower *l) {
    if (!(l->context.flags & CONTEXT_ANNOTATION))
        l->context.flags |= CONTEXT_ANNOTATION | CONTEXT_STRINGS;
    if (l->context.type_scope != FACTS_NONE)
        l->context.scope = l->context.type_scope;
}

/* A type is what stands in it; a bounded type parameter stays a name and its bound. */
static uint32_t leave_type(struct lower *l, struct frame *f) {
    return lower_count(l, f) == 1 ? lower_values(l, f)[0].expr : LEFT_VALUES;
}

static void enter(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_ARGUMENT_LIST:
        f->role = FACTS_ARG_POSITIONAL;
        l->context.flags &= (uint16_t)~CONTEXT_STRINGS;
        break;
    case KIND_CONDITIONAL_EXPRESSION:
        f->holds = true;
        f->release = KIND_KEYWORD_ELSE;
        break;
    case KIND_LAMBDA: f->a = lower_open_scope(l, SCOPE_LAMBDA, f->start, f->end); break;
    case KIND_LIST_COMPREHENSION:
    case KIND_SET_COMPREHENSION:
    case KIND_DICTIONARY_COMPREHENSION:
    case KIND_GENERATOR_EXPRESSION: enter_comprehension(l, f); break;
    case KIND_FOR_IN_CLAUSE: enter_clause(l, f); break;
    case KIND_IF_CLAUSE: l->context.flags &= (uint16_t)~CONTEXT_PATTERN; break;
    case KIND_CONCATENATED_STRING: l->context.flags &= (uint16_t)~CONTEXT_STRINGS; break;
    case KIND_STRING: lower_enter_string(l, f); break;
    case KIND_TYPE: enter_type(l); break;
    default: break;
    }
}

static void token(struct lower *l, struct frame *f, enum kind token, uint32_t end) {
    (void)end;
    switch ((enum kind)f->kind) {
    case KIND_ATTRIBUTE:
    case KIND_MEMBER_TYPE: f->op |= token == KIND_DOT; break;
    case KIND_KEYWORD_ARGUMENT: f->op |= token == KIND_EQUALS; break;
    case KIND_BINARY_OPERATOR:
    case KIND_BOOLEAN_OPERATOR: f->op = operators[token]; break;
    case KIND_UNARY_OPERATOR: f->op = token == KIND_MINUS ? OP_NEG : token == KIND_PLUS ? OP_POS : OP_INVERT; break;
    case KIND_COMPARISON_OPERATOR:
        if (operators[token])
            lower_push_role(l, ROLE_OPERATOR, operators[token]);
        break;
    case KIND_SUBSCRIPT:
        if (token == KIND_COMMA)
            f->flags |= FRAME_COMMA;
        if (token == KIND_COMMA || token == KIND_OPEN_BRACKET)
            lower_note_subscript(l, f, token == KIND_COMMA);
        break;
    case KIND_SLICE: f->role += token == KIND_COLON; break;
    case KIND_YIELD: f->op |= token == KIND_KEYWORD_FROM; break;
    case KIND_AS_PATTERN:
        if (token == KIND_KEYWORD_AS)
            f->role = ROLE_TARGET;
        break;
    case KIND_CONSTRAINED_TYPE:
        if (token == KIND_COLON)
            f->role = ROLE_BOUND;
        break;
    case KIND_FOR_IN_CLAUSE:
        if (token == KIND_KEYWORD_ASYNC)
            f->flags |= FRAME_ASYNC;
        else if (token == KIND_KEYWORD_IN)
            note_in(l, f);
        break;
    case KIND_LAMBDA:
        if (token == KIND_COLON)
            l->context.scope = f->a;
        break;
    default: break;
    }
}

static uint32_t leave(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_ATTRIBUTE:
    case KIND_MEMBER_TYPE: return leave_attribute(l, f);
    case KIND_CALL: return leave_call(l, f);
    case KIND_ARGUMENT_LIST: return leave_arguments(l, f);
    case KIND_KEYWORD_ARGUMENT: return leave_keyword_argument(l, f);
    case KIND_LIST_SPLAT: return leave_splat(l, f, FACTS_ARG_STAR);
    case KIND_DICTIONARY_SPLAT: return leave_splat(l, f, FACTS_ARG_DOUBLE_STAR);
    case KIND_SPLAT_TYPE: return leave_unary(l, f, EXPR_STARRED, OP_NO);
    case KIND_SUBSCRIPT:
    case KIND_GENERIC_TYPE: return leave_subscript(l, f);
    case KIND_SLICE: return leave_slice(l, f);
    case KIND_AWAIT: return leave_await(l, f);
    case KIND_YIELD: return leave_yield(l, f);
    case KIND_BINARY_OPERATOR: return leave_binary(l, f, EXPR_BINARY, f->op);
    case KIND_UNION_TYPE: return leave_binary(l, f, EXPR_BINARY, OP_BITOR);
    case KIND_BOOLEAN_OPERATOR: return leave_binary(l, f, EXPR_BOOL, f->op);
    case KIND_COMPARISON_OPERATOR: return leave_comparison(l, f);
    case KIND_NOT_OPERATOR: return leave_unary(l, f, EXPR_UNARY, OP_NOT);
    case KIND_UNARY_OPERATOR: return leave_unary(l, f, EXPR_UNARY, f->op);
    case KIND_CONDITIONAL_EXPRESSION: return leave_conditional(l, f);
    case KIND_NAMED_EXPRESSION: return leave_walrus(l, f);
    case KIND_LAMBDA: return leave_lambda(l, f);
    case KIND_LIST:
    case KIND_LIST_PATTERN: return leave_sequence(l, f, EXPR_LIST);
    case KIND_SET: return leave_sequence(l, f, EXPR_SET);
    case KIND_TUPLE:
    case KIND_TUPLE_PATTERN:
    case KIND_EXPRESSION_LIST:
    case KIND_PATTERN_LIST: return leave_tuple(l, f);
    case KIND_DICTIONARY: return leave_dictionary(l, f);
    case KIND_LIST_COMPREHENSION: return leave_comprehension(l, f, COMP_LIST);
    case KIND_SET_COMPREHENSION: return leave_comprehension(l, f, COMP_SET);
    case KIND_DICTIONARY_COMPREHENSION: return leave_comprehension(l, f, COMP_DICT);
    case KIND_GENERATOR_EXPRESSION: return leave_comprehension(l, f, COMP_GENERATOR);
    case KIND_FOR_IN_CLAUSE: return leave_clause(l, f);
    case KIND_IF_CLAUSE: return leave_condition(l, f);
    case KIND_CONCATENATED_STRING:
    case KIND_STRING: return lower_leave_string(l, f);
    case KIND_AS_PATTERN: return leave_as(l, f);
    case KIND_TYPE: return leave_type(l, f);
    case KIND_CONSTRAINED_TYPE: return LEFT_VALUES;
    default: return leave_opaque(l, f);
    }
}

const struct handler lower_expr_handler = {enter, token, leaf, leave};
