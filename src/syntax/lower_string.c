#include <string.h>

#include "syntax/lower.h"
#include "syntax/string.h"

#define ANNOTATION_LIMIT 4096u /* bytes of a string that is read as a type */

enum string_bits { STRING_RAW = 1, STRING_BYTES = 2 };

/* A STRING expression for the text between `from` and `to`. */
static uint32_t emit_text(struct lower *l, struct string_form form, uint32_t from, uint32_t to, uint32_t start,
                          uint32_t end) {
    struct span text = string_value(form, (struct span){l->text + from, to - from}, FACTS_STRING_LIMIT, &l->scratch);
    uint32_t expr = lower_emit(l, EXPR_STRING, facts_builder_string(&l->builder, text), FACTS_NONE, start, end);
    if (form.bytes)
        lower_at(l, expr)->flags |= EXPR_FLAG_BYTES;
    return expr;
}

/* ---- strings in annotations ---- */

static bool is_dotted(struct span text) {
    bool word = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool letter = c >= 0x80 || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        if (c == '.' ? !word : !letter && !(word && c >= '0' && c <= '9'))
            return false;
        word = c != '.';
    }
    return word;
}

/* The only expression of a tree without errors, or a null node. */
static TSNode only_expression(const struct lower *l, TSNode root) {
    TSNode none = {{0}, NULL, NULL};
    if (ts_node_has_error(root) || ts_node_child_count(root) != 1)
        return none;
    TSNode statement = ts_node_child(root, 0);
    if (kinds_of(&l->kinds, ts_node_symbol(statement)) != KIND_EXPRESSION_STATEMENT ||
        ts_node_child_count(statement) != 1)
        return none;
    TSNode expression = ts_node_child(statement, 0);
    enum family family = (enum family)kinds_family[kinds_of(&l->kinds, ts_node_symbol(expression))];
    return family == FAMILY_EXPR || family == FAMILY_NONE ? expression : none;
}

/* Reads the text of a string as a type and visits it in place of the string. False when it is none. */
static bool visit_type(struct lower *l, uint32_t from, uint32_t to) {
    struct span text = {l->text + from, to - from};
    if (span_is(text, "None") || !text.len || text.len > ANNOTATION_LIMIT || memchr(text.data, '\\', text.len))
        return false;
    if (is_dotted(text)) {
        lower_push(l, lower_dotted(l, from, to));
        return true;
    }
    TSTree *tree = ts_parser_parse_string(l->parser, NULL, text.data, (uint32_t)text.len);
    if (!tree)
        return false;
    TSNode node = only_expression(l, ts_tree_root_node(tree));
    if (ts_node_is_null(node))
        return false;
    lower_visit(l, tree_subtree(node), kinds_of(&l->kinds, ts_node_symbol(node)), from + ts_node_start_byte(node));
    return true;
}

/* ---- plain strings ---- */

static uint32_t closing_quotes(const struct lower *l, Subtree string) {
    uint32_t count = tree_child_count(string);
    if (!count)
        return 0;
    Subtree last = tree_children(string)[count - 1];
    return kinds_of(&l->kinds, ts_subtree_symbol(last)) == KIND_STRING_END ? tree_size(last) : 0;
}

bool lower_is_format_string(const struct lower *l, uint32_t start, uint32_t end) {
    return string_form(l->text + start, end - start).format;
}

void lower_plain_string(struct lower *l, const Subtree *subtree, uint32_t start, uint32_t end) {
    struct string_form form = string_form(l->text + start, end - start);
    uint32_t from = start + form.opening, to = end - closing_quotes(l, *subtree);
    if (from > end)
        from = end;
    if (to < from)
        to = from;
    if (l->context.flags & CONTEXT_STRINGS && !form.bytes && visit_type(l, from, to))
        return;
    lower_push(l, emit_text(l, form, from, to, start, end));
}

/* ---- strings with interpolations, and runs of strings ---- */

void lower_enter_string(struct lower *l, struct frame *f) {
    struct string_form form = string_form(l->text + f->start, f->end - f->start);
    f->op = (uint8_t)((form.raw ? STRING_RAW : 0) | (form.bytes ? STRING_BYTES : 0));
    l->context.flags &= (uint16_t)~CONTEXT_STRINGS;
}

void lower_string_content(struct lower *l, struct frame *f, uint32_t start, uint32_t end) {
    struct string_form form = {.raw = f->op & STRING_RAW, .bytes = f->op & STRING_BYTES, .format = true};
    lower_push(l, emit_text(l, form, start, end, start, end));
}

/* True when the values are the newest expressions and all of them strings. */
static bool all_text(const struct lower *l, const struct value *values, uint32_t count) {
    uint32_t first = l->builder.exprs.len - count;
    for (uint32_t i = 0; i < count; i++)
        if (values[i].expr != first + i || lower_at(l, values[i].expr)->kind != EXPR_STRING)
            return false;
    return true;
}

/* Literals side by side are one string, as they are for Python's compiler. */
static uint32_t join(struct lower *l, struct frame *f, const struct value *values, uint32_t count) {
    l->scratch.len = 0;
    uint8_t flags = 0;
    for (uint32_t i = 0; i < count && l->scratch.len <= FACTS_STRING_LIMIT; i++) {
        struct span part = intern_text(&l->builder.strings, lower_at(l, values[i].expr)->a);
        buffer_add(&l->scratch, part.data, part.len);
        flags |= lower_at(l, values[i].expr)->flags & EXPR_FLAG_BYTES;
    }
    l->builder.exprs.len -= count;
    struct span text = string_cut((struct span){count ? l->scratch.data : "", l->scratch.len}, FACTS_STRING_LIMIT);
    uint32_t expr = lower_emit(l, EXPR_STRING, facts_builder_string(&l->builder, text), FACTS_NONE, f->start, f->end);
    lower_at(l, expr)->flags |= flags;
    return expr;
}

uint32_t lower_leave_string(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f);
    if (f->kind == KIND_STRING && lower_parent_kind(l, f) == KIND_CONCATENATED_STRING)
        return LEFT_VALUES;
    if (all_text(l, values, count))
        return join(l, f, values, count);
    return lower_emit(l, EXPR_FSTRING, FACTS_NONE, lower_list(l, values, count), f->start, f->end);
}
