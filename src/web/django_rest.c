/* Views by class, and the viewsets and routers of REST framework. */
#include "web/django.h"

static const struct {
    const char *name, *verb;
} verbs[] = {{"get", "GET"},       {"post", "POST"}, {"put", "PUT"},        {"patch", "PATCH"},
             {"delete", "DELETE"}, {"head", "HEAD"}, {"options", "OPTIONS"}};

/* What the generic views answer without a method of the project. */
static const struct {
    const char *base, *methods; /* methods with a blank before and after each */
} generic[] = {
    {"CreateAPIView", " POST "},
    {"ListAPIView", " GET "},
    {"RetrieveAPIView", " GET "},
    {"DestroyAPIView", " DELETE "},
    {"UpdateAPIView", " PUT PATCH "},
    {"ListCreateAPIView", " GET POST "},
    {"RetrieveUpdateAPIView", " GET PUT PATCH "},
    {"RetrieveDestroyAPIView", " GET DELETE "},
    {"RetrieveUpdateDestroyAPIView", " GET PUT PATCH DELETE "},
    {"TemplateView", " GET "},
    {"ListView", " GET "},
    {"DetailView", " GET "},
    {"RedirectView", " GET "},
    {"FormView", " GET POST "},
    {"CreateView", " GET POST "},
    {"UpdateView", " GET POST "},
    {"DeleteView", " GET POST "},
    {"LoginView", " GET POST "},
    {"PasswordChangeView", " GET POST "},
    {"PasswordResetView", " GET POST "},
    {"ObtainAuthToken", " POST "},
    {"TokenObtainPairView", " POST "},
    {"TokenRefreshView", " POST "},
};

/* What makes a viewset have an action. */
static const struct {
    const char *base, *actions;
} mixins[] = {
    {"ModelViewSet", " list create retrieve update partial_update destroy "},
    {"ReadOnlyModelViewSet", " list retrieve "},
    {"ListModelMixin", " list "},
    {"CreateModelMixin", " create "},
    {"RetrieveModelMixin", " retrieve "},
    {"UpdateModelMixin", " update partial_update "},
    {"DestroyModelMixin", " destroy "},
};

static const struct {
    const char *action, *method;
    bool detail;
} standard[] = {{"list", "GET", false},  {"create", "POST", false},         {"retrieve", "GET", true},
                {"update", "PUT", true}, {"partial_update", "PATCH", true}, {"destroy", "DELETE", true}};

/* ---- classes ---- */

/* "GET, POST" of ["get", "post"]; NULL when the class or the call leaves it open. */
static const char *allowed(struct web *self, uint32_t module, uint32_t call, uint32_t class_def) {
    uint32_t value = call == PROGRAM_NONE ? PROGRAM_NONE : keyword_argument(self, module, call, "http_method_names"),
             where = module;
    if (value == PROGRAM_NONE) {
        value = class_value(self, class_def, "http_method_names", &where);
    }
    return value == PROGRAM_NONE ? NULL : methods_listed(self, where, value);
}

static bool allows(const char *allowed, const char *method) {
    size_t length = strlen(method);
    for (const char *at = allowed; at && (at = strstr(at, method)); at++) {
        if ((at == allowed || at[-1] == ' ') && (!at[length] || at[length] == ',')) {
            return true;
        }
    }
    return !allowed;
}

static bool has_word(const char *words, const char *word) {
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at++) {
        if (at[-1] == ' ' && at[length] == ' ') {
            return true;
        }
    }
    return false;
}

static bool is_generic(struct web *self, uint32_t class_def, const char *method) {
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++) {
        if (has_word(generic[i].methods, method) && class_has_base(self, class_def, generic[i].base)) {
            return true;
        }
    }
    return false;
}

static uint32_t or_class(uint32_t method, uint32_t class_def) { return method == PROGRAM_NONE ? class_def : method; }

/* as_view({"get": "list", "post": "create"}) */
static bool mapped_actions(struct django_urls *u, uint32_t module, uint32_t place, uint32_t call, uint32_t class_def,
                           const char *path, uint32_t first_guard) {
    struct web *self = u->web;
    const struct facts *facts = facts_of(self, module);
    uint32_t count, pairs;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    uint32_t actions =
        count && list[0] == FACTS_ARG_POSITIONAL ? list[1] : keyword_argument(self, module, call, "actions");
    if (actions == PROGRAM_NONE || facts->exprs[actions].kind != EXPR_DICT) {
        return false;
    }
    const uint32_t *dict = facts_list(facts, facts->exprs[actions].b, &pairs);
    const char *limits = allowed(self, module, call, class_def);
    for (uint32_t i = 0; i + 1 < pairs; i += 2) {
        const char *method = dict[i] == FACTS_NONE ? NULL : methods_listed(self, module, dict[i]);
        const char *action = text_of(self, module, dict[i + 1]);
        if (method && action && allows(limits, method)) {
            django_declare_class(u, module, place, path, method,
                                 or_class(class_method(self, class_def, action), class_def), first_guard, class_def);
        }
    }
    return true;
}

