/* For a terminal: one table a service, cut to the width of the line. */
#include <string.h>

#include "base/mem.h"
#include "report/routes.h"

#define COLUMNS 6u
#define HANDLER 2u /* the column that ends with a place */
#define GAP 2u     /* columns between two cells */
#define LEAST 8u   /* columns that a cell keeps when the table is wider than the line */

struct cells {
    struct buffer text[COLUMNS];
};

static const char *const heads[COLUMNS] = {"METHOD", "PATH", "HANDLER", "RUNS", "GUARDS", "REACHES"};

/* A tab, which is safe elsewhere, would move the columns. */
static void put(struct buffer *out, const char *text) {
    size_t start = out->len;
    buffer_put_safe(out, text, strlen(text));
    for (size_t i = start; i < out->len; i++)
        if (out->data[i] == '\t')
            out->data[i] = ' ';
}

static void fill(const struct routes_input *input, const struct web_route *route, struct cells *row) {
    struct buffer raw = {0};
    uint32_t line;
    const char *file = routes_file(input, route, &line);
    put(&row->text[0], route->methods);
    put(&row->text[1], route->path);
    put(&row->text[2], program_qualname(input->program, route->handler));
    put(&row->text[2], " ");
    put(&row->text[2], file ? file : "");
    buffer_printf(&row->text[2], ":%u", line);
    put(&row->text[3], routes_runs(input, route));
    routes_guards(input, route, &raw);
    buffer_put_safe(&row->text[4], raw.data, raw.len);
    routes_reaches(route, &row->text[5]);
    buffer_free(&raw);
}

/* The widest columns give way first until the line fits. */
static void fit(unsigned *widths, unsigned line) {
    for (;;) {
        unsigned total = GAP * (COLUMNS - 1), widest = 0;
        for (unsigned c = 0; c < COLUMNS; c++) {
            total += widths[c];
            widest = widths[c] > widths[widest] ? c : widest;
        }
        if (total <= line || widths[widest] <= LEAST)
            return;
        widths[widest]--;
    }
}

/* Appends characters [first, last) of a text. */
static void put_part(struct buffer *out, const struct buffer *text, size_t first, size_t last) {
    for (size_t at = 0, index = 0; at < text->len && index < last; index++) {
        size_t size = text_utf8(text->data + at, text->len - at);
        size = size ? size : 1;
        if (index >= first)
            buffer_add(out, text->data + at, size);
        at += size;
    }
}

/* Cut at the end; with `keep`, that many characters of the end stay, and the middle goes: the line of a handler. */
static void put_cell(struct buffer *out, const struct buffer *text, unsigned width, size_t keep, bool last) {
    size_t have = text_width(text->len ? text->data : "", text->len), shown = have;
    if (have > width) {
        keep = keep + LEAST <= width ? keep : 0;
        put_part(out, text, 0, width - 1 - keep);
        buffer_puts(out, "…");
        put_part(out, text, have - keep, have);
        shown = width;
    } else {
        put_part(out, text, 0, have);
    }
    while (!last && shown++ < width + GAP)
        buffer_putc(out, ' ');
}

/* Characters from the last slash of a handler's place on: "/orders.py:12". */
static size_t place_length(const struct buffer *handler) {
    const char *slash = handler->len ? memrchr(handler->data, '/', handler->len) : NULL;
    return slash ? text_width(slash, handler->len - (size_t)(slash - handler->data)) : 0;
}

static void put_rows(const struct routes_input *input, const uint32_t *routes, uint32_t count, struct buffer *out) {
    struct cells *rows = mem_calloc(count + 1u, sizeof *rows);
    unsigned widths[COLUMNS] = {0};
    for (unsigned c = 0; c < COLUMNS; c++)
        buffer_puts(&rows[0].text[c], heads[c]);
    for (uint32_t i = 0; i < count; i++)
        fill(input, web_route_at(input->web, routes[i]), &rows[i + 1]);
    for (uint32_t i = 0; i <= count; i++)
        for (unsigned c = 0; c < COLUMNS; c++) {
            unsigned width = (unsigned)text_width(rows[i].text[c].len ? rows[i].text[c].data : "", rows[i].text[c].len);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    fit(widths, input->width);
    for (uint32_t i = 0; i <= count; i++) {
        size_t start = out->len;
        for (unsigned c = 0; c < COLUMNS; c++) {
            put_cell(out, &rows[i].text[c], widths[c], c == HANDLER && i ? place_length(&rows[i].text[c]) : 0,
                     c + 1 == COLUMNS);
            buffer_free(&rows[i].text[c]);
        }
        while (out->len > start && out->data[out->len - 1] == ' ')
            out->len--;
        buffer_putc(out, '\n');
    }
    mem_free(rows);
}

static void put_head(const struct routes_input *input, uint32_t service, uint32_t shown, struct buffer *out) {
    if (service == WEB_NONE) {
        buffer_printf(out, "routes that no application was seen to include: %u\n", shown);
        return;
    }
    const struct web_service *s = web_service_at(input->web, service);
    buffer_puts(out, input->colour ? "\x1b[1m" : "");
    put(out, s->name);
    buffer_puts(out, input->colour ? "\x1b[0m" : "");
    buffer_puts(out, ": ");
    routes_service(s, out);
    if (s->parent != WEB_NONE) {
        buffer_printf(out, ", mounted%s on ", s->bridged ? " through a WSGI bridge" : "");
        put(out, web_service_at(input->web, s->parent)->name);
        buffer_puts(out, " at ");
        put(out, s->mount);
    }
    uint32_t modules = 0;
    web_modules(input->web, service, &modules);
    if (s->judged)
        buffer_printf(out, ", %u route%s, %u module%s", shown, shown == 1 ? "" : "s", modules, modules == 1 ? "" : "s");
    else
        buffer_puts(out, ", named only");
    buffer_putc(out, '\n');
}

void routes_table(const struct routes_input *input, struct buffer *out) {
    uint32_t at = 0;
    for (uint32_t s = 0; s <= web_service_count(input->web); s++) {
        uint32_t service = s == web_service_count(input->web) ? WEB_NONE : s, first = at;
        while (at < input->count && web_route_at(input->web, input->routes[at])->service == service)
            at++;
        if (at == first && (service == WEB_NONE || !input->services))
            continue;
        buffer_puts(out, out->len ? "\n" : "");
        put_head(input, service, at - first, out);
        if (at > first)
            put_rows(input, input->routes + first, at - first, out);
    }
    if (!out->len)
        buffer_puts(out, "no routes\n");
}
