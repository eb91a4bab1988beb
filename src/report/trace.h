/* One function: where it runs and why, from where it is reached, what calling it does. One file a format. Written to a
 * buffer, never printed. */
#ifndef LP_REPORT_TRACE_H
#define LP_REPORT_TRACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "flow/ways.h"
#include "report/report.h"
#include "web/web.h"

#define TRACE_STEPS 64u /* steps shown of a way or a chain */

struct trace_input {
    struct program *program;
    const struct flow *flow;       /* completed */
    struct web *web;
    const struct flow_ways *ways;  /* to `def` */
    uint32_t def;                  /* a function of the project */
    const struct report_input *page; /* width, colour, paths, lines of source; no findings */
};

void trace_text(const struct trace_input *input, struct buffer *out);
void trace_json(const struct trace_input *input, struct buffer *out);

/* What the formats share; for this folder only. */

/* A range of the source: lines and columns from 1, columns in characters, the end exclusive. A range over several lines ends
 * with its first: `end_column` is UINT32_MAX. */
struct trace_mark {
    const char *path;
    uint32_t line, column, end_column;
    struct span text; /* of the line; empty when it cannot be had */
};

struct trace_mark trace_mark_at(const struct trace_input *input, uint32_t module, uint32_t start, uint32_t end);
/* The head of a def; the first line of a module. */
struct trace_mark trace_mark_of(const struct trace_input *input, uint32_t def);
/* "load", "services.load", "requests.get": how a def is called in a text about `module`; "the body of app.main". */
void trace_put_name(const struct trace_input *input, uint32_t def, uint32_t module, struct buffer *out);
/* "load calls repo.fetch" */
void trace_put_step(const struct trace_input *input, const struct flow_step *step, struct buffer *out);
/* The same for a site of an effect's chain. */
void trace_put_chain_step(const struct trace_input *input, uint32_t site, enum flow_effect effect, struct buffer *out);
/* "on the event loop: called from quote, an async def" */
void trace_put_why(const struct trace_input *input, enum flow_place place, struct buffer *out);
const char *trace_place_name(enum flow_place place); /* "loop" */
const char *trace_how_name(enum flow_how how); /* "calls" */
/* "GET /users/{id}", "dependency current_user" */
void trace_put_entry(const struct trace_input *input, uint32_t entry, struct buffer *out);
/* True when the route's handler leads to the function, or is it, or what guards the route does. */
bool trace_is_on(const struct trace_input *input, const struct web_route *route);

/* An effect that calling the function has. */
struct trace_effect {
    enum flow_effect effect;
    uint32_t sites[TRACE_STEPS]; /* the shortest chain; the last one is the primitive's unless it was cut */
    uint32_t count;
    bool soft, whole;            /* whole: the primitive is known */
    struct flow_primitive primitive;
};

const char *trace_effect_name(enum flow_effect effect); /* "blocks"; NULL for one that others tell */
/* False when calling the function has no such effect, or only as a part of a graver one that is told anyway. */
bool trace_effect(const struct trace_input *input, enum flow_effect effect, struct trace_effect *out);

#endif
