#include "report/trace.h"

#include <string.h>

#include "program/traits.h"

/* ---- places in the source ---- */

struct trace_mark trace_mark_at(const struct trace_input *input, uint32_t module, uint32_t start, uint32_t end) {
    const struct program_module *m = program_module_at(input->program, module);
    struct trace_mark mark = {.path = m->path, .end_column = UINT32_MAX};
    uint32_t first, last_line, last;
    facts_position(&m->facts, start, &mark.line, &first);
    facts_position(&m->facts, end, &last_line, &last);
    mark.text = input->page->line(input->page->context, m->path, mark.line);
    size_t before = first - 1 < mark.text.len ? first - 1 : mark.text.len;
    mark.column = (uint32_t)text_width(mark.text.data, before) + 1;
    if (last_line == mark.line && last - 1 <= mark.text.len)
        mark.end_column = (uint32_t)text_width(mark.text.data, last - 1) + 1;
    return mark;
}

struct trace_mark trace_mark_of(const struct trace_input *input, uint32_t def) {
    uint32_t module = program_def_module(input->program, def);
    const struct facts *facts = &program_module_at(input->program, module)->facts;
    const struct facts_scope *scope = program_def_scope(input->program, def);
    if (scope->kind == SCOPE_FUNCTION)
        return trace_mark_at(input, module, facts->stmts[scope->stmt].start, facts->stmts[scope->stmt].stop);
    return trace_mark_at(input, module, scope->start, scope->kind == SCOPE_MODULE ? scope->start : scope->end);
}

/* ---- names ---- */

void trace_put_name(const struct trace_input *input, uint32_t def, uint32_t module, struct buffer *out) {
    uint32_t home = program_def_module(input->program, def);
    const struct program_module *m = program_module_at(input->program, home);
    const char *dotted = program_string(input->program, m->name), *dot = strrchr(dotted, '.');
    if (program_def_scope(input->program, def)->kind == SCOPE_MODULE)
        buffer_printf(out, "the body of %s", *dotted ? dotted : m->path);
    else if (m->is_model)
        buffer_puts(out, program_dotted(input->program, def));
    else if (home == module)
        buffer_puts(out, program_qualname(input->program, def));
    else
        buffer_printf(out, "%s.%s", dot ? dot + 1 : dotted, program_qualname(input->program, def));
}

static void put_function(const struct trace_input *input, uint32_t function, struct buffer *out) {
    uint32_t def = flow_function_at(input->flow, function)->def;
    trace_put_name(input, def, program_def_module(input->program, def), out);
}

const char *trace_place_name(enum flow_place place) {
    static const char *const names[] = {
        [PLACE_LOOP] = "loop", [PLACE_WORKER] = "worker", [PLACE_POOL] = "pool", [PLACE_CALLER] = "caller", [PLACE_IMPORT] = "import"};
    return names[place];
}

const char *trace_how_name(enum flow_how how) {
    static const char *const names[] = {[HOW_CALLS] = "calls",         [HOW_AWAITS] = "awaits",     [HOW_CREATES] = "creates",
                                        [HOW_SCHEDULES] = "schedules", [HOW_OFFLOADS] = "offloads", [HOW_DEPENDS] = "depends on",
                                        [HOW_APPLIES] = "applies"};
    return names[how];
}

/* What a call is written as that is no call: `with`, `for`, an operator. */
static const char *verb_of(const struct flow_site *site) {
    static const char *const verbs[] = {[SITE_CALL] = "calls",        [SITE_PROPERTY] = "reads", [SITE_OPERATOR] = "applies",
                                        [SITE_ITEM] = "looks up",     [SITE_WITH] = "enters",    [SITE_FOR] = "iterates over"};
    return verbs[site->kind];
}

void trace_put_step(const struct trace_input *input, const struct flow_step *step, struct buffer *out) {
    const char *verb = step->how == HOW_CALLS ? verb_of(flow_site_at(input->flow, step->site)) : trace_how_name((enum flow_how)step->how);
    trace_put_name(input, flow_function_at(input->flow, step->from)->def, step->module, out);
    buffer_printf(out, " %s ", verb);
    trace_put_name(input, flow_function_at(input->flow, step->to)->def, step->module, out);
}

