/* async/thread-lock-across-await (LP107): see the document beside this file. */
#include "check/check.h"

#define HELPERS_DEEP 3u /* context managers of the project that enter one another */

/* Entering a value of this type takes a lock of a thread, whichever of its members it is. */
static bool is_thread_lock(struct check_context *context, uint32_t type) {
    struct type_table *types = program_types(context->program);
    uint32_t locks = 0;
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        uint32_t member = types_member(types, type, i);
        if (types_get(types, member).kind == TYPE_NONE) {
            continue;
        }
        struct type t = types_get(types, program_special(context->program, member, NAME_ENTER));
        const struct program_trait *blocks = t.kind == TYPE_METHOD ? program_trait(context->program, t.entity, WORD_BLOCKS) : NULL;
        if (!blocks || blocks->kind != KIND_LOCK) {
            return false;
        }
        locks++;
    }
    return locks > 0;
}

/* Where the event loop can go on with something else. */
struct pause {
    uint32_t start, end;
};

static uint32_t body_end(const struct facts *facts, uint32_t stmt) {
    uint32_t end = facts->stmts[stmt].end;
    return end < facts->stmt_count ? facts->stmts[end].start : UINT32_MAX;
}

/* An expression runs where the statement does: in its function, or in a comprehension there that is no generator. */
static bool runs_in(const struct facts *facts, uint32_t scope, uint32_t within) {
    while (facts->scopes[scope].kind == SCOPE_COMPREHENSION && !(facts->scopes[scope].flags & SCOPE_GENERATOR)) {
        scope = facts->scopes[scope].parent;
    }
    return scope == within;
}

/* The first await, `async with`, `async for` or asynchronous comprehension in the body of a statement. */
static bool first_pause(const struct facts *facts, uint32_t stmt, struct pause *out) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    const struct facts_scope *scope = &facts->scopes[s->scope];
    uint32_t end = body_end(facts, stmt);
    *out = (struct pause){UINT32_MAX, UINT32_MAX};
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        bool waits = x->kind == EXPR_AWAIT || (x->kind == EXPR_COMP && (x->flags & EXPR_FLAG_ASYNC) && x->op != COMP_GENERATOR);
        if (waits && x->start >= s->stop && x->start < end && x->start < out->start && runs_in(facts, x->scope, s->scope)) {
            *out = (struct pause){x->start, x->end};
        }
    }
    for (uint32_t i = stmt + 1; i < s->end; i++) {
        const struct facts_stmt *inner = &facts->stmts[i];
        bool waits = (inner->kind == STMT_WITH || inner->kind == STMT_FOR) && (inner->flags & STMT_FLAG_ASYNC);
        if (waits && inner->scope == s->scope && inner->start < out->start) {
            *out = (struct pause){inner->start, inner->stop};
        }
    }
    return out->start != UINT32_MAX;
}

static bool yields_inside(const struct facts *facts, uint32_t stmt) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    const struct facts_scope *scope = &facts->scopes[s->scope];
    uint32_t end = body_end(facts, stmt);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind == EXPR_YIELD && x->scope == s->scope && x->start >= s->stop && x->start < end) {
            return true;
        }
    }
    return false;
}

static bool holds_lock(struct check_context *context, uint32_t module, uint32_t expr, uint32_t depth);

/* A @contextmanager of the project that yields while it holds the lock. */
static bool yields_under_lock(struct check_context *context, uint32_t def, uint32_t depth) {
    uint32_t module = program_def_module(context->program, def), count;
    const struct program_module *m = program_module_at(context->program, module);
    const struct facts *facts = &m->facts;
    uint32_t scope = def - m->scope_base, head = facts->scopes[scope].stmt;
    for (uint32_t s = head + 1; head != FACTS_NONE && s < facts->stmts[head].end; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        if (stmt->kind != STMT_WITH || stmt->scope != scope || (stmt->flags & STMT_FLAG_ASYNC) || !yields_inside(facts, s)) {
            continue;
        }
        const uint32_t *list = facts_list(facts, stmt->list, &count);
        for (uint32_t i = 0; i + 1 < count; i += 2) {
            if (holds_lock(context, module, list[i], depth + 1)) {
                return true;
            }
        }
    }
    return false;
}

static bool holds_lock(struct check_context *context, uint32_t module, uint32_t expr, uint32_t depth) {
    uint32_t type = program_eval(context->program, module, expr);
    struct type t = types_get(program_types(context->program), type);
    if (t.kind == TYPE_CONTEXT) {
        return t.entity != TYPE_NOBODY && depth < HELPERS_DEEP && yields_under_lock(context, t.entity, depth);
    }
    return is_thread_lock(context, type);
}

/* The lock as it is written, without arguments and indexes. */
static const char *name_of(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t expr) {
    const struct facts_expr *x = &facts->exprs[expr];
    const char *name = check_dotted(context, module, x->kind == EXPR_CALL || x->kind == EXPR_SUBSCRIPT ? x->a : expr);
    if (!name) {
        return "of this `with`";
    }
    return x->kind == EXPR_CALL ? check_text(context, "%s(...)", name) : x->kind == EXPR_SUBSCRIPT ? check_text(context, "%s[...]", name) : name;
}

static void with_statement(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t stmt) {
    uint32_t count;
    struct pause pause;
    const uint32_t *list = facts_list(facts, facts->stmts[stmt].list, &count);
    if (!first_pause(facts, stmt, &pause)) {
        return;
    }
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (!holds_lock(context, module, list[i], 0)) {
            continue;
        }
        const struct facts_expr *lock = &facts->exprs[list[i]];
        const char *name = name_of(context, module, facts, list[i]);
        struct finding *finding = check_add(context, module, lock->start, lock->end);
        finding->confidence = program_eval(context->program, module, list[i]) & TYPE_SOFT ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
        finding->symbol = check_symbol(context, module, facts->stmts[stmt].scope);
        finding->message = check_text(context, "the thread lock %s is held across an await", name);
        finding->matter = check_text(context, "%s", name);
        finding->help = "use asyncio.Lock with `async with`, or release the lock before awaiting";
        check_relate(context, finding, module, pause.start, pause.end, "awaits here");
        return;
    }
}

static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        if (stmt->kind == STMT_WITH && !(stmt->flags & STMT_FLAG_ASYNC) &&
            (facts->scopes[stmt->scope].flags & SCOPE_ASYNC)) {
            with_statement(context, module, facts, s);
        }
    }
}

const struct check check_async_thread_lock_across_await = {
    .code = "LP107",
    .id = "async/thread-lock-across-await",
    .summary = "a thread lock is held while the event loop runs other code",
    .severity = SEVERITY_ERROR,
    .file = file,
};
