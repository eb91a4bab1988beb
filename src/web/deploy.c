/* Which server runs each service: said by command lines in the files that deploy the project, by scripts, by the code itself.
 *
 * Everything that says so is a claim; the best of a service wins. A server of production goes before one for development
 * (runserver, flask run, --reload), a file for production before one for development, a deployment file before a script,
 * that before the code, that before a Makefile. The order of the files and lines decides the rest. */
#include <stdlib.h>
#include <strings.h>

#include "web/deploy.h"

static struct span part(struct span text, size_t from, size_t to) {
    return (struct span){text.data + from, to > from ? to - from : 0};
}

/* ---- claims ---- */

void deploy_claim(struct deploy *self, const struct found_services *found, const struct claim *claim) {
    for (uint32_t i = 0; i < found->count && self->claims.len < LIMIT_CLAIMS; i++) {
        struct claim made = *claim;
        made.service = found->services[i];
        made.bridged = found->bridged;
        made.own = strcmp(program_module_at(self->web->program, self->web->services.data[made.service].module)->path,
                          made.path) == 0;
        vec_push(&self->claims, made);
    }
}

/* Smaller is better. */
static uint32_t rank_of(const struct claim *claim) {
    return (claim->server ? 0u : 1000u) + (claim->development ? 100u : 0u) + (claim->aside ? 10u : 0u) + claim->place;
}

