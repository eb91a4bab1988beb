/* Flask-AppBuilder and Flask-Admin: classes whose methods carry @expose, served once the class is given to add_view or
 * add_api. The path before those of the methods follows from the class. */
#include "web/internal.h"

struct exposed {
    struct web *web;
    uint32_t module, place, class_def;
    const char *base;
    struct map names; /* of methods met: one of a base that is overridden is not served */
};

static const char *lower(struct web *self, const char *text) {
    char *copy = arena_strdup(&self->arena, text);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    }
    return copy;
}

static const char *text_value(struct web *self, uint32_t class_def, const char *name) {
    uint32_t module, value = class_value(self, class_def, name, &module);
    return value == PROGRAM_NONE ? NULL : text_of(self, module, value);
}

/* "/api/v1/orders" of an API, "/orderview" of a view, unless route_base says otherwise. */
static const char *base_of(struct web *self, uint32_t class_def) {
    static const char *const apis[] = {"BaseApi", "BaseModelApi", "ModelRestApi"};
    const char *given = text_value(self, class_def, "route_base"),
               *name = program_string(self->program, program_def_name(self->program, class_def));
    if (given) {
        return given;
    }
    for (size_t i = 0; i < sizeof apis / sizeof *apis; i++) {
        if (class_has_base(self, class_def, apis[i])) {
            const char *version = text_value(self, class_def, "version"),
                       *resource = text_value(self, class_def, "resource_name");
            return arena_printf(&self->arena, "/api/%s/%s", version ? version : "v1",
                                resource ? resource : lower(self, name));
        }
    }
    return arena_printf(&self->arena, "/%s", lower(self, name));
}

static void declare_method(struct exposed *x, uint32_t method, uint32_t decorator) {
    struct web *self = x->web;
    uint32_t module = program_def_module(self->program, method), count;
    const struct facts *facts = facts_of(self, module);
    const uint32_t *list = facts_list(facts, facts->exprs[decorator].b, &count);
    uint32_t url = keyword_argument(self, module, decorator, "url"),
             methods = keyword_argument(self, module, decorator, "methods");
    url = url == PROGRAM_NONE && count && list[0] == FACTS_ARG_POSITIONAL ? list[1] : url;
    methods = methods == PROGRAM_NONE && count >= 4 && list[2] == FACTS_ARG_POSITIONAL ? list[3] : methods;
    const char *path = url == PROGRAM_NONE ? "/" : text_of(self, module, url);
    const char *listed = methods == PROGRAM_NONE ? "GET" : methods_listed(self, module, methods);
    struct web_declared d = {.node = WEB_NONE,
                             .module = x->module,
                             .expr = x->place,
                             .path = path_join(self, x->base, path ? path : "{…}"),
                             .methods = listed ? listed : "*",
                             .handler = method,
                             .runs = RUNS_THREAD,
                             .first_guard = self->guards.len,
                             .response = PROGRAM_NONE,
                             .registrar = PROGRAM_NONE,
                             .owner = x->class_def,
                             .family = services_family("flask")};
    if (self->declared.len < LIMIT_ROUTES) {
        vec_push(&self->declared, d);
    }
}

static void methods_of_class(struct exposed *x, uint32_t class_def) {
    struct web *self = x->web;
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, class_def));
    for (uint32_t s = class_def - m->scope_base + 1; s < m->facts.scope_count; s++) {
        uint32_t count, def = m->scope_base + s;
        if (m->facts.scopes[s].parent != class_def - m->scope_base || m->facts.scopes[s].kind != SCOPE_FUNCTION) {
            continue;
        }
        uint32_t *met = map_at(&x->names, program_def_name(self->program, def));
        bool hidden = *met != MAP_NONE && *met != class_def;
        *met = class_def;
        const uint32_t *list = facts_list(&m->facts, m->facts.scopes[s].decorators, &count);
        for (uint32_t i = count; !hidden && i-- > 0;) {
            if (m->facts.exprs[list[i]].kind == EXPR_CALL &&
                span_is(facts_decorator_name(&m->facts, list[i]), "expose")) {
                declare_method(x, def, list[i]);
            }
        }
    }
}

static void visit_add(void *context, uint32_t module, uint32_t call) {
    struct web *self = context;
    const struct facts *facts = facts_of(self, module);
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (!is_judged_module(self, module) || !count || facts->exprs[facts->exprs[call].a].kind != EXPR_ATTRIBUTE) {
        return;
    }
    struct type t = types_get(program_types(self->program), program_eval(self->program, module, list[1]));
    if ((t.kind != TYPE_CLASS && t.kind != TYPE_EXACT && t.kind != TYPE_INSTANCE) ||
        program_is_model(self->program, t.entity)) {
        return;
    }
    struct exposed x = {.web = self, .module = module, .place = call, .class_def = t.entity};
    x.base = base_of(self, t.entity);
    const uint32_t *mro = program_mro(self->program, t.entity, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(self->program), mro[i]).entity;
        if (!program_is_model(self->program, def)) {
            methods_of_class(&x, def);
        }
    }
    map_free(&x.names);
}

void appbuilder_find(struct web *self) {
    static const char *const names[] = {"add_view", "add_view_no_menu", "add_api"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        program_calls_named(self->program, program_intern(self->program, names[i]), visit_add, self);
    }
}
