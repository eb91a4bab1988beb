/* async/threadpool-pressure (LP109): see the document beside this file. */
#include "check/check.h"

/* Handlers and dependencies that the framework runs in the thread pool they share. */
static bool runs_in_pool(struct check_context *context, const struct flow_entry *entry) {
    const char *library = program_dotted(context->program, entry->registrar);
    bool async = (program_def_scope(context->program, entry->def)->flags & SCOPE_ASYNC) != 0;
    return (entry->kind == KIND_ROUTE || entry->kind == KIND_DEPENDENCY) && entry->runs == RUNS_THREAD && !async &&
           (strncmp(library, "fastapi.", 8) == 0 || strncmp(library, "starlette.", 10) == 0);
}

static void report(struct check_context *context, const struct flow_entry *entry, uint32_t function) {
    bool route = entry->kind == KIND_ROUTE;
    struct finding *finding = check_reaching(context, function, EFFECT_SLOW,
                                             route ? "a sync handler holds a thread of the pool"
                                                   : "a sync dependency holds a thread of the pool");
    if (!finding) {
        return;
    }
    finding->context = check_where_requested(context, function);
    finding->help =
        *finding->help
            ? check_text(context, "make it async and await %s, or move the slow part to a job", finding->help)
            : "make it async, and await an asynchronous client or a limiter of its own; or move the slow part to a job";
}

static void whole(struct check_context *context) {
    for (uint32_t e = 0; e < flow_entry_count(context->flow); e++) {
        const struct flow_entry *entry = flow_entry_at(context->flow, e);
        uint32_t module = program_def_module(context->program, entry->def);
        uint32_t function = flow_function_of(context->flow, entry->def);
        const struct flow_function *f = flow_function_at(context->flow, function);
        if (check_is_judged(context, module) && runs_in_pool(context, entry) && !(f->flags & FUNCTION_CACHED) &&
            f->reach[EFFECT_SLOW].distance != FLOW_FAR &&
            check_first(context, module, program_def_scope(context->program, entry->def)->start)) {
            report(context, entry, function);
        }
    }
}

const struct check check_async_threadpool_pressure = {
    .code = "LP109",
    .id = "async/threadpool-pressure",
    .summary = "a sync handler waits long in the thread pool that all of them share",
    .severity = SEVERITY_WARNING,
    .whole = whole,
};