void django_view_class(struct django_urls *u, uint32_t module, uint32_t place, uint32_t call, uint32_t class_def,
                       const char *path, uint32_t first_guard) {
    struct web *self = u->web;
    const char *limits = allowed(self, module, call, class_def);
    bool any = false;
    if (u->websocket) {
        uint32_t method = class_method(self, class_def, "receive_json");
        method = method == PROGRAM_NONE ? class_method(self, class_def, "receive") : method;
        method = method == PROGRAM_NONE ? class_method(self, class_def, "connect") : method;
        django_declare_class(u, module, place, path, "WS", or_class(method, class_def), first_guard, class_def);
        return;
    }
    if (call != PROGRAM_NONE && mapped_actions(u, module, place, call, class_def, path, first_guard)) {
        return;
    }
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        uint32_t method = class_method(self, class_def, verbs[i].name);
        if (allows(limits, verbs[i].verb) && (method != PROGRAM_NONE || is_generic(self, class_def, verbs[i].verb))) {
            django_declare_class(u, module, place, path, verbs[i].verb, or_class(method, class_def), first_guard,
                                 class_def);
            any = true;
        }
    }
    if (!any) {
        django_declare_class(u, module, place, path, limits ? limits : "*", class_def, first_guard, class_def);
    }
}

/* ---- routers ---- */

struct router {
    struct django_urls *urls;
    uint32_t module, expr; /* the call that makes it */
    const char *slash, *prefix;
    bool is_router; /* some origin of the expression was one */
    bool matches;   /* a registration is on this one */
};

static bool has_action(struct web *self, uint32_t class_def, const char *action) {
    if (class_method(self, class_def, action) != PROGRAM_NONE) {
        return true;
    }
    for (size_t i = 0; i < sizeof mixins / sizeof *mixins; i++) {
        if (has_word(mixins[i].actions, action) && class_has_base(self, class_def, mixins[i].base)) {
            return true;
        }
    }
    return false;
}

static const char *lookup_of(struct web *self, uint32_t class_def) {
    uint32_t module, value = class_value(self, class_def, "lookup_url_kwarg", &module);
    value = value == PROGRAM_NONE ? class_value(self, class_def, "lookup_field", &module) : value;
    const char *name = value == PROGRAM_NONE ? NULL : text_of(self, module, value);
    return name ? name : "pk";
}

/* @action(detail=True, methods=["post"], url_path="pay"), and @pay.mapping.delete on further ones */
static void extra_action(struct router *r, uint32_t module, uint32_t place, const char *base, const char *lookup,
                         uint32_t class_def, uint32_t method, uint32_t decorator) {
    struct web *self = r->urls->web;
    uint32_t where = program_def_module(self->program, method);
    const struct facts *facts = facts_of(self, where);
    bool is_call = facts->exprs[decorator].kind == EXPR_CALL;
    uint32_t methods = is_call ? keyword_argument(self, where, decorator, "methods") : PROGRAM_NONE;
    uint32_t detail = is_call ? keyword_argument(self, where, decorator, "detail") : PROGRAM_NONE;
    uint32_t url = is_call ? keyword_argument(self, where, decorator, "url_path") : PROGRAM_NONE;
    uint32_t permissions = is_call ? keyword_argument(self, where, decorator, "permission_classes") : PROGRAM_NONE;
    const char *name = url == PROGRAM_NONE ? NULL : text_of(self, where, url);
    name = name ? name : program_string(self->program, program_def_name(self->program, method));
    bool is_detail = detail != PROGRAM_NONE ? facts->exprs[detail].kind == EXPR_TRUE
                                            : span_is(facts_decorator_name(facts, decorator), "detail_route");
    const char *path = is_detail ? arena_printf(&self->arena, "%s/<%s>/%s%s", base, lookup, name, r->slash)
                                 : arena_printf(&self->arena, "%s/%s%s", base, name, r->slash);
    uint32_t first_guard = self->guards.len;
    if (permissions != PROGRAM_NONE) {
        guards_of_list(self, LEVEL_DECORATOR, where, permissions);
    }
    django_declare_class(r->urls, module, place, path,
                         methods == PROGRAM_NONE ? "GET" : methods_listed(self, where, methods), method, first_guard,
                         class_def);
    if (permissions != PROGRAM_NONE && self->declared.len) {
        self->declared.data[self->declared.len - 1].has_permissions = true;
    }
}