static int by_rank(const void *a, const void *b) {
    const struct claim *x = a, *y = b;
    if (x->service != y->service) {
        return x->service < y->service ? -1 : 1;
    }
    uint32_t left = rank_of(x), right = rank_of(y);
    if (left != right) {
        return left < right ? -1 : 1;
    }
    if (x->interface != y->interface) { /* two servers side by side: what runs on a loop is the graver case */
        return x->interface == WEB_ASGI ? -1 : y->interface == WEB_ASGI ? 1 : x->interface > y->interface ? -1 : 1;
    }
    int order = x->own != y->own ? (x->own ? -1 : 1) : strcmp(x->path, y->path);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Django itself, or a framework on top of it. */
static bool is_django(const struct web_service *service) { return strncmp(service->framework, "Django", 6) == 0; }

/* The interface of a service by its framework and its claims, the best first. Most frameworks have one interface, whatever
 * runs them; Django has both, and Flask gets the other one through a bridge. */
static uint8_t interface_of(const struct web *web, const struct web_service *service, const struct claim *claims,
                            uint32_t count) {
    bool asgi = false, wsgi = false;
    if (count && service->interface == WEB_WSGI && claims[0].interface == WEB_ASGI && claims[0].bridged) {
        return WEB_ASGI;
    }
    if (!is_django(service)) {
        return service->interface;
    }
    if (count && claims[0].server && claims[0].interface != WEB_UNKNOWN) {
        return claims[0].interface;
    }
    if (service->expr == WEB_NONE &&
        facts_symbol_of(facts_of(web, service->module), 0, SPAN("ASGI_APPLICATION")) != FACTS_NONE) {
        return WEB_ASGI; /* nothing sets it but on purpose, unlike WSGI_APPLICATION */
    }
    for (uint32_t i = 0; i < count; i++) {
        asgi |= !claims[i].server && claims[i].interface == WEB_ASGI;
        wsgi |= !claims[i].server && claims[i].interface == WEB_WSGI;
    }
    return asgi == wsgi ? service->interface : asgi ? WEB_ASGI : WEB_WSGI;
}

static void settle(const struct web *web, struct web_service *service, const struct claim *claims, uint32_t count) {
    service->interface = interface_of(web, service, claims, count);
    if (count && claims[0].server) {
        service->server = claims[0].server;
        service->server_path = claims[0].path;
        service->server_line = claims[0].line;
        service->development = claims[0].development;
        service->deployed = claims[0].place == PLACE_DEPLOYMENT && !claims[0].aside;
    }
}

/* What is mounted on another service is run by that one's server. An API of Django Ninja is part of a Django project, and
 * served as that is. */
static void inherit(struct web *web, struct web_service *service) {
    const struct web_service *from = service;
    for (uint32_t i = 0; i < LIMIT_MOUNTS && !from->server && from->parent != WEB_NONE; i++) {
        from = &web->services.data[from->parent];
    }
    uint32_t django = !from->server && service->expr != WEB_NONE && is_django(service)
                          ? target_django(web, service->module)
                          : WEB_NONE;
    if (django != WEB_NONE) {
        from = &web->services.data[django];
        service->interface = from->interface == WEB_UNKNOWN ? service->interface : from->interface;
    }
    if (!service->server && from->server) {
        service->server = from->server;
        service->server_path = from->server_path;
        service->server_line = from->server_line;
        service->development = from->development;
        service->deployed = from->deployed;
    }
}

static void choose(struct deploy *self) {
    struct web *web = self->web;
    if (self->claims.len) {
        qsort(self->claims.data, self->claims.len, sizeof *self->claims.data, by_rank);
    }
    uint32_t at = 0;
    for (uint32_t s = 0; s < web->services.len; s++) {
        uint32_t first = at;
        while (at < self->claims.len && self->claims.data[at].service == s) {
            at++;
        }
        settle(web, &web->services.data[s], self->claims.data + first, at - first);
    }
    for (uint32_t s = 0; s < web->services.len; s++) {
        inherit(web, &web->services.data[s]);
    }
}

/* ---- where async views run ---- */

static void note_loops(struct web *web) {
    for (uint32_t i = 0; i < web->routes.len; i++) {
        const struct web_route *route = &web->routes.data[i];
        if (route->service != WEB_NONE && !route->guessed) {
            uint32_t *own = map_at(&web->own_loops, route->handler);
            *own = *own != 0 && web->services.data[route->service].interface == WEB_WSGI;
        }
    }
}

/* What belongs to no one route, a before_request say, runs as the views of the framework do. */
static bool is_flask(const char *dotted) {
    return strncmp(dotted, "flask", 5) == 0 || strncmp(dotted, "apiflask", 8) == 0;
}

bool web_has_own_loop(const struct web *self, const struct flow_entry *entry) {
    uint32_t own = map_get(&self->own_loops, entry->def);
    if (own != MAP_NONE || !is_flask(program_dotted(self->program, entry->registrar))) {
        return own == 1;
    }
    for (uint32_t s = 0; s < self->services.len; s++) {
        const struct web_service *service = &self->services.data[s];
        if (service->interface == WEB_ASGI && service->expr != WEB_NONE && strstr(service->framework, "Flask")) {
            return false;
        }
    }
    return true;
}

/* ---- commands ---- */

enum server_kind {
    SERVER_IMAGE,
    SERVER_TARGET,
    SERVER_GUNICORN,
    SERVER_UWSGI,
    SERVER_FASTAPI,
    SERVER_FLASK,
    SERVER_MANAGE,
    SERVER_SCRIPT
};

struct server {
    const char *word, *name; /* as it is called in a command; as people call it */
    uint8_t kind, interface;
    const char *verb; /* the next word; NULL for none */
    bool development;
};

static const struct server servers[] = {
    {"uvicorn", "uvicorn", SERVER_TARGET, WEB_ASGI, NULL, false},
    {"hypercorn", "hypercorn", SERVER_TARGET, WEB_ASGI, NULL, false},
    {"daphne", "daphne", SERVER_TARGET, WEB_ASGI, NULL, false},
    {"granian", "granian", SERVER_TARGET, WEB_ASGI, NULL, false},
    {"gunicorn", "gunicorn", SERVER_GUNICORN, WEB_WSGI, NULL, false},
    {"waitress-serve", "waitress", SERVER_TARGET, WEB_WSGI, NULL, false},
    {"waitress", "waitress", SERVER_TARGET, WEB_WSGI, NULL, false},
    {"mod_wsgi-express", "mod_wsgi", SERVER_TARGET, WEB_WSGI, NULL, false},
    {"uwsgi", "uwsgi", SERVER_UWSGI, WEB_WSGI, NULL, false},
    {"fastapi", "uvicorn", SERVER_FASTAPI, WEB_ASGI, "run", false},
    {"fastapi", "uvicorn", SERVER_FASTAPI, WEB_ASGI, "dev", true},
    {"flask", "werkzeug", SERVER_FLASK, WEB_WSGI, "run", true},
    {"quart", "hypercorn", SERVER_FLASK, WEB_ASGI, "run", true},
    {"manage.py", "runserver", SERVER_MANAGE, WEB_UNKNOWN, "runserver", true},
    {"manage.py", "runserver", SERVER_MANAGE, WEB_UNKNOWN, "runserver_plus", true},
    {"django-admin", "runserver", SERVER_MANAGE, WEB_UNKNOWN, "runserver", true},
    {"sanic", "sanic", SERVER_TARGET, WEB_ASGI, NULL, false},
    {"litestar", "uvicorn", SERVER_FLASK, WEB_ASGI, "run", false},
    {"streamlit", "streamlit", SERVER_SCRIPT, WEB_UNKNOWN, "run", false},
};

/* Images that bring a server and find the application by its usual name. */
static const struct server images[] = {
    {"tiangolo/uvicorn-gunicorn", "gunicorn with uvicorn workers", SERVER_IMAGE, WEB_ASGI, NULL, false},
    {"tiangolo/meinheld-gunicorn", "gunicorn", SERVER_IMAGE, WEB_WSGI, NULL, false},
    {"tiangolo/uwsgi-nginx", "uwsgi", SERVER_IMAGE, WEB_WSGI, NULL, false},
};

struct reading {
    struct deploy *deploy;
    const struct command_file *file;
    const struct command *command;
    struct vantage from;
    struct claim claim; /* place and path of the file */
};

static struct span word_at(const struct reading *r, uint32_t i) {
    return i < r->command->count
               ? command_expand(r->file, &r->deploy->web->arena, r->command->words[i].text, r->command->block)
               : (struct span){0};
}

static struct span base_name(struct span word) {
    const char *slash = word.len ? memrchr(word.data, '/', word.len) : NULL;
    return slash ? part(word, (size_t)(slash - word.data) + 1, word.len) : word;
}

static bool is_one_of(struct span word, const char *const *words) {
    for (; *words; words++) {
        if (span_is(word, *words)) {
            return true;
        }
    }
    return false;
}

/* Commands that speak of a server and do not start it. */
static bool speaks_of(struct span word) {
    static const char *const words[] = {
        "install", "add",  "echo",  "printf",  "pip",          "pip3", "apt",       "apt-get", "apk",    "kill",
        "pkill",   "grep", "pgrep", "killall", "which",        "type", "systemctl", "service", "cp",     "mv",
        "rm",      "cat",  "chown", "chmod",   "mkdir",        "ln",   "sed",       "FROM",    "docker", "touch",
        "command", "test", "[",     "if",      "--entrypoint", "logs", NULL};
    return is_one_of(word, words);
}

/* The value of an option: `--app x`, `--app=x`, `-A x`; empty when it is not given. */
static struct span option(const struct reading *r, uint32_t from, const char *const *names) {
    for (uint32_t i = from; i < r->command->count; i++) {
        struct span word = word_at(r, i);
        for (const char *const *n = names; *n; n++) {
            size_t length = strlen(*n);
            if (span_is(word, *n)) {
                return word_at(r, i + 1);
            }
            if (span_starts(word, *n) && word.len > length && (word.data[length] == '=' || length == 2)) {
                return part(word, length + (word.data[length] == '='), word.len);
            }
        }
    }
    return (struct span){0};
}

#define OPTION(r, from, ...) option(r, from, (const char *const[]){__VA_ARGS__, NULL})

static bool has_flag(const struct reading *r, uint32_t from, const char *flag) {
    for (uint32_t i = from; i < r->command->count; i++) {
        if (span_is(r->command->words[i].text, flag)) {
            return true;
        }
    }
    return false;
}

static bool is_identifier_byte(char c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* "shop.main:app", "shop.main:create_app()", "shop.wsgi"; `colon`: the first two only. */
static bool is_target(struct span word, bool colon) {
    size_t i = 0;
    while (i < word.len && (is_identifier_byte(word.data[i]) || word.data[i] == '.' || word.data[i] == '/')) {
        i++;
    }
    if (!i || (word.data[0] >= '0' && word.data[0] <= '9')) {
        return false;
    }
    if (i == word.len) {
        return !colon;
    }
    return word.data[i] == ':' && i + 1 < word.len && is_identifier_byte(word.data[i + 1]) &&
           !(word.data[i + 1] >= '0' && word.data[i + 1] <= '9');
}

/* The first word that names a service: those with a colon first, then, where the server takes it, bare modules. */
static void find_target(const struct reading *r, uint32_t from, bool bare, struct found_services *found) {
    for (int pass = 0; pass < (bare ? 2 : 1); pass++) {
        for (uint32_t i = from; i < r->command->count && !found->count; i++) {
            struct span word = word_at(r, i);
            if (is_target(word, pass == 0)) {
                target_named(r->deploy->web, &r->from, word, found);
            }
        }
    }
}

/* ---- gunicorn ---- */

static bool contains(struct span text, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.len; i++) {
        if (strncasecmp(text.data + i, word, length) == 0) {
            return true;
        }
    }
    return false;
}

const char *deploy_gunicorn(struct span worker, uint8_t *interface) {
    static const struct {
        const char *part, *name;
        uint8_t interface;
    } workers[] = {{"vicorn", "gunicorn with uvicorn workers", WEB_ASGI},
                   {"aiohttp", "gunicorn with aiohttp workers", WEB_UNKNOWN},
                   {"gevent", "gunicorn with gevent workers", WEB_WSGI},
                   {"eventlet", "gunicorn with eventlet workers", WEB_WSGI}};
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++) {
        if (contains(worker, workers[i].part)) {
            *interface = workers[i].interface;
            return workers[i].name;
        }
    }
    if (worker.len && memchr(worker.data, '.', worker.len)) { /* a class of the project's own */
        *interface = WEB_UNKNOWN;
    }
    return "gunicorn";
}

