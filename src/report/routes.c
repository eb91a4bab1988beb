#include "report/routes.h"

#include <strings.h>

#include "program/traits.h"

const struct routes_format routes_formats[] = {
    {"text", routes_table}, {"json", routes_json}, {"markdown", routes_markdown}, {"csv", routes_csv}, {NULL, NULL}};

const char *routes_file(const struct routes_input *input, const struct web_route *route, uint32_t *line) {
    const struct program_module *m =
        program_module_at(input->program, program_def_module(input->program, route->handler));
    const struct facts_scope *scope = program_def_scope(input->program, route->handler);
    uint32_t column, start = scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS
                                 ? m->facts.stmts[scope->stmt].start
                                 : scope->start;
    facts_position(&m->facts, start, line, &column);
    return m->path;
}

void routes_guards(const struct routes_input *input, const struct web_route *route, struct buffer *out) {
    for (uint32_t i = 0; i < route->guard_count; i++) {
        const struct web_guard *guard = web_guard_at(input->web, route->first_guard + i);
        if (guard->level == LEVEL_BODY)
            buffer_printf(out, "%sin the body", i ? ", " : "");
        else
            buffer_printf(out, "%s%s (%s)", i ? ", " : "", guard->name, web_level_name(guard->level));
    }
    if (!route->guard_count)
        buffer_puts(out, "-");
}

const char *routes_runs(const struct routes_input *input, const struct web_route *route) {
    const struct web_service *service = route->service == WEB_NONE ? NULL : web_service_at(input->web, route->service);
    if (route->async)
        return "async";
    if (route->runs == RUNS_LOOP)
        return "loop";
    return service && service->interface == WEB_WSGI ? "sync" : "thread";
}

void routes_reaches(const struct web_route *route, struct buffer *out) {
    for (uint32_t kind = KIND_SLEEP; kind <= KIND_CPU; kind++) {
        uint32_t bit = 1u << (kind - KIND_SLEEP);
        if (route->work.reaches & bit)
            buffer_printf(out, "%s%s%s", out->len ? ", " : "", facts_kind_name((enum facts_kind)kind),
                          route->work.waits & bit ? "!" : "");
    }
}

void routes_service(const struct web_service *service, struct buffer *out) {
    buffer_puts(out, service->framework);
    if (service->server && strcasecmp(service->server, service->framework) != 0)
        buffer_printf(out, " on %s", service->server);
    if (service->interface != WEB_UNKNOWN)
        buffer_printf(out, " (%s)", service->interface == WEB_ASGI ? "ASGI" : "WSGI");
}
