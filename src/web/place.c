/* From routes as they are declared to routes as they are served: every way from a router up to an application gives a path
 * and the guards met on it. */
#include <stdlib.h>

#include "base/hash.h"
#include "web/internal.h"

const char *path_join(struct web *self, const char *a, const char *b) {
    size_t length = strlen(a);
    while (length && a[length - 1] == '/') {
        length--;
    }
    const char *slash = *b && *b != '/' && length ? "/" : "";
    return arena_printf(&self->arena, "%.*s%s%s", (int)length, a, slash, b);
}

struct placing {
    struct web *web;
    const struct web_declared *declared;
    uint32_t chain[LIMIT_MOUNTS]; /* edges, from the router that has the route upwards */
    uint32_t depth, service;
    bool cut; /* there are routers above the last one of the chain */
    struct map *seen;
};

static void copy_guards(struct web *self, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        struct web_guard guard = self->guards.data[i];
        vec_push(&self->guards, guard);
    }
}

static void copy_hooks(struct web *self, uint32_t node) {
    for (uint32_t i = 0; i < self->hooks.len; i++) {
        if (self->hooks.data[i].node == node) {
            copy_guards(self, self->hooks.data[i].guard, 1);
        }
    }
}

static void node_guards(struct web *self, uint32_t node) {
    if (node != WEB_NONE) {
        copy_hooks(self, node);
        copy_guards(self, self->nodes.data[node].first_guard, self->nodes.data[node].guard_count);
    }
}

static bool is_new(struct placing *p, uint32_t service, const char *path) {
    const struct web_declared *d = p->declared;
    uint64_t key = hash_bytes(path, strlen(path)) ^ hash_bytes(d->methods, strlen(d->methods)) * 31 ^
                   map_pair(service, d->handler) * 131;
    uint32_t *slot = map_at(p->seen, key);
    bool fresh = *slot == MAP_NONE;
    *slot = 1;
    return fresh;
}

static void place_one(struct placing *p) {
    struct web *self = p->web;
    const struct web_declared *d = p->declared;
    const char *path = d->path;
    uint32_t node = d->node;
    for (uint32_t i = 0; i < p->depth; i++) {
        const struct web_edge *edge = &self->edges.data[p->chain[i]];
        if (!(edge->override && edge->path)) {
            path = path_join(self, self->nodes.data[edge->child].prefix, path);
        }
        path = edge->path ? path_join(self, edge->path, path) : path;
        node = edge->parent;
    }
    path = node == WEB_NONE ? path : path_join(self, self->nodes.data[node].prefix, path);
    path = p->cut ? path_join(self, "{…}", path) : *path ? path : "/";
    if (self->routes.len >= LIMIT_ROUTES || !is_new(p, p->service, path)) {
        return;
    }
    const struct facts_expr *e = &facts_of(self, d->module)->exprs[d->expr];
    const struct facts_scope *scope = program_def_scope(self->program, d->handler);
    struct web_route route = {.service = p->service,
                              .path = path,
                              .methods = d->methods,
                              .handler = d->handler,
                              .async = (scope->flags & SCOPE_ASYNC) != 0,
                              .runs = d->runs,
                              .is_django = d->is_django,
                              .module = d->module,
                              .start = e->start,
                              .end = e->end};
    route.way = self->ways.len;
    struct web_way way = {(uint32_t)(d - self->declared.data), node, self->way_edges.len, p->depth};
    for (uint32_t i = 0; i < p->depth; i++) {
        vec_push(&self->way_edges, p->chain[i]);
    }
    vec_push(&self->ways, way);
    vec_push(&self->routes, route);
}

static void describe(struct web *self, struct web_route *route) {
    struct web_way way = self->ways.data[route->way];
    const struct web_declared d = self->declared.data[way.declared];
    const struct facts_scope *scope = program_def_scope(self->program, d.handler);
    route->first_guard = self->guards.len;
    if (!d.is_open) {
        node_guards(self, way.top);
    }
    for (uint32_t i = d.is_open ? 0 : way.edge_count; i-- > 0;) {
        uint32_t edge = self->way_edges.data[way.first_edge + i];
        copy_guards(self, self->edges.data[edge].first_guard, self->edges.data[edge].guard_count);
        node_guards(self, self->edges.data[edge].child);
    }
    copy_guards(self, d.first_guard, d.guard_count);
    guards_of_handler(self, &d);
    route->guard_count = self->guards.len - route->first_guard;
    route->first_input = self->inputs.len;
    inputs_of(self, d.handler, route->path);
    route->input_count = self->inputs.len - route->first_input;
    if (d.response != PROGRAM_NONE) {
        route->response = written(self, d.module, d.response);
    } else if (scope->kind == SCOPE_FUNCTION && scope->returns != FACTS_NONE) {
        route->response = written(self, program_def_module(self->program, d.handler), scope->returns);
    }
}

