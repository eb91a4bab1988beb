/* What the files for Django share: settings (django.c), urlpatterns (django_urls.c), viewsets and routers of REST framework
 * (django_rest.c). Django's names are told by how they are written: urlpatterns are data, which nothing types. */
#ifndef LP_WEB_DJANGO_H
#define LP_WEB_DJANGO_H

#include "web/internal.h"

#define LIMIT_INCLUDES 24u /* urlpatterns in urlpatterns */

/* One way down through urlpatterns. */
struct django_urls {
    struct web *web;
    uint32_t node;      /* stands for the service */
    const char *prefix; /* without a leading slash */
    uint32_t depth;
    bool websocket;
    struct map *seen; /* patterns on the way down, against cycles: (module, expr) */
};

/* Declares a route of Django; methods "*" when nothing says. */
void django_declare(struct django_urls *u, uint32_t module, uint32_t expr, const char *path, const char *methods,
                    uint32_t handler, uint32_t first_guard);
/* The same for a view of a class, which may inherit the handler or have none of its own. */
void django_declare_class(struct django_urls *u, uint32_t module, uint32_t expr, const char *path, const char *methods,
                          uint32_t handler, uint32_t first_guard, uint32_t owner);
/* The urlpatterns of a module, or those that an expression gives, below the prefix. */
void django_patterns_of_module(struct django_urls *u, uint32_t module, const char *name);
void django_patterns(struct django_urls *u, uint32_t module, uint32_t expr);
/* The project's module of a dotted name as seen from another one; PROGRAM_NONE. */
uint32_t django_module(struct web *self, uint32_t from, struct span dotted);

/* The routes of a router of REST framework, when the expression is one: true. */
bool django_router(struct django_urls *u, uint32_t module, uint32_t expr);
/* The routes of a view by class, registered at `place` with the call of as_view (PROGRAM_NONE when there is none):
 * `ViewSet.as_view({"get": "list"})`, methods named as verbs, generic views. */
void django_view_class(struct django_urls *u, uint32_t module, uint32_t place, uint32_t call, uint32_t class_def,
                       const char *path, uint32_t first_guard);

#endif
