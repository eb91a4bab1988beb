/* Routers given to routers and applications. */
#include "web/declare.h"
#include "web/django.h"

struct mounting {
    struct web *web;
    struct web_edge edge;
    bool joins;            /* the given one is the parent */
    uint32_t depth, steps; /* lists may hold themselves */
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
    struct mounting m = {.web = self, .joins = r->trait.word == WORD_JOINS};
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

void declare_mount(struct registering *r) {
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
    uint32_t object = registering_object(facts_of(self, r->module), r->call);
    if (object != PROGRAM_NONE) {
        nodes_of(self, r->module, object, mount_on, &o);
    }
}
