/* async/dropped-task (LP108): see the document beside this file. */
#include "check/check.h"

static bool is_task_maker(const char *dotted) {
    static const char *const names[] = {"asyncio.create_task", "asyncio.ensure_future", "asyncio.AbstractEventLoop.create_task"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(dotted, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The library function that a call makes a task with; PROGRAM_NONE when it is another call. */
static uint32_t task_maker(struct check_context *context, uint32_t module, uint32_t callee) {
    struct type_table *types = program_types(context->program);
    uint32_t type = program_eval(context->program, module, callee);
    struct type t = types_get(types, type);
    bool function = t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD;
    return function && is_task_maker(program_dotted(context->program, t.entity)) ? t.entity : PROGRAM_NONE;
}

static bool may_make_task(const struct facts *facts, uint32_t callee) {
    struct span name = facts_last_name(facts, callee);
    return span_is(name, "create_task") || span_is(name, "ensure_future");
}

static void report(struct check_context *context, uint32_t module, const struct facts_expr *call) {
    uint32_t maker = task_maker(context, module, call->a);
    if (maker == PROGRAM_NONE) {
        return;
    }
    struct finding *finding = check_add(context, module, call->start, call->end);
    finding->symbol = check_symbol(context, module, call->scope);
    finding->message = check_text(context, "the task is dropped: %s", program_dotted(context->program, maker));
    finding->matter = program_dotted(context->program, maker);
    finding->help = "keep the task until it is done (in a set, with add_done_callback(set.discard)), or use asyncio.TaskGroup";
}

static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        const struct facts_expr *x = facts->stmts[s].kind == STMT_EXPR ? &facts->exprs[facts->stmts[s].a] : NULL;
        if (x && x->kind == EXPR_CALL && may_make_task(facts, x->a)) {
            report(context, module, x);
        }
    }
}

const struct check check_async_dropped_task = {
    .code = "LP108",
    .id = "async/dropped-task",
    .summary = "a task is started and its result dropped: it may vanish, and its errors do",
    .severity = SEVERITY_WARNING,
    .file = file,
};
