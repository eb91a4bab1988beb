/* Every registration in the project: routes, mounts, hooks. */
#include "web/django.h"

#define LIMIT_WRITTEN 80u /* bytes shown of an expression */

uint32_t keyword_argument(struct web *self, uint32_t module, uint32_t call, const char *name) {
    const struct facts *facts = facts_of(self, module);
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] < FACTS_ARG_DOUBLE_STAR && span_is(facts_text(facts, list[i]), name)) {
            return list[i + 1];
        }
    }
    return PROGRAM_NONE;
}

const char *text_of(struct web *self, uint32_t module, uint32_t expr) {
    struct buffer text = {0};
    bool known = program_text_in(self->program, self->frame, module, expr, &text);
    const char *copy = known ? arena_strndup(&self->arena, text.len ? text.data : "", text.len) : NULL;
    buffer_free(&text);
    return copy;
}

static void write_expr(struct web *self, uint32_t module, uint32_t expr, struct buffer *out) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    const uint32_t *list;
    struct span text;
    if (out->len > LIMIT_WRITTEN) {
        return;
    }
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_NUMBER:
        text = facts_text(facts, e->a);
        buffer_add(out, text.data, text.len);
        break;
    case EXPR_STRING:
        text = facts_text(facts, e->a);
        if (!(e->flags & EXPR_FLAG_ANNOTATION)) {
            buffer_printf(out, "\"%.*s\"", (int)text.len, text.data);
        } else {
            buffer_add(out, text.data, text.len);
        }
        break;
    case EXPR_NONE: buffer_puts(out, "None"); break;
    case EXPR_TRUE: buffer_puts(out, "True"); break;
    case EXPR_FALSE: buffer_puts(out, "False"); break;
    case EXPR_ATTRIBUTE:
        write_expr(self, module, e->a, out);
        text = facts_text(facts, e->b);
        buffer_printf(out, ".%.*s", (int)text.len, text.data);
        break;
    case EXPR_CALL:
        write_expr(self, module, e->a, out);
        list = facts_list(facts, e->b, &count);
        buffer_puts(out, "(");
        for (uint32_t i = 0; i + 1 < count; i += 2) {
            buffer_puts(out, i ? ", " : "");
            if (list[i] < FACTS_ARG_DOUBLE_STAR) {
                text = facts_text(facts, list[i]);
                buffer_printf(out, "%.*s=", (int)text.len, text.data);
            }
            write_expr(self, module, list[i + 1], out);
        }
        buffer_puts(out, ")");
        break;
    case EXPR_SUBSCRIPT:
        write_expr(self, module, e->a, out);
        buffer_puts(out, "[");
        write_expr(self, module, e->b, out);
        buffer_puts(out, "]");
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
        list = facts_list(facts, e->b, &count);
        buffer_puts(out, e->kind == EXPR_LIST ? "[" : "");
        for (uint32_t i = 0; i < count; i++) {
            buffer_puts(out, i ? ", " : "");
            write_expr(self, module, list[i], out);
        }
        buffer_puts(out, e->kind == EXPR_LIST ? "]" : "");
        break;
    case EXPR_BINARY:
        write_expr(self, module, e->a, out);
        buffer_puts(out, e->op == OP_BITOR ? " | " : e->op == OP_BITAND ? " & " : " … ");
        write_expr(self, module, e->b, out);
        break;
    default: buffer_puts(out, "…"); break;
    }
}

const char *written(struct web *self, uint32_t module, uint32_t expr) {
    struct buffer out = {0};
    write_expr(self, module, expr, &out);
    const char *text = out.len > LIMIT_WRITTEN ? arena_printf(&self->arena, "%.*s…", (int)LIMIT_WRITTEN, out.data)
                                               : arena_strndup(&self->arena, out.len ? out.data : "", out.len);
    buffer_free(&out);
    return text;
}

