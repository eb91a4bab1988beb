/* What runs before the handlers: before_request, middleware. */
#include "web/declare.h"

struct hooking {
    struct web *web;
    uint32_t guard;
};

static void hook_on(void *context, uint32_t node, bool bridged) {
    struct hooking *h = context;
    (void)bridged;
    vec_push(&h->web->hooks, ((struct web_hook){node, h->guard}));
}

static void add_hook(struct web *self, uint8_t level, uint8_t kind, uint32_t module, uint32_t place, uint32_t object,
                     const char *name) {
    const struct facts_expr *e = &facts_of(self, module)->exprs[place];
    struct hooking h = {self, self->guards.len};
    vec_push(&self->guards, ((struct web_guard){level, kind, name, module, e->start, e->end}));
    nodes_of(self, module, object, hook_on, &h);
}

struct hook_handler {
    struct registering *registering;
    uint32_t object;
};

static void hook_handler(void *context, uint32_t def, const char *methods, uint32_t owner) {
    struct hook_handler *h = context;
    struct registering *r = h->registering;
    uint8_t kind = guard_kind_of_def(r->web, def);
    (void)methods;
    (void)owner;
    if (kind == KIND_GUARDS_AUTHENTICATION || kind == KIND_GUARDS_AUTHORISATION) {
        bool middleware = r->trait.kind == KIND_MIDDLEWARE;
        add_hook(r->web, middleware ? LEVEL_MIDDLEWARE : LEVEL_HOOK, kind, r->module, r->place, h->object,
                 program_string(r->web->program, program_def_name(r->web->program, def)));
    }
}

/* before_request(check) and @app.middleware("http") */
void declare_hook(struct registering *r) {
    struct web *self = r->web;
    struct hook_handler h = {r, registering_object(facts_of(self, r->module), r->place)};
    const char *name = program_string(self->program, program_def_name(self->program, r->method));
    if (h.object == PROGRAM_NONE || !r->bound || (r->trait.kind == KIND_HOOK && strncmp(name, "before_", 7) != 0)) {
        return;
    }
    uint32_t value = r->trait.arg == INTERN_NONE || r->call == PROGRAM_NONE
                         ? PROGRAM_NONE
                         : program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.arg);
    if (value != PROGRAM_NONE) {
        handlers_of(self, r->module, value, hook_handler, &h);
    } else if (r->decorated != PROGRAM_NONE) {
        hook_handler(&h, r->decorated, NULL, PROGRAM_NONE);
    }
}

/* app.add_middleware(AuthMiddleware, …) */
void declare_middleware(void *context, uint32_t module, uint32_t call) {
    struct web *self = context;
    const struct facts *facts = facts_of(self, module);
    uint32_t count, object = registering_object(facts, call);
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (!is_judged_module(self, module) || object == PROGRAM_NONE || !count) {
        return;
    }
    uint8_t kind = guard_kind(self, module, list[1]);
    if (kind == KIND_GUARDS_AUTHENTICATION || kind == KIND_GUARDS_AUTHORISATION) {
        add_hook(self, LEVEL_MIDDLEWARE, kind, module, call, object, written(self, module, list[1]));
    }
}
