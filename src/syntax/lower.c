#include "syntax/lower.h"

#include <string.h>

static const struct handler *const handlers[FAMILY_COUNT] = {
    [FAMILY_NONE] = &lower_expr_handler,       [FAMILY_EXPR] = &lower_expr_handler,
    [FAMILY_SIMPLE] = &lower_simple_handler,   [FAMILY_COMPOUND] = &lower_compound_handler,
    [FAMILY_IMPORT] = &lower_import_handler,   [FAMILY_DEFINE] = &lower_define_handler,
    [FAMILY_PATTERN] = &lower_pattern_handler,
};

/* ---- comments ---- */

/* Where `loadpath:` or `noqa` begins, or NULL. */
static const char *find_directive(const char *text, const char *end) {
    for (; end - text >= 4; text++) {
        if ((*text | 0x20) == 'n' && strncasecmp(text, "noqa", 4) == 0)
            return text;
        if (*text == 'l' && end - text >= 9 && memcmp(text, "loadpath:", 9) == 0)
            return text;
    }
    return NULL;
}

static void lower_comment_line(struct lower *l, const char *text, const char *end) {
    const char *found = find_directive(text, end);
    if (!found)
        return;
    if (end[-1] == '\r')
        end--;
    uint32_t from = (uint32_t)(found - l->text), to = (uint32_t)(end - l->text);
    struct facts_comment comment = {0, lower_string(l, from, to), from, to};
    vec_push(&l->builder.comments, comment);
}

/* Comments on lines of their own reach the parser in one piece, see python.c. */
static void lower_comment(struct lower *l, uint32_t start, uint32_t end) {
    const char *text = l->text + start, *stop = l->text + end;
    while (text < stop) {
        const char *line_end = memchr(text, '\n', (size_t)(stop - text));
        if (!line_end)
            line_end = stop;
        lower_comment_line(l, text, line_end);
        text = line_end + 1;
    }
}

/* ---- the machine ---- */

static void push_level(struct lower *l, const Subtree *subtree, enum kind kind, uint32_t start, bool is_frame) {
    /* The blanks before a node are those before its first child. */
    vec_reserve(&l->levels, 1);
    l->levels.data[l->levels.len++] = (struct level){.children = tree_children(*subtree),
                                                     .aliases = tree_aliases(l->language, *subtree),
                                                     .count = tree_child_count(*subtree),
                                                     .position = start - tree_padding(*subtree),
                                                     .kind = (uint8_t)kind,
                                                     .is_frame = is_frame};
}

/* Patterns of a case share kinds with targets of an assignment. */
static enum family family_of(const struct lower *l, enum kind kind) {
    enum family family = (enum family)kinds_family[kind];
    if (l->context.flags & CONTEXT_PATTERN &&
        (kind == KIND_LIST_PATTERN || kind == KIND_TUPLE_PATTERN || kind == KIND_AS_PATTERN))
        return FAMILY_PATTERN;
    return family;
}

/* Part of a statement, found outside of any in a file that is one error from top to bottom. */
static bool is_loose(const struct frame *f) {
    return f->family == FAMILY_EXPR || f->family == FAMILY_PATTERN ||
           (f->family == FAMILY_DEFINE && f->kind != KIND_FUNCTION_DEFINITION && f->kind != KIND_CLASS_DEFINITION &&
            f->kind != KIND_DECORATED_DEFINITION);
}

static void enter(struct lower *l, const Subtree *subtree, enum kind kind, uint32_t start) {
    vec_reserve(&l->frames, 1);
    struct frame *f = &l->frames.data[l->frames.len++];
    *f = (struct frame){.kind = (uint8_t)kind,
                        .family = (uint8_t)family_of(l, kind),
                        .release = KIND_COUNT,
                        .base = l->values.len,
                        .start = start,
                        .end = start + tree_size(*subtree),
                        .stmt = FACTS_NONE,
                        .a = FACTS_NONE,
                        .b = FACTS_NONE,
                        .owner = FACTS_NONE,
                        .saved = l->context};
    if (l->context.stmt == FACTS_NONE && is_loose(f)) {
        lower_open(l, f, STMT_OTHER);
        f->flags |= FRAME_LOOSE;
    }
    handlers[f->family]->enter(l, f);
    push_level(l, subtree, kind, start, true);
}

/* Gives a loose frame's statement what has become of the frame. */
static uint32_t leave_loose(struct lower *l, struct frame *f, uint32_t result) {
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    stmt->list = facts_builder_list(&l->builder, &result, result < LEFT_VALUES);
    stmt->end = l->builder.stmts.len;
    return LEFT_NOTHING;
}

static void leave(struct lower *l) {
    struct frame *f = lower_top(l);
    uint32_t result = handlers[f->family]->leave(l, f);
    if (f->flags & FRAME_LOOSE)
        result = leave_loose(l, f, result);
    if (result != LEFT_VALUES)
        l->values.len = f->base;
    l->context = f->saved;
    l->frames.len--;
    if (result < LEFT_VALUES)
        lower_push(l, result);
}