/* Decorators of a method, the one that makes it an action; PROGRAM_NONE. */
static uint32_t action_decorator(struct web *self, uint32_t method) {
    const struct facts *facts = facts_of(self, program_def_module(self->program, method));
    uint32_t count;
    const uint32_t *list = facts_list(facts, program_def_scope(self->program, method)->decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (span_is(facts_decorator_name(facts, list[i]), "action")) {
            return list[i];
        }
    }
    return PROGRAM_NONE;
}

/* The action that @pay.mapping.delete adds a method to; PROGRAM_NONE for any other decorator. */
static uint32_t mapped_on(struct router *r, uint32_t class_def, uint32_t decorator) {
    struct web *self = r->urls->web;
    const struct facts *facts = facts_of(self, program_def_module(self->program, class_def));
    const struct facts_expr *e = &facts->exprs[decorator];
    if (e->kind != EXPR_ATTRIBUTE || facts->exprs[e->a].kind != EXPR_ATTRIBUTE ||
        !span_is(facts_text(facts, facts->exprs[e->a].b), "mapping")) {
        return PROGRAM_NONE;
    }
    struct span name = facts_last_name(facts, facts->exprs[e->a].a);
    return name.len ? class_method(self, class_def, arena_strndup(&self->arena, name.data, name.len)) : PROGRAM_NONE;
}

static const char *upper_name(struct web *self, struct span name) {
    char *copy = arena_strndup(&self->arena, name.data, name.len);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    return copy;
}

/* A method of its own for an action that another method makes. */
static void further_method(struct router *r, uint32_t module, uint32_t place, const char *base, const char *lookup,
                           uint32_t class_def, uint32_t method, uint32_t action, const char *verb) {
    struct web *self = r->urls->web;
    uint32_t decorator = action_decorator(self, action), before = self->declared.len;
    if (decorator != PROGRAM_NONE) {
        extra_action(r, module, place, base, lookup, class_def, action, decorator);
    }
    if (self->declared.len > before) { /* the same path, answered by another method */
        self->declared.data[before].handler = method;
        self->declared.data[before].methods = verb;
    }
}

static void extra_actions(struct router *r, uint32_t module, uint32_t place, const char *base, const char *lookup,
                          uint32_t class_def) {
    struct web *self = r->urls->web;
    uint32_t count, decorators;
    const uint32_t *mro = program_mro(self->program, class_def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(self->program), mro[i]).entity;
        if (program_is_model(self->program, def)) {
            continue;
        }
        const struct program_module *m = program_module_at(self->program, program_def_module(self->program, def));
        for (uint32_t s = def - m->scope_base + 1; s < m->facts.scope_count; s++) {
            if (m->facts.scopes[s].parent != def - m->scope_base || m->facts.scopes[s].kind != SCOPE_FUNCTION) {
                continue;
            }
            const uint32_t *list = facts_list(&m->facts, m->facts.scopes[s].decorators, &decorators);
            for (uint32_t k = 0; k < decorators; k++) {
                struct span name = facts_decorator_name(&m->facts, list[k]);
                uint32_t other = mapped_on(r, def, list[k]);
                if (other != PROGRAM_NONE) {
                    further_method(r, module, place, base, lookup, class_def, m->scope_base + s, other,
                                   upper_name(self, name));
                }
                if (span_is(name, "action") || span_is(name, "detail_route") || span_is(name, "list_route")) {
                    extra_action(r, module, place, base, lookup, class_def, m->scope_base + s, list[k]);
                }
            }
        }
    }
}

