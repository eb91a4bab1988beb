/* Who is let in. A guard is what a library says is one (`guards`), or a function of the project that behaves as one: it
 * refuses with 401 or 403, sends to a login page, depends on a guard, is wrapped by one or calls one. */
#include "web/django.h"

#define GUARD_ASKED (KIND_COUNT + 1)

static bool is_auth(uint32_t kind) { return kind == KIND_GUARDS_AUTHENTICATION || kind == KIND_GUARDS_AUTHORISATION; }

/* ---- functions and classes ---- */

/* Refusing for another reason than who asks. */
static bool guards_something_else(struct span name) {
    static const char *const parts[] = {"csrf",      "captcha", "throttle",    "rate_limit",
                                        "ratelimit", "limiter", "maintenance", "setup",
                                        "banned",    "size",    "optional",    "or_none"}; /* nobody is kept out */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (text_holds(name, parts[i])) {
            return true;
        }
    }
    return false;
}

static uint8_t kind_of_calls(struct web *self, uint32_t module, const struct facts_scope *scope, uint32_t depth);

/* A function that is called guards its caller when it refuses itself, or is a library's guard. What it calls in turn counts
 * only `depth` steps further: deep down, much of a program may refuse something. */
static uint8_t kind_of_callee(struct web *self, uint32_t def, uint32_t depth) {
    const struct facts_scope *scope = program_def_scope(self->program, def);
    if (program_is_model(self->program, def)) {
        return guard_kind_of_def(self, def);
    }
    uint32_t module = program_def_module(self->program, def);
    if (scope->kind != SCOPE_FUNCTION || guards_something_else(facts_text(facts_of(self, module), scope->name))) {
        return KIND_COUNT;
    }
    uint8_t kind = refusal_of_body(self, module, scope);
    return kind == KIND_COUNT && depth ? kind_of_calls(self, module, scope, depth - 1) : kind;
}

static uint8_t kind_of_calls(struct web *self, uint32_t module, const struct facts_scope *scope, uint32_t depth) {
    const struct facts *facts = facts_of(self, module);
    struct type_table *types = program_types(self->program);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        if (facts->exprs[e].kind != EXPR_CALL || (facts->exprs[e].flags & EXPR_FLAG_DECORATOR)) {
            continue;
        }
        uint32_t callee = program_eval(self->program, module, facts->exprs[e].a);
        for (uint32_t i = 0; i < types_member_count(types, callee); i++) {
            struct type t = types_get(types, types_member(types, callee, i));
            uint8_t kind =
                t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD ? kind_of_callee(self, t.entity, depth) : KIND_COUNT;
            if (is_auth(kind)) {
                return kind;
            }
        }
    }
    return KIND_COUNT;
}

static uint8_t kind_of_params(struct web *self, uint32_t module, const struct facts_scope *scope) {
    const struct facts *facts = facts_of(self, module);
    uint8_t kind = KIND_COUNT;
    for (uint32_t i = 0; kind == KIND_COUNT && i < scope->param_count; i++) {
        const struct facts_param *p = &facts->params[scope->first_param + i];
        if (p->value != FACTS_NONE && facts->exprs[p->value].kind == EXPR_CALL) {
            kind = guard_kind(self, module, p->value);
        }
        if (kind == KIND_COUNT && p->annotation != FACTS_NONE) {
            kind = guard_kind(self, module, p->annotation);
        }
    }
    return kind;
}

static uint8_t kind_of_decorators(struct web *self, uint32_t module, const struct facts_scope *scope) {
    uint32_t count;
    const uint32_t *list = facts_list(facts_of(self, module), scope->decorators, &count);
    uint8_t kind = KIND_COUNT;
    for (uint32_t i = 0; kind == KIND_COUNT && i < count; i++) {
        kind = guard_kind(self, module, list[i]);
    }
    return kind;
}

static uint8_t kind_of_function(struct web *self, uint32_t def) {
    uint32_t module = program_def_module(self->program, def);
    const struct facts_scope *scope = program_def_scope(self->program, def);
    uint8_t kind = refusal_of_body(self, module, scope);
    kind = kind == KIND_COUNT ? kind_of_params(self, module, scope) : kind;
    kind = kind == KIND_COUNT ? kind_of_decorators(self, module, scope) : kind;
    return kind == KIND_COUNT ? kind_of_calls(self, module, scope, 1) : kind;
}

