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

struct chain {
    uint32_t sites[CHAIN_LIMIT], count;
    bool soft;
    struct flow_primitive primitive;
};

/* False for a chain longer than the limit: its end is not shown, so it is not reported. */
static bool find_chain(struct check_context *context, uint32_t site, enum flow_effect effect, struct chain *chain) {
    chain->count = flow_chain(context->flow, site, effect, chain->sites, CHAIN_LIMIT, &chain->soft);
    return flow_primitive_at(context->flow, chain->sites[chain->count - 1], effect, &chain->primitive);
}

static void relate_steps(struct check_context *context, struct finding *finding, const struct chain *chain, uint32_t first,
                         enum flow_effect effect) {
    for (uint32_t i = first; i < chain->count; i++) {
        const struct flow_site *step = flow_site_at(context->flow, chain->sites[i]);
        check_relate(context, finding, step->module, step->start, step->end, step_text(context, chain->sites[i], effect));
    }
}

/* What both kinds of finding say of the chain's end. */
static void describe(struct check_context *context, struct finding *finding, uint32_t function, const struct chain *chain,
                     const char *title) {
    const char *what = program_dotted(context->program, chain->primitive.def);
    const char *kind = facts_kind_name(chain->primitive.trait->kind);
    finding->confidence = chain->soft ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
    finding->symbol = program_qualname(context->program, flow_function_at(context->flow, function)->def);
    finding->message = check_text(context, *kind ? "%s: %s (%s)" : "%s: %s", title, what, kind);
    finding->matter = what;
}

struct finding *check_effect(struct check_context *context, uint32_t function, uint32_t site_number,
                             enum flow_effect effect, const char *title) {
    struct chain chain;
    if (!find_chain(context, site_number, effect, &chain)) {
        return NULL;
    }
    const struct flow_site *site = flow_site_at(context->flow, site_number);
    struct finding *finding = check_add(context, site->module, site->start, site->end);
    describe(context, finding, function, &chain, title);
    if ((effect == EFFECT_CPU || effect == EFFECT_NEW_LOOP) && flow_chain_is_doubtful(context->flow, chain.sites, chain.count)) {
        finding->confidence = CONFIDENCE_POSSIBLE;
    }
    finding->context = check_where(context, function);
    uint32_t first;
    flow_site_distance(context->flow, site_number, effect, &first);
    if (first != FLOW_NONE) {
        const char *callee = program_dotted(context->program, flow_function_at(context->flow, first)->def);
        finding->matter = check_text(context, "%s > %s", callee, finding->matter);
    }
    finding->help = help_text(context, site, &chain.primitive);
    relate_steps(context, finding, &chain, 1, effect);
    return finding;
}

struct finding *check_reaching(struct check_context *context, uint32_t function, enum flow_effect effect, const char *title) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    struct chain chain;
    if (!find_chain(context, f->reach[effect].site, effect, &chain)) {
        return NULL;
    }
    struct finding *finding = check_at_def(context, f->def);
    describe(context, finding, function, &chain, title);
    finding->help = program_string(context->program, chain.primitive.trait->instead);
    relate_steps(context, finding, &chain, 0, effect);
    return finding;
}