static void visit_leaf(struct lower *l, enum kind kind, uint32_t start, uint32_t end) {
    if (kind == KIND_COMMENT) {
        lower_comment(l, start, end);
        return;
    }
    struct frame *f = lower_top(l);
    handlers[f->family]->leaf(l, f, kind, start, end);
}

void lower_visit(struct lower *l, const Subtree *subtree, enum kind kind, uint32_t start) {
    uint32_t end = start + tree_size(*subtree);
    switch (kinds_shape[kind]) {
    case SHAPE_SKIP: break;
    case SHAPE_TOKEN: break;
    case SHAPE_LEAF: visit_leaf(l, kind, start, end); break;
    case SHAPE_THROUGH: push_level(l, subtree, kind, start, false); break;
    default:
        if (kind == KIND_STRING && !lower_is_format_string(l, start, end))
            lower_plain_string(l, subtree, start, end);
        else
            enter(l, subtree, kind, start);
    }
}

/* Visits the child that a frame held back, if there is one. */
static bool release(struct lower *l, struct frame *f) {
    if (!f->held)
        return false;
    const Subtree *held = f->held;
    f->held = NULL;
    if (f->kind != KIND_CONDITIONAL_EXPRESSION)
        f->role = ROLE_TARGET;
    lower_visit(l, held, (enum kind)f->held_kind, f->held_start);
    return true;
}

static bool hold(struct frame *f, const Subtree *child, enum kind kind, uint32_t start) {
    if (!f->holds || kind == KIND_COMMENT)
        return false;
    f->holds = false;
    f->held = child;
    f->held_kind = (uint8_t)kind;
    f->held_start = start;
    return true;
}

/* One child as the walk sees it. */
struct child {
    const Subtree *subtree;
    TSSymbol symbol; /* its alias, when its parent gives it one */
    bool visible;
    uint32_t padding, size;
};

/* Hidden nodes with only one child, a third of all nodes, are looked through on the spot. */
static inline struct child look_at(const struct lower *l, const Subtree *subtree, TSSymbol alias) {
    for (;;) {
        if (subtree->data.is_inline)
            return (struct child){subtree, alias ? alias : subtree->data.symbol, alias || subtree->data.visible,
                                  subtree->data.padding_bytes, subtree->data.size_bytes};
        const SubtreeHeapData *data = subtree->ptr;
        if (alias || data->visible || data->child_count != 1)
            return (struct child){subtree, alias ? alias : data->symbol, alias || data->visible, data->padding.bytes,
                                  data->size.bytes};
        const TSSymbol *aliases = tree_aliases(l->language, *subtree);
        subtree = tree_children(*subtree);
        alias = aliases && !ts_subtree_extra(*subtree) ? aliases[0] : 0;
    }
}

/* Visits children of the topmost level until one of them has children to visit first, or all are done. */
static void visit_children(struct lower *l, struct level *level) {
    struct frame *f = lower_top(l);
    uint32_t depth = l->levels.len, index = level->index, position = level->position;
    while (index < level->count) {
        const Subtree *subtree = &level->children[index];
        bool extra = ts_subtree_extra(*subtree);
        TSSymbol alias = level->aliases && !extra ? level->aliases[level->structural] : 0;
        struct child child = look_at(l, subtree, alias);
        uint32_t start = position + child.padding, end = start + child.size;
        enum kind kind = kinds_of(&l->kinds, child.symbol);
        uint8_t shape = kinds_shape[kind];
        if (shape == SHAPE_TOKEN && kind == f->release && release(l, f))
            return;
        level->index = ++index;
        level->position = position = end;
        level->structural += !extra;
        if (!child.visible) {
            if (!ts_subtree_visible_child_count(*child.subtree))
                continue;
            push_level(l, child.subtree, (enum kind)level->kind, start, false);
        } else if (shape == SHAPE_TOKEN) {
            handlers[f->family]->token(l, f, kind, end);
        } else if (shape != SHAPE_SKIP && !hold(f, child.subtree, kind, start)) {
            lower_visit(l, child.subtree, kind, start);
        }
        if (l->levels.len != depth)
            return;
    }
}

static void walk(struct lower *l) {
    while (l->levels.len) {
        struct level *level = &l->levels.data[l->levels.len - 1];
        if (level->index < level->count) {
            visit_children(l, level);
        } else if (!level->is_frame) {
            l->levels.len--;
        } else if (!release(l, lower_top(l))) {
            l->levels.len--;
            leave(l);
        }
    }
}

static void start(struct lower *l) {
    l->context =
        (struct context){.scope = FACTS_NONE, .stmt = FACTS_NONE, .subject = FACTS_NONE, .type_scope = FACTS_NONE};
    l->code_end = 0;
    vec_clear(&l->levels);
    vec_clear(&l->frames);
    vec_clear(&l->values);
    vec_clear(&l->params);
    vec_reserve(&l->values, 1); /* so that there is an address to count from */
    l->context.scope = lower_open_scope(l, SCOPE_MODULE, 0, l->size);
}

void lower_nothing(struct lower *l) {
    start(l);
    lower_close_scope(l, 0, FACTS_NONE);
}

void lower_tree(struct lower *l, TSNode root) {
    start(l);
    enter(l, tree_subtree(root), KIND_MODULE, ts_node_start_byte(root));
    walk(l);
}
