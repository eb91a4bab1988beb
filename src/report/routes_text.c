/* Markdown and CSV: one row a route. */
#include <string.h>

#include "report/routes.h"

static const char *service_name(const struct routes_input *input, const struct web_route *route) {
    return route->service == WEB_NONE ? "" : web_service_at(input->web, route->service)->name;
}

/* ---- Markdown ---- */

static void put_markdown(struct buffer *out, const char *text, size_t length) {
    struct buffer safe = {0};
    buffer_put_safe(&safe, text, length);
    buffer_puts(out, " ");
    for (size_t i = 0; i < safe.len; i++) {
        if (strchr("|\\`*_<[", safe.data[i]))
            buffer_putc(out, '\\');
        buffer_putc(out, safe.data[i]);
    }
    buffer_puts(out, " |");
    buffer_free(&safe);
}

static void put_markdown_row(const struct routes_input *input, const struct web_route *route, struct buffer *out) {
    struct buffer guards = {0}, reaches = {0}, place = {0};
    uint32_t line;
    const char *file = routes_file(input, route, &line);
    routes_guards(input, route, &guards);
    routes_reaches(route, &reaches);
    buffer_printf(&place, "%s %s:%u", program_qualname(input->program, route->handler), file, line);
    buffer_puts(out, "|");
    put_markdown(out, route->methods, strlen(route->methods));
    put_markdown(out, route->path, strlen(route->path));
    put_markdown(out, place.data, place.len);
    put_markdown(out, routes_runs(input, route), strlen(routes_runs(input, route)));
    put_markdown(out, guards.data, guards.len);
    put_markdown(out, reaches.len ? reaches.data : "", reaches.len);
    buffer_putc(out, '\n');
    buffer_free(&guards);
    buffer_free(&reaches);
    buffer_free(&place);
}

void routes_markdown(const struct routes_input *input, struct buffer *out) {
    uint32_t last = WEB_NONE - 1;
    for (uint32_t i = 0; i < input->count; i++) {
        const struct web_route *route = web_route_at(input->web, input->routes[i]);
        if (route->service != last) {
            buffer_printf(out, "%s## ", i ? "\n" : "");
            buffer_puts(out, route->service == WEB_NONE ? "Routes that no application was seen to include"
                                                        : service_name(input, route));
            if (route->service != WEB_NONE) {
                buffer_puts(out, ": ");
                routes_service(web_service_at(input->web, route->service), out);
            }
            buffer_puts(
                out,
                "\n\n| Method | Path | Handler | Runs | Guards | Reaches |\n| --- | --- | --- | --- | --- | --- |\n");
            last = route->service;
        }
        put_markdown_row(input, route, out);
    }
}

/* ---- CSV (RFC 4180) ---- */

static void put_field(struct buffer *out, const char *raw, size_t raw_length) {
    struct buffer safe = {0};
    buffer_put_safe(&safe, raw, raw_length); /* CSV is shown on terminals, too */
    const char *text = safe.len ? safe.data : "";
    size_t length = safe.len;
    buffer_puts(out, out->len && out->data[out->len - 1] != '\n' ? "," : "");
    /* A spreadsheet takes these for a formula. */
    bool formula = length && strchr("=+-@", text[0]) && length > 1;
    bool quoted = formula || memchr(text, ',', length) || memchr(text, '"', length) || memchr(text, '\n', length) ||
                  memchr(text, '\r', length);
    buffer_puts(out, quoted ? "\"" : "");
    buffer_puts(out, formula ? "'" : "");
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            buffer_putc(out, '"');
        buffer_putc(out, text[i]);
    }
    buffer_puts(out, quoted ? "\"" : "");
    buffer_free(&safe);
}

void routes_csv(const struct routes_input *input, struct buffer *out) {
    buffer_puts(out, "service,methods,path,handler,file,line,runs,guards,reaches\n");
    for (uint32_t i = 0; i < input->count; i++) {
        const struct web_route *route = web_route_at(input->web, input->routes[i]);
        struct buffer guards = {0}, reaches = {0}, number = {0};
        uint32_t line;
        const char *file = routes_file(input, route, &line), *handler = program_dotted(input->program, route->handler);
        routes_guards(input, route, &guards);
        routes_reaches(route, &reaches);
        buffer_printf(&number, "%u", line);
        put_field(out, service_name(input, route), strlen(service_name(input, route)));
        put_field(out, route->methods, strlen(route->methods));
        put_field(out, route->path, strlen(route->path));
        put_field(out, handler, strlen(handler));
        put_field(out, file, strlen(file));
        put_field(out, number.data, number.len);
        put_field(out, routes_runs(input, route), strlen(routes_runs(input, route)));
        put_field(out, route->guard_count ? guards.data : "", route->guard_count ? guards.len : 0);
        put_field(out, reaches.len ? reaches.data : "", reaches.len);
        buffer_putc(out, '\n');
        buffer_free(&guards);
        buffer_free(&reaches);
        buffer_free(&number);
    }
}
