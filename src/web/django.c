/* Django projects: the settings say where the URLs begin, what runs before every view, and what REST framework asks by
 * default. */
#include "web/django.h"

struct project {
    struct web *web;
    uint32_t settings, urls; /* modules */
    uint32_t service, node;
};

/* ---- settings ---- */

static uint32_t setting(struct web *self, uint32_t module, const char *name) {
    const struct facts *facts = facts_of(self, module);
    uint32_t symbol = facts_symbol_of(facts, 0, span_of(name)), value = PROGRAM_NONE;
    for (uint32_t i = 0; symbol != FACTS_NONE && i < facts->symbols[symbol].binding_count; i++) {
        const struct facts_binding *b = &facts->bindings[facts->symbols[symbol].first_binding + i];
        if (b->kind == BIND_ASSIGN || b->kind == BIND_ANNOTATION) {
            value = b->value == FACTS_NONE ? value : b->value;
        }
    }
    return value;
}

uint32_t django_module(struct web *self, uint32_t from, struct span dotted) {
    return program_module_named(self->program, from,
                                arena_strndup(&self->arena, dotted.len ? dotted.data : "", dotted.len));
}

static const char *parent_folder(struct web *self, const char *path) {
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? arena_strndup(&self->arena, path, (size_t)(slash - path)) : "";
}

/* "shop" of the settings "shop.settings.base" */
static const char *project_name(struct web *self, uint32_t settings) {
    const char *name = program_string(self->program, program_module_at(self->program, settings)->name);
    const char *at = strstr(name, ".settings"), *dot = strrchr(name, '.');
    at = at ? at : strncmp(name, "settings", 8) == 0 ? NULL : dot;
    return at ? arena_strndup(&self->arena, name, (size_t)(at - name)) : *name ? name : "settings";
}

static uint32_t service_of_urls(const struct project *projects, uint32_t count, uint32_t urls) {
    for (uint32_t i = 0; i < count; i++) {
        if (projects[i].urls == urls) {
            return projects[i].service;
        }
    }
    return WEB_NONE;
}

static uint32_t add_service(struct web *self, uint32_t settings) {
    const char *path = program_module_at(self->program, settings)->path, *folder = parent_folder(self, path);
    if (strstr(path, "/settings/")) {
        folder = parent_folder(self, folder);
    }
    struct web_service service = {.name = project_name(self, settings),
                                  .framework = "Django",
                                  .folder = parent_folder(self, folder),
                                  .interface = WEB_WSGI,
                                  .module = settings,
                                  .expr = WEB_NONE,
                                  .parent = WEB_NONE,
                                  .judged = true};
    vec_push(&self->services, service);
    return self->services.len - 1;
}

/* ---- what guards everything ---- */

static void guard_everything(struct web *self, uint32_t node, uint8_t level, uint8_t kind, uint32_t module,
                             uint32_t expr, const char *name) {
    const struct facts_expr *e = &facts_of(self, module)->exprs[expr];
    vec_push(&self->hooks, ((struct web_hook){node, self->guards.len}));
    vec_push(&self->guards, ((struct web_guard){level, kind, name, module, e->start, e->end}));
}

/* The class that a setting names: "shop.middleware.Login". */
static uint8_t kind_of_dotted(struct web *self, uint32_t from, struct span dotted) {
    const char *dot = memrchr(dotted.data, '.', dotted.len);
    if (!dot) {
        return KIND_COUNT;
    }
    struct span name = {dot + 1, dotted.len - (size_t)(dot + 1 - dotted.data)};
    uint32_t module = django_module(self, from, (struct span){dotted.data, (size_t)(dot - dotted.data)});
    if (module == PROGRAM_NONE) {
        bool open = span_is(name, "AllowAny");
        bool known = span_starts(dotted, "rest_framework") ||
                     span_starts(dotted, "django.contrib.auth.middleware.LoginRequired");
        return known && !open ? KIND_GUARDS_AUTHENTICATION : KIND_COUNT;
    }
    const struct program_module *m = program_module_at(self->program, module);
    uint32_t symbol = facts_symbol_of(&m->facts, 0, name);
    for (uint32_t i = 0; symbol != FACTS_NONE && i < m->facts.symbols[symbol].binding_count; i++) {
        const struct facts_binding *b = &m->facts.bindings[m->facts.symbols[symbol].first_binding + i];
        if (b->kind == BIND_CLASS || b->kind == BIND_FUNCTION) {
            return guard_kind_of_def(self, m->scope_base + b->source);
        }
    }
    return KIND_COUNT;
}

struct named_guards {
    struct project *project;
    uint8_t level;
};

static void visit_names(void *context, uint32_t module, uint32_t expr) {
    struct named_guards *n = context;
    struct web *self = n->project->web;
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count = 0;
    const uint32_t *list = e->kind == EXPR_LIST || e->kind == EXPR_TUPLE ? facts_list(facts, e->b, &count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        struct span text =
            facts->exprs[list[i]].kind == EXPR_STRING ? facts_text(facts, facts->exprs[list[i]].a) : SPAN("");
        uint8_t kind = text.len ? kind_of_dotted(self, module, text) : KIND_COUNT;
        if (kind != KIND_COUNT) {
            const char *dot = memrchr(text.data, '.', text.len);
            const char *name = arena_strndup(&self->arena, dot + 1, text.len - (size_t)(dot + 1 - text.data));
            if (n->level == LEVEL_MIDDLEWARE) {
                guard_everything(self, n->project->node, n->level, kind, module, list[i], name);
            } else if (self->rest_default == WEB_NONE) {
                self->rest_default = self->guards.len;
                vec_push(&self->guards, ((struct web_guard){n->level, kind, name, module, facts->exprs[list[i]].start,
                                                            facts->exprs[list[i]].end}));
            }
        }
    }
}