void web_describe(struct web *self) {
    for (uint32_t i = 0; !self->described && i < self->routes.len; i++) {
        describe(self, &self->routes.data[i]);
    }
    self->described = true;
}

static void climb(struct placing *p, uint32_t node) {
    struct web *self = p->web;
    bool placed = false;
    uint32_t before = p->service;
    if (node != WEB_NONE && p->service == WEB_NONE && self->nodes.data[node].is_app) {
        p->service = self->nodes.data[node].service;
    }
    for (uint32_t e = node == WEB_NONE ? 0 : self->nodes.data[node].first_edge; e && p->depth < LIMIT_MOUNTS;
         e = self->edges.data[e].next) {
        bool round = false;
        for (uint32_t i = 0; i < p->depth; i++) {
            round |= self->edges.data[p->chain[i]].parent == self->edges.data[e].parent;
        }
        if (!round) {
            p->chain[p->depth++] = e;
            climb(p, self->edges.data[e].parent);
            p->depth--;
            placed = true;
        }
    }
    if (!placed) {
        p->cut = p->depth == LIMIT_MOUNTS && self->nodes.data[node].first_edge;
        place_one(p);
    }
    p->service = before;
}

/* ---- order, and what no application was seen to include ---- */

/* The services whose framework can hold a route that was found on no application: the one there is, or the nearest by
 * folder. */
static uint32_t nearest_service(struct web *self, uint32_t module, uint8_t family) {
    const char *path = program_module_at(self->program, module)->path;
    uint32_t best = WEB_NONE, judged = 0;
    size_t length = 0;
    for (uint32_t s = 0; s < self->services.len; s++) {
        const struct web_service *service = &self->services.data[s];
        size_t folder = strlen(service->folder);
        if (!service->judged || service->parent != WEB_NONE || services_family(service->framework) != family) {
            continue;
        }
        judged++;
        bool below = strncmp(path, service->folder, folder) == 0 && (!folder || path[folder] == '/');
        if (below && (best == WEB_NONE || folder > length)) {
            best = s;
            length = folder;
        }
    }
    for (uint32_t s = 0; judged == 1 && best == WEB_NONE && s < self->services.len; s++) {
        best = self->services.data[s].judged && services_family(self->services.data[s].framework) == family ? s : best;
    }
    return best;
}

static int by_service(const void *a, const void *b) {
    const struct web_route *x = a, *y = b;
    if (x->service != y->service) {
        return x->service < y->service ? -1 : 1;
    }
    int order = strcmp(x->path, y->path);
    order = order ? order : strcmp(x->methods, y->methods);
    return order ? order : (x->handler > y->handler) - (x->handler < y->handler);
}

static void note_mounts(struct web *self) {
    for (uint32_t n = 0; n < self->nodes.len; n++) {
        const struct web_node *node = &self->nodes.data[n];
        for (uint32_t e = node->is_app && node->service != WEB_NONE ? node->first_edge : 0; e;
             e = self->edges.data[e].next) {
            const struct web_edge *edge = &self->edges.data[e];
            const struct web_node *parent = &self->nodes.data[edge->parent];
            struct web_service *service = &self->services.data[node->service];
            if (parent->is_app && parent->service != WEB_NONE && parent->service != node->service) {
                service->parent = parent->service;
                service->mount = edge->path && *edge->path ? edge->path : "/";
                service->bridged = edge->bridged;
            }
        }
    }
}

void place_routes(struct web *self) {
    struct map seen = {0};
    note_mounts(self);
    for (uint32_t i = 0; i < self->declared.len; i++) {
        struct web_declared *d = &self->declared.data[i];
        if (d->node == WEB_NONE) {
            uint32_t owner = map_get(&self->owners, map_pair(d->module, d->expr));
            d->node = owner == MAP_NONE ? WEB_NONE : owner;
        }
        struct placing p = {.web = self, .declared = d, .service = WEB_NONE, .seen = &seen};
        climb(&p, d->node);
    }
    map_free(&seen);
    for (uint32_t i = 0; i < self->routes.len; i++) {
        struct web_route *route = &self->routes.data[i];
        route->guessed = route->service == WEB_NONE;
        if (route->guessed) {
            route->service =
                nearest_service(self, route->module, self->declared.data[self->ways.data[route->way].declared].family);
        }
    }
    if (self->routes.len) {
        qsort(self->routes.data, self->routes.len, sizeof *self->routes.data, by_service);
    }
    for (uint32_t i = self->routes.len; i-- > 0;) {
        uint32_t s = self->routes.data[i].service;
        if (s != WEB_NONE) {
            self->services.data[s].first_route = i;
            self->services.data[s].route_count++;
        }
    }
}
