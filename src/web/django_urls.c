/* urlpatterns: path, re_path, include, and what is wrapped around views in them. */
#include "web/django.h"

static void pattern(struct django_urls *u, uint32_t module, uint32_t call);

/* Every value a list has in its file: first, then what `+=`, append and extend add. */
static void patterns_of_symbol(struct django_urls *u, uint32_t module, uint32_t symbol) {
    const struct facts *facts = facts_of(u->web, module);
    const struct facts_symbol *s = &facts->symbols[symbol];
    for (uint32_t i = 0; i < s->binding_count; i++) {
        const struct facts_binding *b = &facts->bindings[s->first_binding + i];
        if (b->kind == BIND_IMPORT) {
            const struct facts_import *import = &facts->imports[b->source];
            uint32_t from =
                import->name == FACTS_NONE ? PROGRAM_NONE : program_import_source(u->web->program, module, b->source);
            struct span name = facts_text(facts, import->name);
            if (from != PROGRAM_NONE && from != module) {
                django_patterns_of_module(u, from, arena_strndup(&u->web->arena, name.data, name.len));
            }
        } else if ((b->kind == BIND_ASSIGN || b->kind == BIND_AUGMENT || b->kind == BIND_ANNOTATION) &&
                   b->value != FACTS_NONE && !b->unpack) {
            django_patterns(u, module, b->value);
        }
    }
    for (uint32_t i = 0; i < facts->stmt_count; i++) {
        const struct facts_stmt *stmt = &facts->stmts[i];
        const struct facts_expr *call = stmt->kind == STMT_EXPR ? &facts->exprs[stmt->a] : NULL;
        const struct facts_expr *callee = call && call->kind == EXPR_CALL ? &facts->exprs[call->a] : NULL;
        if (!callee || callee->kind != EXPR_ATTRIBUTE || facts->exprs[callee->a].kind != EXPR_NAME ||
            facts->exprs[callee->a].b != symbol) {
            continue;
        }
        struct span name = facts_text(facts, callee->b);
        uint32_t count;
        const uint32_t *list = facts_list(facts, call->b, &count);
        if (count == 2 && (span_is(name, "append") || span_is(name, "extend"))) {
            django_patterns(u, module, list[1]);
        } else if (count == 4 && span_is(name, "insert")) {
            django_patterns(u, module, list[3]);
        }
    }
}

void django_patterns_of_module(struct django_urls *u, uint32_t module, const char *name) {
    const struct facts *facts = facts_of(u->web, module);
    if (program_module_at(u->web->program, module)->is_model ||
        program_module_at(u->web->program, module)->is_namespace || ++u->depth > LIMIT_INCLUDES) {
        u->depth -= u->depth > 0;
        return;
    }
    uint32_t symbol = facts_symbol_of(facts, 0, span_of(name));
    if (symbol != FACTS_NONE) {
        patterns_of_symbol(u, module, symbol);
    }
    for (uint32_t i = 0; symbol == FACTS_NONE && i < facts->import_count; i++) { /* from .v1 import * */
        if (facts->imports[i].symbol == FACTS_NONE && facts->imports[i].name != FACTS_NONE) {
            uint32_t from = program_import_source(u->web->program, module, i);
            if (from != PROGRAM_NONE && from != module) {
                django_patterns_of_module(u, from, name);
            }
        }
    }
    u->depth--;
}

/* ---- what a pattern leads to ---- */

/* include("shop.urls"), include(module), include((patterns, "shop")), include(router.urls) */
static void included(struct django_urls *u, uint32_t module, uint32_t expr) {
    struct web *self = u->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    if (e->kind == EXPR_TUPLE) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        if (count && facts->exprs[list[0]].kind != EXPR_CALL) {
            included(u, module, list[0]);
            return;
        }
    }
    struct type t = types_get(program_types(self->program), program_eval(self->program, module, expr));
    if (t.kind == TYPE_MODULE) {
        django_patterns_of_module(u, t.entity, "urlpatterns");
        return;
    }
    const char *dotted = e->kind == EXPR_STRING || e->kind == EXPR_FSTRING ? text_of(self, module, expr) : NULL;
    if (dotted) {
        uint32_t from = django_module(self, module, span_of(dotted));
        if (from != PROGRAM_NONE) {
            django_patterns_of_module(u, from, "urlpatterns");
        }
        return;
    }
    django_patterns(u, module, expr);
}

struct mounted {
    struct django_urls *urls;
};

/* An application of another kind below a path: `path("api/", api.urls)` of Django Ninja. */
static void mount_node(void *context, uint32_t node, bool bridged) {
    struct django_urls *u = ((struct mounted *)context)->urls;
    const char *path = arena_printf(&u->web->arena, "/%s", u->prefix);
    node_mount(u->web, &(struct web_edge){.child = node, .parent = u->node, .path = path, .bridged = bridged});
}

