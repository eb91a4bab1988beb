/* async/blocking-call (LP101): see the document beside this file. */
#include "check/check.h"

/* Under WSGI frameworks an async view has a loop of its own: only its own request waits. */
static bool has_own_loop(struct check_context *context, const struct flow_function *function) {
    if (function->entry == FLOW_NONE) {
        return false;
    }
    uint32_t registrar = flow_entry_at(context->flow, function->entry)->registrar;
    const char *library = program_dotted(context->program, registrar);
    return strncmp(library, "flask", 5) == 0;
}

static enum finding_severity severity_of(struct check_context *context, const struct flow_function *function,
                                         enum flow_effect effect) {
    return effect != EFFECT_BLOCK || has_own_loop(context, function) ? SEVERITY_NOTE : context->check->severity;
}

static void report(struct check_context *context, uint32_t function, uint32_t site, enum flow_effect effect) {
    const char *title = effect == EFFECT_FIRST ? "blocking call on the event loop, the first time only"
                                               : "blocking call on the event loop";
    struct finding *finding = check_effect(context, function, site, effect, title);
    if (finding) {
        finding->severity = severity_of(context, flow_function_at(context->flow, function), effect);
    }
}

static void loop_function(struct check_context *context, uint32_t function) {
    static const enum flow_effect effects[] = {EFFECT_BLOCK, EFFECT_FIRST, EFFECT_CHEAP};
    const struct flow_function *f = flow_function_at(context->flow, function);
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
            if (flow_site_distance(context->flow, s, effects[i], NULL) != FLOW_FAR) {
                report(context, function, s, effects[i]);
                break; /* one report a call site: the gravest */
            }
        }
    }
}

const struct check check_async_blocking_call = {
    .code = "LP101",
    .id = "async/blocking-call",
    .summary = "a synchronous call blocks the event loop, at any call depth",
    .severity = SEVERITY_ERROR,
    .loop_function = loop_function,
};