static void register_viewset(struct router *r, uint32_t module, uint32_t place, const char *prefix,
                             uint32_t class_def) {
    struct web *self = r->urls->web;
    const char *limits = allowed(self, module, PROGRAM_NONE, class_def), *lookup = lookup_of(self, class_def);
    const char *base = arena_printf(&self->arena, "%s%s%s", r->urls->prefix, r->prefix, prefix);
    for (size_t i = 0; i < sizeof standard / sizeof *standard; i++) {
        if (has_action(self, class_def, standard[i].action) && allows(limits, standard[i].method)) {
            const char *path = standard[i].detail ? arena_printf(&self->arena, "%s/<%s>%s", base, lookup, r->slash)
                                                  : arena_printf(&self->arena, "%s%s", base, r->slash);
            django_declare_class(r->urls, module, place, path, standard[i].method,
                                 or_class(class_method(self, class_def, standard[i].action), class_def),
                                 self->guards.len, class_def);
        }
    }
    extra_actions(r, module, place, base, lookup, class_def);
}

static void match_router(void *context, uint32_t module, uint32_t expr) {
    struct router *r = context;
    r->matches |= r->module == module && r->expr == expr;
}

/* router.register(r"orders", OrderViewSet) */
static void visit_register(void *context, uint32_t module, uint32_t call) {
    struct router *r = context;
    struct web *self = r->urls->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *callee = &facts->exprs[facts->exprs[call].a];
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (!is_judged_module(self, module) || callee->kind != EXPR_ATTRIBUTE || count < 2) {
        return;
    }
    r->matches = false;
    program_origins(self->program, module, callee->a, match_router, r);
    uint32_t prefix = keyword_argument(self, module, call, "prefix"),
             viewset = keyword_argument(self, module, call, "viewset");
    prefix = prefix == PROGRAM_NONE && list[0] == FACTS_ARG_POSITIONAL ? list[1] : prefix;
    viewset = viewset == PROGRAM_NONE && count >= 4 && list[2] == FACTS_ARG_POSITIONAL ? list[3] : viewset;
    if (!r->matches || prefix == PROGRAM_NONE || viewset == PROGRAM_NONE) {
        return;
    }
    struct type t = types_get(program_types(self->program), program_eval(self->program, module, viewset));
    const char *text = text_of(self, module, prefix);
    if (t.kind == TYPE_CLASS && !program_is_model(self->program, t.entity)) {
        register_viewset(r, module, call, text ? text : "{…}", t.entity);
    }
}

static void visit_router(void *context, uint32_t module, uint32_t expr);

/* router.registry.extend(orders.registry) */
static void visit_extend(void *context, uint32_t module, uint32_t call) {
    struct router *r = context;
    struct web *self = r->urls->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *callee = &facts->exprs[facts->exprs[call].a];
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (callee->kind != EXPR_ATTRIBUTE || !span_is(facts_last_name(facts, callee->a), "registry") || count != 2 ||
        facts->exprs[list[1]].kind != EXPR_ATTRIBUTE || facts->exprs[callee->a].kind != EXPR_ATTRIBUTE) {
        return;
    }
    r->matches = false;
    program_origins(self->program, module, facts->exprs[callee->a].a, match_router, r);
    if (r->matches && r->urls->depth < LIMIT_INCLUDES) {
        struct router other = {.urls = r->urls};
        r->urls->depth++;
        program_origins(self->program, module, facts->exprs[list[1]].a, visit_router, &other);
        r->urls->depth--;
    }
}

static void visit_router(void *context, uint32_t module, uint32_t expr) {
    struct router *r = context;
    struct web *self = r->urls->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    if (e->kind != EXPR_CALL || !span_ends(facts_last_name(facts, e->a), "Router")) {
        return;
    }
    r->is_router = true;
    r->module = module;
    r->expr = expr;
    uint32_t slash = keyword_argument(self, module, expr, "trailing_slash");
    const uint32_t *list = facts_list(facts, e->b, &count);
    r->slash = slash != PROGRAM_NONE && facts->exprs[slash].kind == EXPR_FALSE ? "" : "/";
    r->prefix = "";
    if (span_starts(facts_last_name(facts, e->a), "Nested") && count >= 4) {
        uint32_t lookup = keyword_argument(self, module, expr, "lookup");
        const char *parent = text_of(self, module, list[3]),
                   *name = lookup == PROGRAM_NONE ? NULL : text_of(self, module, lookup);
        r->prefix = arena_printf(&self->arena, "%s/<%s_pk>/", parent ? parent : "{…}", name ? name : "nested_1");
    }
    program_calls_named(self->program, program_intern(self->program, "register"), visit_register, r);
    program_calls_named(self->program, program_intern(self->program, "extend"), visit_extend, r);
}

bool django_router(struct django_urls *u, uint32_t module, uint32_t expr) {
    struct router r = {.urls = u};
    program_origins(u->web->program, module, expr, visit_router, &r);
    return r.is_router;
}
