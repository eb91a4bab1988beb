/* async/cpu-bound-call (LP103): see the document beside this file. */
#include "check/check.h"

/* A site that also waits is LP101's; its own computation comes on top. */
static void loop_function(struct check_context *context, uint32_t function) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        if (flow_site_distance(context->flow, s, EFFECT_CPU, NULL) != FLOW_FAR) {
            check_effect(context, function, s, EFFECT_CPU, "long computation on the event loop");
        }
    }
}

const struct check check_async_cpu_bound_call = {
    .code = "LP103",
    .id = "async/cpu-bound-call",
    .summary = "a long computation runs on the event loop, at any call depth",
    .severity = SEVERITY_WARNING,
    .loop_function = loop_function,
};
