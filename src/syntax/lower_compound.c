#include "syntax/lower.h"

/* Compound statements: their heads, up to the colon, and their branches. Of a try's frame: a, b: first and end of the
 * imports in its body. Of a case's frame: a: the number, from 1, of the pattern at hand. Of a condition: a: itself. */

enum catches { CATCHES_IMPORT = 1, CATCHES_ATTRIBUTE = 2, CATCHES_ALL = 4 };

/* ---- branches ---- */

/* What facts.h promises of a statement holds for broken ones too. */
static void complete(struct lower *l, const struct frame *f, struct facts_stmt *stmt) {
    switch ((enum facts_stmt_kind)stmt->kind) {
    case STMT_FOR:
        if (stmt->b == FACTS_NONE)
            stmt->b = lower_unreadable(l, f);
        /* fall through */
    case STMT_IF:
    case STMT_ELIF:
    case STMT_WHILE:
    case STMT_MATCH:
        if (stmt->a == FACTS_NONE)
            stmt->a = lower_unreadable(l, f);
        break;
    case STMT_WITH:
    case STMT_CASE:
        if (stmt->list == FACTS_NONE)
            stmt->list = facts_builder_list(&l->builder, NULL, 0);
        break;
    default: break;
    }
}

static uint32_t close(struct lower *l, const struct frame *f) {
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    if (!stmt->end) {
        stmt->end = l->builder.stmts.len;
        complete(l, f, stmt);
    }
    return LEFT_NOTHING;
}

static bool has_branches(enum kind kind) {
    return kind == KIND_IF_STATEMENT || kind == KIND_WHILE_STATEMENT || kind == KIND_FOR_STATEMENT ||
           kind == KIND_TRY_STATEMENT;
}

/* A branch is a sibling of the statement that it belongs to in the tree. */
static void open_branch(struct lower *l, struct frame *f, enum facts_stmt_kind kind) {
    struct frame *whole = lower_parent(l, f);
    if (has_branches((enum kind)whole->kind)) {
        if (!(whole->flags & FRAME_BRANCH))
            close(l, whole);
        if (whole->kind == KIND_TRY_STATEMENT && !(whole->flags & FRAME_BRANCH))
            whole->b = l->builder.imports.len;
        whole->flags |= FRAME_BRANCH;
        /* What a broken file has behind a branch is not inside the statement that ended before it. */
        f->saved.stmt = whole->saved.stmt;
        l->context = whole->saved;
        l->context.flags |= CONTEXT_CONDITIONAL;
        if (kind == STMT_ELSE && whole->flags & FRAME_TYPING)
            l->context.flags |= CONTEXT_TYPING;
    }
    lower_open(l, f, kind);
}

/* ---- conditions ---- */

static bool is_type_checking(const struct lower *l, uint32_t expr) {
    const struct facts_expr *record = lower_at(l, expr);
    if (record->kind == EXPR_ATTRIBUTE)
        return span_is(intern_text(&l->builder.strings, record->b), "TYPE_CHECKING");
    return lower_is_name(l, expr, "TYPE_CHECKING");
}

static bool is_string(const struct lower *l, uint32_t expr, const char *text) {
    const struct facts_expr *record = lower_at(l, expr);
    return record->kind == EXPR_STRING && span_is(intern_text(&l->builder.strings, record->a), text);
}

/* __name__ == "__main__", either way round. */
static bool is_main_test(const struct lower *l, uint32_t expr) {
    const struct facts_expr *record = lower_at(l, expr);
    if (record->kind != EXPR_COMPARE)
        return false;
    const uint32_t *list = &l->builder.pool.data[record->b];
    if (list[0] != 3 || list[2] != OP_EQ)
        return false;
    return (lower_is_name(l, list[1], "__name__") && is_string(l, list[3], "__main__")) ||
           (lower_is_name(l, list[3], "__name__") && is_string(l, list[1], "__main__"));
}

static bool is_negation(const struct lower *l, uint32_t expr, uint32_t *operand) {
    *operand = lower_at(l, expr)->a;
    return lower_at(l, expr)->kind == EXPR_UNARY && lower_at(l, expr)->op == OP_NOT;
}

static void condition_head(struct lower *l, struct frame *f) {
    uint32_t condition = lower_one(l, lower_values(l, f), lower_count(l, f)), operand;
    lower_stmt(l, f->stmt)->a = condition;
    l->context.flags |= CONTEXT_CONDITIONAL;
    if (condition == FACTS_NONE)
        return;
    f->a = condition;
    if (is_type_checking(l, condition))
        l->context.flags |= CONTEXT_TYPING;
    else if (is_main_test(l, condition))
        l->context.flags |= CONTEXT_MAIN;
    else if (is_negation(l, condition, &operand) && is_type_checking(l, operand))
        f->flags |= FRAME_TYPING;
    lower_narrow(l, condition, f->stmt, FACTS_NONE);
    if (f->kind == KIND_IF_STATEMENT && lower_narrows_behind(l, condition))
        f->flags |= FRAME_NARROWS;
}

