/* One registration while it is read: what declare.c finds and hands to routes.c, mounts.c and hooks.c. For these only. */
#ifndef LP_WEB_DECLARE_H
#define LP_WEB_DECLARE_H

#include "web/internal.h"

struct registering {
    struct web *web;
    uint32_t module, call; /* the registering expression; call is PROGRAM_NONE for a bare decorator */
    uint32_t place;        /* call or decorator */
    uint32_t method;       /* def of the model's function */
    bool bound;
    struct program_trait trait;
    uint32_t decorated; /* def or PROGRAM_NONE */
    const char *methods, *path;
    uint32_t node;
    uint32_t first_guard, guard_count;
    bool is_open;
    uint32_t handed; /* the method, as an argument of a decorator of the project; 0 for none */
};

/* The object that the method of a registering call, or of a bare decorator, is called on; PROGRAM_NONE when there is none. */
uint32_t registering_object(const struct facts *facts, uint32_t place);
/* Declares the routes of an `entry` for routes or websockets; a router given to another (`mounts`, `joins`); what runs before
 * the handlers (hooks and middleware). */
void declare_route(struct registering *r);
void declare_mount(struct registering *r);
void declare_hook(struct registering *r);
/* app.add_middleware(AuthMiddleware, …); the context is the web. */
void declare_middleware(void *context, uint32_t module, uint32_t call);

#endif
