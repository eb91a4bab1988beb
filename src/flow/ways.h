/* The ways to a function: from where it is reached, and on which thread it runs there.
 *
 * The flow keeps what each function runs; this turns it round. flow_ways_new finds the callers of every function once,
 * linear in the edges; flow_ways_to then searches backwards from one def, breadth first, and everything below speaks of
 * that def until the next search. All is deterministic: of equally short ways the one found first in the order of
 * functions and sites is given.
 *
 * The ways lead through all code, so the flow must be completed first (flow_complete): what only worker threads, module
 * bodies or nothing reaches is no part of flow_run. */
#ifndef LP_FLOW_WAYS_H
#define LP_FLOW_WAYS_H

#include <stdbool.h>
#include <stdint.h>

#include "flow/flow.h"

enum flow_how { HOW_CALLS, HOW_AWAITS, HOW_CREATES, HOW_SCHEDULES, HOW_OFFLOADS, HOW_DEPENDS, HOW_APPLIES };

/* One step of a way. A dependency (`Depends(f)` among a function's parameters) is no call of that function, a decorator that
 * is only named (`@f`) is none that is written: they have no site. */
struct flow_step {
    uint32_t from, to; /* functions */
    uint32_t site;     /* FLOW_NONE for a dependency and a decorator */
    uint32_t module, start, end;
    uint8_t how;       /* enum flow_how */
    bool soft;
};

/* The threads that code can run on. */
enum flow_place {
    PLACE_LOOP,   /* an event loop */
    PLACE_WORKER, /* a worker that the project's own code hands it to */
    PLACE_POOL,   /* a worker of the framework, which runs sync handlers there */
    PLACE_CALLER, /* whatever thread runs the entry point: of a WSGI request, a job, a signal */
    PLACE_IMPORT, /* the body of a module */
    PLACE_COUNT
};

/* Why the def runs on a thread: the nearest function that is known to. */
struct flow_why {
    bool holds;
    uint32_t function; /* from which the def is called on the same thread; a function of the def itself at distance 0 */
    uint32_t distance; /* calls from there */
    uint32_t entry;    /* the entry point that `function` is; FLOW_NONE */
    bool handed;       /* `step` hands the function over: schedules or offloads it */
    struct flow_step step;
};

struct flow_ways;

/* The flow must outlive the ways. */
struct flow_ways *flow_ways_new(struct flow *flow, struct program *program);
void flow_ways_free(struct flow_ways *self);

/* Searches from a def of the project. */
void flow_ways_to(struct flow_ways *self, uint32_t def);
/* Steps from a function to the def; FLOW_FAR when there is no way. */
uint32_t flow_ways_distance(const struct flow_ways *self, uint32_t function);
/* The steps of the shortest way from a function, first one first; at most `limit`. With `same_thread` only calls. Returns
 * how many. */
uint32_t flow_ways_steps(const struct flow_ways *self, uint32_t function, bool same_thread, struct flow_step *steps,
                         uint32_t limit);
struct flow_why flow_ways_place(const struct flow_ways *self, enum flow_place place);
/* The entry points that reach the def, nearest first, each function once: numbers for flow_entry_at, which live until the
 * next search. */
const uint32_t *flow_ways_entries(const struct flow_ways *self, uint32_t *count);
/* The steps that lead to the def directly, in order; they live until the next search. */
const struct flow_step *flow_ways_callers(const struct flow_ways *self, uint32_t *count);

#endif
