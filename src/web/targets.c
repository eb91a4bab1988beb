/* From what a command names to the service that is meant. */
#include "web/deploy.h"

#define LIMIT_TARGETS 8u /* modules tried for one name */

static struct span part(struct span text, size_t from, size_t to) {
    return (struct span){text.data + from, to > from ? to - from : 0};
}

static struct span folder_of_path(struct span path) {
    const char *slash = path.len ? memrchr(path.data, '/', path.len) : NULL;
    return (struct span){path.data, slash ? (size_t)(slash - path.data) : 0};
}

/* The next component of a path; false at its end. */
static bool next_component(struct span *path, struct span *out) {
    while (path->len && path->data[0] == '/') {
        *path = part(*path, 1, path->len);
    }
    const char *slash = path->len ? memchr(path->data, '/', path->len) : NULL;
    *out = part(*path, 0, slash ? (size_t)(slash - path->data) : path->len);
    *path = part(*path, out->len, path->len);
    return out->len != 0;
}

static bool has_component(struct span path, struct span name) {
    for (struct span at = path, c; next_component(&at, &c);) {
        if (span_eq(c, name)) {
            return true;
        }
    }
    return false;
}

static uint32_t components(struct span path) {
    uint32_t count = 0;
    for (struct span at = path, c; next_component(&at, &c);) {
        count++;
    }
    return count;
}

static uint32_t common(struct span a, struct span b) {
    uint32_t count = 0;
    for (struct span x, y; next_component(&a, &x) && next_component(&b, &y) && span_eq(x, y);) {
        count++;
    }
    return count;
}

/* A folder that the file speaks of, or that it is named after: Dockerfile.api, docker/api/Dockerfile. */
static bool is_spoken_of(const struct vantage *self, struct span name) {
    for (uint32_t i = 0; self->file && i < self->file->folders.len; i++) {
        const struct command_folder *f = &self->file->folders.data[i];
        if (f->block == self->block && has_component(f->path, name)) {
            return true;
        }
    }
    struct span path = span_of(self->path);
    if (has_component(folder_of_path(path), name)) {
        return true;
    }
    struct span file = part(path, folder_of_path(path).len, path.len);
    for (size_t i = 1; i + name.len <= file.len; i++) {
        bool ends = i + name.len == file.len || strchr(".-_", file.data[i + name.len]);
        if (ends && strchr("/.-_", file.data[i - 1]) && memcmp(file.data + i, name.data, name.len) == 0) {
            return true;
        }
    }
    return false;
}

int vantage_score(const struct vantage *self, struct span folder, bool *near) {
    struct span own = folder_of_path(span_of(self->path));
    uint32_t shared = common(own, folder), index = 0;
    int score = 2 * (int)shared;
    bool spoken = false;
    for (struct span at = folder, c; next_component(&at, &c); index++) {
        if (index >= shared) {
            score--;
            spoken |= is_spoken_of(self, c);
        }
    }
    *near = spoken || shared == index;
    return score + (spoken ? 3 : 0);
}

/* ---- modules ---- */

/* The path of a module without its suffix, __init__ left out. */
static struct span module_path(const struct program_module *m) {
    struct span path = span_of(m->path);
    path.len -= span_ends(path, ".py") ? 3 : 0;
    path.len -= span_ends(path, "/__init__") ? 9 : 0;
    return path;
}

/* The same for all modules of the project, empty for others: names are looked up in them again and again. */
static const struct span *module_paths(struct web *web) {
    if (!web->module_paths) {
        uint32_t count = program_module_count(web->program);
        web->module_paths = arena_zalloc(&web->arena, (count + 1u) * sizeof *web->module_paths);
        for (uint32_t m = 0; m < count; m++) {
            const struct program_module *module = program_module_at(web->program, m);
            bool own = !module->is_model && !module->is_namespace && module->path;
            web->module_paths[m] = own ? module_path(module) : (struct span){NULL, 0};
        }
        web->module_path_count = count;
    }
    return web->module_paths;
}

/* The dots of `name` stand for the slashes of `path`, whose last components it must be. */
static bool ends_in(struct span path, struct span name) {
    if (name.len > path.len || (name.len < path.len && path.data[path.len - name.len - 1] != '/')) {
        return false;
    }
    const char *tail = path.data + path.len - name.len;
    for (size_t i = 0; i < name.len; i++) {
        if (tail[i] != name.data[i] && !(tail[i] == '/' && name.data[i] == '.')) {
            return false;
        }
    }
    return true;
}

