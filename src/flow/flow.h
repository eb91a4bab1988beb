/* Where code runs and what calling it does.
 *
 * A "site" is a place in a function that runs other code: a call, a property, an operator, `with`, `for`, a condition. Its "edges"
 * say which functions it may run and how. From the edges follow, each computed once: which functions can run on an
 * event loop, from which entry point they are reached, and for every kind of effect whether running a function has it,
 * by which shortest chain of sites.
 *
 * Only what can matter is looked at: functions reached from event-loop code and from registered entry points. All is
 * computed by flow_run in one fixed order and constant afterwards. */
#ifndef LP_FLOW_FLOW_H
#define LP_FLOW_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "program/program.h"

#define FLOW_NONE UINT32_MAX
#define FLOW_FAR UINT32_MAX

enum flow_effect {
    EFFECT_BLOCK,   /* waits: sleep, network, database, file, subprocess, lock, queue, ai */
    EFFECT_FIRST,   /* as EFFECT_BLOCK, where a step runs the first time only (SITE_ONCE) */
    EFFECT_CHEAP,   /* one quick system call */
    EFFECT_CPU,     /* computes for long */
    EFFECT_ORM,     /* evaluates a synchronous ORM query */
    EFFECT_NEW_LOOP,/* starts an event loop: raises where one is running */
    EFFECT_SLOW,    /* may wait for many seconds: a model call, a call without a timeout, a sleep, a subprocess */
    EFFECT_NEEDS_LOOP, /* uses the running event loop, or what only its thread may touch: tasks, futures, context variables */
    EFFECT_COUNT
};

enum flow_edge_kind {
    EDGE_RUNS,      /* runs the target's body here, before going on */
    EDGE_AWAITS,    /* the target is a coroutine function, awaited here */
    EDGE_CREATES,   /* a coroutine or generator object is made; its body runs later, if at all */
    EDGE_SCHEDULES, /* the target runs on the loop, later */
    EDGE_OFFLOADS   /* the target runs in a worker thread or process */
};

enum flow_site_kind { SITE_CALL, SITE_PROPERTY, SITE_OPERATOR, SITE_ITEM, SITE_WITH, SITE_FOR, SITE_TRUTH };

enum flow_site_flags {
    SITE_UNRESOLVED = 1 << 0, /* nothing is known of what it runs */
    SITE_SOFT = 1 << 1,       /* chose among candidates or rests on an inferred type */
    SITE_AWAITED = 1 << 2,
    SITE_ONCE = 1 << 3,     /* fills something that is kept, the first time only: `if cache is None: cache = make()` */
    SITE_TIMED = 1 << 4,    /* what it awaits is given up after a time: asyncio.wait_for, `async with timeout(…)` */
    SITE_UNBOUNDED = 1 << 5, /* a call of a library that may wait for ever: nothing that is seen bounds it */
    SITE_RETRY = 1 << 6,    /* runs only after something failed: in an except handler, between two tries of a loop */
    SITE_NEEDS_LOOP = 1 << 7, /* calls what works on the event loop's thread only: asyncio, context variables */
    SITE_KEPT = 1 << 8       /* runs only where a value that an object or a table keeps is not there yet */
};

struct flow_edge {
    uint32_t target;   /* def */
    uint32_t function; /* of the target; FLOW_NONE for a library's */
    uint8_t kind;      /* enum flow_edge_kind */
    bool soft;
};

struct flow_site {
    uint32_t module;
    uint32_t expr;       /* FLOW_NONE for a statement */
    uint32_t start, end; /* position in the source */
    uint32_t function;   /* index of the function it stands in */
    uint32_t first_edge, edge_count;
    uint8_t kind;        /* enum flow_site_kind */
    uint16_t flags;
};

enum flow_function_flags {
    FUNCTION_LOOP = 1 << 0,     /* an async def, or a sync one that the loop runs itself */
    FUNCTION_CALLBACK = 1 << 1, /* of these: a sync one */
    FUNCTION_ENTRY = 1 << 2,
    FUNCTION_CACHED = 1 << 3    /* takes nothing and remembers its result: settings, singletons */
};

struct flow_reach {
    uint32_t distance; /* sites to the primitive; FLOW_FAR when running the function has no such effect */
    uint32_t site;     /* the first site of a shortest chain */
};

/* A function stands once for itself, and once more for every way of calling it that changes what it runs: a method for a class
 * that could change what its `self.…` calls mean, and a function whose branches ask for arguments that a call leaves out. */
