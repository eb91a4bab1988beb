/* The web model: which services a repository has, which routes each answers, who guards them and what they reach.
 *
 * Routers and applications are objects: the model finds the expression that makes each (program/origins.h), follows how
 * they are mounted on one another (`mounts`, `joins` of the library models; urlpatterns of Django), and gives every route
 * its full path. Built between linking and the flow stage, because what Django calls is known from its URLs alone: those
 * handlers become entry points of the flow. What a route reaches is filled in afterwards, by web_reach.
 *
 * All text lives as long as the model. Services stand in order of their modules, routes in order of service, path and
 * handler. */
#ifndef LP_WEB_WEB_H
#define LP_WEB_WEB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "flow/flow.h"
#include "program/program.h"

#define WEB_NONE UINT32_MAX

enum web_interface { WEB_UNKNOWN, WEB_ASGI, WEB_WSGI };

/* A deployable application. */
struct web_service {
    const char *name; /* "shop.main": the module that makes it, "shop.main:api" where it makes several; of Django the
                              package of its settings */
    const char *framework;   /* "FastAPI", "Flask", "Django", …: as its class is called */
    const char *folder;      /* that its module lies in, relative to the root; "" for the root */
    uint8_t interface;       /* enum web_interface: of the framework, or as deployed when that is known */
    const char *server;      /* "uvicorn"; NULL when nothing says */
    const char *server_path; /* the file that says it; NULL */
    uint32_t server_line;
    bool development; /* that server is one for development: runserver, flask run, --reload */
    bool deployed; /* a file that deploys the project says it; not only a script, the code, or a file for developers */
    uint32_t module, expr; /* the call that makes it; expr is WEB_NONE for Django: its settings module */
    uint32_t parent;       /* the service it is mounted on; WEB_NONE */
    const char *mount;     /* the path it is mounted under; NULL */
    bool bridged;          /* mounted through a WSGI bridge */
    bool judged;           /* a framework whose routes are known here */
    uint32_t first_route, route_count;
};

/* Where a guard comes from, from the outermost to the innermost. */
enum web_level {
    LEVEL_DEFAULT,    /* the framework's default: DEFAULT_PERMISSION_CLASSES */
    LEVEL_MIDDLEWARE, /* of the application */
    LEVEL_APP,
    LEVEL_HOOK,   /* before_request of an application or blueprint */
    LEVEL_ROUTER, /* a router, blueprint or include */
    LEVEL_URLS,   /* wrapped around the view where it is registered */
    LEVEL_CLASS,
    LEVEL_DECORATOR,
    LEVEL_DEPENDENCY,
    LEVEL_BODY /* by hand in the handler */
};

struct web_guard {
    uint8_t level;
    uint8_t kind;                /* KIND_GUARDS_AUTHENTICATION or KIND_GUARDS_AUTHORISATION */
    const char *name;            /* as it is called: "login_required" */
    uint32_t module, start, end; /* where it stands */
};

enum web_input_kind {
    INPUT_PATH,
    INPUT_QUERY,
    INPUT_HEADER,
    INPUT_COOKIE,
    INPUT_BODY,
    INPUT_FORM,
    INPUT_FILE,
    INPUT_WEBSOCKET,
    INPUT_DEPENDENCY
};

struct web_input {
    uint8_t kind;     /* enum web_input_kind */
    bool declared;    /* by the signature or a schema; otherwise read by hand from the request */
    const char *name; /* "user_id"; of raw input as it is written: "request.json" */
    const char *type; /* as it is written; NULL when it has none */
};

struct web_route {
    uint32_t service;           /* WEB_NONE: of a router that no application was seen to include */
    bool guessed;               /* of those, the service is the only or nearest one */
    const char *path, *methods; /* "/users/{id}"; "GET, POST", "WS" for a websocket, "*" for any */
    uint32_t handler;           /* def: function, method, or class where no method is known */
    bool async;
    uint8_t runs;                /* enum program_runs, of a sync handler */
    uint32_t module, start, end; /* where it is registered */
    uint32_t first_guard, guard_count;
    uint32_t first_input, input_count;
    const char *response; /* response_model or the return annotation, as written; NULL */
    bool is_django;
    uint32_t way;          /* number of the way it was found on, for web_describe */
    struct flow_work work; /* what its handler reaches, through any number of calls; from web_reach */
};

struct web;

/* Finds services and routes; adds the handlers that the flow does not know of as its entries. */
struct web *web_new(struct program *program, struct flow *flow);
/* Finds guards, inputs and response types of all routes, which web_new leaves empty: who does not ask need not wait. */
void web_describe(struct web *self);
/* A file that may say how the project is run. */
struct web_text {
    const char *path; /* relative to the root */
    struct span text; /* any bytes */
    bool example;     /* it deploys an example */
};

/* Finds the server that runs each service, and settles the services' interfaces; any time after web_new. */
void web_deploy(struct web *self, const struct web_text *texts, uint32_t count);
/* True when an event loop of its own, one a request, runs what an entry point reaches: async views of Flask, and of Django,
 * under WSGI. When that loop blocks, only the request itself waits. After web_deploy. */
bool web_has_own_loop(const struct web *self, const struct flow_entry *entry);
/* Fills what routes reach; after flow_run. */
void web_reach(struct web *self);
void web_free(struct web *self);

/* The modules of a service, by number: those that it imports on any way, and those of its routes. */
const uint32_t *web_modules(struct web *self, uint32_t service, uint32_t *count);

uint32_t web_service_count(const struct web *self);
struct web_service *web_service_at(struct web *self, uint32_t service);
uint32_t web_route_count(const struct web *self);
const struct web_route *web_route_at(const struct web *self, uint32_t route);
const struct web_guard *web_guard_at(const struct web *self, uint32_t guard);
const struct web_input *web_input_at(const struct web *self, uint32_t input);
const char *web_level_name(enum web_level level);     /* "before_request" */
const char *web_input_name(enum web_input_kind kind); /* "query" */

#endif
