#include "web/internal.h"

const char *web_level_name(enum web_level level) {
    static const char *const names[] = {"default", "middleware", "app",       "before_request", "router",
                                        "urls",    "class",      "decorator", "dependency",     "body"};
    return names[level];
}

/* A view takes the request first, after self; that of REST framework is of its own class. */
static void assume_request(struct web *self, const struct web_route *route) {
    uint32_t module = program_def_module(self->program, route->handler),
             owner = self->declared.data[self->ways.data[route->way].declared].owner;
    const struct program_module *m = program_module_at(self->program, module);
    const struct facts_scope *scope = program_def_scope(self->program, route->handler);
    bool method = m->facts.scopes[scope->parent].kind == SCOPE_CLASS,
         rest = owner != PROGRAM_NONE && class_is_rest(self, owner);
    uint32_t count;
    const uint32_t *list = facts_list(&m->facts, scope->decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        rest |= span_is(facts_decorator_name(&m->facts, list[i]), "api_view");
    }
    program_assume_param(self->program, route->handler, method ? 1 : 0, rest ? "rest_framework.request" : "django.http",
                         rest ? "Request" : "HttpRequest");
}

/* What Django calls is known from its URLs alone; and some of what others call, from how routers are handed about. */
static void add_entries(struct web *self) {
    uint32_t path = program_library_def(self->program, "django.urls", "path");
    struct map known = {0};
    for (uint32_t e = 0; e < flow_entry_count(self->flow); e++) {
        map_set(&known, flow_entry_at(self->flow, e)->def, 1);
    }
    for (uint32_t i = 0; i < self->routes.len; i++) {
        const struct web_route *route = &self->routes.data[i];
        const struct web_declared *d = &self->declared.data[self->ways.data[route->way].declared];
        uint32_t registrar = route->is_django ? path : d->registrar;
        if (registrar == PROGRAM_NONE || program_def_scope(self->program, route->handler)->kind != SCOPE_FUNCTION ||
            (!route->is_django && map_get(&known, route->handler) != MAP_NONE)) {
            continue;
        }
        struct flow_entry entry = {
            .def = route->handler,
            .kind = d->websocket ? KIND_WEBSOCKET : KIND_ROUTE,
            .runs = route->runs,
            .module = route->module,
            .expr = PROGRAM_NONE,
            .registrar = registrar,
            .path = program_intern(self->program, route->path),
            .methods = *route->methods == '*' ? INTERN_NONE : program_intern(self->program, route->methods)};
        flow_add_entry(self->flow, &entry);
        if (route->is_django) {
            assume_request(self, route);
        }
    }
    map_free(&known);
}

/* The entry points that the flow found itself, by the full paths of their first routes. */
static void place_entries(struct web *self) {
    struct map first = {0};
    for (uint32_t i = self->routes.len; i-- > 0;) {
        const struct web_declared *d = &self->declared.data[self->ways.data[self->routes.data[i].way].declared];
        map_set(&first, map_pair(d->module, d->expr), i);
    }
    for (uint32_t e = 0; e < flow_entry_count(self->flow); e++) {
        const struct flow_entry *entry = flow_entry_at(self->flow, e);
        uint32_t route = entry->expr == PROGRAM_NONE ? MAP_NONE : map_get(&first, map_pair(entry->module, entry->expr));
        if (route != MAP_NONE && entry->path != INTERN_NONE &&
            (entry->kind == KIND_ROUTE || entry->kind == KIND_WEBSOCKET)) {
            flow_place_entry(self->flow, e, program_intern(self->program, self->routes.data[route].path));
        }
    }
    map_free(&first);
}

struct web *web_new(struct program *program, struct flow *flow) {
    struct web *self = mem_calloc(1, sizeof *self);
    self->program = program;
    self->flow = flow;
    self->rest_default = WEB_NONE;
    vec_push(&self->edges, (struct web_edge){0});
    declare_all(self);
    appbuilder_find(self);
    services_find(self);
    django_find(self);
    services_name(self);
    place_routes(self);
    place_entries(self);
    add_entries(self);
    return self;
}

void web_free(struct web *self) {
    if (!self) {
        return;
    }
    vec_free(&self->services);
    vec_free(&self->routes);
    vec_free(&self->guards);
    vec_free(&self->inputs);
    vec_free(&self->nodes);
    vec_free(&self->edges);
    vec_free(&self->declared);
    vec_free(&self->hooks);
    vec_free(&self->ways);
    vec_free(&self->way_edges);
    map_free(&self->node_by_place);
    map_free(&self->owners);
    map_free(&self->own_loops);
    map_free(&self->guard_kinds);
    arena_release(&self->arena);
    mem_free(self);
}

/* ---- what routes reach ---- */

void web_reach(struct web *self) {
    struct flow_work *work = flow_work(self->flow);
    for (uint32_t i = 0; i < self->routes.len; i++) {
        uint32_t function = flow_function_of(self->flow, self->routes.data[i].handler);
        if (function != FLOW_NONE) {
            self->routes.data[i].work = work[function];
        }
    }
    mem_free(work);
}

uint32_t web_service_count(const struct web *self) { return self->services.len; }
struct web_service *web_service_at(struct web *self, uint32_t service) {
    return &self->services.data[service];
}
uint32_t web_route_count(const struct web *self) { return self->routes.len; }
const struct web_route *web_route_at(const struct web *self, uint32_t route) { return &self->routes.data[route]; }
const struct web_guard *web_guard_at(const struct web *self, uint32_t guard) { return &self->guards.data[guard]; }
const struct web_input *web_input_at(const struct web *self, uint32_t input) { return &self->inputs.data[input]; }
