#include "web/internal.h"

const char *web_level_name(enum web_level level) {
    static const char *const names[] = {"default",    "middleware", "app",       "before_request", "router",
                                        "urls",       "class",      "decorator", "dependency",     "body"};
    return names[level];
}

struct web *web_new(struct program *program, struct flow *flow) {
    struct web *self = mem_calloc(1, sizeof *self);
    self->program = program;
    self->flow = flow;
    vec_push(&self->edges, (struct web_edge){0});
    declare_all(self);
    services_find(self);
    place_routes(self);
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
    map_free(&self->node_by_place);
    map_free(&self->owners);
    map_free(&self->own_loops);
    map_free(&self->guard_kinds);
    arena_release(&self->arena);
    mem_free(self);
}

/* ---- what routes reach ---- */

static uint8_t reaches(const struct web *self, uint32_t def) {
    uint32_t function = flow_function_of(self->flow, def);
    if (function == FLOW_NONE) {
        return 0;
    }
    const struct flow_function *f = flow_function_at(self->flow, function);
    return f->reach[EFFECT_BLOCK].distance != FLOW_FAR ? REACH_BLOCK : 0;
}

void web_reach(struct web *self) {
    for (uint32_t i = 0; i < self->routes.len; i++) {
        self->routes.data[i].reaches = reaches(self, self->routes.data[i].handler);
    }
}

uint32_t web_service_count(const struct web *self) { return self->services.len; }
struct web_service *web_service_at(struct web *self, uint32_t service) { return &self->services.data[service]; }
uint32_t web_route_count(const struct web *self) { return self->routes.len; }
const struct web_route *web_route_at(const struct web *self, uint32_t route) { return &self->routes.data[route]; }
const struct web_guard *web_guard_at(const struct web *self, uint32_t guard) { return &self->guards.data[guard]; }
const struct web_input *web_input_at(const struct web *self, uint32_t input) { return &self->inputs.data[input]; }