/* True when the last statement of a body leaves the block that it stands in. */
static bool leaves(const struct lower *l, uint32_t stmt) {
    uint32_t last = FACTS_NONE;
    for (uint32_t inner = stmt + 1; inner < l->builder.stmts.len; inner = lower_stmt(l, inner)->end)
        last = inner;
    if (last == FACTS_NONE)
        return false;
    uint8_t kind = lower_stmt(l, last)->kind;
    return kind == STMT_RETURN || kind == STMT_RAISE || kind == STMT_CONTINUE || kind == STMT_BREAK;
}

static uint32_t leave_if(struct lower *l, struct frame *f) {
    bool narrows = f->flags & FRAME_NARROWS && !(f->flags & FRAME_BRANCH) && leaves(l, f->stmt);
    close(l, f);
    l->context = f->saved;
    if (narrows)
        lower_narrow_behind(l, f->a, l->context.stmt, f->end);
    return LEFT_NOTHING;
}

/* ---- for and with ---- */

static void note_async(struct lower *l, const struct frame *f, uint32_t awaited) {
    if (!(f->flags & FRAME_ASYNC))
        return;
    lower_at(l, awaited)->flags |= EXPR_FLAG_AWAITED;
    lower_stmt(l, f->stmt)->flags |= STMT_FLAG_ASYNC;
    lower_note_await(l);
}

static void bind_from(struct lower *l, const struct frame *f, enum facts_binding_kind kind, uint32_t target,
                      uint32_t value) {
    struct binding binding = lower_binding(l, kind, value);
    if (f->flags & FRAME_ASYNC)
        binding.flags |= BINDING_ASYNC;
    lower_bind_target(l, &binding, target);
}

static void for_head(struct lower *l, struct frame *f) {
    const struct value *values = lower_values(l, f);
    uint32_t count = lower_count(l, f), target = FACTS_NONE, iterable = FACTS_NONE;
    for (uint32_t i = 0; i < count; i++)
        *(values[i].role == ROLE_TARGET ? &target : &iterable) = values[i].expr;
    lower_stmt(l, f->stmt)->a = iterable;
    lower_stmt(l, f->stmt)->b = target;
    l->context.flags |= CONTEXT_CONDITIONAL;
    f->role = ROLE_PLAIN;
    if (iterable != FACTS_NONE)
        note_async(l, f, iterable);
    if (target != FACTS_NONE)
        bind_from(l, f, BIND_FOR, target, iterable);
}

/* Items stand as a context expression each, followed by its target when it has one. */
static void with_head(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f), base = f->base;
    vec_clear(&l->list);
    for (uint32_t i = 0; i < count; i++) {
        struct value value = l->values.data[base + i];
        bool named = i + 1 < count && l->values.data[base + i + 1].role == ROLE_TARGET;
        vec_push(&l->list, value.expr);
        vec_push(&l->list, named ? l->values.data[base + i + 1].expr : FACTS_NONE);
        i += named;
    }
    uint32_t list = facts_builder_list(&l->builder, l->list.data, l->list.len);
    lower_stmt(l, f->stmt)->list = list;
    for (uint32_t i = 0; i < l->list.len; i += 2) {
        uint32_t context = l->list.data[i], target = l->list.data[i + 1];
        note_async(l, f, context);
        if (target != FACTS_NONE)
            bind_from(l, f, BIND_WITH, target, context);
    }
}

/* ---- try ---- */

static unsigned catches_one(const struct lower *l, uint32_t expr) {
    const struct facts_expr *record = lower_at(l, expr);
    if (record->kind != EXPR_NAME && record->kind != EXPR_ATTRIBUTE)
        return 0;
    struct span name = intern_text(&l->builder.strings, record->kind == EXPR_NAME ? record->a : record->b);
    if (span_is(name, "ImportError") || span_is(name, "ModuleNotFoundError"))
        return CATCHES_IMPORT;
    if (span_is(name, "AttributeError"))
        return CATCHES_ATTRIBUTE;
    return span_is(name, "Exception") || span_is(name, "BaseException") ? CATCHES_ALL : 0;
}

static unsigned catches(const struct lower *l, uint32_t expr) {
    if (expr == FACTS_NONE)
        return CATCHES_ALL;
    if (lower_at(l, expr)->kind != EXPR_TUPLE)
        return catches_one(l, expr);
    const uint32_t *list = &l->builder.pool.data[lower_at(l, expr)->b];
    unsigned all = 0;
    for (uint32_t i = 1; i <= list[0]; i++)
        all |= catches_one(l, list[i]);
    return all;
}

