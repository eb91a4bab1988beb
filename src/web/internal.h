/* What the files of src/web share; nobody else includes this. */
#ifndef LP_WEB_INTERNAL_H
#define LP_WEB_INTERNAL_H

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "program/origins.h"
#include "web/web.h"

#define LIMIT_MOUNTS 16u        /* routers on routers */
#define LIMIT_MOUNT_STEPS 4096u /* routers and lists that one mounting is followed through */
#define LIMIT_GUARD_DEPTH 6u    /* calls through which a function that guards is looked for */
#define LIMIT_ROUTES 100000u

/* An application or router: the call that makes it. */
struct web_node {
    uint32_t module, expr;
    uint32_t class_def;  /* of the model that has the word, or PROGRAM_NONE */
    uint8_t interface;   /* enum web_interface, of an application */
    const char *prefix;  /* its own; "" */
    uint32_t service;    /* of an application, once numbered */
    uint32_t first_edge; /* head of the list of mounts where it is the child, in `edges` + 1; 0 ends */
    uint32_t first_guard, guard_count;
    bool is_app;
};

/* A node served by another. */
struct web_edge {
    uint32_t child, parent, next;
    const char *path; /* NULL when none is given */
    bool override;    /* the path takes the place of the child's own prefix */
    bool bridged;
    uint32_t first_guard, guard_count;
};

/* A route as it is written, before its place in the tree of routers is known. */
struct web_declared {
    uint32_t node;         /* WEB_NONE: unknown, or the route stands in a list: see `owners` */
    uint32_t module, expr; /* the registering call or decorator */
    const char *path, *methods;
    uint32_t handler; /* def */
    uint8_t runs;
    uint32_t first_guard, guard_count; /* at the registration */
    bool websocket;
    uint32_t response; /* expression of response_model in `module`, or PROGRAM_NONE */
    uint32_t owner;    /* class whose view it is, which may inherit the handler; PROGRAM_NONE */
    uint32_t registrar;           /* def of the library's function it is registered with; PROGRAM_NONE for Django's URLs */
    uint8_t family;    /* of the framework that is registered with: see services_family */
    bool is_django;
    bool has_permissions; /* its own, in place of its class's and the default */
    bool is_open;         /* says itself that routers and applications do not guard it */
};

/* The way from a declared route up to where it is served: edges, innermost first. */
struct web_way {
    uint32_t declared, top;          /* the last node, or WEB_NONE */
    uint32_t first_edge, edge_count; /* in `way_edges` */
};

/* What runs before the handlers of a node: before_request, a middleware. `guard` is a number in the list of guards. */
struct web_hook {
    uint32_t node, guard;
};

struct web {
    struct program *program;
    struct flow *flow;
    struct arena arena;
    VEC(struct web_service) services;
    VEC(struct web_route) routes;
    VEC(struct web_guard) guards;
    VEC(struct web_input) inputs;
    VEC(struct web_node) nodes;
    VEC(struct web_edge) edges; /* [0] unused */
    VEC(struct web_declared) declared;
    VEC(struct web_hook) hooks;
    VEC(struct web_way) ways;
    VEC(uint32_t) way_edges;
    bool described;
    struct span *module_paths; /* see targets.c; NULL until asked for */
    uint32_t module_path_count;
    struct map node_by_place; /* (module, expr) to node + 1; 0: none */
    struct map owners;        /* (module, expr) of a route in a list to the node it is served by */
    struct map own_loops;     /* def of a handler to 1 when each service that serves it is under WSGI, else 0 */
    struct map guard_kinds;   /* def to enum facts_kind, KIND_COUNT for none, KIND_COUNT + 1 while asked */
    uint32_t rest_default;    /* guard that REST framework asks for by default; WEB_NONE */
    const struct program_frame *frame; /* the call through which a registration is reached, while it is read */
    uint32_t guard_depth;              /* nesting of questions about guards */
    uint32_t list_depth;               /* nesting of lists of guards in one another */
};

/* nodes.c */
/* The application or router that a call makes; WEB_NONE when it makes none. */
uint32_t node_at(struct web *self, uint32_t module, uint32_t expr);
/* Calls visit for the nodes that an expression may be, wrappers such as bridges looked through. */
typedef void node_fn(void *context, uint32_t node, bool bridged);
void nodes_of(struct web *self, uint32_t module, uint32_t expr, node_fn *visit, void *context);
/* The trait of this word that a class has or inherits, and its class; NULL. */
const struct program_trait *class_trait(struct web *self, uint32_t class_def, enum facts_word word, uint32_t *owner);
void node_mount(struct web *self, const struct web_edge *edge);
/* Calls visit for the calls of classes that the project derives from applications and routers. */
void nodes_of_own_classes(struct web *self, origin_fn *visit, void *context);
/* Applications that nothing is registered on. */
void nodes_find_apps(struct web *self);