/* The text of a name in a configuration written in Python. */
static struct span configured(struct web *web, uint32_t module, const char *name) {
    const struct facts *facts = facts_of(web, module);
    uint32_t symbol = facts_symbol_of(facts, 0, span_of(name));
    const struct facts_symbol *s = symbol == FACTS_NONE ? NULL : &facts->symbols[symbol];
    for (uint32_t i = 0; s && i < s->binding_count; i++) {
        uint32_t value = facts->bindings[s->first_binding + i].value;
        const char *text = value == FACTS_NONE ? NULL : text_of(web, module, value);
        if (text) {
            return span_of(text);
        }
    }
    return (struct span){0};
}

static void run_gunicorn(struct reading *r, uint32_t from, struct found_services *found) {
    struct web *web = r->deploy->web;
    struct span worker = OPTION(r, from, "-k", "--worker-class"), config = OPTION(r, from, "-c", "--config"),
                application = {0};
    uint32_t module;
    config = span_starts(config, "python:") ? part(config, 7, config.len) : config;
    config = config.len ? config : SPAN("gunicorn.conf.py");
    config.len -= span_ends(config, ".py") ? 3 : 0;
    if (config.len && target_modules(web, &r->from, config, &module, 1)) {
        worker = worker.len ? worker : configured(web, module, "worker_class");
        application = configured(web, module, "wsgi_app");
    }
    r->claim.server = deploy_gunicorn(worker, &r->claim.interface);
    find_target(r, from, true, found);
    if (!found->count && application.len) {
        target_named(web, &r->from, application, found);
    }
}

