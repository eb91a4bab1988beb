#include "syntax/lower.h"

/* Patterns of a case. They are no expressions: values and classes that they compare with become values of the case's
 * frame, names that they capture are bound on the way. Of a frame: a: the number, from 1, of the element or alternative
 * at hand; op: 1 after a minus sign, in a keyword pattern after its equals sign. */

#define PART UINT16_MAX /* unpack of a name that captures an unknown part of the subject */

static void capture(struct lower *l, uint32_t start, uint32_t end, uint8_t flags) {
    if (start == end)
        return;
    uint32_t name = lower_string(l, start, end);
    uint32_t expr = lower_emit(l, EXPR_NAME, name, FACTS_NONE, start, end);
    lower_at(l, expr)->flags |= EXPR_FLAG_STORE;
    struct binding binding = lower_binding(l, BIND_MATCH, l->context.subject);
    binding.flags |= flags | BINDING_CONDITIONAL;
    lower_bind(l, &binding, name, l->context.unpack, start);
}

static bool has_dot(const struct lower *l, uint32_t start, uint32_t end) {
    while (start < end && l->text[start] != '.')
        start++;
    return start < end;
}

/* A class compared with the whole subject narrows it. */
static void push_class(struct lower *l, uint32_t start, uint32_t end) {
    uint32_t expr = lower_dotted(l, start, end);
    lower_push_role(l, l->context.unpack ? ROLE_PLAIN : ROLE_CLASS, expr);
    l->context.unpack = PART;
}

/* `case A() as a`: a is an A. */
static void narrow_alias(struct lower *l, const struct frame *f) {
    if (l->context.unpack || !lower_count(l, f) || lower_values(l, f)[0].role != ROLE_CLASS)
        return;
    for (uint32_t i = 1; i < lower_count(l, f); i++)
        if (lower_values(l, f)[i].role == ROLE_CLASS)
            return;
    uint32_t name = l->builder.exprs.len - 1;
    lower_narrow_name(l, name, lower_values(l, f)[0].expr, l->context.stmt, lower_at(l, name)->start);
}

static bool is_sequence(enum kind kind) { return kind == KIND_LIST_PATTERN || kind == KIND_TUPLE_PATTERN; }

/* True when a comma stands among the patterns, or may stand in a hidden repetition of them. */
static bool has_comma(const struct lower *l, const struct level *level) {
    for (uint32_t i = 0; i < level->count; i++) {
        Subtree child = level->children[i];
        enum kind kind = kinds_of(&l->kinds, ts_subtree_symbol(child));
        if (kind == KIND_COLON)
            break;
        if (kind == KIND_COMMA || (!ts_subtree_visible(child) && ts_subtree_visible_child_count(child)))
            return true;
    }
    return false;
}

/* `(pattern)` is a group, not a sequence. */
static bool unpacks(const struct lower *l, const struct frame *around) {
    if (around->kind == KIND_LIST_PATTERN)
        return true;
    /* The innermost level that is a frame holds the children of the frame around. */
    uint32_t i = l->levels.len - 1;
    while (!l->levels.data[i].is_frame)
        i--;
    return has_comma(l, &l->levels.data[i]);
}

static void enter_element(struct lower *l, struct frame *f) {
    const struct frame *around = lower_parent(l, f);
    enum kind kind = (enum kind)around->kind;
    if (l->context.unpack || !(is_sequence(kind) || kind == KIND_CASE_CLAUSE) || !unpacks(l, around))
        return;
    l->context.unpack = (uint16_t)(around->a < PART ? around->a : PART);
}

static void enter(struct lower *l, struct frame *f) {
    if (f->kind == KIND_CASE_PATTERN)
        enter_element(l, f);
    else if (f->kind == KIND_DICT_PATTERN)
        l->context.unpack = PART;
    f->a = 1;
}

static void token(struct lower *l, struct frame *f, enum kind token, uint32_t end) {
    (void)l, (void)end;
    switch ((enum kind)f->kind) {
    case KIND_KEYWORD_PATTERN: f->op |= token == KIND_EQUALS; break;
    case KIND_CASE_PATTERN:
    case KIND_COMPLEX_PATTERN: f->op |= token == KIND_MINUS; break;
    case KIND_UNION_PATTERN:
        f->op |= token == KIND_MINUS;
        f->a += token == KIND_BAR;
        break;
    default: f->a += token == KIND_COMMA; break;
    }
}

