#include "facts/dump_expr.h"

#include "base/vec.h"

/* Expressions nest as deep as their file is long, so what is still to be written lies on a stack, in pieces: an
 * expression, a string of the facts, or text of our own. Pieces are pushed last one first. */
struct piece {
    const char *text; /* NULL: an expression */
    uint32_t expr;
};

struct printer {
    const struct facts *facts;
    struct buffer *out;
    VEC(struct piece) todo;
};

static const char *const operators[] = {
    [OP_NO] = "",         [OP_ADD] = "+",    [OP_SUB] = "-",         [OP_MUL] = "*",    [OP_DIV] = "/",
    [OP_FLOORDIV] = "//", [OP_MOD] = "%",    [OP_POW] = "**",        [OP_MATMUL] = "@", [OP_LSHIFT] = "<<",
    [OP_RSHIFT] = ">>",   [OP_BITAND] = "&", [OP_BITOR] = "|",       [OP_BITXOR] = "^", [OP_AND] = "and",
    [OP_OR] = "or",       [OP_NOT] = "not ", [OP_NEG] = "-",         [OP_POS] = "+",    [OP_INVERT] = "~",
    [OP_EQ] = "==",       [OP_NE] = "!=",    [OP_LT] = "<",          [OP_LE] = "<=",    [OP_GT] = ">",
    [OP_GE] = ">=",       [OP_IN] = "in",    [OP_NOT_IN] = "not in", [OP_IS] = "is",    [OP_IS_NOT] = "is not"};

const char *facts_operator_text(enum facts_op op) { return operators[op]; }

static void push_text(struct printer *p, const char *text) {
    struct piece piece = {text, 0};
    vec_push(&p->todo, piece);
}

static void push_expr(struct printer *p, uint32_t expr) {
    struct piece piece = {NULL, expr};
    if (expr != FACTS_NONE)
        vec_push(&p->todo, piece);
}

static void put_string(struct printer *p, uint32_t string) {
    struct span text = facts_text(p->facts, string);
    buffer_put_safe(p->out, text.data, text.len);
}

static void push_string(struct printer *p, uint32_t string) { push_text(p, facts_text(p->facts, string).data); }

static void push_list(struct printer *p, uint32_t list, const char *closing) {
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, list, &count);
    push_text(p, closing);
    for (uint32_t i = count; i-- > 0;) {
        push_expr(p, entries[i]);
        if (i)
            push_text(p, ", ");
    }
}

static void push_arguments(struct printer *p, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, list, &count);
    for (uint32_t i = count; i >= 2; i -= 2) {
        uint32_t keyword = entries[i - 2];
        push_expr(p, entries[i - 1]);
        if (keyword == FACTS_ARG_STAR)
            push_text(p, "*");
        else if (keyword == FACTS_ARG_DOUBLE_STAR)
            push_text(p, "**");
        else if (keyword != FACTS_ARG_POSITIONAL)
            push_text(p, "="), push_string(p, keyword);
        if (i > 2)
            push_text(p, ", ");
    }
}

static void push_dict(struct printer *p, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, list, &count);
    push_text(p, "}");
    for (uint32_t i = count; i >= 2; i -= 2) {
        push_expr(p, entries[i - 1]);
        push_text(p, entries[i - 2] == FACTS_NONE ? "**" : ": ");
        push_expr(p, entries[i - 2]);
        if (i > 2)
            push_text(p, ", ");
    }
}

static void push_compare(struct printer *p, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, list, &count);
    for (uint32_t i = count; i-- > 0;) {
        if (i % 2 == 0) {
            push_expr(p, entries[i]);
        } else {
            push_text(p, " ");
            push_text(p, operators[entries[i]]);
            push_text(p, " ");
        }
    }
}

/* One clause that starts at entries[i], with its conditions; returns where the next one starts. */
static uint32_t clause_end(const uint32_t *entries, uint32_t i) { return i + 3 + entries[i + 2]; }

static void push_clause(struct printer *p, const uint32_t *clause) {
    for (uint32_t i = clause[2]; i-- > 0;) {
        push_expr(p, clause[3 + i]);
        push_text(p, " if ");
    }
    push_expr(p, clause[0]);
    push_text(p, " in ");
    push_expr(p, clause[1]);
    push_text(p, " for ");
}

static void push_comprehension(struct printer *p, const struct facts_expr *expr) {
    static const char *const opening[] = {"[", "{", "{", "("}, *const closing[] = {"]", "}", "}", ")"};
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, expr->b, &count);
    VEC(uint32_t) starts = {0};
    for (uint32_t i = 2; i < count; i = clause_end(entries, i))
        vec_push(&starts, i);
    push_text(p, closing[expr->op]);
    while (starts.len)
        push_clause(p, entries + vec_pop(&starts));
    vec_free(&starts);
    push_expr(p, entries[1]);
    if (entries[1] != FACTS_NONE)
        push_text(p, ": ");
    push_expr(p, entries[0]);
    push_text(p, opening[expr->op]);
}

static void push_slice(struct printer *p, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, list, &count);
    push_expr(p, entries[2]);
    if (entries[2] != FACTS_NONE)
        push_text(p, ":");
    push_expr(p, entries[1]);
    push_text(p, ":");
    push_expr(p, entries[0]);
}

static void push_ternary(struct printer *p, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = facts_list(p->facts, list, &count);
    push_expr(p, entries[2]);
    push_text(p, " else ");
    push_expr(p, entries[0]);
    push_text(p, " if ");
    push_expr(p, entries[1]);
}