static uint8_t kind_of_class(struct web *self, uint32_t def) {
    static const char *const methods[] = {"__call__", "has_permission", "authenticate", "dispatch"};
    uint32_t count;
    const uint32_t *mro = program_mro(self->program, def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t entity = types_get(program_types(self->program), mro[i]).entity;
        const struct program_trait *trait = program_trait(self->program, entity, WORD_GUARDS);
        if (trait && is_auth(trait->kind)) {
            return trait->kind;
        }
        for (size_t k = 0; !program_is_model(self->program, entity) && k < sizeof methods / sizeof *methods; k++) {
            uint32_t method = program_own_method(self->program, entity, program_intern(self->program, methods[k]));
            uint8_t kind = method == PROGRAM_NONE ? KIND_COUNT : guard_kind_of_def(self, method);
            if (is_auth(kind)) {
                return kind;
            }
        }
    }
    return KIND_COUNT;
}

static struct span name_of(struct web *self, uint32_t def) {
    return span_of(program_string(self->program, program_def_name(self->program, def)));
}

uint8_t guard_kind_of_def(struct web *self, uint32_t def) {
    if (program_is_model(self->program, def) && program_def_scope(self->program, def)->kind != SCOPE_CLASS) {
        const struct program_trait *trait = program_trait(self->program, def, WORD_GUARDS);
        return trait && is_auth(trait->kind) ? trait->kind : KIND_COUNT;
    }
    if (guards_something_else(name_of(self, def))) {
        return KIND_COUNT;
    }
    uint32_t *slot = map_at(&self->guard_kinds, def);
    if (*slot != MAP_NONE) {
        return *slot == GUARD_ASKED ? KIND_COUNT : (uint8_t)*slot;
    }
    *slot = GUARD_ASKED;
    uint8_t kind = KIND_COUNT;
    if (self->guard_depth++ < LIMIT_GUARD_DEPTH) {
        kind = program_def_scope(self->program, def)->kind == SCOPE_CLASS ? kind_of_class(self, def)
                                                                          : kind_of_function(self, def);
    }
    self->guard_depth--;
    map_set(&self->guard_kinds, def, kind);
    return kind;
}

/* ---- expressions ---- */

static bool is_optional_scheme(struct web *self, uint32_t module, uint32_t call) {
    uint32_t value = keyword_argument(self, module, call, "auto_error");
    return value != PROGRAM_NONE && facts_of(self, module)->exprs[value].kind == EXPR_FALSE;
}

struct found {
    struct web *web;
    uint8_t kind;
    bool optional;
};

/* An object that guards, `OAuth2PasswordBearer(…)`, and an alias of `Annotated[User, Depends(current_user)]`. */
static void visit_value(void *context, uint32_t module, uint32_t expr) {
    struct found *f = context;
    const struct facts_expr *e = &facts_of(f->web, module)->exprs[expr];
    if (e->kind == EXPR_CALL) {
        f->optional |= is_optional_scheme(f->web, module, expr);
    } else if (e->kind == EXPR_SUBSCRIPT && f->kind == KIND_COUNT) {
        f->kind = guard_kind(f->web, module, expr);
    }
}

static uint8_t kind_of_type(struct web *self, uint32_t type) {
    struct type_table *types = program_types(self->program);
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        if (t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD || t.kind == TYPE_CLASS || t.kind == TYPE_INSTANCE ||
            t.kind == TYPE_EXACT) {
            uint8_t kind = guard_kind_of_def(self, t.entity);
            if (is_auth(kind)) {
                return kind;
            }
        }
    }
    return KIND_COUNT;
}

/* Depends(current_user), Security(current_user, scopes=[…]): the argument, PROGRAM_NONE for any other call. */
static uint32_t dependency_of(struct web *self, uint32_t module, uint32_t call) {
    struct type_table *types = program_types(self->program);
    const struct facts *facts = facts_of(self, module);
    uint32_t callee = program_eval(self->program, module, facts->exprs[call].a), count;
    struct type t = types_get(types, callee);
    uint32_t def = t.kind == TYPE_FUNCTION ? t.entity : PROGRAM_NONE;
    const struct program_trait *trait = def == PROGRAM_NONE || !program_is_model(self->program, def)
                                            ? NULL
                                            : program_trait(self->program, def, WORD_ENTRY);
    if (!trait || trait->kind != KIND_DEPENDENCY) {
        return PROGRAM_NONE;
    }
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    uint32_t keyword = keyword_argument(self, module, call, "dependency");
    return keyword != PROGRAM_NONE ? keyword : count && list[0] == FACTS_ARG_POSITIONAL ? list[1] : PROGRAM_NONE;
}