void trace_put_chain_step(const struct trace_input *input, uint32_t number, enum flow_effect effect, struct buffer *out) {
    const struct flow_site *site = flow_site_at(input->flow, number);
    struct flow_primitive primitive;
    uint32_t next, target = PROGRAM_NONE;
    if (flow_site_distance(input->flow, number, effect, &next) == 0 && flow_primitive_at(input->flow, number, effect, &primitive))
        target = primitive.def;
    else if (next != FLOW_NONE)
        target = flow_function_at(input->flow, next)->def;
    trace_put_name(input, flow_function_at(input->flow, site->function)->def, site->module, out);
    buffer_printf(out, " %s ", verb_of(site));
    if (target != PROGRAM_NONE)
        trace_put_name(input, target, site->module, out);
}

/* ---- entry points ---- */

/* The first route that a def answers; NULL. */
static const struct web_route *route_of(const struct trace_input *input, uint32_t def) {
    for (uint32_t i = 0; i < web_route_count(input->web); i++)
        if (web_route_at(input->web, i)->handler == def)
            return web_route_at(input->web, i);
    return NULL;
}

void trace_put_entry(const struct trace_input *input, uint32_t number, struct buffer *out) {
    const struct flow_entry *entry = flow_entry_at(input->flow, number);
    const struct web_route *route = route_of(input, entry->def);
    bool is_route = entry->kind == KIND_ROUTE || entry->kind == KIND_WEBSOCKET;
    if (is_route && route)
        buffer_printf(out, "%s %s", route->methods, route->path);
    else
        buffer_printf(out, "%s %s", facts_kind_name(entry->kind), program_qualname(input->program, entry->def));
}

/* "FastAPI" for what its package calls. */
static const char *framework_of(const struct trace_input *input, uint32_t number) {
    static const struct {
        const char *package, *name;
    } names[] = {{"fastapi", "FastAPI"}, {"starlette", "Starlette"}, {"flask", "Flask"},   {"quart", "Quart"},
                 {"django", "Django"},   {"celery", "Celery"},       {"aiohttp", "aiohttp"}, {"asyncio", "asyncio"}};
    const struct flow_entry *entry = flow_entry_at(input->flow, number);
    const struct web_route *route = route_of(input, entry->def);
    if (route && route->service != WEB_NONE)
        return web_service_at(input->web, route->service)->framework;
    const char *dotted = program_dotted(input->program, entry->registrar);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(dotted, names[i].package, strlen(names[i].package)) == 0)
            return names[i].name;
    return NULL;
}

/* "sync handlers", "sync dependencies", "background tasks" */
static void put_kind(uint8_t kind, struct buffer *out) {
    switch (kind) {
    case KIND_ROUTE:
    case KIND_WEBSOCKET: buffer_puts(out, "sync handlers"); break;
    case KIND_DEPENDENCY: buffer_puts(out, "sync dependencies"); break;
    case KIND_BACKGROUND: buffer_puts(out, "background tasks"); break;
    case KIND_EXCEPTION_HANDLER: buffer_puts(out, "sync exception handlers"); break;
    case KIND_MIDDLEWARE: buffer_puts(out, "middleware"); break;
    default: buffer_printf(out, "%s functions", facts_kind_name(kind)); break;
    }
}

static void put_framework_runs(const struct trace_input *input, uint32_t entry, struct buffer *out) {
    const char *framework = framework_of(input, entry);
    buffer_printf(out, "%s runs ", framework ? framework : "the framework");
    put_kind(flow_entry_at(input->flow, entry)->kind, out);
    buffer_puts(out, " there");
}

static bool leads_here(const struct trace_input *input, uint32_t def) {
    uint32_t function = flow_function_of(input->flow, def);
    return function != FLOW_NONE && flow_ways_distance(input->ways, function) != FLOW_FAR;
}