static void visit_rest_settings(void *context, uint32_t module, uint32_t expr) {
    struct named_guards *n = context;
    const struct facts *facts = facts_of(n->project->web, module);
    uint32_t count = 0;
    const uint32_t *list =
        facts->exprs[expr].kind == EXPR_DICT ? facts_list(facts, facts->exprs[expr].b, &count) : NULL;
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] != FACTS_NONE && facts->exprs[list[i]].kind == EXPR_STRING &&
            span_is(facts_text(facts, facts->exprs[list[i]].a), "DEFAULT_PERMISSION_CLASSES")) {
            program_origins(n->project->web->program, module, list[i + 1], visit_names, n);
        }
    }
}

static void read_guards(struct project *project) {
    struct web *self = project->web;
    struct named_guards middleware = {project, LEVEL_MIDDLEWARE}, rest = {project, LEVEL_DEFAULT};
    uint32_t value = setting(self, project->settings, "MIDDLEWARE");
    if (value != PROGRAM_NONE) {
        program_origins(self->program, project->settings, value, visit_names, &middleware);
    }
    value = setting(self, project->settings, "REST_FRAMEWORK");
    if (value != PROGRAM_NONE) {
        program_origins(self->program, project->settings, value, visit_rest_settings, &rest);
    }
}

/* ---- routes ---- */

void django_declare(struct django_urls *u, uint32_t module, uint32_t expr, const char *path, const char *methods,
                    uint32_t handler, uint32_t first_guard) {
    struct web *self = u->web;
    struct web_declared d = {.node = u->node,
                             .module = module,
                             .expr = expr,
                             .path = arena_printf(&self->arena, "/%s", path),
                             .methods = u->websocket ? "WS" : methods,
                             .handler = handler,
                             .runs = RUNS_THREAD,
                             .first_guard = first_guard,
                             .guard_count = self->guards.len - first_guard,
                             .websocket = u->websocket,
                             .response = PROGRAM_NONE,
                             .registrar = PROGRAM_NONE,
                             .owner = PROGRAM_NONE,
                             .is_django = true};
    if (self->declared.len < LIMIT_ROUTES) {
        vec_push(&self->declared, d);
    }
}

void django_declare_class(struct django_urls *u, uint32_t module, uint32_t expr, const char *path, const char *methods,
                          uint32_t handler, uint32_t first_guard, uint32_t owner) {
    uint32_t before = u->web->declared.len;
    django_declare(u, module, expr, path, methods, handler, first_guard);
    if (u->web->declared.len > before) {
        u->web->declared.data[before].owner = owner;
    }
}

static uint32_t node_of_service(struct web *self, uint32_t service) {
    struct web_node node = {.module = self->services.data[service].module,
                            .expr = WEB_NONE,
                            .class_def = PROGRAM_NONE,
                            .interface = WEB_WSGI,
                            .prefix = "",
                            .service = service,
                            .is_app = true};
    vec_push(&self->nodes, node);
    return self->nodes.len - 1;
}

static void walk_urls(struct project *project) {
    struct map seen = {0};
    struct django_urls u = {.web = project->web, .node = project->node, .prefix = "", .seen = &seen};
    django_patterns_of_module(&u, project->urls, "urlpatterns");
    map_free(&seen);
}

/* Channels: consumers stand in lists of their own. */
static void walk_websockets(struct web *self, const struct project *project) {
    for (uint32_t m = 0; m < program_module_count(self->program); m++) {
        if (is_judged_module(self, m) &&
            facts_symbol_of(facts_of(self, m), 0, SPAN("websocket_urlpatterns")) != FACTS_NONE) {
            struct map seen = {0};
            struct django_urls u = {.web = self, .node = project->node, .prefix = "", .websocket = true, .seen = &seen};
            django_patterns_of_module(&u, m, "websocket_urlpatterns");
            map_free(&seen);
        }
    }
}

void django_find(struct web *self) {
    VEC(struct project) projects = {0};
    for (uint32_t m = 0; m < program_module_count(self->program); m++) {
        if (!is_judged_module(self, m)) {
            continue;
        }
        uint32_t value = setting(self, m, "ROOT_URLCONF");
        const char *dotted = value == PROGRAM_NONE ? NULL : text_of(self, m, value);
        uint32_t urls = dotted ? django_module(self, m, span_of(dotted)) : PROGRAM_NONE;
        if (urls == PROGRAM_NONE || service_of_urls(projects.data, projects.len, urls) != WEB_NONE) {
            continue;
        }
        struct project project = {.web = self, .settings = m, .urls = urls};
        project.service = add_service(self, m);
        project.node = node_of_service(self, project.service);
        vec_push(&projects, project);
    }
    for (uint32_t i = 0; i < projects.len; i++) {
        read_guards(&projects.data[i]);
        walk_urls(&projects.data[i]);
    }
    if (projects.len) {
        walk_websockets(self, &projects.data[0]);
    }
    vec_free(&projects);
}