/* ---- routes ---- */

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
    for (uint32_t e = call + 1; e < facts->expr_count && e < call + LIMIT_WRITTEN; e++) {
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
static uint32_t object_of(const struct facts *facts, uint32_t place) {
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

static void declare_route(struct registering *r) {
    struct web *self = r->web;
    struct collected on = {0};
    uint32_t object = r->handed  ? facts_of(self, r->module)->exprs[r->handed].a
                      : r->bound ? object_of(facts_of(self, r->module), r->place)
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

/* ---- mounts ---- */

struct mounting {
    struct web *web;
    struct web_edge edge;
    uint32_t module, child; /* the expression of what is mounted */
    bool joins;             /* the given one is the parent */
    uint32_t depth, steps;  /* lists may hold themselves */
};

static void mount_child(void *context, uint32_t node, bool bridged) {
    struct mounting *m = context;
    struct web_edge edge = m->edge;
    edge.bridged = bridged;
    if (m->joins) {
        edge.child = m->edge.parent;
        edge.parent = node;
    } else {
        edge.child = node;
    }
    node_mount(m->web, &edge);
}

static void mount_element(void *context, uint32_t module, uint32_t expr);

/* What is given may be a router, a route, or a list of them. */
static void mount_given(struct mounting *m, uint32_t module, uint32_t expr) {
    if (m->depth >= LIMIT_MOUNTS || m->steps++ >= LIMIT_MOUNT_STEPS) {
        return;
    }
    m->depth++;
    program_origins_in(m->web->program, m->web->frame, module, expr, mount_element, m);
    m->depth--;
    const struct facts_expr *e = &facts_of(m->web, module)->exprs[expr];
    if (e->kind == EXPR_ATTRIBUTE) {
        nodes_of(m->web, module, expr, mount_child, m);
    }
}

/* A router by its dotted name: "shop.api.router". */
static void mount_dotted(struct mounting *m, uint32_t module, struct span dotted) {
    const char *dot = dotted.len ? memrchr(dotted.data, '.', dotted.len) : NULL;
    uint32_t from =
        dot ? django_module(m->web, module, (struct span){dotted.data, (size_t)(dot - dotted.data)}) : PROGRAM_NONE;
    if (from != PROGRAM_NONE) {
        const char *name = arena_strndup(&m->web->arena, dot + 1, dotted.len - (size_t)(dot + 1 - dotted.data));
        program_member_origins(m->web->program, from, program_intern(m->web->program, name), mount_element, m);
    }
}

static void mount_element(void *context, uint32_t module, uint32_t expr) {
    struct mounting *m = context;
    const struct facts *facts = facts_of(m->web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    if (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE || e->kind == EXPR_SET) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t element = facts->exprs[list[i]].kind == EXPR_STARRED ? facts->exprs[list[i]].a : list[i];
            mount_given(m, module, element);
        }
        return;
    }
    if (e->kind == EXPR_STRING) {
        mount_dotted(m, module, facts_text(facts, e->a));
        return;
    }
    if (e->kind != EXPR_CALL) {
        return;
    }
    if (node_at(m->web, module, expr) == WEB_NONE) {
        map_set(&m->web->owners, map_pair(module, expr), m->edge.parent);
    }
    nodes_of(m->web, module, expr, mount_child, m);
}

struct mounted_on {
    struct registering *registering;
    uint32_t given, path;
};

static void mount_on(void *context, uint32_t node, bool bridged) {
    struct mounted_on *o = context;
    struct registering *r = o->registering;
    struct web *self = r->web;
    struct mounting m = {.web = self, .module = r->module, .child = o->given, .joins = r->trait.word == WORD_JOINS};
    (void)bridged;
    m.edge.parent = node;
    m.edge.override = r->trait.kind == KIND_MOUNT_OVERRIDE;
    m.edge.first_guard = r->first_guard;
    m.edge.guard_count = r->guard_count;
    m.edge.path = o->path == PROGRAM_NONE ? NULL : text_of(self, r->module, o->path);
    if (m.joins) {
        nodes_of(self, r->module, o->given, mount_child, &m);
    } else {
        mount_given(&m, r->module, o->given);
    }
}

static void declare_mount(struct registering *r) {
    struct web *self = r->web;
    struct mounted_on o = {r, PROGRAM_NONE, PROGRAM_NONE};
    if (r->call == PROGRAM_NONE) {
        return;
    }
    o.given = program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.arg);
    if (r->trait.path != INTERN_NONE) {
        o.path = program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.path);
    }
    if (o.given == PROGRAM_NONE) {
        return;
    }
    r->first_guard = self->guards.len;
    if (r->trait.guards != INTERN_NONE) {
        uint32_t guards = program_argument(self->program, r->module, r->call, r->method, r->bound, r->trait.guards);
        if (guards != PROGRAM_NONE) {
            guards_of_list(self, LEVEL_ROUTER, r->module, guards);
        }
    }
    r->guard_count = self->guards.len - r->first_guard;
    uint32_t made = node_at(self, r->module, r->call);
    if (made != WEB_NONE) { /* a constructor: Mount("/x", app=…), Api(app) */
        mount_on(&o, made, false);
        return;
    }
    uint32_t object = object_of(facts_of(self, r->module), r->call);
    if (object != PROGRAM_NONE) {
        nodes_of(self, r->module, object, mount_on, &o);
    }
}