/* Whether an argument of a call, Depends(f), leads to the function. */
static bool argument_leads_here(const struct trace_input *input, uint32_t module, const struct facts_expr *call) {
    uint32_t count;
    const uint32_t *list = facts_list(&program_module_at(input->program, module)->facts, call->b, &count);
    for (uint32_t i = 1; i < count; i += 2) {
        struct type t = types_get(program_types(input->program), program_eval(input->program, module, list[i]));
        if ((t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) && leads_here(input, t.entity))
            return true;
    }
    return false;
}

/* Guards of a router or an application run before each of its handlers, which do not name them. */
static bool guard_leads_here(const struct trace_input *input, const struct web_guard *guard) {
    const struct facts *facts = &program_module_at(input->program, guard->module)->facts;
    if (guard->level == LEVEL_BODY)
        return false;
    for (uint32_t e = 0; e < facts->expr_count; e++)
        if (facts->exprs[e].kind == EXPR_CALL && facts->exprs[e].start == guard->start && facts->exprs[e].end == guard->end &&
            argument_leads_here(input, guard->module, &facts->exprs[e]))
            return true;
    return false;
}

bool trace_is_on(const struct trace_input *input, const struct web_route *route) {
    bool leads = leads_here(input, route->handler);
    for (uint32_t i = 0; !leads && i < route->guard_count; i++)
        leads = guard_leads_here(input, web_guard_at(input->web, route->first_guard + i));
    return leads;
}

/* ---- why it runs where it runs ---- */

/* "asyncio.to_thread": what a site calls, of a library; NULL. */
static const char *handing_call(const struct trace_input *input, uint32_t number) {
    const struct flow_site *site = flow_site_at(input->flow, number);
    const struct facts *facts = &program_module_at(input->program, site->module)->facts;
    if (site->kind != SITE_CALL || site->expr == FLOW_NONE)
        return NULL;
    struct type t = types_get(program_types(input->program), program_eval(input->program, site->module, facts->exprs[site->expr].a));
    bool callable = t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD || t.kind == TYPE_CLASS;
    return callable && program_is_model(input->program, t.entity) ? program_dotted(input->program, t.entity) : NULL;
}

/* "quote hands it to asyncio.to_thread" */
static void put_handing(const struct trace_input *input, const struct flow_why *why, struct buffer *out) {
    const char *call = handing_call(input, why->step.site);
    put_function(input, why->step.from, out);
    buffer_puts(out, why->step.how == HOW_SCHEDULES ? " schedules it" : " hands it");
    if (call)
        buffer_printf(out, " %s %s", why->step.how == HOW_SCHEDULES ? "with" : "to", call);
    else if (why->step.how == HOW_OFFLOADS)
        buffer_puts(out, " over");
}

/* A module is run as a program from its main block. */
static bool stands_in_main(const struct trace_input *input, const struct flow_step *step) {
    const struct facts *facts = &program_module_at(input->program, step->module)->facts;
    bool is_main = false;
    for (uint32_t s = 0; s < facts->stmt_count && facts->stmts[s].start <= step->start; s++)
        if (facts->stmts[s].scope == 0)
            is_main = (facts->stmts[s].flags & STMT_FLAG_MAIN) != 0;
    return is_main;
}

static void put_loop(const struct trace_input *input, const struct flow_why *why, struct buffer *out) {
    const struct flow_function *f = flow_function_at(input->flow, why->function);
    bool async = (program_def_scope(input->program, f->def)->flags & SCOPE_ASYNC) != 0;
    const char *framework = why->entry == FLOW_NONE ? NULL : framework_of(input, why->entry);
    bool own = async && framework && strcmp(framework, "Flask") == 0;
    buffer_puts(out, own ? "on an event loop that Flask starts for each request: " : "on the event loop: ");
    if (why->distance) {
        buffer_puts(out, "called from ");
        put_function(input, why->function, out);
        buffer_puts(out, async ? ", an async def" : "; ");
        if (async)
            return;
    } else if (async) {
        buffer_puts(out, "it is an async def");
        return;
    }
    if (why->handed)
        put_handing(input, why, out);
    else if (why->entry != FLOW_NONE)
        put_framework_runs(input, why->entry, out);
}

