/* Applications and routers, and how they are mounted on one another. */
#include "web/internal.h"

const struct program_trait *class_trait(struct web *self, uint32_t class_def, enum facts_word word, uint32_t *owner) {
    uint32_t count;
    const uint32_t *mro = program_mro(self->program, class_def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(self->program), mro[i]).entity;
        const struct program_trait *trait =
            program_is_model(self->program, def) ? program_trait(self->program, def, word) : NULL;
        if (trait) {
            *owner = def;
            return trait;
        }
    }
    return NULL;
}

/* The class that a call makes an object of, PROGRAM_NONE when it calls something else. */
static uint32_t class_made(struct web *self, uint32_t module, uint32_t call) {
    struct type_table *types = program_types(self->program);
    uint32_t callee = program_eval(self->program, module, facts_of(self, module)->exprs[call].a);
    for (uint32_t i = 0; i < types_member_count(types, callee); i++) {
        struct type t = types_get(types, types_member(types, callee, i));
        if (t.kind == TYPE_CLASS) {
            return t.entity;
        }
    }
    return PROGRAM_NONE;
}

/* The method of a model that makes a router: `api.namespace("orders")`. */
static uint32_t router_method(struct web *self, uint32_t module, uint32_t call) {
    struct type_table *types = program_types(self->program);
    uint32_t callee = program_eval(self->program, module, facts_of(self, module)->exprs[call].a);
    for (uint32_t i = 0; i < types_member_count(types, callee); i++) {
        struct type t = types_get(types, types_member(types, callee, i));
        if ((t.kind == TYPE_METHOD || t.kind == TYPE_FUNCTION) && program_trait(self->program, t.entity, WORD_ROUTER)) {
            return t.entity;
        }
    }
    return PROGRAM_NONE;
}

/* The argument of a call for a parameter of a model's constructor or method, also when a class of the project stands between
 * that hands its keywords on. */
static uint32_t made_argument(struct web *self, uint32_t module, uint32_t call, uint32_t class_def, uint32_t method,
                              uint32_t name) {
    if (name == INTERN_NONE) {
        return PROGRAM_NONE;
    }
    uint32_t value = keyword_argument(self, module, call, program_string(self->program, name));
    uint32_t init = method != PROGRAM_NONE ? method : program_own_method(self->program, class_def, NAME_INIT);
    if (value == PROGRAM_NONE && init != PROGRAM_NONE) {
        value = program_argument(self->program, module, call, init, true, name);
    }
    return value;
}

static const char *own_prefix(struct web *self, uint32_t module, uint32_t call, const struct web_node *node,
                              uint32_t method, const struct program_trait *trait) {
    uint32_t value = made_argument(self, module, call, node->class_def, method, trait->path);
    const char *text = value == PROGRAM_NONE ? NULL : text_of(self, module, value);
    if (!text && trait->named != INTERN_NONE) {
        value = made_argument(self, module, call, node->class_def, method, trait->named);
        text = value == PROGRAM_NONE ? NULL : text_of(self, module, value);
        text = text ? arena_printf(&self->arena, "/%s", text) : NULL;
    }
    return text ? text : "";
}

static void own_guards(struct web *self, uint32_t module, uint32_t call, struct web_node *node, uint32_t method,
                       const struct program_trait *trait) {
    node->first_guard = self->guards.len;
    uint32_t value = made_argument(self, module, call, node->class_def, method, trait->guards);
    if (value != PROGRAM_NONE) {
        guards_of_list(self, node->is_app ? LEVEL_APP : LEVEL_ROUTER, module, value);
    }
    node->guard_count = self->guards.len - node->first_guard;
}

struct maker {
    struct web *web;
    uint32_t child;
};

static void mount_on(void *context, uint32_t node, bool bridged) {
    struct maker *m = context;
    node_mount(m->web, &(struct web_edge){.child = m->child, .parent = node, .bridged = bridged});
}

/* What a method makes is mounted on the method's object. */
static void mount_on_maker(struct web *self, uint32_t module, uint32_t call, uint32_t child) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *callee = &facts->exprs[facts->exprs[call].a];
    if (callee->kind == EXPR_ATTRIBUTE) {
        nodes_of(self, module, callee->a, mount_on, &(struct maker){self, child});
    }
}

uint32_t node_at(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    if (facts->exprs[expr].kind != EXPR_CALL || program_module_at(self->program, module)->is_model) {
        return WEB_NONE;
    }
    uint32_t *slot = map_at(&self->node_by_place, map_pair(module, expr));
    if (*slot != MAP_NONE) {
        return *slot ? *slot - 1 : WEB_NONE;
    }
    *slot = 0;
    struct web_node node = {.module = module, .expr = expr, .class_def = PROGRAM_NONE, .service = WEB_NONE};
    uint32_t made = class_made(self, module, expr), method = PROGRAM_NONE;
    const struct program_trait *word = NULL;
    if (made != PROGRAM_NONE) {
        word = class_trait(self, made, WORD_APPLICATION, &node.class_def);
        node.is_app = word != NULL;
        word = word ? word : class_trait(self, made, WORD_ROUTER, &node.class_def);
    } else if ((method = router_method(self, module, expr)) != PROGRAM_NONE) {
        word = program_trait(self->program, method, WORD_ROUTER);
    }
    if (!word) {
        return WEB_NONE;
    }
    struct program_trait trait = *word; /* evaluating may load models, which moves the traits */
    node.interface = !node.is_app ? WEB_UNKNOWN : trait.kind == KIND_ASGI ? WEB_ASGI : WEB_WSGI;
    node.prefix = own_prefix(self, module, expr, &node, method, &trait);
    own_guards(self, module, expr, &node, method, &trait);
    uint32_t number = self->nodes.len;
    vec_push(&self->nodes, node);
    map_set(&self->node_by_place, map_pair(module, expr), number + 1);
    if (method != PROGRAM_NONE) {
        mount_on_maker(self, module, expr, number);
    }
    return number;
}

