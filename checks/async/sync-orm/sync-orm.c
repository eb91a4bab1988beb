/* async/sync-orm (LP102): see the document beside this file. */
#include "check/check.h"

#define CHAIN_LIMIT 64u

/* What touches the database, in words: special methods have none of their own. */
static const char *access_text(struct check_context *context, uint32_t def) {
    static const struct {
        const char *method, *words;
    } specials[] = {{"__iter__", "iterating over"}, {"__len__", "len() of"},       {"__bool__", "the truth of"},
                    {"__getitem__", "indexing"},    {"__contains__", "a search in"}, {"__enter__", "entering"},
                    {"__exit__", "leaving"},        {"__get__", "reading an unloaded"}, {"__str__", "str() of"},
                    {"__repr__", "repr() of"},      {"__setitem__", "storing in"}, {"__delitem__", "deleting from"}};
    const char *dotted = program_dotted(context->program, def);
    const char *name = program_string(context->program, program_def_name(context->program, def));
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (strcmp(specials[i].method, name) == 0) {
            int length = (int)(strlen(dotted) - strlen(name)) - 1;
            return check_text(context, "%s %.*s", specials[i].words, length, dotted);
        }
    }
    return dotted;
}

/* The way out: the asynchronous twin, or a worker for the synchronous code. */
static const char *help_text(struct check_context *context, uint32_t site_number, bool direct, const char *instead) {
    const struct flow_site *site = flow_site_at(context->flow, site_number);
    const struct facts *facts = &program_module_at(context->program, site->module)->facts;
    const char *twin = *instead ? check_text(context, "use %s, or ", instead) : "";
    bool call = site->kind == SITE_CALL && !direct;
    const char *callee = call ? check_dotted(context, site->module, facts->exprs[site->expr].a) : NULL;
    return callee ? check_text(context, "%sawait sync_to_async(%s)(…)", twin, callee)
                  : check_text(context, "%smove the synchronous code to a function that sync_to_async runs", twin);
}

static void report(struct check_context *context, uint32_t function, uint32_t site) {
    uint32_t chain[CHAIN_LIMIT];
    bool soft;
    uint32_t steps = flow_chain(context->flow, site, EFFECT_ORM, chain, CHAIN_LIMIT, &soft);
    struct flow_primitive primitive;
    const char *title = "synchronous ORM in async code raises SynchronousOnlyOperation";
    struct finding *finding = check_effect(context, function, site, EFFECT_ORM, title);
    if (!finding || !flow_primitive_at(context->flow, chain[steps - 1], EFFECT_ORM, &primitive)) {
        return;
    }
    const char *instead = program_string(context->program, primitive.trait->instead);
    const char *access = access_text(context, primitive.def);
    finding->message = *instead ? check_text(context, "%s: %s; use %s", title, access, instead)
                                : check_text(context, "%s: %s", title, access);
    finding->help = help_text(context, site, steps == 1, instead);
}

static void loop_function(struct check_context *context, uint32_t function) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        if (flow_site_distance(context->flow, s, EFFECT_ORM, NULL) != FLOW_FAR) {
            report(context, function, s);
        }
    }
}

const struct check check_async_sync_orm = {
    .code = "LP102",
    .id = "async/sync-orm",
    .summary = "async code makes Django's synchronous ORM touch the database, at any call depth",
    .severity = SEVERITY_ERROR,
    .loop_function = loop_function,
};
