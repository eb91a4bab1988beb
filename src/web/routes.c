/* Routes as they are registered: methods, paths, handlers. */
#include "web/declare.h"

#define LIMIT_CALL_DISTANCE 80u /* expressions between a call and the call of its result */

static const char *join_methods(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count = 0;
    const uint32_t *list =
        e->kind == EXPR_LIST || e->kind == EXPR_TUPLE || e->kind == EXPR_SET ? facts_list(facts, e->b, &count) : NULL;
    struct buffer text = {0};
    if (!list) {
        return text_of(self, module, expr);
    }
    for (uint32_t i = 0; i < count; i++) {
        const char *one = text_of(self, module, list[i]);
        if (!one && facts->exprs[list[i]].kind == EXPR_ATTRIBUTE) { /* HTTPMethod.GET */
            struct span name = facts_text(facts, facts->exprs[list[i]].b);
            one = arena_strndup(&self->arena, name.data, name.len);
        }
        if (one) {
            buffer_printf(&text, "%s%s", text.len ? ", " : "", one);
        }
    }
    const char *joined = text.len ? arena_strndup(&self->arena, text.data, text.len) : NULL;
    buffer_free(&text);
    return joined;
}

struct display {
    struct web *web;
    const char *methods;
};

static void visit_methods(void *context, uint32_t module, uint32_t expr) {
    struct display *d = context;
    d->methods = d->methods ? d->methods : join_methods(d->web, module, expr);
}

static const char *upper(struct web *self, const char *text) {
    char *copy = arena_strdup(&self->arena, text);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    return copy;
}

const char *methods_listed(struct web *self, uint32_t module, uint32_t expr) {
    struct display d = {self, NULL};
    program_origins_in(self->program, self->frame, module, expr, visit_methods, &d);
    return d.methods ? upper(self, d.methods) : NULL;
}

static const char *methods_of(struct registering *r) {
    struct web *self = r->web;
    if (r->trait.kind == KIND_WEBSOCKET) {
        return "WS";
    }
    if (r->trait.methods == INTERN_NONE) {
        return NULL;
    }
    if (program_param_index(self->program, r->method, r->trait.methods) == PROGRAM_NONE) {
        return program_string(self->program, r->trait.methods);
    }
    uint32_t value = r->call == PROGRAM_NONE
                         ? PROGRAM_NONE
                         : program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.methods);
    if (value != PROGRAM_NONE) {
        const char *listed = methods_listed(self, r->module, value);
        return listed ? listed : "*";
    }
    return "GET";
}

static uint32_t response_of(const struct registering *r) {
    uint32_t model =
        r->call == PROGRAM_NONE ? PROGRAM_NONE : keyword_argument(r->web, r->module, r->call, "response_model");
    return model == PROGRAM_NONE && r->call != PROGRAM_NONE ? keyword_argument(r->web, r->module, r->call, "response")
                                                            : model;
}

static void declare_handler(void *context, uint32_t def, const char *methods, uint32_t owner) {
    struct registering *r = context;
    struct web *self = r->web;
    struct web_declared d = {.node = r->node,
                             .module = r->module,
                             .expr = r->place,
                             .path = r->path ? r->path : "",
                             .methods = methods      ? methods
                                        : r->methods ? r->methods
                                                     : "*",
                             .handler = def,
                             .runs = r->trait.runs,
                             .owner = owner,
                             .is_open = r->is_open,
                             .registrar = r->method,
                             .family = services_family(program_dotted(self->program, r->method)),
                             .first_guard = r->first_guard,
                             .guard_count = self->guards.len - r->first_guard,
                             .websocket = r->trait.kind == KIND_WEBSOCKET,
                             .response = response_of(r)};
    bool served = d.node != WEB_NONE || d.family; /* a handler of a bare websocket server is no route */
    if (served && self->declared.len < LIMIT_ROUTES) {
        vec_push(&self->declared, d);
    }
}

