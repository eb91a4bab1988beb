/* Every registration in the project: where a function of a library that registers something is used. */
#include "web/declare.h"

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
