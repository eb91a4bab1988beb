/* Lists of routes: one file a format, one vtable. Written to a buffer, never printed. */
#ifndef LP_REPORT_ROUTES_H
#define LP_REPORT_ROUTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "program/program.h"
#include "web/web.h"

struct routes_input {
    struct program *program;
    struct web *web;
    const uint32_t *routes; /* those to show, in order: grouped by service */
    uint32_t count;
    bool services;  /* services without a shown route are listed too: nothing was filtered */
    unsigned width; /* columns that a line may take */
    bool colour;
};

struct routes_format {
    const char *name; /* as --format takes it */
    void (*write)(const struct routes_input *input, struct buffer *out);
};

/* All formats; ends with a NULL name. */
extern const struct routes_format routes_formats[];

void routes_table(const struct routes_input *input, struct buffer *out);
void routes_json(const struct routes_input *input, struct buffer *out);
void routes_markdown(const struct routes_input *input, struct buffer *out);
void routes_csv(const struct routes_input *input, struct buffer *out);

/* What the formats share, and the JSON of a trace. */
struct json_t;
/* "GET, POST" as an array. */
struct json_t *routes_methods_json(const char *methods);
/* The file and line of a route's handler. */
const char *routes_file(const struct routes_input *input, const struct web_route *route, uint32_t *line);
/* "login_required (decorator), is_admin (router)"; "-" when there is none. */
void routes_guards(const struct routes_input *input, const struct web_route *route, struct buffer *out);
/* "async", "thread", "sync": where the handler runs. */
const char *routes_runs(const struct routes_input *input, const struct web_route *route);
/* "ai, database, http": the kinds of work, with a mark where the handler's thread waits for it: "http!"; "" for nothing. */
void routes_reaches(const struct web_route *route, struct buffer *out);
/* "FastAPI on uvicorn (ASGI)" */
void routes_service(const struct web_service *service, struct buffer *out);

#endif