static struct span without_dots(struct span name) {
    while (span_starts(name, "./") || span_starts(name, "../") || span_starts(name, "/")) {
        const char *slash = memchr(name.data, '/', name.len);
        name = part(name, (size_t)(slash - name.data) + 1, name.len);
    }
    return name;
}

struct candidates {
    uint32_t *modules;
    int scores[LIMIT_TARGETS];
    uint32_t count, limit;
};

static void offer(struct candidates *self, uint32_t module, int score) {
    uint32_t at = self->count;
    while (at > 0 && self->scores[at - 1] < score) {
        at--;
    }
    if (at >= self->limit) {
        return;
    }
    self->count += self->count < self->limit;
    for (uint32_t i = self->count - 1; i > at; i--) {
        self->modules[i] = self->modules[i - 1];
        self->scores[i] = self->scores[i - 1];
    }
    self->modules[at] = module;
    self->scores[at] = score;
}

uint32_t target_modules(struct web *web, const struct vantage *vantage, struct span name, uint32_t *modules,
                        uint32_t limit) {
    struct candidates found = {.modules = modules, .limit = limit < LIMIT_TARGETS ? limit : LIMIT_TARGETS};
    const struct span *paths = module_paths(web);
    bool near;
    name = without_dots(name);
    /* A path in an image: /app/main.py. What stands before the project's folders is the image's own. */
    for (uint32_t tries = 0; tries < 6 && name.len && !found.count; tries++) {
        for (uint32_t m = 0; m < web->module_path_count; m++) {
            const struct program_module *module = program_module_at(web->program, m);
            struct span path = paths[m];
            if (path.len && ends_in(path, name)) {
                struct span folder = part(path, 0, path.len > name.len ? path.len - name.len - 1 : 0);
                int score = vantage_score(vantage, folder, &near) + (module->role == 0);
                /* Nobody starts a server inside a package, unless the file stands there or speaks of it. */
                if (near || name.len >= strlen(program_string(web->program, module->name))) {
                    offer(&found, m, score);
                }
            }
        }
        const char *slash = memchr(name.data, '/', name.len);
        if (!slash) {
            break;
        }
        name = part(name, (size_t)(slash - name.data) + 1, name.len);
    }
    return found.count;
}

/* ---- services ---- */

static void add_service(struct found_services *out, uint32_t service) {
    for (uint32_t i = 0; i < out->count; i++) {
        if (out->services[i] == service) {
            return;
        }
    }
    if (service != WEB_NONE && out->count < sizeof out->services / sizeof *out->services) {
        out->services[out->count++] = service;
    }
}

struct naming {
    struct web *web;
    struct found_services *out;
};

static void visit_node(void *context, uint32_t node, bool bridged) {
    struct naming *n = context;
    (void)bridged;
    add_service(n->out, n->web->nodes.data[node].service);
}

static void visit_origin(void *context, uint32_t module, uint32_t expr) {
    struct naming *n = context;
    struct web *web = n->web;
    const struct facts *facts = facts_of(web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    for (uint32_t s = 0; s < web->services.len; s++) {
        if (web->services.data[s].module == module && web->services.data[s].expr == expr) {
            add_service(n->out, s);
        }
    }
    if (e->kind == EXPR_CALL) {
        n->out->bridged |= span_is(facts_last_name(facts, e->a), "WsgiToAsgi");
        nodes_of(web, module, expr, visit_node, n);
    }
}

void target_expr(struct web *web, uint32_t module, uint32_t expr, struct found_services *out) {
    program_origins(web->program, module, expr, visit_origin, &(struct naming){web, out});
}

static void member_services(struct web *web, uint32_t module, struct span name, struct found_services *out) {
    struct naming n = {web, out};
    uint32_t interned = program_intern(web->program, arena_strndup(&web->arena, name.data, name.len));
    program_member_origins(web->program, module, interned, visit_origin, &n);
    if (!out->count) {
        program_member_results(web->program, module, interned, visit_origin, &n);
    }
}

static bool calls(struct web *web, uint32_t module, const char *name) {
    const struct facts *facts = facts_of(web, module);
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        if (facts->exprs[e].kind == EXPR_CALL && span_is(facts_last_name(facts, facts->exprs[e].a), name)) {
            return true;
        }
    }
    return false;
}

/* What a module makes when the way to it could not be followed: its only application. */
static uint32_t only_service(struct web *web, uint32_t module) {
    uint32_t only = WEB_NONE;
    for (uint32_t s = 0; s < web->services.len; s++) {
        if (web->services.data[s].module == module && web->services.data[s].expr != WEB_NONE) {
            if (only != WEB_NONE) {
                return WEB_NONE;
            }
            only = s;
        }
    }
    return only;
}

