/* async/blocking-call (LP101): see the document beside this file. */
#include "check/check.h"

/* The step of a chain that runs once, else its last one. */
static uint32_t once_step(struct check_context *context, uint32_t site) {
    uint32_t chain[64];
    bool soft;
    uint32_t count = flow_chain(context->flow, site, EFFECT_FIRST, chain, 64, &soft);
    for (uint32_t i = 0; i < count; i++) {
        const struct flow_site *step = flow_site_at(context->flow, chain[i]);
        if ((step->flags & SITE_ONCE) || (flow_function_at(context->flow, step->function)->flags & FUNCTION_CACHED)) {
            return chain[i];
        }
    }
    return chain[count - 1];
}

/* True when running the function leads to the step that runs once. */
static bool leads_to(struct check_context *context, uint32_t function, uint32_t step) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        if (flow_site_distance(context->flow, s, EFFECT_FIRST, NULL) != FLOW_FAR && once_step(context, s) == step) {
            return true;
        }
    }
    return false;
}

/* What runs the first time only has run when the object was made, if its constructor leads to the same place. */
static bool ran_in_constructor(struct check_context *context, const struct flow_function *function, uint32_t site) {
    uint32_t init = program_sibling(context->program, function->def, NAME_INIT);
    uint32_t f = init == PROGRAM_NONE || init == function->def ? FLOW_NONE : flow_function_of(context->flow, init);
    if (f == FLOW_NONE) {
        return false;
    }
    return leads_to(context, f, once_step(context, site));
}

/* A coroutine awaited at a site that leads there, too. */
static bool awaits_to(struct check_context *context, uint32_t site, uint32_t step) {
    const struct flow_site *s = flow_site_at(context->flow, site);
    for (uint32_t e = s->first_edge; e < s->first_edge + s->edge_count; e++) {
        const struct flow_edge *edge = flow_edge_at(context->flow, e);
        if (edge->kind == EDGE_AWAITS && edge->function != FLOW_NONE && leads_to(context, edge->function, step)) {
            return true;
        }
    }
    return false;
}

/* Or earlier in the same body. */
static bool ran_before(struct check_context *context, const struct flow_function *function, uint32_t site) {
    uint32_t step = once_step(context, site);
    for (uint32_t s = function->first_site; s < site; s++) {
        bool first = flow_site_distance(context->flow, s, EFFECT_BLOCK, NULL) == FLOW_FAR &&
                     flow_site_distance(context->flow, s, EFFECT_FIRST, NULL) != FLOW_FAR;
        if ((first && once_step(context, s) == step) || awaits_to(context, s, step)) {
            return true;
        }
    }
    return false;
}

static void report(struct check_context *context, uint32_t function, uint32_t site, enum flow_effect effect) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    bool own = check_has_own_loop(context, f);
    const char *loop = own ? "on an event loop of the view's own (WSGI)" : "on the event loop";
    const char *title = check_text(context, "blocking call %s%s", loop, effect == EFFECT_FIRST ? ", the first time only" : "");
    if (effect == EFFECT_FIRST && (ran_before(context, f, site) || ran_in_constructor(context, f, site))) {
        return;
    }
    struct finding *finding = check_effect(context, function, site, effect, title);
    if (finding) {
        finding->severity = own || effect != EFFECT_BLOCK ? SEVERITY_NOTE : context->check->severity;
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