static void number_leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    lower_leaf(l, kind, start, end);
    if (!f->op || f->kind == KIND_KEYWORD_PATTERN)
        return;
    f->op = 0;
    struct value *number = &l->values.data[l->values.len - 1];
    number->expr = lower_emit(l, EXPR_UNARY, number->expr, FACTS_NONE, f->start, end);
    lower_at(l, number->expr)->op = OP_NEG;
}

static void dotted_leaf(struct lower *l, struct frame *f, uint32_t start, uint32_t end) {
    if (f->kind == KIND_CLASS_PATTERN)
        push_class(l, start, end);
    else if (f->kind == KIND_DICT_PATTERN || has_dot(l, start, end))
        lower_push(l, lower_dotted(l, start, end));
    else
        capture(l, start, end, 0);
}

static void leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    switch (kind) {
    case KIND_DOTTED_NAME: dotted_leaf(l, f, start, end); break;
    case KIND_INTEGER:
    case KIND_FLOAT: number_leaf(l, f, kind, start, end); break;
    case KIND_IDENTIFIER:
        if (f->kind == KIND_SPLAT_PATTERN) {
            capture(l, start, end, BINDING_STAR);
        } else if (f->kind == KIND_AS_PATTERN) {
            capture(l, start, end, 0);
            narrow_alias(l, f);
        } else if (f->kind != KIND_KEYWORD_PATTERN || f->op) {
            lower_leaf(l, kind, start, end);
        }
        break;
    default: lower_leaf(l, kind, start, end);
    }
}

/* Alternatives narrow only when all of them are classes: each becomes one value. */
static void check_union(struct lower *l, const struct frame *f) {
    uint32_t classes = 0;
    for (uint32_t i = 0; i < lower_count(l, f); i++)
        classes += lower_values(l, f)[i].role == ROLE_CLASS;
    if (classes != f->a)
        for (uint32_t i = 0; i < lower_count(l, f); i++)
            lower_values(l, f)[i].role = ROLE_PLAIN;
}

static uint32_t leave(struct lower *l, struct frame *f) {
    if (f->kind == KIND_UNION_PATTERN)
        check_union(l, f);
    return LEFT_VALUES;
}

/* ---- the head of a case ---- */

static void narrow_subject(struct lower *l, struct frame *f) {
    uint32_t subject = l->context.subject, base = l->values.len, count = lower_count(l, f);
    if (subject == FACTS_NONE || lower_at(l, subject)->kind != EXPR_NAME)
        return;
    for (uint32_t i = 0; i < count; i++) {
        struct value value = lower_values(l, f)[i];
        if (value.role == ROLE_CLASS)
            lower_push_role(l, ROLE_CLASS, value.expr);
    }
    uint32_t class = lower_one(l, l->values.data + base, l->values.len - base);
    l->values.len = base;
    if (class != FACTS_NONE)
        lower_narrow_name(l, subject, class, f->stmt, f->start);
}

void lower_case_head(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f);
    narrow_subject(l, f);
    vec_clear(&l->list);
    for (uint32_t i = 0; i < count; i++) {
        struct value value = lower_values(l, f)[i];
        if (value.role == ROLE_CONDITION)
            lower_stmt(l, f->stmt)->a = value.expr;
        else
            vec_push(&l->list, value.expr);
    }
    uint32_t list = facts_builder_list(&l->builder, l->list.data, l->list.len);
    lower_stmt(l, f->stmt)->list = list;
    l->context.flags &= (uint16_t)~CONTEXT_PATTERN;
    l->context.flags |= CONTEXT_CONDITIONAL;
    if (lower_stmt(l, f->stmt)->a != FACTS_NONE)
        lower_narrow(l, lower_stmt(l, f->stmt)->a, f->stmt, FACTS_NONE);
}

const struct handler lower_pattern_handler = {enter, token, leaf, leave};
