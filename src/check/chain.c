/* Findings about an effect: the site in loop code, the chain down to the primitive, and what to do instead. */
#include "check/check.h"

#define CHAIN_LIMIT 32u

static const char *verb(const struct flow_site *site) {
    static const char *const verbs[] = {
        [SITE_CALL] = "calls", [SITE_PROPERTY] = "reads", [SITE_OPERATOR] = "applies",
        [SITE_ITEM] = "looks up", [SITE_WITH] = "enters", [SITE_FOR] = "iterates over",
        [SITE_TRUTH] = "tests"};
    return verbs[site->kind];
}

/* "load calls repo.fetch": the def that a step of the chain runs. */
static const char *step_text(struct check_context *context, uint32_t site_number, enum flow_effect effect) {
    const struct flow_site *site = flow_site_at(context->flow, site_number);
    uint32_t caller = flow_function_at(context->flow, site->function)->def, next, target;
    if (flow_site_distance(context->flow, site_number, effect, &next) == 0) {
        struct flow_primitive primitive;
        flow_primitive_at(context->flow, site_number, effect, &primitive);
        target = primitive.def;
    } else {
        target = flow_function_at(context->flow, next)->def;
    }
    return check_text(context, "%s %s %s", program_qualname(context->program, caller), verb(site),
                      check_name(context, target, site->module));
}

/* The arguments of a call when they are names and constants, for a help line that can be pasted. */
static const char *arguments_text(struct check_context *context, const struct flow_site *site) {
    const struct facts *facts = &program_module_at(context->program, site->module)->facts;
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[site->expr].b, &count);
    const char *text = "";
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        const char *name = check_dotted(context, site->module, list[i + 1]);
        if (list[i] != FACTS_ARG_POSITIONAL || !name || i >= 8) {
            return check_text(context, "%s, …", text);
        }
        text = check_text(context, "%s, %s", text, name);
    }
    return text;
}

static const char *help_text(struct check_context *context, const struct flow_site *site,
                             const struct flow_primitive *primitive) {
    const char *instead = program_string(context->program, primitive->trait->instead);
    const struct facts *facts = &program_module_at(context->program, site->module)->facts;
    const char *callee = site->kind == SITE_CALL ? check_dotted(context, site->module, facts->exprs[site->expr].a) : NULL;
    const char *either = *instead ? check_text(context, "await %s, or ", instead) : "";
    if (!callee) {
        return check_text(context, "%smove it to a worker thread with asyncio.to_thread", either);
    }
    return check_text(context, "%sawait asyncio.to_thread(%s%s)", either, callee, arguments_text(context, site));
}

struct finding *check_effect(struct check_context *context, uint32_t function, uint32_t site_number,
                             enum flow_effect effect, const char *title) {
    uint32_t chain[CHAIN_LIMIT];
    bool soft;
    uint32_t steps = flow_chain(context->flow, site_number, effect, chain, CHAIN_LIMIT, &soft);
    struct flow_primitive primitive;
    if (!flow_primitive_at(context->flow, chain[steps - 1], effect, &primitive)) {
        return NULL; /* a chain longer than the limit: its end is not shown, so it is not reported */
    }
    const struct flow_site *site = flow_site_at(context->flow, site_number);
    const struct flow_function *f = flow_function_at(context->flow, function);
    const char *what = program_dotted(context->program, primitive.def);
    struct finding *finding = check_add(context, site->module, site->start, site->end);
    finding->confidence = soft ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
    finding->symbol = program_qualname(context->program, f->def);
    const char *kind = facts_kind_name(primitive.trait->kind);
    finding->message = check_text(context, *kind ? "%s: %s (%s)" : "%s: %s", title, what, kind);
    finding->context = check_where(context, function);
    uint32_t first;
    flow_site_distance(context->flow, site_number, effect, &first);
    finding->matter = first == FLOW_NONE
                          ? what
                          : check_text(context, "%s > %s",
                                       program_dotted(context->program, flow_function_at(context->flow, first)->def), what);
    finding->help = help_text(context, site, &primitive);
    for (uint32_t i = 1; i < steps; i++) {
        const struct flow_site *step = flow_site_at(context->flow, chain[i]);
        check_relate(context, finding, step->module, step->start, step->end, step_text(context, chain[i], effect));
    }
    return finding;
}