static uint8_t kind_of_name(struct web *self, uint32_t module, uint32_t expr, bool type_only) {
    struct found f = {self, KIND_COUNT, false};
    program_origins(self->program, module, expr, visit_value, &f);
    if (f.kind != KIND_COUNT || f.optional || type_only) {
        return f.optional ? KIND_COUNT : f.kind;
    }
    return kind_of_type(self, program_eval(self->program, module, expr));
}

static bool is_name(const struct facts_expr *e) { return e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE; }

static uint8_t kind_of_call(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    struct span name = facts_last_name(facts, facts->exprs[expr].a);
    if (span_is(name, "method_decorator") || span_is(name, "permission_classes")) { /* around what they are given */
        uint32_t count, list_expr;
        const uint32_t *list = facts_list(facts, facts->exprs[expr].b, &count);
        uint8_t kind = KIND_COUNT;
        if (count < 2) {
            return KIND_COUNT;
        }
        list_expr = list[1];
        if (facts->exprs[list_expr].kind != EXPR_LIST && facts->exprs[list_expr].kind != EXPR_TUPLE) {
            return guard_kind(self, module, list_expr);
        }
        list = facts_list(facts, facts->exprs[list_expr].b, &count);
        for (uint32_t i = 0; kind == KIND_COUNT && i < count; i++) {
            kind = guard_kind(self, module, list[i]);
        }
        return kind;
    }
    uint32_t dependency = dependency_of(self, module, expr);
    if (dependency != PROGRAM_NONE) { /* a value, also where the call stands in an annotation */
        return is_name(&facts->exprs[dependency]) ? kind_of_name(self, module, dependency, false)
                                                  : guard_kind(self, module, dependency);
    }
    if (is_optional_scheme(self, module, expr)) {
        return KIND_COUNT;
    }
    return kind_of_type(self, program_eval(self->program, module, facts->exprs[expr].a));
}

uint8_t guard_kind(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    if (e->kind == EXPR_CALL) {
        return kind_of_call(self, module, expr);
    }
    if (e->kind == EXPR_BINARY) { /* permission classes: either is enough, or both are needed */
        uint8_t a = guard_kind(self, module, e->a), b = guard_kind(self, module, e->b);
        return e->op == OP_BITOR && !(is_auth(a) && is_auth(b)) ? KIND_COUNT : is_auth(a) ? a : b;
    }
    if (e->kind == EXPR_SUBSCRIPT) {
        if (facts->exprs[e->b].kind != EXPR_TUPLE || !span_is(facts_last_name(facts, e->a), "Annotated")) {
            return KIND_COUNT;
        }
        const uint32_t *list = facts_list(facts, facts->exprs[e->b].b, &count);
        uint8_t kind = KIND_COUNT;
        for (uint32_t i = 1; kind == KIND_COUNT && i < count; i++) {
            kind = facts->exprs[list[i]].kind == EXPR_CALL ? guard_kind(self, module, list[i]) : KIND_COUNT;
        }
        return kind;
    }
    return is_name(e) ? kind_of_name(self, module, expr, (e->flags & EXPR_FLAG_ANNOTATION) != 0) : KIND_COUNT;
}

/* ---- lists of guards ---- */

static const char *guard_name(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count = 0;
    const uint32_t *list = e->kind == EXPR_SUBSCRIPT && facts->exprs[e->b].kind == EXPR_TUPLE
                               ? facts_list(facts, facts->exprs[e->b].b, &count)
                               : NULL;
    for (uint32_t i = 1; i < count; i++) { /* Annotated[User, Depends(current_user)] */
        if (facts->exprs[list[i]].kind == EXPR_CALL && is_auth(guard_kind(self, module, list[i]))) {
            return guard_name(self, module, list[i]);
        }
    }
    if (e->kind == EXPR_CALL) {
        uint32_t dependency = dependency_of(self, module, expr);
        return dependency == PROGRAM_NONE ? written(self, module, e->a) : guard_name(self, module, dependency);
    }
    return written(self, module, expr);
}

