/* async/nested-event-loop (LP104): see the document beside this file. */
#include "check/check.h"

static void loop_function(struct check_context *context, uint32_t function) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        if (flow_site_distance(context->flow, s, EFFECT_NEW_LOOP, NULL) == FLOW_FAR) {
            continue;
        }
        struct finding *finding =
            check_effect(context, function, s, EFFECT_NEW_LOOP, "an event loop is started inside a running one");
        if (finding) {
            finding->help = "await the coroutine here; a synchronous helper in between has to become asynchronous";
        }
    }
}

const struct check check_async_nested_event_loop = {
    .code = "LP104",
    .id = "async/nested-event-loop",
    .summary = "code on the event loop starts another one, which raises",
    .severity = SEVERITY_ERROR,
    .loop_function = loop_function,
};