/* ---- what runs before the handlers ---- */

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
static void declare_hook(struct registering *r) {
    struct web *self = r->web;
    struct hook_handler h = {r, object_of(facts_of(self, r->module), r->place)};
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
static void declare_middleware(void *context, uint32_t module, uint32_t call) {
    struct web *self = context;
    const struct facts *facts = facts_of(self, module);
    uint32_t count, object = object_of(facts, call);
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (!is_judged_module(self, module) || object == PROGRAM_NONE || !count) {
        return;
    }
    uint8_t kind = guard_kind(self, module, list[1]);
    if (kind == KIND_GUARDS_AUTHENTICATION || kind == KIND_GUARDS_AUTHORISATION) {
        add_hook(self, LEVEL_MIDDLEWARE, kind, module, call, object, written(self, module, list[1]));
    }
}

/* ---- every use of a model's words ---- */

static bool is_method(struct web *self, uint32_t def) {
    const struct facts_scope *scope = program_def_scope(self->program, def);
    return scope->kind == SCOPE_FUNCTION &&
           facts_of(self, program_def_module(self->program, def))->scopes[scope->parent].kind == SCOPE_CLASS;
}

static void use_of(struct web *self, uint32_t module, uint32_t place, uint32_t def, bool bound, uint32_t decorated) {
    bool is_call = facts_of(self, module)->exprs[place].kind == EXPR_CALL;
    for (uint32_t t = program_traits(self->program, def); t; t = program_trait_at(self->program, t)->next) {
        struct registering r = {.web = self,
                                .module = module,
                                .call = is_call ? place : PROGRAM_NONE,
                                .place = place,
                                .method = def,
                                .bound = bound,
                                .trait = *program_trait_at(self->program, t),
                                .decorated = decorated,
                                .node = WEB_NONE};
        if (r.trait.word == WORD_ENTRY && !bound && decorated != PROGRAM_NONE && is_method(self, decorated)) {
            continue; /* @expose: served where the class is, see appbuilder.c */
        }
        if (r.trait.word == WORD_ENTRY && (r.trait.kind == KIND_ROUTE || r.trait.kind == KIND_WEBSOCKET) &&
            (is_call || decorated != PROGRAM_NONE)) {
            declare_route(&r);
        } else if (r.trait.word == WORD_ENTRY && (r.trait.kind == KIND_HOOK || r.trait.kind == KIND_MIDDLEWARE)) {
            declare_hook(&r);
        } else if (r.trait.word == WORD_MOUNTS || r.trait.word == WORD_JOINS) {
            declare_mount(&r);
        }
    }
}

static void use_callee(struct web *self, uint32_t module, uint32_t place, uint32_t decorated) {
    struct type_table *types = program_types(self->program);
    const struct facts_expr *e = &facts_of(self, module)->exprs[place];
    uint32_t callee = program_eval(self->program, module, e->kind == EXPR_CALL ? e->a : place);
    for (uint32_t i = 0; i < types_member_count(types, callee); i++) {
        uint32_t member = types_member(types, callee, i);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) {
            if (program_is_model(self->program, t.entity)) {
                use_of(self, module, place, t.entity, t.kind == TYPE_METHOD, decorated);
            }
        } else if (t.kind == TYPE_CLASS) {
            uint32_t init = program_special(self->program, types_make(types, TYPE_EXACT, t.entity, NULL, 0), NAME_INIT);
            struct type m = types_get(types, init);
            if (m.kind == TYPE_METHOD && program_is_model(self->program, m.entity)) {
                use_of(self, module, place, m.entity, true, decorated);
            }
        }
    }
}

struct replay {
    struct web *web;
    uint32_t def, module, place;
    bool any;
};

static void replay_row(void *context) {
    struct replay *r = context;
    use_callee(r->web, r->module, r->place, PROGRAM_NONE);
}

/* The call as it is written, or once for every row of a loop around it. */
static void use_call(struct replay *r) {
    if (!rows_each(r->web, r->module, r->place, replay_row, r)) {
        replay_row(r);
    }
}

static void replay_call(void *context, uint32_t module, uint32_t call, bool bound) {
    struct replay *r = context;
    struct program_frame frame = {.outer = NULL, .def = r->def, .module = module, .call = call, .bound = bound};
    r->any = true;
    r->web->frame = &frame;
    use_call(r);
    r->web->frame = NULL;
}

/* Whether a registering call hands on a parameter of the function it stands in. */
static bool hands_on(struct web *self, uint32_t module, uint32_t call, uint32_t def) {
    const struct facts *facts = facts_of(self, module);
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 1; i < count; i += 2) {
        if (program_param_named(self->program, def, module, list[i]) != PROGRAM_NONE) {
            return true;
        }
    }
    return false;
}

