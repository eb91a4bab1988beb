/* The walk over one function's code that collects its sites: shared by the files that know calls, implicit calls and
 * edges. Nobody else includes this. */
#ifndef LP_FLOW_WALK_H
#define LP_FLOW_WALK_H

#include "flow/internal.h"

struct walk {
    struct flow *flow;
    struct program *program;
    const struct facts *facts;
    uint32_t module, function, scope;
    uint32_t receiver, self_symbol; /* of a method: type of self that the function is for, and self's symbol */
    struct flow_site site; /* under construction */
    bool resolved;
    bool consuming; /* inside an argument that a builtin takes apart */
    bool loading;   /* what is read loads itself here: a lazy value in use */
    bool unbounded, bounded; /* some callee of the site may wait for ever; some is known not to */
    bool passing;   /* the target is an argument: how it will be called is not seen here */
    const struct flow_guards *guards; /* of this function, NULL when it has none */
    uint32_t omitted;                 /* of these, what its call left out */
};

/* edges.c: what a site may run. */
bool is_project(const struct walk *w, uint32_t def);
/* True when the expression is a NAME of this symbol; `super()`. */
bool names_symbol(const struct facts *facts, uint32_t expr, uint32_t symbol);
bool is_super(const struct facts *facts, uint32_t expr);
/* The symbol of a method's first parameter; FACTS_NONE for other scopes. */
uint32_t self_symbol(const struct facts *facts, uint32_t scope);
/* A body that does not run when its function is called. */
bool is_deferred(const struct walk *w, uint32_t def);
/* Adds an edge to the site under construction; equal ones are kept once. */
void add_edge(struct walk *w, uint32_t def, uint32_t receiver, enum flow_edge_kind kind, bool soft);
/* Adds edges to whatever an argument may be when it is called. */
void pass_callable(struct walk *w, uint32_t expr, enum flow_edge_kind kind);
/* Starts a site; ends it, keeping it when it has edges, or, with keep_unresolved, when nothing is known of it. */
void site_begin(struct walk *w, enum flow_site_kind kind, uint32_t expr, uint32_t start, uint32_t end);
void site_finish(struct walk *w, bool keep_unresolved);

/* bounds.c: the model function `def` (the word `unbounded`) is called at the site under construction; or it is handed on,
 * to be called in a worker thread. */
void note_unbounded(struct walk *w, uint32_t def, uint32_t receiver, bool soft);
void note_unbounded_passed(struct walk *w, uint32_t def, uint32_t receiver);

/* calls.c: calls as they are written. */
void walk_call(struct walk *w, uint32_t expr);
/* Adds what calling a def at the site under construction runs; a visitor for targets_of with the walk as context. */
void visit_called(void *context, uint32_t def, uint32_t receiver, bool soft);
/* The type of an expression, with self read as the class that this function is for. */
uint32_t eval_for_receiver(struct walk *w, uint32_t expr);

/* small.c: a long computation at the site under construction whose data is small: a literal, one message, what is left
 * where long data goes to a worker; or nothing. */
bool works_on_little(struct walk *w, uint32_t def, bool bound);

/* loaded.c: relations between the objects of an ORM that are there already. */
enum loading {
    LOADING_NEEDED, /* it is no relation, or one that its query is seen not to load */
    LOADING_LIKELY, /* its query is not in sight, and nothing speaks for its being loaded */
    LOADING_DONE    /* `book.author` where the query of `book` has loaded it along */
};
/* Whether what the site under construction reads or evaluates by running a library's `def` has to be loaded. */
enum loading loading_at_site(struct walk *w, uint32_t def);

/* implicit.c: code that runs without a visible call. */
/* An attribute that may be a property: read, or set. */
void walk_property(struct walk *w, uint32_t expr, bool set);
void walk_special(struct walk *w, enum flow_site_kind kind, uint32_t expr, uint32_t object, uint32_t name);
/* A value that is asked whether it is true. */
void walk_truth(struct walk *w, uint32_t expr);
void walk_item(struct walk *w, uint32_t expr, uint32_t method);
void walk_compare(struct walk *w, uint32_t expr);
void walk_iteration(struct walk *w, uint32_t iterable);
void walk_comprehension(struct walk *w, uint32_t expr);
void walk_with(struct walk *w, const struct facts_stmt *stmt);
void walk_unpacking(struct walk *w, const struct facts_stmt *stmt);
/* Finds the generator expressions of a function that are only made; whether a scope is inside of one. */
void find_lazy(struct walk *w, const struct facts_scope *scope);
bool is_lazy(const struct walk *w, uint32_t scope);
/* Adds to the site under construction what a special method, iterating, or entering and leaving a value runs. */
void run_special(struct walk *w, uint32_t type, uint32_t name);
void run_iterated(struct walk *w, uint32_t type);
void run_entered(struct walk *w, uint32_t expr, uint32_t type);

#endif