/* declare.c: every registration in the project. */
void declare_all(struct web *self);

/* written.c */
/* The keyword argument of a call, PROGRAM_NONE when it is not given. */
uint32_t keyword_argument(struct web *self, uint32_t module, uint32_t call, const char *name);
/* The text of an expression in the arena, NULL when nothing of it is known. */
const char *text_of(struct web *self, uint32_t module, uint32_t expr);
/* The source of an expression as a reader would write it, shortened. */
const char *written(struct web *self, uint32_t module, uint32_t expr);

/* routes.c */
/* "GET, POST" of a list, a tuple or a single text; NULL. */
const char *methods_listed(struct web *self, uint32_t module, uint32_t expr);

/* rows.c */
/* Calls visit once for each row of the table that a loop around a call takes apart, with the loop's names standing for the
 * parts of the row (self->frame). False when there is no such loop, or its table is not known. */
typedef void rows_fn(void *context);
bool rows_each(struct web *self, uint32_t module, uint32_t call, rows_fn *visit, void *context);

/* handlers.c */
/* Calls visit for every function that a registered value means: classes by their methods (methods: "GET", or NULL to keep
 * those of the registration), wrappers looked through. */
typedef void handler_fn(void *context, uint32_t def, const char *methods, uint32_t owner);
void handlers_of(struct web *self, uint32_t module, uint32_t expr, handler_fn *visit, void *context);
void handlers_of_class(struct web *self, uint32_t class_def, handler_fn *visit, void *context);

/* classes.c */
/* Whether a class is derived from one that is written as `name`: by the names of bases, known or not. */
bool class_has_base(struct web *self, uint32_t class_def, const char *name);
/* The value of a class attribute, looked up through the bases of the project; its module goes to *module. */
uint32_t class_value(struct web *self, uint32_t class_def, const char *name, uint32_t *module);
/* The method `name` of a class, or of a base, that the project defines; PROGRAM_NONE. */
uint32_t class_method(struct web *self, uint32_t class_def, const char *name);

/* A view of REST framework. */
bool class_is_rest(struct web *self, uint32_t class_def);

/* appbuilder.c */
/* The views that Flask-AppBuilder and Flask-Admin are given by class. */
void appbuilder_find(struct web *self);

/* refusals.c */
/* What the statements of a function, those of functions inside included, refuse for: enum facts_kind, KIND_COUNT for
 * nothing. */
uint8_t refusal_of_body(struct web *self, uint32_t module, const struct facts_scope *scope);
/* Whether a text holds a part, upper and lower case alike. */
bool text_holds(struct span text, const char *part);

/* guards.c */
/* What kind of guard an expression is as a decorator, dependency or class; KIND_COUNT for none. */
uint8_t guard_kind(struct web *self, uint32_t module, uint32_t expr);
uint8_t guard_kind_of_def(struct web *self, uint32_t def);
/* Adds a guard when the expression is one. */
void guard_add(struct web *self, uint8_t level, uint32_t module, uint32_t expr);
/* Adds those of a list of dependencies or decorators. */
void guards_of_list(struct web *self, uint8_t level, uint32_t module, uint32_t expr);
/* Adds those of a handler itself: its class (`owner`, or the one it stands in), decorators, dependencies, body. */
void guards_of_handler(struct web *self, const struct web_declared *declared);

/* inputs.c */
/* Adds what a handler takes: what its signature declares, and what it reads from the request by hand. */
void inputs_of(struct web *self, uint32_t def, const char *path);

/* django.c */
void django_find(struct web *self);

/* services.c */
/* Numbers the applications; adds those of frameworks that are only named. */
void services_find(struct web *self);
/* The frameworks that can serve one another's routes, told by the package of a dotted name; 0 for no web framework. */
uint8_t services_family(const char *dotted);
/* Gives each a name of its own. */
void services_name(struct web *self);

/* place.c: from what is declared to services and routes. */
void place_routes(struct web *self);
const char *path_join(struct web *self, const char *a, const char *b);

static inline const struct facts *facts_of(const struct web *self, uint32_t module) {
    return &program_module_at(self->program, module)->facts;
}
static inline bool is_judged_module(const struct web *self, uint32_t module) {
    const struct program_module *m = program_module_at(self->program, module);
    return !m->is_model && !m->is_namespace && m->role == 0;
}

#endif
