/* async/call-without-timeout (LP110): see the document beside this file. */
#include "check/check.h"

/* What the model says that bounds the call; a method's client may be told, too. */
static const char *help_text(struct check_context *context, uint32_t def) {
    const struct program_trait *trait = program_trait(context->program, def, WORD_UNBOUNDED);
    const char *parameter = program_string(context->program, trait->arg);
    uint32_t parent = program_def_scope(context->program, def)->parent;
    const struct facts *facts = &program_module_at(context->program, program_def_module(context->program, def))->facts;
    bool method = facts->scopes[parent].kind == SCOPE_CLASS;
    if (!*parameter) {
        return method ? "give the client a timeout where it is made" : "use a client that takes a timeout";
    }
    return check_text(context,
                      method
                          ? "pass %s= to the call, or give its client one where it is made, shorter than callers wait"
                          : "pass %s= to the call, shorter than callers wait",
                      parameter);
}

static void report(struct check_context *context, uint32_t function, uint32_t site_number) {
    const struct flow_site *site = flow_site_at(context->flow, site_number);
    const struct flow_function *f = flow_function_at(context->flow, function);
    const struct flow_edge *edge = flow_unbounded_edge(context->flow, site_number);
    const char *name = program_dotted(context->program, edge->target);
    struct finding *finding = check_add(context, site->module, site->start, site->end);
    finding->confidence = edge->soft ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
    finding->symbol = program_qualname(context->program, f->def);
    finding->message = check_text(context, "call without a timeout on a request path: %s", name);
    finding->matter = name;
    finding->context = check_where_requested(context, function);
    finding->help = help_text(context, edge->target);
}

static void request_function(struct check_context *context, uint32_t function) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        const struct flow_site *site = flow_site_at(context->flow, s);
        if ((site->flags & SITE_UNBOUNDED) && check_first(context, site->module, site->end)) {
            report(context, function, s);
        }
    }
}

const struct check check_async_call_without_timeout = {
    .code = "LP110",
    .id = "async/call-without-timeout",
    .summary = "a request waits for another machine with no limit on how long",
    .severity = SEVERITY_WARNING,
    .request_function = request_function,
};
