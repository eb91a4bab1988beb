/* Which applications are deployed, and as what. */
#include <stdlib.h>

#include "web/internal.h"

/* How a framework is called, by the package that its application class comes from. */
static const struct {
    const char *package, *name;
    bool judged;
} frameworks[] = {{"fastapi", "FastAPI", true},      {"starlette", "Starlette", true}, {"flask", "Flask", true},
                  {"quart", "Quart", true},          {"aiohttp", "aiohttp", true},     {"apiflask", "APIFlask", true},
                  {"flask_openapi3", "Flask", true}, {"ninja", "Django Ninja", true}};

uint8_t services_family(const char *dotted) {
    static const struct {
        const char *start;
        uint8_t family;
    } families[] = {{"fastapi", 1},  {"starlette", 1}, {"FastAPI", 1},  {"Starlette", 1}, {"flask", 2},
                    {"apiflask", 2}, {"Flask", 2},     {"APIFlask", 2}, {"quart", 3},     {"Quart", 3},
                    {"aiohttp", 4},  {"ninja", 5},     {"Django", 5}};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (strncmp(dotted, families[i].start, strlen(families[i].start)) == 0) {
            return families[i].family;
        }
    }
    return 0;
}

/* Other frameworks by the names of what makes their applications: named, not judged. */
static const struct {
    const char *made, *package, *name;
    uint8_t interface;
} others[] = {
    {"Litestar", "litestar", "Litestar", WEB_ASGI},
    {"Starlite", "starlite", "Starlite", WEB_ASGI},
    {"Sanic", "sanic", "Sanic", WEB_ASGI},
    {"Bottle", "bottle", "Bottle", WEB_WSGI},
    {"App", "falcon", "Falcon", WEB_WSGI},
    {"API", "falcon", "Falcon", WEB_WSGI},
    {"Configurator", "pyramid", "Pyramid", WEB_WSGI},
    {"Application", "tornado", "Tornado", WEB_ASGI},
    {"Blocks", "gradio", "Gradio", WEB_ASGI},
    {"Interface", "gradio", "Gradio", WEB_ASGI},
    {"ChatInterface", "gradio", "Gradio", WEB_ASGI},
    {"BlackSheep", "blacksheep", "BlackSheep", WEB_ASGI},
    {"Robyn", "robyn", "Robyn", WEB_ASGI},
    {"Celery", "celery", "Celery", WEB_UNKNOWN},
    {"server", "grpc", "gRPC", WEB_UNKNOWN},
};

static bool is_below(const char *dotted, const char *package) {
    size_t length = strlen(package);
    return strncmp(dotted, package, length) == 0 && (dotted[length] == '.' || !dotted[length]);
}

static const char *folder_of(struct web *self, uint32_t module) {
    const char *path = program_module_at(self->program, module)->path;
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? arena_strndup(&self->arena, path, (size_t)(slash - path)) : "";
}

static const char *module_name(struct web *self, uint32_t module) {
    const char *name = program_string(self->program, program_module_at(self->program, module)->name);
    return *name ? name : program_module_at(self->program, module)->path;
}

/* The name that a call's value is bound to: "app" of `app = FastAPI()`; FACTS_NONE when it is bound to none. */
static uint32_t bound_symbol(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    for (uint32_t b = 0; b < facts->binding_count; b++) {
        if (facts->bindings[b].value == expr && !facts->bindings[b].unpack) {
            return facts->bindings[b].symbol;
        }
    }
    return FACTS_NONE;
}

static uint32_t service_add(struct web *self, uint32_t module, uint32_t expr, const char *framework, uint8_t interface,
                            bool judged) {
    struct web_service service = {.name = module_name(self, module),
                                  .framework = framework,
                                  .folder = folder_of(self, module),
                                  .interface = interface,
                                  .module = module,
                                  .expr = expr,
                                  .parent = WEB_NONE,
                                  .judged = judged};
    vec_push(&self->services, service);
    return self->services.len - 1;
}

/* `if debug: app = FastAPI(…) else: app = FastAPI(…)` is one service. */
static uint32_t same_service(struct web *self, uint32_t number, uint32_t symbol) {
    const struct web_node *node = &self->nodes.data[number];
    for (uint32_t i = 0; symbol != FACTS_NONE && i < self->nodes.len; i++) {
        const struct web_node *other = &self->nodes.data[i];
        if (i != number && other->service != WEB_NONE && other->module == node->module &&
            bound_symbol(self, other->module, other->expr) == symbol) {
            return other->service;
        }
    }
    return WEB_NONE;
}

static void number_node(struct web *self, uint32_t number) {
    struct web_node *node = &self->nodes.data[number];
    uint32_t symbol = bound_symbol(self, node->module, node->expr), same = same_service(self, number, symbol);
    if (same != WEB_NONE) {
        node->service = same;
        return;
    }
    const char *dotted = program_dotted(self->program, node->class_def),
               *framework = program_string(self->program, program_def_name(self->program, node->class_def));
    bool judged = false;
    for (size_t i = 0; i < sizeof frameworks / sizeof *frameworks; i++) {
        if (is_below(dotted, frameworks[i].package)) {
            framework = frameworks[i].name;
            judged = frameworks[i].judged;
        }
    }
    node->service = service_add(self, node->module, node->expr, framework, node->interface, judged);
}