/* ---- the others ---- */

static void run_uwsgi(struct reading *r, uint32_t from, struct found_services *found) {
    struct web *web = r->deploy->web;
    struct span module = OPTION(r, from, "--module", "-w", "--wsgi", "--wsgi-file", "--file"),
                callable = OPTION(r, from, "--callable");
    struct span mount = OPTION(r, from, "--mount");
    const char *equals = mount.len ? memchr(mount.data, '=', mount.len) : NULL;
    if (equals) {
        module = module.len ? module : part(mount, (size_t)(equals - mount.data) + 1, mount.len);
    }
    if (callable.len && module.len && !memchr(module.data, ':', module.len)) {
        module.len -= span_ends(module, ".py") ? 3 : 0;
        module = span_of(
            arena_printf(&web->arena, "%.*s:%.*s", (int)module.len, module.data, (int)callable.len, callable.data));
    }
    if (module.len) {
        target_named(web, &r->from, module, found);
    } else {
        find_target(r, from, false, found);
    }
}

/* Every application of a module; `fastapi run` needs no name. */
static void services_of_file(const struct reading *r, struct span path, struct found_services *found) {
    struct web *web = r->deploy->web;
    uint32_t modules[4];
    path.len -= span_ends(path, ".py") ? 3 : 0;
    uint32_t count = path.len ? target_modules(web, &r->from, path, modules, 4) : 0;
    for (uint32_t i = 0; i < count && !found->count; i++) {
        target_services(web, modules[i], (struct span){0}, found);
        for (uint32_t s = 0; s < web->services.len && !found->count; s++) {
            if (web->services.data[s].module == modules[i]) {
                found->services[found->count++] = s;
            }
        }
    }
}