struct visit_nodes {
    struct web *web;
    node_fn *visit;
    void *context;
    uint32_t depth;
    bool bridged;
};

static void visit_origin(void *context, uint32_t module, uint32_t expr) {
    struct visit_nodes *v = context;
    const struct facts *facts = facts_of(v->web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t node = node_at(v->web, module, expr);
    if (node != WEB_NONE) {
        v->visit(v->context, node, v->bridged);
        return;
    }
    if (e->kind != EXPR_CALL || v->depth > 4) {
        return;
    }
    /* WSGIMiddleware(flask_app), CORSMiddleware(app, …), get_asgi_application is none of these. */
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    struct visit_nodes inner = *v;
    struct span name = facts_last_name(facts, e->a);
    inner.depth++;
    inner.bridged |= span_starts(name, "WSGI") || span_starts(name, "WsgiToAsgi");
    for (uint32_t i = 1; i < count; i += 2) {
        uint8_t kind = facts->exprs[list[i]].kind;
        if (kind == EXPR_NAME || kind == EXPR_ATTRIBUTE || kind == EXPR_CALL) {
            program_origins(v->web->program, module, list[i], visit_origin, &inner);
        }
    }
}

struct seen_nodes {
    uint32_t count;
    node_fn *visit;
    void *context;
};

static void count_node(void *context, uint32_t node, bool bridged) {
    struct seen_nodes *s = context;
    s->count++;
    s->visit(s->context, node, bridged);
}

void nodes_of(struct web *self, uint32_t module, uint32_t expr, node_fn *visit, void *context) {
    struct seen_nodes seen = {0, visit, context};
    struct visit_nodes v = {self, count_node, &seen, 0, false};
    program_origins_in(self->program, self->frame, module, expr, visit_origin, &v);
    const struct facts_expr *e = &facts_of(self, module)->exprs[expr];
    if (!seen.count && e->kind == EXPR_ATTRIBUTE) { /* app.router: what the library keeps on the object stands for it */
        nodes_of(self, module, e->a, visit, context);
    }
}

void node_mount(struct web *self, const struct web_edge *edge) {
    if (edge->child == edge->parent) {
        return;
    }
    for (uint32_t e = self->nodes.data[edge->child].first_edge; e; e = self->edges.data[e].next) {
        const struct web_edge *other = &self->edges.data[e];
        if (other->parent == edge->parent &&
            strcmp(other->path ? other->path : "", edge->path ? edge->path : "") == 0) {
            return;
        }
    }
    struct web_edge made = *edge;
    made.next = self->nodes.data[edge->child].first_edge;
    self->nodes.data[edge->child].first_edge = self->edges.len;
    vec_push(&self->edges, made);
}

static void visit_made(void *context, uint32_t module, uint32_t expr) {
    if (is_judged_module(context, module)) {
        node_at(context, module, expr);
    }
}

void nodes_of_own_classes(struct web *self, origin_fn *visit, void *context) {
    uint32_t owner;
    for (uint32_t m = 0; m < program_module_count(self->program); m++) {
        const struct program_module *module = program_module_at(self->program, m);
        for (uint32_t s = 1; is_judged_module(self, m) && s < module->facts.scope_count; s++) {
            if (module->facts.scopes[s].kind == SCOPE_CLASS && module->facts.scopes[s].bases != FACTS_NONE &&
                (class_trait(self, module->scope_base + s, WORD_APPLICATION, &owner) ||
                 class_trait(self, module->scope_base + s, WORD_ROUTER, &owner))) {
                program_calls_named(self->program, program_def_name(self->program, module->scope_base + s), visit,
                                    context);
            }
        }
    }
}

void nodes_find_apps(struct web *self) {
    uint32_t count;
    struct program_call *calls = program_registrar_calls(self->program, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct facts_expr *callee =
            &facts_of(self, calls[i].module)->exprs[facts_of(self, calls[i].module)->exprs[calls[i].expr].a];
        struct span name = facts_last_name(facts_of(self, calls[i].module),
                                           (uint32_t)(callee - facts_of(self, calls[i].module)->exprs));
        if (name.len && name.data[0] >= 'A' && name.data[0] <= 'Z') {
            visit_made(self, calls[i].module, calls[i].expr);
        }
    }
    mem_free(calls);
    nodes_of_own_classes(self, visit_made, self);
}
