#include <string.h>
#include <unistd.h>

#include "base/term.h"
#include "cli/analysis.h"
#include "cli/near.h"
#include "report/routes.h"

#define PIPE_WIDTH 160u /* columns where there is no terminal */

/* The end of a text from a dot or colon on: "main" of "shop.main". */
static bool ends_in(const char *text, size_t length, const char *name) {
    size_t wanted = strlen(name);
    return length >= wanted && memcmp(text + length - wanted, name, wanted) == 0 &&
           (length == wanted || text[length - wanted - 1] == '.' || text[length - wanted - 1] == ':');
}

/* "main:admin", "admin" and, for all applications of that module, "main" of "shop.main:admin". */
static bool is_named(const struct web_service *service, const char *name) {
    const char *colon = strchr(service->name, ':');
    return ends_in(service->name, strlen(service->name), name) ||
           (colon && ends_in(service->name, (size_t)(colon - service->name), name));
}

static bool reads_by_hand(const struct web *web, const struct web_route *route) {
    for (uint32_t i = 0; i < route->input_count; i++) {
        const struct web_input *input = web_input_at(web, route->first_input + i);
        if (!input->declared && (input->kind == INPUT_BODY || input->kind == INPUT_FORM || input->kind == INPUT_QUERY ||
                                 input->kind == INPUT_FILE))
            return true;
    }
    return false;
}

static bool is_wanted(const struct options *options, struct web *web, const struct target *target,
                      const struct program *program, const struct web_route *route) {
    const struct web_service *service = route->service == WEB_NONE ? NULL : web_service_at(web, route->service);
    const char *path = program_module_at(program, program_def_module(program, route->handler))->path;
    if (!target_covers(target, path))
        return false;
    if (options->service && !(service && is_named(service, options->service)))
        return false;
    return !(options->unguarded && route->guard_count) && !(options->unvalidated && !reads_by_hand(web, route)) &&
           !(options->blocking && !(route->async && route->work.waits));
}

static bool is_service(struct web *web, const char *name) {
    struct error error;
    struct near near = near_init(name);
    for (uint32_t i = 0; i < web_service_count(web); i++) {
        if (is_named(web_service_at(web, i), name))
            return true;
        const char *whole = web_service_at(web, i)->name, *last = strrchr(whole, ':');
        near_try(&near, whole);
        near_try(&near, last ? last + 1 : NULL);
        last = strrchr(whole, '.');
        near_try(&near, last ? last + 1 : NULL);
    }
    error_set(&error, NULL, 0, "loadpath routes lists the services",
              near.best ? "no service '%s'; did you mean '%s'?" : "no service '%s'", name, near.best ? near.best : "");
    cli_trouble(&error);
    return false;
}

static const struct routes_format *format_of(const char *name) {
    const struct routes_format *format = routes_formats;
    while (name && strcmp(format->name, name) != 0)
        format++;
    return format;
}

enum cli_status cmd_routes(const struct options *options, struct arena *arena) {
    struct target target;
    struct engine engine;
    struct buffer out = {0};
    VEC(uint32_t) shown = {0};
    if (!analysis_open_one(&engine, options, "routes", &target, arena))
        return STATUS_TROUBLE;
    if (options->service && !is_service(engine.web, options->service)) {
        engine_close(&engine);
        return STATUS_TROUBLE;
    }
    web_describe(engine.web);
    web_reach(engine.web);
    for (uint32_t i = 0; i < web_route_count(engine.web); i++)
        if (is_wanted(options, engine.web, &target, engine.program, web_route_at(engine.web, i)))
            vec_push(&shown, i);
    struct routes_input input = {
        .program = engine.program,
        .web = engine.web,
        .routes = shown.data,
        .count = shown.len,
        .services = !options->service && !options->unguarded && !options->unvalidated && !options->blocking,
        .width = !options->output_file && isatty(STDOUT_FILENO) ? term_width(STDOUT_FILENO) : PIPE_WIDTH,
        .colour = analysis_colour(options),
    };
    format_of(options->format)->write(&input, &out);
    vec_free(&shown);
    engine_close(&engine);
    return cli_print(&out, options->output_file, STATUS_CLEAN);
}