static void run_usual(const struct reading *r, struct found_services *found) {
    static const char *const usual[] = {"main.py", "app.py", "api.py", "app/main.py", "app/app.py", "app/api.py"};
    for (size_t i = 0; i < sizeof usual / sizeof *usual && !found->count; i++) {
        services_of_file(r, span_of(usual[i]), found);
    }
}

static void run_fastapi(const struct reading *r, uint32_t from, struct found_services *found) {
    for (uint32_t i = from; i < r->command->count && !found->count; i++) {
        struct span word = word_at(r, i);
        if (span_ends(word, ".py")) {
            services_of_file(r, word, found);
        } else if (is_target(word, true)) {
            target_named(r->deploy->web, &r->from, word, found);
        }
    }
    run_usual(r, found);
}

/* --app, FLASK_APP, app.py or wsgi.py. */
static void run_flask(const struct reading *r, uint32_t from, struct found_services *found) {
    static const char *const usual[] = {"app.py", "wsgi.py"};
    struct web *web = r->deploy->web;
    struct span app = OPTION(r, 0, "--app", "-A");
    (void)from;
    app = app.len ? app
                  : command_expand(r->file, &web->arena, command_setting(r->file, "FLASK_APP", r->command->block),
                                   r->command->block);
    app = app.len ? app
                  : command_expand(r->file, &web->arena, command_setting(r->file, "QUART_APP", r->command->block),
                                   r->command->block);
    if (app.len) {
        target_named(web, &r->from, app, found);
        return;
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual && !found->count; i++) {
        target_named(web, &r->from, span_of(usual[i]), found);
    }
}

static void run_server(struct reading *r, const struct server *server, uint32_t at) {
    struct found_services found = {0};
    struct span bridge = OPTION(r, at + 1, "--interface");
    r->claim.server = server->name;
    r->claim.interface = span_is(bridge, "wsgi") ? WEB_WSGI : server->interface;
    r->claim.development =
        server->development || has_flag(r, at, "--reload") || has_flag(r, at, "--debug") || has_flag(r, at, "--dev");
    r->claim.line = r->command->words[at].line;
    switch (server->kind) {
    case SERVER_IMAGE: run_usual(r, &found); break;
    case SERVER_TARGET: find_target(r, at + 1, true, &found); break;
    case SERVER_GUNICORN: run_gunicorn(r, at + 1, &found); break;
    case SERVER_UWSGI: run_uwsgi(r, at + 1, &found); break;
    case SERVER_FASTAPI: run_fastapi(r, at + 2, &found); break;
    case SERVER_FLASK: run_flask(r, at + 2, &found); break;
    case SERVER_SCRIPT: services_of_file(r, word_at(r, at + 2), &found); break;
    case SERVER_MANAGE:
        found.services[0] = target_manage(r->deploy->web, &r->from, word_at(r, at));
        found.count = found.services[0] != WEB_NONE;
        break;
    }
    deploy_claim(r->deploy, &found, &r->claim);
}

