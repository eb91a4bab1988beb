/* async/thread-lock-across-await (LP107): see the document beside this file. */
#include "check/check.h"

/* Entering the value takes a lock of a thread. */
static bool is_thread_lock(struct check_context *context, uint32_t module, uint32_t expr) {
    struct type_table *types = program_types(context->program);
    uint32_t enter = program_special(context->program, program_eval(context->program, module, expr), NAME_ENTER);
    struct type t = types_get(types, enter);
    const struct program_trait *blocks =
        t.kind == TYPE_METHOD ? program_trait(context->program, t.entity, WORD_BLOCKS) : NULL;
    return blocks && blocks->kind == KIND_LOCK;
}

/* The first await inside a statement, in its own function; FACTS_NONE when there is none. */
static uint32_t first_await(const struct facts *facts, uint32_t stmt) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    uint32_t end = s->end < facts->stmt_count ? facts->stmts[s->end].start : UINT32_MAX;
    const struct facts_scope *scope = &facts->scopes[s->scope];
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind == EXPR_AWAIT && x->scope == s->scope && x->start >= s->stop && x->start < end) {
            return e;
        }
    }
    return FACTS_NONE;
}

static void with_statement(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t stmt) {
    uint32_t count, await = first_await(facts, stmt);
    const uint32_t *list = facts_list(facts, facts->stmts[stmt].list, &count);
    for (uint32_t i = 0; i + 1 < count && await != FACTS_NONE; i += 2) {
        if (!is_thread_lock(context, module, list[i])) {
            continue;
        }
        const struct facts_expr *lock = &facts->exprs[list[i]];
        const char *name = check_dotted(context, module, list[i]);
        struct finding *finding = check_add(context, module, lock->start, lock->end);
        finding->symbol = check_symbol(context, module, facts->stmts[stmt].scope);
        finding->message = check_text(context, "the thread lock %s is held across an await", name ? name : "");
        finding->matter = check_text(context, "%s", name ? name : "lock");
        finding->help = "use asyncio.Lock with `async with`, or release the lock before awaiting";
        check_relate(context, finding, module, facts->exprs[await].start, facts->exprs[await].end, "awaits here");
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
