/* What the files that find servers share: deploy.c (commands, and the choice), targets.c (from "shop.main:app" to a service)
 * and launch.c (servers started by the code). Nobody else includes this. */
#ifndef LP_WEB_DEPLOY_H
#define LP_WEB_DEPLOY_H

#include "web/command.h"
#include "web/internal.h"

#define LIMIT_CLAIMS 20000u

/* Somebody says that a server runs a service. */
struct claim {
    uint32_t service;
    const char *server; /* NULL: only how the application is served is said, not by what */
    uint8_t interface;  /* enum web_interface */
    uint8_t place;      /* enum command_place */
    bool development;   /* by its nature: --reload, runserver */
    bool aside;         /* in a file for development, by its name, or in an example */
    bool bridged;       /* through WsgiToAsgi, which runs async views on the server's loop */
    bool own;           /* said by the module that makes the service */
    const char *path;
    uint32_t line;
};

/* A module that a command runs as a program. */
struct launch {
    uint32_t module;
    uint8_t place;
    bool aside;
};

struct deploy {
    struct web *web;
    VEC(struct claim) claims;
    VEC(struct launch) launches;
};

/* Where a name is looked up from: the file that has it and the folders it speaks of. */
struct vantage {
    const char *path;
    const struct command_file *file; /* NULL for code */
    uint32_t block;
};

/* ---- targets.c ---- */

/* How well a folder of the project fits as the one that a file's commands run in; higher is better. *near: the file stands in
 * it, or speaks of it. */
int vantage_score(const struct vantage *self, struct span folder, bool *near);
/* The modules that a dotted name or a path (without .py) can mean, the best first; at most `limit` of them. */
uint32_t target_modules(struct web *web, const struct vantage *vantage, struct span name, uint32_t *modules,
                        uint32_t limit);

struct found_services {
    uint32_t services[8];
    uint32_t count;
    bool bridged; /* through WsgiToAsgi */
};
/* The services that an attribute of a module is, or that calling it gives; without attribute the usual names. */
void target_services(struct web *web, uint32_t module, struct span attribute, struct found_services *out);
/* Those that an expression is. */
void target_expr(struct web *web, uint32_t module, uint32_t expr, struct found_services *out);
/* The only one that a module makes, if it makes one. */
void target_only(struct web *web, uint32_t module, struct found_services *out);
/* The services that a command names: "shop.main:app", "shop.main:create_app()", "shop.wsgi", "src/app.py". */
void target_named(struct web *web, const struct vantage *vantage, struct span target, struct found_services *out);
/* The Django service whose settings a module of its project (asgi.py) uses; WEB_NONE. */
uint32_t target_django(struct web *web, uint32_t module);
/* The Django service whose manage.py is meant; `path` as it is written: "backend/manage.py". */
uint32_t target_manage(struct web *web, const struct vantage *vantage, struct span path);

/* ---- launch.c ---- */
void launch_find(struct deploy *self);

/* ---- deploy.c ---- */
void deploy_claim(struct deploy *self, const struct found_services *found, const struct claim *claim);
const char *deploy_gunicorn(struct span worker, uint8_t *interface);

#endif
