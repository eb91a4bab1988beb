/* Texts of expressions: what they give, and how a reader would write them. */
#include "web/internal.h"

#define LIMIT_WRITTEN 80u /* bytes shown of an expression */

uint32_t keyword_argument(struct web *self, uint32_t module, uint32_t call, const char *name) {
    const struct facts *facts = facts_of(self, module);
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] < FACTS_ARG_DOUBLE_STAR && span_is(facts_text(facts, list[i]), name)) {
            return list[i + 1];
        }
    }
    return PROGRAM_NONE;
}

const char *text_of(struct web *self, uint32_t module, uint32_t expr) {
    struct buffer text = {0};
    bool known = program_text_in(self->program, self->frame, module, expr, &text);
    const char *copy = known ? arena_strndup(&self->arena, text.len ? text.data : "", text.len) : NULL;
    buffer_free(&text);
    return copy;
}

static void write_expr(struct web *self, uint32_t module, uint32_t expr, struct buffer *out) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    const uint32_t *list;
    struct span text;
    if (out->len > LIMIT_WRITTEN) {
        return;
    }
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_NUMBER:
        text = facts_text(facts, e->a);
        buffer_add(out, text.data, text.len);
        break;
    case EXPR_STRING:
        text = facts_text(facts, e->a);
        if (!(e->flags & EXPR_FLAG_ANNOTATION)) {
            buffer_printf(out, "\"%.*s\"", (int)text.len, text.data);
        } else {
            buffer_add(out, text.data, text.len);
        }
        break;
    case EXPR_NONE: buffer_puts(out, "None"); break;
    case EXPR_TRUE: buffer_puts(out, "True"); break;
    case EXPR_FALSE: buffer_puts(out, "False"); break;
    case EXPR_ATTRIBUTE:
        write_expr(self, module, e->a, out);
        text = facts_text(facts, e->b);
        buffer_printf(out, ".%.*s", (int)text.len, text.data);
        break;
    case EXPR_CALL:
        write_expr(self, module, e->a, out);
        list = facts_list(facts, e->b, &count);
        buffer_puts(out, "(");
        for (uint32_t i = 0; i + 1 < count; i += 2) {
            buffer_puts(out, i ? ", " : "");
            if (list[i] < FACTS_ARG_DOUBLE_STAR) {
                text = facts_text(facts, list[i]);
                buffer_printf(out, "%.*s=", (int)text.len, text.data);
            }
            write_expr(self, module, list[i + 1], out);
        }
        buffer_puts(out, ")");
        break;
    case EXPR_SUBSCRIPT:
        write_expr(self, module, e->a, out);
        buffer_puts(out, "[");
        write_expr(self, module, e->b, out);
        buffer_puts(out, "]");
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
        list = facts_list(facts, e->b, &count);
        buffer_puts(out, e->kind == EXPR_LIST ? "[" : "");
        for (uint32_t i = 0; i < count; i++) {
            buffer_puts(out, i ? ", " : "");
            write_expr(self, module, list[i], out);
        }
        buffer_puts(out, e->kind == EXPR_LIST ? "]" : "");
        break;
    case EXPR_BINARY:
        write_expr(self, module, e->a, out);
        buffer_puts(out, e->op == OP_BITOR ? " | " : e->op == OP_BITAND ? " & " : " … ");
        write_expr(self, module, e->b, out);
        break;
    default: buffer_puts(out, "…"); break;
    }
}

const char *written(struct web *self, uint32_t module, uint32_t expr) {
    struct buffer out = {0};
    write_expr(self, module, expr, &out);
    const char *text = out.len > LIMIT_WRITTEN ? arena_printf(&self->arena, "%.*s…", (int)LIMIT_WRITTEN, out.data)
                                               : arena_strndup(&self->arena, out.len ? out.data : "", out.len);
    buffer_free(&out);
    return text;
}