/* python -m shop, python src/main.py */
static void note_launch(struct reading *r, uint32_t at) {
    uint32_t module;
    struct span word = word_at(r, at), name = {0};
    for (uint32_t i = at + 1; i < r->command->count && i < at + 6 && !name.len; i++) {
        word = word_at(r, i);
        if (span_is(word, "-m")) {
            name = word_at(r, i + 1);
        } else if (span_ends(word, ".py")) {
            name = part(word, 0, word.len - 3);
        } else if (!span_starts(word, "-") && !span_is(word, "run") && !span_starts(base_name(word), "python")) {
            break;
        }
    }
    if (!name.len || !is_target(name, false) || span_ends(name, "manage")) {
        return;
    }
    struct span main_module = span_of(arena_printf(&r->deploy->web->arena, "%.*s.__main__", (int)name.len, name.data));
    if (target_modules(r->deploy->web, &r->from, main_module, &module, 1) ||
        target_modules(r->deploy->web, &r->from, name, &module, 1)) {
        vec_push(&r->deploy->launches, ((struct launch){module, r->claim.place, r->claim.aside}));
    }
}

static void find_image(struct reading *r) {
    for (uint32_t i = 1; i < r->command->count; i++) {
        struct span word = word_at(r, i);
        for (size_t s = 0; s < sizeof images / sizeof *images; s++) {
            if (contains(word, images[s].word)) {
                run_server(r, &images[s], i);
                return;
            }
        }
    }
}

static void read_command(struct reading *r) {
    if (has_flag(r, 0, "--help") || has_flag(r, 0, "--version")) { /* health checks ask so */
        return;
    }
    for (uint32_t i = 0; i < r->command->count; i++) {
        struct span word = word_at(r, i), base = base_name(word);
        if (span_is(word, "FROM")) {
            find_image(r);
        }
        if (speaks_of(word)) {
            return;
        }
        for (size_t s = 0; s < sizeof servers / sizeof *servers; s++) {
            if (span_is(base, servers[s].word) && (!servers[s].verb || has_flag(r, i + 1, servers[s].verb))) {
                run_server(r, &servers[s], i);
                return;
            }
        }
        if (span_starts(base, "python") || span_is(base, "uv")) {
            note_launch(r, i);
        }
    }
}

/* ---- files ---- */

/* docker-compose.dev.yml, scripts/run_local.sh, .devcontainer/Dockerfile */
static bool is_aside(const char *path) {
    static const char *const words[] = {"dev",        "develop", "development", "devcontainer", "local", "test",
                                        "tests",      "testing", "ci",          "debug",        "e2e",   "demo",
                                        "playground", NULL};
    for (const char *at = path; *at;) {
        size_t length = 0;
        while (at[length] && ((at[length] >= 'a' && at[length] <= 'z') || (at[length] >= 'A' && at[length] <= 'Z') ||
                              (at[length] >= '0' && at[length] <= '9'))) {
            length++;
        }
        for (const char *const *w = words; *w; w++) {
            if (strlen(*w) == length && strncasecmp(at, *w, length) == 0) {
                return true;
            }
        }
        at += length + (at[length] != '\0');
    }
    return false;
}

static void read_file(struct deploy *self, const struct web_text *text) {
    struct command_file file = {0};
    command_read(&file, &self->web->arena, text->path, text->text);
    const char *path = arena_strdup(&self->web->arena, text->path);
    struct reading reading = {.deploy = self, .file = &file, .from = {.path = path, .file = &file}};
    for (uint32_t i = 0; i < file.commands.len; i++) {
        reading.command = &file.commands.data[i];
        reading.from.block = reading.command->block;
        reading.claim = (struct claim){
            .path = path, .place = (uint8_t)command_place(path), .aside = text->example || is_aside(path)};
        read_command(&reading);
    }
    command_file_free(&file);
}

void web_deploy(struct web *self, const struct web_text *texts, uint32_t count) {
    struct deploy deploy = {.web = self};
    for (uint32_t i = 0; self->services.len && i < count; i++) {
        read_file(&deploy, &texts[i]);
    }
    launch_find(&deploy);
    choose(&deploy);
    note_loops(self);
    vec_free(&deploy.claims);
    vec_free(&deploy.launches);
}