struct naming {
    struct web *web;
    size_t row;
};

static void visit_other(void *context, uint32_t module, uint32_t call) {
    struct naming *n = context;
    struct web *self = n->web;
    struct type t = types_get(program_types(self->program),
                              program_eval(self->program, module, facts_of(self, module)->exprs[call].a));
    const char *dotted = t.kind == TYPE_MISSING ? program_string(self->program, t.entity)
                         : t.kind == TYPE_CLASS || t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD
                             ? program_dotted(self->program, t.entity)
                             : "";
    if (is_judged_module(self, module) && is_below(dotted, others[n->row].package)) {
        service_add(self, module, call, others[n->row].name, others[n->row].interface, false);
    }
}

/* Streamlit has no application object: a script that imports it is one. The first of a folder stands for all. */
static void find_streamlit(struct web *self) {
    const char *last = NULL;
    for (uint32_t m = 0; m < program_module_count(self->program); m++) {
        if (!is_judged_module(self, m)) {
            continue;
        }
        const struct facts *facts = facts_of(self, m);
        for (uint32_t i = 0; i < facts->import_count; i++) {
            struct span name = facts_text(facts, facts->imports[i].module);
            const char *folder = span_is(name, "streamlit") ? folder_of(self, m) : NULL;
            if (folder && (!last || !is_below(folder, last))) {
                service_add(self, m, WEB_NONE, "Streamlit", WEB_UNKNOWN, false);
                last = folder;
                break;
            }
        }
    }
}

/* Services of one module are told apart by the names they are bound to: "shop.main:admin_app"; a last resort is the line. */
static bool is_taken(const struct web *self, uint32_t service, const char *name) {
    for (uint32_t k = 0; k < self->services.len; k++) {
        if (k != service && strcmp(self->services.data[k].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* "inference.server.main" of a main.py that another one shares its name with. */
static void name_by_path(struct web *self, struct web_service *service) {
    const char *path = program_module_at(self->program, service->module)->path, *dot = strrchr(path, '.');
    char *name = arena_strndup(&self->arena, path, dot ? (size_t)(dot - path) : strlen(path));
    for (char *c = name; *c; c++) {
        *c = *c == '/' ? '.' : *c;
    }
    service->name = name;
}

void services_name(struct web *self) {
    for (uint32_t i = 0; i < self->services.len; i++) {
        bool elsewhere = false;
        for (uint32_t k = 0; k < self->services.len; k++) {
            elsewhere |= self->services.data[k].module != self->services.data[i].module &&
                         strcmp(module_name(self, self->services.data[k].module),
                                module_name(self, self->services.data[i].module)) == 0;
        }
        if (elsewhere && self->services.data[i].expr != WEB_NONE) {
            name_by_path(self, &self->services.data[i]);
        }
    }
    for (uint32_t i = 0; i < self->services.len; i++) {
        struct web_service *service = &self->services.data[i];
        bool shared = false;
        for (uint32_t k = 0; k < self->services.len; k++) {
            shared |= k != i && self->services.data[k].module == service->module;
        }
        if (!shared || service->expr == WEB_NONE) {
            continue;
        }
        const struct facts *facts = facts_of(self, service->module);
        uint32_t symbol = bound_symbol(self, service->module, service->expr), line, column;
        struct span name = symbol == FACTS_NONE ? SPAN("") : facts_text(facts, facts->symbols[symbol].name);
        facts_position(facts, facts->exprs[service->expr].start, &line, &column);
        service->name = name.len ? arena_printf(&self->arena, "%s:%.*s", service->name, (int)name.len, name.data)
                                 : arena_printf(&self->arena, "%s:%u", service->name, line);
        if (is_taken(self, i, service->name)) {
            service->name = arena_printf(&self->arena, "%s:%u", service->name, line);
        }
    }
}

struct placed {
    uint32_t module, expr, node;
};

static int by_place(const void *a, const void *b) {
    const struct placed *x = a, *y = b;
    return x->module != y->module ? (x->module > y->module) - (x->module < y->module)
                                  : (x->expr > y->expr) - (x->expr < y->expr);
}

/* In order of the modules, not in that in which registrations led to them. */
static void number_nodes(struct web *self) {
    VEC(struct placed) apps = {0};
    for (uint32_t i = 0; i < self->nodes.len; i++) {
        const struct web_node *node = &self->nodes.data[i];
        if (node->is_app && is_judged_module(self, node->module)) {
            vec_push(&apps, ((struct placed){node->module, node->expr, i}));
        }
    }
    if (apps.len) {
        qsort(apps.data, apps.len, sizeof *apps.data, by_place);
    }
    for (uint32_t i = 0; i < apps.len; i++) {
        number_node(self, apps.data[i].node);
    }
    vec_free(&apps);
}

void services_find(struct web *self) {
    nodes_find_apps(self);
    number_nodes(self);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        program_calls_named(self->program, program_intern(self->program, others[i].made), visit_other,
                            &(struct naming){self, i});
    }
    find_streamlit(self);
}