static void note_handler(struct lower *l, const struct frame *whole, unsigned caught) {
    if (caught & (CATCHES_IMPORT | CATCHES_ALL)) {
        l->context.flags |= CONTEXT_IMPORT_FALLBACK;
        if (whole->kind == KIND_TRY_STATEMENT && whole->b != FACTS_NONE)
            for (uint32_t i = whole->a; i < whole->b; i++)
                l->builder.imports.data[i].flags |= IMPORT_TRY;
    }
    if (caught & (CATCHES_IMPORT | CATCHES_ATTRIBUTE))
        l->context.flags |= CONTEXT_FALLBACK;
}

static void except_head(struct lower *l, struct frame *f) {
    uint32_t count = lower_count(l, f);
    const struct value *values = lower_values(l, f);
    uint32_t alias = count && values[count - 1].role == ROLE_TARGET ? values[--count].expr : FACTS_NONE;
    uint32_t class = lower_one(l, values, count);
    note_handler(l, lower_parent(l, f), catches(l, class));
    struct facts_stmt *stmt = lower_stmt(l, f->stmt);
    stmt->a = class;
    if (alias == FACTS_NONE)
        return;
    if (lower_at(l, alias)->kind == EXPR_NAME)
        stmt->b = alias;
    bind_from(l, f, BIND_EXCEPT, alias, class);
}

/* ---- the handler ---- */

static void match_head(struct lower *l, struct frame *f) {
    uint32_t subject = lower_one(l, lower_values(l, f), lower_count(l, f));
    lower_stmt(l, f->stmt)->a = subject;
    l->context.subject = subject;
    l->context.flags |= CONTEXT_CONDITIONAL;
}

/* At the colon: the values so far become the statement's parts. */
static void end_head(struct lower *l, struct frame *f, uint32_t end) {
    lower_stmt(l, f->stmt)->stop = end;
    switch ((enum kind)f->kind) {
    case KIND_IF_STATEMENT:
    case KIND_ELIF_CLAUSE:
    case KIND_WHILE_STATEMENT: condition_head(l, f); break;
    case KIND_FOR_STATEMENT: for_head(l, f); break;
    case KIND_WITH_STATEMENT: with_head(l, f); break;
    case KIND_EXCEPT_CLAUSE: except_head(l, f); break;
    case KIND_MATCH_STATEMENT: match_head(l, f); break;
    case KIND_CASE_CLAUSE: lower_case_head(l, f); break;
    case KIND_TRY_STATEMENT: f->a = l->builder.imports.len; break;
    default: break;
    }
    l->values.len = f->base;
}

static void enter(struct lower *l, struct frame *f) {
    switch ((enum kind)f->kind) {
    case KIND_IF_STATEMENT: lower_open(l, f, STMT_IF); break;
    case KIND_ELIF_CLAUSE: open_branch(l, f, STMT_ELIF); break;
    case KIND_ELSE_CLAUSE: open_branch(l, f, STMT_ELSE); break;
    case KIND_WHILE_STATEMENT: lower_open(l, f, STMT_WHILE); break;
    case KIND_FOR_STATEMENT:
        lower_open(l, f, STMT_FOR);
        f->holds = true;
        f->release = KIND_COLON;
        break;
    case KIND_TRY_STATEMENT:
        lower_open(l, f, STMT_TRY);
        l->context.flags |= CONTEXT_CONDITIONAL;
        break;
    case KIND_EXCEPT_CLAUSE: open_branch(l, f, STMT_EXCEPT); break;
    case KIND_FINALLY_CLAUSE: open_branch(l, f, STMT_FINALLY); break;
    case KIND_WITH_STATEMENT: lower_open(l, f, STMT_WITH); break;
    case KIND_MATCH_STATEMENT: lower_open(l, f, STMT_MATCH); break;
    default:
        lower_open(l, f, STMT_CASE);
        l->context.flags |= CONTEXT_PATTERN;
        l->context.unpack = 0;
        f->a = 1;
        break;
    }
}

static void token(struct lower *l, struct frame *f, enum kind token, uint32_t end) {
    if (token == KIND_COLON)
        end_head(l, f, end);
    else if (token == KIND_KEYWORD_ASYNC)
        f->flags |= FRAME_ASYNC;
    else if (token == KIND_KEYWORD_AS && f->kind == KIND_EXCEPT_CLAUSE)
        f->role = ROLE_TARGET;
    else if (token == KIND_STAR && f->kind == KIND_EXCEPT_CLAUSE)
        lower_stmt(l, f->stmt)->flags |= STMT_FLAG_GROUP;
    else if (token == KIND_COMMA && f->kind == KIND_CASE_CLAUSE)
        f->a++;
}

static void leaf(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end) {
    (void)f;
    lower_leaf(l, kind, start, end);
}

static uint32_t leave(struct lower *l, struct frame *f) {
    return f->kind == KIND_IF_STATEMENT ? leave_if(l, f) : close(l, f);
}

const struct handler lower_compound_handler = {enter, token, leaf, leave};