static void push_guard(struct web *self, uint8_t level, uint8_t kind, uint32_t module, uint32_t expr) {
    const struct facts_expr *e = &facts_of(self, module)->exprs[expr];
    struct web_guard guard = {level, kind, guard_name(self, module, expr), module, e->start, e->end};
    vec_push(&self->guards, guard);
}

void guard_add(struct web *self, uint8_t level, uint32_t module, uint32_t expr) {
    uint8_t kind = guard_kind(self, module, expr);
    if (is_auth(kind)) {
        push_guard(self, level, kind, module, expr);
    }
}

struct listed {
    struct web *web;
    uint8_t level;
    bool any;
};

static void visit_listed(void *context, uint32_t module, uint32_t expr) {
    struct listed *l = context;
    const struct facts *facts = facts_of(l->web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    l->any = true;
    if (e->kind != EXPR_LIST && e->kind != EXPR_TUPLE && e->kind != EXPR_SET) {
        guard_add(l->web, l->level, module, expr);
        return;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (facts->exprs[list[i]].kind == EXPR_STARRED) {
            guards_of_list(l->web, l->level, module, facts->exprs[list[i]].a);
        } else {
            guard_add(l->web, l->level, module, list[i]);
        }
    }
}

void guards_of_list(struct web *self, uint8_t level, uint32_t module, uint32_t expr) {
    struct listed l = {self, level, false};
    if (self->list_depth++ < LIMIT_GUARD_DEPTH) {
        program_origins(self->program, module, expr, visit_listed, &l);
    }
    self->list_depth--;
    if (!l.any) { /* a function, or an object of a library */
        guard_add(self, level, module, expr);
    }
}

/* `user: User = Depends(current_user)` in the body of a class whose methods are routes. */
static void dependencies_of_class(struct web *self, uint32_t module, uint32_t scope) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_scope *s = &facts->scopes[scope];
    for (uint32_t i = 0; i < s->symbol_count; i++) {
        const struct facts_symbol *symbol = &facts->symbols[s->first_symbol + i];
        for (uint32_t b = 0; b < symbol->binding_count; b++) {
            const struct facts_binding *binding = &facts->bindings[symbol->first_binding + b];
            if (binding->value != FACTS_NONE && facts->exprs[binding->value].kind == EXPR_CALL &&
                dependency_of(self, module, binding->value) != PROGRAM_NONE) {
                guard_add(self, LEVEL_CLASS, module, binding->value);
            }
        }
    }
}

/* Class attributes that list what wraps or checks every method. */
static void guards_of_class(struct web *self, uint32_t class_def) {
    static const char *const lists[] = {"permission_classes", "decorators", "method_decorators", "dependencies"};
    uint32_t count;
    const uint32_t *mro = program_mro(self->program, class_def, &count);
    bool listed[sizeof lists / sizeof *lists] = {false};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(self->program), mro[i]).entity,
                 module = program_def_module(self->program, def);
        const struct program_trait *trait = program_trait(self->program, def, WORD_GUARDS);
        if (trait && is_auth(trait->kind)) {
            const struct facts_scope *scope = program_def_scope(self->program, class_def);
            struct web_guard guard = {LEVEL_CLASS,
                                      trait->kind,
                                      program_string(self->program, program_def_name(self->program, def)),
                                      program_def_module(self->program, class_def),
                                      scope->start,
                                      scope->end};
            vec_push(&self->guards, guard);
        }
        if (program_is_model(self->program, def)) {
            continue;
        }
        const struct facts *facts = facts_of(self, module);
        uint32_t decorators;
        const uint32_t *list = facts_list(facts, program_def_scope(self->program, def)->decorators, &decorators);
        dependencies_of_class(self, module, def - program_module_at(self->program, module)->scope_base);
        for (uint32_t k = 0; i == 0 && k < decorators; k++) {
            guard_add(self, LEVEL_CLASS, module, list[k]);
        }
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            uint32_t symbol =
                facts_symbol_of(facts, def - program_module_at(self->program, module)->scope_base, span_of(lists[k]));
            for (uint32_t b = 0; !listed[k] && symbol != FACTS_NONE && b < facts->symbols[symbol].binding_count; b++) {
                const struct facts_binding *binding = &facts->bindings[facts->symbols[symbol].first_binding + b];
                if (binding->value != FACTS_NONE) {
                    guards_of_list(self, LEVEL_CLASS, module, binding->value);
                    listed[k] = true;
                }
            }
        }
    }
}