struct flow_function {
    uint32_t def;
    uint32_t receiver; /* type of self that this one is for; TYPE_UNKNOWN for the def itself */
    uint32_t omitted;  /* guards (bit by bit, see guards.c) that the call leaves empty; 0 for the def itself */
    uint32_t first_site, site_count;
    uint8_t flags;
    uint32_t entry; /* nearest entry point: index in flow_entries; FLOW_NONE */
    uint32_t request; /* nearest entry point that a client waits for (route, websocket, dependency, middleware), with no
                         time limit on the way; FLOW_NONE */
    struct flow_reach reach[EFFECT_COUNT];
};

/* A registered entry point. */
struct flow_entry {
    uint32_t def;
    uint8_t kind; /* enum facts_kind: KIND_ROUTE, … */
    uint8_t runs; /* enum program_runs, for a sync def */
    uint32_t module, expr; /* where it is registered: the CALL, or PROGRAM_NONE for a bare decorator or an override */
    uint32_t registrar;    /* def of the library class or function that registers it (of a view in urlpatterns: django.urls.path) */
    uint32_t path;    /* interned path text, as it is served where the web model knows, else as registered; or INTERN_NONE */
    uint32_t methods; /* interned, "GET", or "GET, POST"; INTERN_NONE */
};

/* The last step of a chain. */
struct flow_primitive {
    uint32_t def; /* of the model */
    const struct program_trait *trait;
    bool soft;
};

struct flow_counts {
    uint32_t sites, unresolved, loop_functions, entries;
};

struct flow;

/* Finds the registered entry points. */
struct flow *flow_new(struct program *program);
/* An entry point that somebody else knows of; nothing when it is known already. */
void flow_add_entry(struct flow *self, const struct flow_entry *entry);
/* Gives an entry point the path that it is served under; before flow_run. */
void flow_place_entry(struct flow *self, uint32_t entry, uint32_t path);
/* Computes all the rest; nothing is asked before, no entry is added after. */
void flow_run(struct flow *self);
/* Collects what flow_run leaves out, too: functions that only worker threads, module bodies or nothing reaches, and the module
 * bodies themselves (the def of a module is its scope 0). What was known of the others stays as it is. */
void flow_complete(struct flow *self);
void flow_free(struct flow *self);

uint32_t flow_function_count(const struct flow *self);
const struct flow_function *flow_function_at(const struct flow *self, uint32_t function);
/* The function of a def itself; FLOW_NONE when it was never reached. */
uint32_t flow_function_of(const struct flow *self, uint32_t def);
const struct flow_site *flow_site_at(const struct flow *self, uint32_t site);
const struct flow_edge *flow_edge_at(const struct flow *self, uint32_t edge);
const struct flow_entry *flow_entry_at(const struct flow *self, uint32_t entry);
uint32_t flow_entry_count(const struct flow *self);
struct flow_counts flow_counts(const struct flow *self);

/* True for a module that is run by hand: it has a main block, nothing imports it, it registers no entry point and does nothing
 * concurrently. Its event loop is nobody's. */
bool flow_is_script(const struct flow *self, uint32_t module);

/* The primitive that a site itself is, for this effect; false when it is none. */
bool flow_primitive_at(const struct flow *self, uint32_t site, enum flow_effect effect, struct flow_primitive *out);
/* How far a primitive of this effect is behind a site: 0 when the site is one itself, FLOW_FAR when there is none.
 * *next (may be NULL) is the function that the shortest chain goes through, FLOW_NONE at distance 0. */
uint32_t flow_site_distance(const struct flow *self, uint32_t site, enum flow_effect effect, uint32_t *next);
/* The library function that a site with SITE_UNBOUNDED calls. */
const struct flow_edge *flow_unbounded_edge(const struct flow *self, uint32_t site);
/* The effect's chain from a site: site numbers, the given one first, the primitive's last; at most `limit`.
 * *soft is set when a step is soft. Returns how many. */
uint32_t flow_chain(const struct flow *self, uint32_t site, enum flow_effect effect, uint32_t *sites, uint32_t limit,
                    bool *soft);

/* True when it is open whether a chain is ever taken: a step fills what is kept (which is never there yet where an object's own
 * constructor asks), calls a method that many classes override, each its own, or needs a constant to be what another step denies. */
bool flow_chain_is_doubtful(const struct flow *self, const uint32_t *sites, uint32_t count);

/* Kinds of work, a bit each: 1 << (kind - KIND_SLEEP) for the kinds of `blocks`. */
struct flow_work {
    uint32_t reaches; /* on any way: awaited, offloaded and scheduled work too */
    uint32_t waits;   /* of these, what the function's own thread waits for */
};
/* The work of every function, by its number; the caller frees it with mem_free. */
struct flow_work *flow_work(struct flow *self);

/* {"edges": {caller: [callee…]}} and Graphviz of everything the project's functions call; resolves all of them, so it
 * may take longer than flow_new. */
void flow_graph_json(struct flow *self, struct program *program, struct buffer *out);
void flow_graph_dot(struct flow *self, struct program *program, struct buffer *out);

#endif