/* app.get("/orders")(list_orders): what the decorator is given where it is not written as one. */
static uint32_t given_to_result(struct web *self, uint32_t module, uint32_t call) {
    const struct facts *facts = facts_of(self, module);
    for (uint32_t e = call + 1; e < facts->expr_count && e < call + LIMIT_CALL_DISTANCE; e++) {
        if (facts->exprs[e].kind == EXPR_CALL && facts->exprs[e].a == call) {
            uint32_t count;
            const uint32_t *list = facts_list(facts, facts->exprs[e].b, &count);
            return count && list[0] == FACTS_ARG_POSITIONAL ? list[1] : PROGRAM_NONE;
        }
    }
    return PROGRAM_NONE;
}

static void declare_one_path(struct registering *r) {
    struct web *self = r->web;
    uint32_t value = PROGRAM_NONE;
    if (r->trait.arg == INTERN_NONE && r->decorated == PROGRAM_NONE && r->call != PROGRAM_NONE) {
        value = given_to_result(self, r->module, r->call);
    }
    if (r->trait.arg != INTERN_NONE && r->call != PROGRAM_NONE) {
        value = program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.arg);
    }
    if (value != PROGRAM_NONE) {
        handlers_of(self, r->module, value, declare_handler, r);
    } else if (r->decorated != PROGRAM_NONE) {
        const struct facts_scope *scope = program_def_scope(self->program, r->decorated);
        if (scope->kind == SCOPE_CLASS) {
            handlers_of_class(self, r->decorated, declare_handler, r);
        } else {
            declare_handler(r, r->decorated, NULL, PROGRAM_NONE);
        }
    }
}

/* `*urls` handed on: the positional arguments of the call that is followed, one path each; also after
 * `urls = [scoped(url) for url in urls]`. */
struct spread {
    struct registering *registering;
    uint32_t module;
};

static void declare_text(struct registering *r, const char *path) {
    r->path = path ? path : "{…}";
    declare_one_path(r);
}

/* One path: `element` of `comprehension`, a comprehension over what is handed on, or the value itself. */
static void spread_one(struct spread *s, uint32_t comprehension, uint32_t module, uint32_t value,
                       const struct program_frame *outer) {
    struct web *self = s->registering->web;
    const struct program_frame *before = self->frame;
    if (comprehension == PROGRAM_NONE) {
        self->frame = outer;
        const char *text = text_of(self, module, value);
        self->frame = before;
        declare_text(s->registering, text);
        return;
    }
    const struct facts *facts = facts_of(self, s->module);
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[comprehension].b, &count);
    const struct facts_expr *target = count > 3 ? &facts->exprs[list[3]] : NULL;
    if (target && target->kind == EXPR_NAME) {
        struct program_frame frame = {.outer = outer,
                                      .def = PROGRAM_NONE,
                                      .module = module,
                                      .call = value,
                                      .symbol_module = s->module,
                                      .symbol = target->b};
        self->frame = &frame;
        const char *text = text_of(self, s->module, list[0]);
        self->frame = before;
        declare_text(s->registering, text);
    }
}

static void spread_paths(struct spread *s, uint32_t module, uint32_t expr, uint32_t comprehension, uint32_t depth) {
    struct web *self = s->registering->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    const struct program_frame *frame = self->frame;
    uint32_t count, position,
        param = frame && frame->def != PROGRAM_NONE ? program_param_named(self->program, frame->def, module, expr)
                                                    : PROGRAM_NONE;
    const struct facts_binding *b = e->kind == EXPR_NAME ? program_single_binding(self->program, module, expr) : NULL;
    if (depth > 4) {
        return;
    }
    if (b && b->kind == BIND_ASSIGN && b->value != FACTS_NONE) {
        spread_paths(s, module, b->value, comprehension, depth + 1);
    } else if (e->kind == EXPR_COMP && comprehension == PROGRAM_NONE) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        if (count > 2) {
            spread_paths(s, module, list[2], expr, depth + 1);
        }
    } else if (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        for (uint32_t i = 0; i < count; i++) {
            spread_one(s, comprehension, module, list[i], frame);
        }
    } else if (param != PROGRAM_NONE) {
        const struct facts *caller = facts_of(self, frame->module);
        const uint32_t *list = facts_list(caller, caller->exprs[frame->call].b, &count);
        position = frame->bound ? 1 : 0;
        for (uint32_t i = 0; i + 1 < count; i += 2) {
            if (list[i] == FACTS_ARG_POSITIONAL && position++ >= param) {
                spread_one(s, comprehension, frame->module, list[i + 1], frame->outer);
            }
        }
    }
}