/* Operators inside operators stand in parentheses. */
static bool is_operation(const struct printer *p, uint32_t expr) {
    uint8_t kind = p->facts->exprs[expr].kind;
    return kind == EXPR_BINARY || kind == EXPR_BOOL || kind == EXPR_COMPARE || kind == EXPR_TERNARY ||
           kind == EXPR_LAMBDA || kind == EXPR_WALRUS || kind == EXPR_YIELD || kind == EXPR_YIELD_FROM;
}

static void push_operand(struct printer *p, uint32_t expr) {
    bool wrap = is_operation(p, expr);
    push_text(p, wrap ? ")" : "");
    push_expr(p, expr);
    push_text(p, wrap ? "(" : "");
}

/* The index and the closing bracket of a subscript; several indices need no parentheses. */
static void push_index(struct printer *p, uint32_t expr) {
    if (p->facts->exprs[expr].kind == EXPR_TUPLE) {
        push_list(p, p->facts->exprs[expr].b, "]");
        return;
    }
    push_text(p, "]");
    push_expr(p, expr);
}

static void push_prefixed(struct printer *p, const char *prefix, uint32_t operand) {
    if (operand != FACTS_NONE)
        push_operand(p, operand);
    push_text(p, prefix);
}

static void put_name(struct printer *p, const struct facts_expr *expr) {
    put_string(p, expr->a);
    if (expr->b != FACTS_NONE)
        buffer_printf(p->out, "@%u", p->facts->symbols[expr->b].scope);
}

static void put_text(struct printer *p, const struct facts_expr *expr) {
    buffer_puts(p->out, expr->flags & EXPR_FLAG_BYTES ? "b\"" : "\"");
    put_string(p, expr->a);
    buffer_puts(p->out, "\"");
}

static void put_expr(struct printer *p, const struct facts_expr *expr) {
    switch ((enum facts_expr_kind)expr->kind) {
    case EXPR_NAME: put_name(p, expr); break;
    case EXPR_ATTRIBUTE:
        push_string(p, expr->b);
        push_text(p, ".");
        push_operand(p, expr->a);
        break;
    case EXPR_CALL:
        push_text(p, ")");
        push_arguments(p, expr->b);
        push_text(p, "(");
        push_operand(p, expr->a);
        break;
    case EXPR_SUBSCRIPT:
        push_index(p, expr->b);
        push_text(p, "[");
        push_operand(p, expr->a);
        break;
    case EXPR_AWAIT: push_prefixed(p, "await ", expr->a); break;
    case EXPR_YIELD: push_prefixed(p, expr->a == FACTS_NONE ? "yield" : "yield ", expr->a); break;
    case EXPR_YIELD_FROM: push_prefixed(p, "yield from ", expr->a); break;
    case EXPR_STARRED: push_prefixed(p, "*", expr->a); break;
    case EXPR_UNARY: push_prefixed(p, operators[expr->op], expr->a); break;
    case EXPR_BINARY:
    case EXPR_BOOL:
        push_operand(p, expr->b);
        push_text(p, " ");
        push_text(p, operators[expr->op]);
        push_text(p, " ");
        push_operand(p, expr->a);
        break;
    case EXPR_COMPARE: push_compare(p, expr->b); break;
    case EXPR_TERNARY: push_ternary(p, expr->b); break;
    case EXPR_LAMBDA:
        push_expr(p, expr->b);
        buffer_printf(p->out, "lambda %u: ", expr->a);
        break;
    case EXPR_LIST: buffer_puts(p->out, "["), push_list(p, expr->b, "]"); break;
    case EXPR_TUPLE: buffer_puts(p->out, "("), push_list(p, expr->b, ")"); break;
    case EXPR_SET: buffer_puts(p->out, "{"), push_list(p, expr->b, "}"); break;
    case EXPR_DICT: buffer_puts(p->out, "{"), push_dict(p, expr->b); break;
    case EXPR_COMP: push_comprehension(p, expr); break;
    case EXPR_STRING: put_text(p, expr); break;
    case EXPR_FSTRING: buffer_puts(p->out, "f("), push_list(p, expr->b, ")"); break;
    case EXPR_NUMBER: put_string(p, expr->a); break;
    case EXPR_NONE: buffer_puts(p->out, "None"); break;
    case EXPR_TRUE: buffer_puts(p->out, "True"); break;
    case EXPR_FALSE: buffer_puts(p->out, "False"); break;
    case EXPR_ELLIPSIS: buffer_puts(p->out, "..."); break;
    case EXPR_SLICE: push_slice(p, expr->b); break;
    case EXPR_WALRUS:
        push_operand(p, expr->b);
        push_text(p, " := ");
        push_expr(p, expr->a);
        break;
    case EXPR_OPAQUE: buffer_puts(p->out, "?("), push_list(p, expr->b, ")"); break;
    }
}

static void put_all(struct printer *p, size_t limit) {
    size_t start = p->out->len;
    while (p->todo.len && p->out->len - start <= limit) {
        struct piece piece = vec_pop(&p->todo);
        if (piece.text)
            buffer_put_safe(p->out, piece.text, span_of(piece.text).len);
        else
            put_expr(p, &p->facts->exprs[piece.expr]);
    }
    if (p->todo.len)
        buffer_puts(p->out, "...");
    vec_free(&p->todo);
}

void facts_dump_expr(const struct facts *self, uint32_t expr, size_t limit, struct buffer *out) {
    struct printer printer = {.facts = self, .out = out};
    push_expr(&printer, expr);
    put_all(&printer, limit);
}

void facts_dump_arguments(const struct facts *self, uint32_t list, size_t limit, struct buffer *out) {
    struct printer printer = {.facts = self, .out = out};
    push_arguments(&printer, list);
    put_all(&printer, limit);
}