static bool is_call_of(const struct facts *facts, uint32_t expr, const char *name) {
    return facts->exprs[expr].kind == EXPR_CALL && span_is(facts_last_name(facts, facts->exprs[expr].a), name);
}

static const char *methods_of_function(struct web *self, uint32_t def) {
    uint32_t module = program_def_module(self->program, def), count, arguments;
    const struct facts *facts = facts_of(self, module);
    const uint32_t *list = facts_list(facts, program_def_scope(self->program, def)->decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct span name = facts_decorator_name(facts, list[i]);
        if (span_is(name, "require_GET") || span_is(name, "require_safe")) {
            return "GET";
        }
        if (span_is(name, "require_POST")) {
            return "POST";
        }
        if ((span_is(name, "require_http_methods") || span_is(name, "api_view")) &&
            facts->exprs[list[i]].kind == EXPR_CALL) {
            const uint32_t *given = facts_list(facts, facts->exprs[list[i]].b, &arguments);
            return arguments ? methods_listed(self, module, given[1]) : "GET";
        }
        if (span_is(name, "api_view")) {
            return "GET";
        }
    }
    return "*";
}

static void view(struct django_urls *u, uint32_t module, uint32_t place, uint32_t expr, const char *path,
                 uint32_t first_guard, uint32_t depth);

struct viewing {
    struct django_urls *urls;
    uint32_t module, place, first_guard, depth;
    const char *path;
    bool any;
};

static void visit_view(void *context, uint32_t module, uint32_t expr) {
    struct viewing *v = context;
    if (facts_of(v->urls->web, module)->exprs[expr].kind == EXPR_CALL) {
        v->any = true;
        view(v->urls, module, v->place, expr, v->path, v->first_guard, v->depth + 1);
    }
}

/* A view as it is registered: a function, a class's as_view(), something wrapped around one. */
static void view(struct django_urls *u, uint32_t module, uint32_t place, uint32_t expr, const char *path,
                 uint32_t first_guard, uint32_t depth) {
    struct web *self = u->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    struct type_table *types = program_types(self->program);
    uint32_t count;
    if (depth > 8) {
        return;
    }
    if (e->kind == EXPR_CALL) {
        const struct facts_expr *callee = &facts->exprs[e->a];
        const uint32_t *list = facts_list(facts, e->b, &count);
        if (callee->kind == EXPR_ATTRIBUTE &&
            (span_is(facts_text(facts, callee->b), "as_view") || span_is(facts_text(facts, callee->b), "as_asgi"))) {
            struct type t = types_get(types, program_eval(self->program, module, callee->a));
            if (t.kind == TYPE_CLASS && !program_is_model(self->program, t.entity)) {
                django_view_class(u, module, place, expr, t.entity, path, first_guard);
            }
        } else if (count && list[0] == FACTS_ARG_POSITIONAL) {
            guard_add(self, LEVEL_URLS, module, e->a);
            view(u, module, place, list[1], path, first_guard, depth + 1);
        }
        return;
    }
    uint32_t type = program_eval(self->program, module, expr);
    bool any = false;
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        if ((t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) && !program_is_model(self->program, t.entity)) {
            django_declare(u, module, place, path, methods_of_function(self, t.entity), t.entity, first_guard);
            any = true;
        } else if ((t.kind == TYPE_CLASS || t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT) &&
                   !program_is_model(self->program, t.entity)) {
            django_view_class(u, module, place, PROGRAM_NONE, t.entity, path, first_guard);
            any = true;
        }
    }
    if (!any && (e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE)) {
        struct viewing v = {u, module, place, first_guard, depth, path, false};
        uint32_t decorated = program_function_named(self->program, module, expr);
        program_origins(self->program, module, expr, visit_view, &v);
        if (!v.any && decorated != PROGRAM_NONE) { /* decorators that are not known hide what they wrap */
            django_declare(u, module, place, path, methods_of_function(self, decorated), decorated, first_guard);
        }
    }
}

/* "^orders/(?P<id>\d+)$" as it reads in a path. */
static const char *plain(struct web *self, const char *prefix, const char *route) {
    const char *at = *route == '^' ? route + 1 : route;
    size_t length = strlen(at);
    while (length && (at[length - 1] == '$' || (length > 1 && at[length - 1] == 'Z' && at[length - 2] == '\\'))) {
        length -= at[length - 1] == '$' ? 1 : 2;
    }
    return arena_printf(&self->arena, "%s%.*s", prefix, (int)length, at);
}