/* A star parameter takes every positional argument from its place on: `add_resource(Users, "/users", "/people")`. */
static void declare_paths(struct registering *r) {
    struct web *self = r->web;
    uint32_t index = r->trait.path == INTERN_NONE || r->call == PROGRAM_NONE
                         ? PROGRAM_NONE
                         : program_param_index(self->program, r->method, r->trait.path);
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, r->method));
    if (index == PROGRAM_NONE) {
        declare_one_path(r);
        return;
    }
    if (m->facts.params[program_def_scope(self->program, r->method)->first_param + index].kind != PARAM_STAR) {
        uint32_t value = program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.path);
        r->path = value == PROGRAM_NONE ? "" : text_of(self, r->module, value);
        r->path = r->path ? r->path : "{…}";
        declare_one_path(r);
        return;
    }
    const struct facts *facts = facts_of(self, r->module);
    uint32_t count, position = r->bound ? 1 : 0;
    const uint32_t *list = facts_list(facts, facts->exprs[r->call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] == FACTS_ARG_STAR) {
            struct spread s = {r, r->module};
            spread_paths(&s, r->module, list[i + 1], PROGRAM_NONE, 0);
        } else if (list[i] == FACTS_ARG_POSITIONAL && position++ >= index) {
            r->path = text_of(self, r->module, list[i + 1]);
            r->path = r->path ? r->path : "{…}";
            declare_one_path(r);
        }
    }
}

/* The object a method is called on. */
uint32_t registering_object(const struct facts *facts, uint32_t place) {
    const struct facts_expr *e = &facts->exprs[place];
    e = e->kind == EXPR_CALL ? &facts->exprs[e->a] : e;
    return e->kind == EXPR_ATTRIBUTE ? e->a : PROGRAM_NONE;
}

struct collected {
    VEC(uint32_t) nodes;
};

static void collect_node(void *context, uint32_t node, bool bridged) {
    struct collected *c = context;
    (void)bridged;
    vec_push(&c->nodes, node);
}

/* Dependencies and wrappers given where the route is registered follow one another in the list of guards. */
static void declare_on(struct registering *r, uint32_t node) {
    struct web *self = r->web;
    r->node = node;
    r->first_guard = self->guards.len;
    uint32_t dependencies =
        r->call == PROGRAM_NONE ? PROGRAM_NONE : keyword_argument(self, r->module, r->call, "dependencies");
    if (dependencies != PROGRAM_NONE) {
        guards_of_list(self, LEVEL_DECORATOR, r->module, dependencies);
    }
    uint32_t auth = r->call == PROGRAM_NONE ? PROGRAM_NONE : keyword_argument(self, r->module, r->call, "auth");
    if (auth != PROGRAM_NONE) { /* of Django Ninja, in place of the router's */
        r->is_open = true;
        guards_of_list(self, LEVEL_DECORATOR, r->module, auth);
    }
    declare_paths(r);
}

void declare_route(struct registering *r) {
    struct web *self = r->web;
    struct collected on = {0};
    uint32_t object = r->handed  ? facts_of(self, r->module)->exprs[r->handed].a
                      : r->bound ? registering_object(facts_of(self, r->module), r->place)
                                 : PROGRAM_NONE;
    if (object != PROGRAM_NONE) {
        nodes_of(self, r->module, object, collect_node, &on);
    }
    r->methods = methods_of(r);
    for (uint32_t i = 0; i < on.nodes.len; i++) {
        declare_on(r, on.nodes.data[i]);
    }
    if (!on.nodes.len) {
        declare_on(r, WEB_NONE);
    }
    vec_free(&on.nodes);
}