/* def get_permissions(self): return [IsAuthenticated()] */
static void guards_of_permissions(struct web *self, uint32_t method) {
    uint32_t module = program_def_module(self->program, method);
    const struct facts_scope *scope = program_def_scope(self->program, method);
    const struct facts *facts = facts_of(self, module);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        if (facts->exprs[e].kind != EXPR_NAME && facts->exprs[e].kind != EXPR_ATTRIBUTE) {
            continue;
        }
        struct type t = types_get(program_types(self->program), program_eval(self->program, module, e));
        if (t.kind == TYPE_CLASS) {
            guard_add(self, LEVEL_CLASS, module, e);
        }
    }
}

static bool asks_rest_default(struct web *self, const struct web_declared *d, uint32_t owner) {
    uint32_t count, module;
    if (owner == PROGRAM_NONE) {
        const struct facts *facts = facts_of(self, program_def_module(self->program, d->handler));
        const uint32_t *list = facts_list(facts, program_def_scope(self->program, d->handler)->decorators, &count);
        bool api = false, own = false;
        for (uint32_t i = 0; i < count; i++) {
            api |= span_is(facts_decorator_name(facts, list[i]), "api_view");
            own |= span_is(facts_decorator_name(facts, list[i]), "permission_classes");
        }
        return api && !own;
    }
    if (d->has_permissions || class_value(self, owner, "permission_classes", &module) != PROGRAM_NONE ||
        class_method(self, owner, "get_permissions") != PROGRAM_NONE) {
        return false;
    }
    return class_is_rest(self, owner);
}

void guards_of_handler(struct web *self, const struct web_declared *declared) {
    uint32_t def = declared->handler, module = program_def_module(self->program, def), count, owner = declared->owner;
    const struct program_module *m = program_module_at(self->program, module);
    const struct facts_scope *scope = program_def_scope(self->program, def);
    if (owner == PROGRAM_NONE) {
        bool method = scope->parent != FACTS_NONE && m->facts.scopes[scope->parent].kind == SCOPE_CLASS;
        owner = scope->kind == SCOPE_CLASS ? def : method ? m->scope_base + scope->parent : PROGRAM_NONE;
    }
    if (declared->is_django && self->rest_default != WEB_NONE && asks_rest_default(self, declared, owner)) {
        struct web_guard guard = self->guards.data[self->rest_default];
        vec_push(&self->guards, guard);
    }
    if (owner != PROGRAM_NONE && !declared->has_permissions) {
        guards_of_class(self, owner);
        uint32_t permissions = declared->is_django ? class_method(self, owner, "get_permissions") : PROGRAM_NONE;
        if (permissions != PROGRAM_NONE) {
            guards_of_permissions(self, permissions);
        }
    }
    if (scope->kind == SCOPE_CLASS) {
        return;
    }
    const uint32_t *list = facts_list(&m->facts, scope->decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        guard_add(self, LEVEL_DECORATOR, module, list[i]);
    }
    for (uint32_t i = 0; i < scope->param_count; i++) {
        const struct facts_param *p = &m->facts.params[scope->first_param + i];
        if (p->value != FACTS_NONE && m->facts.exprs[p->value].kind == EXPR_CALL) {
            guard_add(self, LEVEL_DEPENDENCY, module, p->value);
        }
        if (p->annotation != FACTS_NONE) {
            guard_add(self, LEVEL_DEPENDENCY, module, p->annotation);
        }
    }
    uint8_t kind = refusal_of_body(self, module, scope);
    kind = kind == KIND_COUNT ? kind_of_calls(self, module, scope, 0) : kind;
    if (is_auth(kind)) {
        struct web_guard guard = {
            LEVEL_BODY, kind,         program_string(self->program, program_def_name(self->program, def)),
            module,     scope->start, scope->start};
        vec_push(&self->guards, guard);
    }
}