void target_only(struct web *web, uint32_t module, struct found_services *out) {
    add_service(out, only_service(web, module));
}

void target_services(struct web *web, uint32_t module, struct span attribute, struct found_services *out) {
    static const char *const usual[] = {"app", "application", "create_app", "make_app", "api", "server"};
    const char *end = attribute.len ? memchr(attribute.data, '(', attribute.len) : NULL;
    attribute.len = end ? (size_t)(end - attribute.data) : attribute.len;
    end = attribute.len ? memchr(attribute.data, '.', attribute.len) : NULL; /* dash_app.server */
    attribute.len = end ? (size_t)(end - attribute.data) : attribute.len;
    if (attribute.len) {
        member_services(web, module, attribute, out);
    }
    for (size_t i = 0; !attribute.len && !out->count && i < sizeof usual / sizeof *usual; i++) {
        member_services(web, module, span_of(usual[i]), out);
    }
    if (!out->count && (calls(web, module, "get_asgi_application") || calls(web, module, "get_wsgi_application") ||
                        calls(web, module, "get_default_application"))) {
        add_service(out, target_django(web, module));
    }
    if (!out->count) {
        target_only(web, module, out);
    }
}

void target_named(struct web *web, const struct vantage *vantage, struct span target, struct found_services *out) {
    const char *colon = memchr(target.data, ':', target.len);
    struct span name = part(target, 0, colon ? (size_t)(colon - target.data) : target.len);
    struct span attribute = colon ? part(target, name.len + 1, target.len) : (struct span){0};
    uint32_t modules[LIMIT_TARGETS];
    name.len -= span_ends(name, ".py") ? 3 : 0;
    uint32_t count = name.len ? target_modules(web, vantage, name, modules, LIMIT_TARGETS) : 0;
    for (uint32_t i = 0; i < count && !out->count; i++) {
        target_services(web, modules[i], attribute, out);
        if (attribute.len && facts_symbol_of(facts_of(web, modules[i]), 0, attribute) != FACTS_NONE) {
            break; /* this one is meant, whatever it is */
        }
    }
}

/* ---- Django ---- */

static bool is_django(const struct web_service *service) {
    return service->expr == WEB_NONE && strcmp(service->framework, "Django") == 0;
}

/* os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.production"): the settings, or their package. */
static bool names_settings(struct web *web, uint32_t module, const struct web_service *service) {
    const struct facts *facts = facts_of(web, module);
    struct span path = module_path(program_module_at(web->program, service->module));
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        if (facts->exprs[e].kind != EXPR_STRING) {
            continue;
        }
        struct span text = facts_text(facts, facts->exprs[e].a);
        if (text.len < 8 || text.len > 256 || !memmem(text.data, text.len, "settings", 8)) {
            continue;
        }
        const char *dot = memrchr(text.data, '.', text.len);
        struct span package = part(text, 0, dot ? (size_t)(dot - text.data) : 0);
        if (ends_in(path, text) ||
            (package.len && (ends_in(path, package) || ends_in(folder_of_path(path), package)))) {
            return true;
        }
    }
    return false;
}

uint32_t target_django(struct web *web, uint32_t module) {
    struct span folder = folder_of_path(span_of(program_module_at(web->program, module)->path));
    uint32_t best = WEB_NONE, count = 0;
    int score = -1;
    for (uint32_t s = 0; s < web->services.len; s++) {
        const struct web_service *service = &web->services.data[s];
        if (!is_django(service)) {
            continue;
        }
        int shared =
            (int)common(folder, folder_of_path(span_of(program_module_at(web->program, service->module)->path)));
        shared += names_settings(web, module, service) ? 1000 : 0;
        count++;
        if (shared > score) {
            score = shared;
            best = s;
        }
    }
    return score > 0 || count == 1 ? best : WEB_NONE;
}

uint32_t target_manage(struct web *web, const struct vantage *vantage, struct span path) {
    struct span written = folder_of_path(without_dots(path));
    uint32_t best = WEB_NONE;
    int score = 0;
    bool near;
    for (uint32_t s = 0; s < web->services.len; s++) {
        const struct web_service *service = &web->services.data[s];
        if (!is_django(service)) {
            continue;
        }
        struct span folder = span_of(service->folder);
        int fits = vantage_score(vantage, folder, &near) + (written.len && ends_in(folder, written) ? 10 : 0) -
                   (int)components(folder) / 8;
        if (best == WEB_NONE || fits > score) {
            score = fits;
            best = s;
        }
    }
    return best;
}
