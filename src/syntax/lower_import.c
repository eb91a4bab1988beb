#include <string.h>

#include "syntax/lower.h"

/* Of an import statement's frame: a: string of the module, b: leading dots, role: 1 after `import`, op: 1 once there is
 * a first record, whose index then stands in owner. Of an aliased_import: a: string of the name, b: its position. */

/* The text of a dotted name without blanks. */
static uint32_t dotted_string(struct lower *l, uint32_t start, uint32_t end) {
    const char *text = l->text + start;
    uint32_t plain = 0;
    while (plain < end - start && (unsigned char)text[plain] > ' ' && text[plain] != '\\' && text[plain] != '#')
        plain++;
    if (plain == end - start)
        return lower_string(l, start, end);
    l->scratch.len = 0;
    for (uint32_t i = 0; i < end - start; i++) {
        if (text[i] == '#')
            while (i < end - start && text[i] != '\n')
                i++;
        else if ((unsigned char)text[i] > ' ' && text[i] != '\\')
            buffer_putc(&l->scratch, text[i]);
    }
    return facts_builder_string(&l->builder, (struct span){l->scratch.len ? l->scratch.data : "", l->scratch.len});
}

/* `a` of `a.b.c`. */
static uint32_t first_component(struct lower *l, uint32_t dotted) {
    struct span text = intern_text(&l->builder.strings, dotted);
    const char *dot = memchr(text.data, '.', text.len);
    if (!dot)
        return dotted;
    return facts_builder_string(&l->builder, (struct span){text.data, (size_t)(dot - text.data)});
}

static uint32_t import_flags(const struct lower *l, uint32_t alias) {
    uint32_t flags = alias == FACTS_NONE ? 0 : IMPORT_ALIAS;
    if (l->context.flags & CONTEXT_TYPING)
        flags |= IMPORT_TYPING;
    if (l->context.flags & CONTEXT_IMPORT_FALLBACK)
        flags |= IMPORT_FALLBACK;
    return flags;
}

/* One imported thing: `name` of the statement's module, or the module `name` itself. */
static void add_import(struct lower *l, struct frame *f, uint32_t name, uint32_t alias, uint32_t start) {
    bool from = f->kind != KIND_IMPORT_STATEMENT;
    if (from && f->a == FACTS_NONE && f->b == FACTS_NONE) /* `from import x` */
        return;
    struct facts_import import = {.module = from ? f->a : name,
                                  .level = f->b == FACTS_NONE ? 0 : f->b,
                                  .name = from ? name : FACTS_NONE,
                                  .symbol = FACTS_NONE,
                                  .scope = l->context.scope,
                                  .stmt = l->context.stmt,
                                  .flags = import_flags(l, alias),
                                  .start = start};
    uint32_t bound = alias != FACTS_NONE ? alias : from ? name : first_component(l, name);
    struct binding binding = lower_binding(l, BIND_IMPORT, FACTS_NONE);
    binding.source = l->builder.imports.len;
    import.symbol = facts_builder_symbol(&l->builder, l->context.scope, bound);
    lower_bind(l, &binding, bound, 0, start);
    vec_push(&l->builder.imports, import);
}

static void add_star(struct lower *l, struct frame *f, uint32_t start) {
    if (f->a == FACTS_NONE && f->b == FACTS_NONE)
        return;
    struct facts_import import = {.module = f->a,
                                  .level = f->b == FACTS_NONE ? 0 : f->b,
                                  .name = facts_builder_string(&l->builder, SPAN("*")),
                                  .symbol = FACTS_NONE,
                                  .scope = l->context.scope,
                                  .stmt = l->context.stmt,
                                  .flags = import_flags(l, FACTS_NONE),
                                  .start = start};
    vec_push(&l->builder.imports, import);
    lower_scope(l, 0)->flags |= SCOPE_STAR;
}

static uint32_t count_dots(const struct lower *l, uint32_t start, uint32_t end) {
    uint32_t dots = 0;
    for (uint32_t i = start; i < end; i++)
        dots += l->text[i] == '.';
    return dots;
}

static bool is_import(enum kind kind) {
    return kind == KIND_IMPORT_STATEMENT || kind == KIND_IMPORT_FROM_STATEMENT || kind == KIND_FUTURE_IMPORT_STATEMENT;
}

static void enter(struct lower *l, struct frame *f) {
    if (!is_import((enum kind)f->kind))
        return;
    lower_open(l, f, STMT_IMPORT);
    f->owner = l->builder.imports.len;
}

static void token(struct lower *l, struct frame *f, enum kind token, uint32_t end) {
    (void)end;
    if (token == KIND_KEYWORD_IMPORT)
        f->role = 1;
    else if (token == KIND_KEYWORD_FUTURE)
        f->a = facts_builder_string(&l->builder, SPAN("__future__"));
}

static void aliased_leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    if (kind == KIND_DOTTED_NAME) {
        f->a = dotted_string(l, start, end);
    } else if (kind == KIND_IDENTIFIER && f->a != FACTS_NONE && is_import(lower_parent_kind(l, f))) {
        uint32_t alias = lower_string(l, start, end);
        add_import(l, lower_parent(l, f), f->a, alias, start);
    }
}

static void leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    if (f->kind == KIND_ALIASED_IMPORT) {
        aliased_leaf(l, f, kind, start, end);
    } else if (kind == KIND_IMPORT_PREFIX) {
        f->b = count_dots(l, start, end);
    } else if (kind == KIND_WILDCARD_IMPORT) {
        add_star(l, f, start);
    } else if (kind == KIND_DOTTED_NAME && start < end) {
        uint32_t name = dotted_string(l, start, end);
        if (f->kind == KIND_IMPORT_FROM_STATEMENT && !f->role)
            f->a = name;
        else
            add_import(l, f, name, FACTS_NONE, start);
    }
}

static uint32_t leave(struct lower *l, struct frame *f) {
    if (!is_import((enum kind)f->kind))
        return LEFT_NOTHING;
    vec_clear(&l->list);
    for (uint32_t import = f->owner; import < l->builder.imports.len; import++)
        vec_push(&l->list, import);
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    stmt->list = facts_builder_list(&l->builder, l->list.data, l->list.len);
    stmt->end = l->builder.stmts.len;
    l->code_end = f->end;
    return LEFT_NOTHING;
}

const struct handler lower_import_handler = {enter, token, leaf, leave};