/* path(route, view), re_path(route, view), url(route, view) */
static void pattern(struct django_urls *u, uint32_t module, uint32_t call) {
    struct web *self = u->web;
    const struct facts *facts = facts_of(self, module);
    uint32_t count, route = PROGRAM_NONE, leads = PROGRAM_NONE, position = 0;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        struct span key = list[i] < FACTS_ARG_DOUBLE_STAR ? facts_text(facts, list[i]) : SPAN("");
        if (list[i] == FACTS_ARG_POSITIONAL ? position == 0 : span_is(key, "route") || span_is(key, "regex")) {
            route = list[i + 1];
        } else if (list[i] == FACTS_ARG_POSITIONAL ? position == 1 : span_is(key, "view")) {
            leads = list[i + 1];
        }
        position += list[i] == FACTS_ARG_POSITIONAL;
    }
    if (route == PROGRAM_NONE || leads == PROGRAM_NONE) {
        return;
    }
    const char *text = text_of(self, module, route), *before = u->prefix;
    const char *path = plain(self, before, text ? text : "{…}");
    const struct facts_expr *e = &facts->exprs[leads];
    if (is_call_of(facts, leads, "include")) {
        const uint32_t *given = facts_list(facts, e->b, &count);
        u->prefix = path;
        if (count) {
            included(u, module, given[1]);
        }
    } else if (e->kind == EXPR_ATTRIBUTE && span_is(facts_text(facts, e->b), "urls")) {
        u->prefix = path;
        if (!django_router(u, module, e->a)) {
            nodes_of(self, module, e->a, mount_node, &(struct mounted){u});
        }
    } else if (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE) {
        u->prefix = path;
        included(u, module, leads);
    } else {
        view(u, module, call, leads, path, self->guards.len, 0);
    }
    u->prefix = before;
}

struct deeper {
    struct django_urls *urls;
};

static void visit_patterns(void *context, uint32_t module, uint32_t expr) {
    struct django_urls *u = ((struct deeper *)context)->urls;
    uint8_t kind = facts_of(u->web, module)->exprs[expr].kind;
    if (kind == EXPR_LIST || kind == EXPR_TUPLE || kind == EXPR_CALL || kind == EXPR_BINARY) {
        django_patterns(u, module, expr);
    }
}

static void patterns_of_call(struct django_urls *u, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(u->web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    struct span name = facts_last_name(facts, e->a);
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    if (span_is(name, "path") || span_is(name, "re_path") || span_is(name, "url")) {
        pattern(u, module, expr);
    } else if (span_is(name, "include")) {
        if (count) {
            included(u, module, list[1]);
        }
    } else if (span_is(name, "i18n_patterns") || span_is(name, "format_suffix_patterns") || span_is(name, "list") ||
               span_is(name, "tuple") || span_is(name, "decorator_include") || span_is(name, "URLRouter")) {
        const char *before = u->prefix;
        u->prefix = span_is(name, "i18n_patterns") ? arena_printf(&u->web->arena, "%s<language>/", before) : before;
        for (uint32_t i = 0; i + 1 < count; i += 2) {
            if (list[i] == FACTS_ARG_POSITIONAL || list[i] == FACTS_ARG_STAR) {
                django_patterns(u, module, list[i + 1]);
            }
        }
        u->prefix = before;
    } else {
        program_origins(u->web->program, module, expr, visit_patterns, &(struct deeper){u});
    }
}

void django_patterns(struct django_urls *u, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(u->web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t *on_way = map_at(u->seen, map_pair(module, expr)), count;
    if (*on_way == 1 || ++u->depth > LIMIT_INCLUDES) {
        u->depth -= *on_way != 1;
        return;
    }
    *on_way = 1;
    switch (e->kind) {
    case EXPR_LIST:
    case EXPR_TUPLE: {
        const uint32_t *list = facts_list(facts, e->b, &count);
        for (uint32_t i = 0; i < count; i++) {
            django_patterns(u, module, list[i]);
        }
        break;
    }
    case EXPR_STARRED:
    case EXPR_AWAIT: django_patterns(u, module, e->a); break;
    case EXPR_BINARY:
    case EXPR_BOOL:
        django_patterns(u, module, e->a);
        django_patterns(u, module, e->b);
        break;
    case EXPR_TERNARY: {
        const uint32_t *list = facts_list(facts, e->b, &count);
        django_patterns(u, module, list[1]);
        django_patterns(u, module, list[2]);
        break;
    }
    case EXPR_CALL: patterns_of_call(u, module, expr); break;
    case EXPR_NAME:
        if (e->b != FACTS_NONE && facts->scopes[facts->symbols[e->b].scope].kind == SCOPE_MODULE) {
            patterns_of_symbol(u, module, e->b);
        } else {
            program_origins(u->web->program, module, expr, visit_patterns, &(struct deeper){u});
        }
        break;
    case EXPR_ATTRIBUTE: {
        struct span name = facts_text(facts, e->b);
        struct type t = types_get(program_types(u->web->program), program_eval(u->web->program, module, e->a));
        if (t.kind == TYPE_MODULE) {
            django_patterns_of_module(u, t.entity, arena_strndup(&u->web->arena, name.data, name.len));
        } else if (!span_is(name, "urls") || !django_router(u, module, e->a)) {
            program_origins(u->web->program, module, expr, visit_patterns, &(struct deeper){u});
        }
        break;
    }
    default: break;
    }
    u->depth--;
    map_set(u->seen, map_pair(module, expr), 0);
}
