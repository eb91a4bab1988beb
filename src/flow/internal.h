/* What the files of src/flow share; nobody else includes this. */
#ifndef LP_FLOW_INTERNAL_H
#define LP_FLOW_INTERNAL_H

#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "flow/flow.h"

#define LIMIT_CALLBACK_DEPTH 4u /* functions through which a callback is followed as a parameter */
#define LIMIT_FUNCTIONS 400000u /* functions, those for receivers included; beyond, no more are made for receivers */
#define LIMIT_CONDITION 24u     /* nesting of and, or, not that a condition is followed through */
#define LIMIT_PARAMS 64u        /* parameters of a function looked at for callbacks */

/* Positions [start, end) of a source. */
struct flow_range {
    uint32_t start, end;
};

struct flow_ranges {
    VEC(struct flow_range) once, dead, timed, retry, caught, kept;
};

#define GUARD_NAMES 8u /* arguments that the branches of one function ask for */

struct flow_guard {
    struct flow_range range; /* runs only when the argument is given */
    uint32_t bit;
};

/* What a branch asks for: an argument of this name (a string of the def's module), and, when `form` is an expression, one of
 * the class that it names. */
struct flow_wish {
    uint32_t name, form;
};

struct flow_guards {
    VEC(struct flow_guard) guards;
    struct flow_wish wishes[GUARD_NAMES]; /* by bit */
    uint32_t wish_count;
};

struct flow {
    struct program *program;
    VEC(struct flow_function) functions; /* in order of discovery */
    VEC(struct flow_site) sites;         /* grouped by function */
    VEC(struct flow_edge) edges;         /* grouped by site */
    VEC(struct flow_entry) entries;
    VEC(bool) scripts;          /* by module */
    VEC(uint32_t) queue;        /* functions whose sites are not collected yet */
    struct map by_def;          /* (omitted, receiver, def) to function */
    struct map uses_self;       /* def to whether its body calls through self */
    struct map called_params;   /* (def, depth) to bit mask index */
    VEC(uint64_t) param_masks;
    VEC(struct flow_guards) guards;
    struct map guards_by_def;  /* def to guards + 1, 0: none */
    struct map loop_answers;   /* def to what it says of a running loop, see loops.c */
    struct map lazy_scopes;    /* of the function at hand: scopes of generator expressions, 1: only made, 2: run */
    struct flow_ranges ranges; /* of the function at hand */
    struct map loaded_names;   /* names of relations that some query of the project loads along */
    bool loaded_known, loads_unnamed; /* collected already; some queries take names that are not written there */
    struct map entry_seen;      /* (def, kind) */
    struct map bounded;         /* names of libraries and of defaults that the project bounds: see bounds.c */
    bool bounded_known;         /* libraries are in it */
};

/* The function of a def for a receiver (TYPE_UNKNOWN: for itself) and omitted arguments (0: none), made and queued when
 * new. */
uint32_t function_add(struct flow *self, uint32_t def, uint32_t receiver, uint32_t omitted, uint8_t flags);
/* Functions that nothing has asked for yet; with `bodies` those of modules and lambdas, too. */
void collect_all(struct flow *self, bool bodies);
/* Fills the sites and edges of a function. */
void sites_collect(struct flow *self, uint32_t function);
/* Fills the ranges of the function at hand: what runs once per process, what its types rule out, what is given a time limit, what
 * runs only after a failure (see ranges.c), and what loops_find adds. */
void ranges_find(struct flow *self, uint32_t module, uint32_t scope);
/* Adds to `dead` what only runs where no event loop does, to `caught` where starting one may fail: a handler goes on with
 * the error (see loops.c). */
void loops_find(struct flow *self, uint32_t module, uint32_t scope, struct flow_ranges *out);
bool ranges_hold(const struct flow_range *ranges, uint32_t count, uint32_t position);
/* The branches of a function that ask for an argument (see guards.c). */
void guards_find(const struct facts *facts, uint32_t scope, struct flow_guards *out);
/* The guards of a def, NULL when it has none; valid until the next call. */
const struct flow_guards *guards_for(struct flow *self, uint32_t def);
/* True when the position runs only with an argument that is omitted. */
bool guards_exclude(const struct flow_guards *self, uint32_t omitted, uint32_t position);
/* The block of an IF ends by leaving: what follows runs only when the condition does not hold. */
bool guards_leave(const struct facts *facts, uint32_t stmt);
/* True when the steps of a chain need a constant to be true and false (see switches.c). */
bool switches_contradict(const struct flow *self, const uint32_t *sites, uint32_t count);
/* Which of a def's guards a call leaves empty; a parameter that the caller itself was not given counts as left out. */
uint32_t guards_omitted(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound,
                        const struct flow_guards *callers, uint32_t callers_omitted);
/* Where the code of a statement ends, its block and what follows up to the next statement included. */
uint32_t ranges_extent(const struct facts *facts, uint32_t stmt);
/* True when a value declared as a class of the project is none of the tested builtin class (see classes.c). */
bool classes_unrelated(struct program *program, uint32_t declared, uint32_t tested);
/* The same for an argument, whose type is known from the call: two builtin classes are told apart too. */
bool classes_apart(struct program *program, uint32_t type, uint32_t tested);
/* True when nothing in the project but the call at hand could bound a library function: `bound` says that it is a method's
 * call, for which a client that is made elsewhere counts, too. */
bool bounds_lacking(struct flow *self, uint32_t def, bool bound);
/* Finds registered entry points and what is scheduled on the loop, anywhere in the project. */
void entries_find(struct flow *self);
/* Which modules are run by hand. */
void scripts_find(struct flow *self);
/* Distances of every function to the primitives of every effect. */
void effects_compute(struct flow *self);
/* Whether a def of a model has this effect, and the trait that says so. */
const struct program_trait *primitive_trait(const struct program *program, uint32_t def, enum flow_effect effect);
typedef void visit_fn(void *context, uint32_t def, uint32_t receiver, bool soft);
/* Calls visit for every function that a value may be when it is called (constructors as their __init__). */
void targets_of(struct flow *self, uint32_t type, visit_fn *visit, void *context);
/* Bit i: the function's body calls its i-th parameter on the caller's thread. */
uint64_t callbacks_called(struct flow *self, uint32_t def);
/* The argument of a call for the parameter of that index; PROGRAM_NONE when it is not given. */
uint32_t callbacks_argument(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound, uint32_t index);

#endif