/* A function of the project that hands its parameters on to one that registers registers itself: once for every call of it. */
static void use_place(struct web *self, uint32_t module, uint32_t place, uint32_t decorated) {
    const struct program_module *m = program_module_at(self->program, module);
    uint32_t scope = facts_owner(&m->facts, m->facts.exprs[place].scope);
    struct replay r = {self, m->scope_base + scope, module, place, false};
    if (decorated == PROGRAM_NONE && m->facts.scopes[scope].kind == SCOPE_FUNCTION &&
        m->facts.exprs[place].kind == EXPR_CALL && hands_on(self, module, place, r.def)) {
        program_callers(self->program, r.def, replay_call, &r);
    }
    if (!r.any && decorated == PROGRAM_NONE) {
        use_call(&r);
    } else if (!r.any) {
        use_callee(self, module, place, decorated);
    }
}

static bool may_register(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    e = e->kind == EXPR_CALL ? &facts->exprs[e->a] : e;
    uint32_t string = e->kind == EXPR_NAME ? e->a : e->kind == EXPR_ATTRIBUTE ? e->b : FACTS_NONE;
    return string != FACTS_NONE &&
           program_is_registrar_name(self->program, program_name(self->program, module, string));
}

/* @protected(router.get, "/orders"): a decorator of the project is given the method that registers and the path. */
static void use_handed_method(struct web *self, uint32_t module, uint32_t decorator, uint32_t decorated) {
    const struct facts *facts = facts_of(self, module);
    uint32_t count = 0;
    const uint32_t *list =
        facts->exprs[decorator].kind == EXPR_CALL ? facts_list(facts, facts->exprs[decorator].b, &count) : NULL;
    if (count < 4 || list[0] != FACTS_ARG_POSITIONAL || list[2] != FACTS_ARG_POSITIONAL ||
        facts->exprs[list[1]].kind != EXPR_ATTRIBUTE || !may_register(self, module, list[1])) {
        return;
    }
    struct type t = types_get(program_types(self->program), program_eval(self->program, module, list[1]));
    const struct program_trait *trait = t.kind == TYPE_METHOD && program_is_model(self->program, t.entity)
                                            ? program_trait(self->program, t.entity, WORD_ENTRY)
                                            : NULL;
    if (!trait || (trait->kind != KIND_ROUTE && trait->kind != KIND_WEBSOCKET)) {
        return;
    }
    struct registering r = {.web = self,
                            .module = module,
                            .call = PROGRAM_NONE,
                            .place = decorator,
                            .method = t.entity,
                            .bound = true,
                            .trait = *trait,
                            .decorated = decorated,
                            .path = text_of(self, module, list[3]),
                            .node = WEB_NONE,
                            .handed = list[1]};
    declare_route(&r);
}

static void decorated_in(struct web *self, uint32_t module) {
    const struct program_module *m = program_module_at(self->program, module);
    for (uint32_t s = 1; s < m->facts.scope_count; s++) {
        uint32_t count;
        const uint32_t *list = facts_list(&m->facts, m->facts.scopes[s].decorators, &count);
        for (uint32_t i = count; i-- > 0;) {
            if (may_register(self, module, list[i])) {
                use_place(self, module, list[i], m->scope_base + s);
            } else {
                use_handed_method(self, module, list[i], m->scope_base + s);
            }
        }
    }
}

/* class MemberApi(Api): …, MemberApi(blueprint): its constructor registers as the library's does. */
static void declare_own_class(void *context, uint32_t module, uint32_t call) {
    struct web *self = context;
    if (is_judged_module(self, module) && !may_register(self, module, call)) {
        use_place(self, module, call, PROGRAM_NONE);
    }
}

void declare_all(struct web *self) {
    uint32_t count;
    for (uint32_t m = 0; m < program_module_count(self->program); m++) {
        if (is_judged_module(self, m)) {
            decorated_in(self, m);
        }
    }
    struct program_call *calls = program_registrar_calls(self->program, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct facts_expr *e = &facts_of(self, calls[i].module)->exprs[calls[i].expr];
        if (is_judged_module(self, calls[i].module) && !(e->flags & EXPR_FLAG_DECORATOR)) {
            use_place(self, calls[i].module, calls[i].expr, PROGRAM_NONE);
        }
    }
    mem_free(calls);
    nodes_of_own_classes(self, declare_own_class, self);
    program_calls_named(self->program, program_intern(self->program, "add_middleware"), declare_middleware, self);
}