static void put_caller(const struct trace_input *input, const struct flow_why *why, struct buffer *out) {
    const struct flow_entry *entry = flow_entry_at(input->flow, why->entry);
    const char *framework = framework_of(input, why->entry);
    bool is_request = entry->kind == KIND_ROUTE || entry->kind == KIND_WEBSOCKET || entry->kind == KIND_MIDDLEWARE || entry->kind == KIND_HOOK ||
                      entry->kind == KIND_EXCEPTION_HANDLER || entry->kind == KIND_DEPENDENCY;
    if (is_request && framework)
        buffer_printf(out, "in the request's thread: %s calls ", framework);
    else
        buffer_printf(out, "on the thread that runs the %s: %s calls ", facts_kind_name(entry->kind), framework ? framework : "a library");
    if (!why->distance) {
        buffer_puts(out, "it");
        return;
    }
    put_function(input, why->function, out);
    buffer_puts(out, ", which leads here");
}

static void put_import(const struct trace_input *input, const struct flow_why *why, struct buffer *out) {
    struct flow_step last;
    if (flow_ways_steps(input->ways, why->function, true, &last, 1) && stands_in_main(input, &last)) {
        buffer_printf(out, "where a module is run as a program: called from the main block of %s", program_module_at(input->program, last.module)->path);
    } else {
        buffer_puts(out, "at import: called from ");
        put_function(input, why->function, out);
    }
}

/* "called from quote; " */
static void put_called_from(const struct trace_input *input, const struct flow_why *why, struct buffer *out) {
    if (!why->distance)
        return;
    buffer_puts(out, "called from ");
    put_function(input, why->function, out);
    buffer_puts(out, "; ");
}

void trace_put_why(const struct trace_input *input, enum flow_place place, struct buffer *out) {
    struct flow_why why = flow_ways_place(input->ways, place);
    const char *call;
    switch (place) {
    case PLACE_LOOP: put_loop(input, &why, out); return;
    case PLACE_CALLER: put_caller(input, &why, out); return;
    case PLACE_WORKER:
        call = handing_call(input, why.step.site);
        buffer_printf(out, "in a worker %s: ", call && strcasestr(call, "process") ? "process" : "thread");
        put_called_from(input, &why, out);
        put_handing(input, &why, out);
        return;
    case PLACE_POOL:
        buffer_puts(out, "in a worker thread: ");
        put_called_from(input, &why, out);
        put_framework_runs(input, why.entry, out);
        return;
    default: put_import(input, &why, out); return;
    }
}

/* ---- effects ---- */

const char *trace_effect_name(enum flow_effect effect) {
    static const char *const names[EFFECT_COUNT] = {[EFFECT_BLOCK] = "blocks", [EFFECT_FIRST] = "blocks-first-time", [EFFECT_CHEAP] = "quick-system-call",
                                        [EFFECT_CPU] = "cpu",      [EFFECT_ORM] = "orm",                 [EFFECT_NEW_LOOP] = "starts-loop"};
    return names[effect];
}

bool trace_effect(const struct trace_input *input, enum flow_effect effect, struct trace_effect *out) {
    const struct flow_function *f = flow_function_at(input->flow, flow_function_of(input->flow, input->def));
    /* Effects without a name are told by others: what is slow blocks too. */
    bool told = !trace_effect_name(effect) || (effect == EFFECT_FIRST && f->reach[EFFECT_BLOCK].distance != FLOW_FAR);
    *out = (struct trace_effect){.effect = effect};
    if (f->reach[effect].distance == FLOW_FAR || told)
        return false;
    out->count = flow_chain(input->flow, f->reach[effect].site, effect, out->sites, TRACE_STEPS, &out->soft);
    out->whole = flow_primitive_at(input->flow, out->sites[out->count - 1], effect, &out->primitive);
    return true;
}
