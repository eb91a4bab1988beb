/* Servers that the code itself starts: uvicorn.run(app), app.run(), web.run_app(app), a subclass of gunicorn's application. */
#include "web/deploy.h"

struct starter {
    const char *name;   /* the last name of the callee */
    const char *suffix; /* what its dotted name ends in and begins with */
    const char *package;
    const char *server;
    uint8_t interface;
    bool development;
    bool method; /* of the application itself */
};

static const struct starter starters[] = {
    {"run", "run", "uvicorn", "uvicorn", WEB_ASGI, false, false},
    {"Config", "Config", "uvicorn", "uvicorn", WEB_ASGI, false, false},
    {"serve", "serve", "hypercorn", "hypercorn", WEB_ASGI, false, false},
    {"serve", "serve", "waitress", "waitress", WEB_WSGI, false, false},
    {"create_server", "create_server", "waitress", "waitress", WEB_WSGI, false, false},
    {"run_app", "run_app", "aiohttp", "aiohttp", WEB_UNKNOWN, false, false},
    {"AppRunner", "AppRunner", "aiohttp", "aiohttp", WEB_UNKNOWN, false, false},
    {"Granian", "Granian", "granian", "granian", WEB_UNKNOWN, false, false},
    {"WSGIServer", "WSGIServer", "gevent", "gevent", WEB_WSGI, false, false},
    {"WSGIServer", "WSGIServer", "cheroot", "cheroot", WEB_WSGI, false, false},
    {"server", "server", "eventlet", "eventlet", WEB_WSGI, false, false},
    {"make_server", "make_server", "wsgiref", "wsgiref", WEB_WSGI, true, false},
    {"run_simple", "run_simple", "werkzeug", "werkzeug", WEB_WSGI, true, false},
    {"run", "SocketIO.run", "flask_socketio", "flask-socketio", WEB_WSGI, false, false},
    {"run", "run", "flask", "werkzeug", WEB_WSGI, true, true},
    {"run", "run", "apiflask", "werkzeug", WEB_WSGI, true, true},
    {"run", "run", "flask_openapi3", "werkzeug", WEB_WSGI, true, true},
    {"run", "run", "quart", "hypercorn", WEB_ASGI, true, true},
    {"run_task", "run_task", "quart", "hypercorn", WEB_ASGI, false, true},
    {"run", "run", "sanic", "sanic", WEB_ASGI, false, true},
};

#define STARTERS (sizeof starters / sizeof *starters)

static const char *dotted_callee(struct web *web, uint32_t module, uint32_t call) {
    struct type_table *types = program_types(web->program);
    struct type t = types_get(
        types, types_member(types, program_eval(web->program, module, facts_of(web, module)->exprs[call].a), 0));
    return t.kind == TYPE_MISSING ? program_string(web->program, t.entity)
           : t.kind == TYPE_CLASS || t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD
               ? program_dotted(web->program, t.entity)
               : "";
}

static bool is_below(const char *dotted, const char *package) {
    size_t length = strlen(package);
    return strncmp(dotted, package, length) == 0 && (dotted[length] == '.' || !dotted[length]);
}

static bool is_starter(const struct starter *starter, const char *dotted) {
    return is_below(dotted, starter->package) && span_ends(span_of(dotted), starter->suffix);
}

static bool in_main_block(struct web *web, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(web, module);
    const struct facts_expr *e = &facts->exprs[expr];
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        if ((stmt->flags & STMT_FLAG_MAIN) && stmt->start <= e->start && e->end <= stmt->stop) {
            return true;
        }
    }
    return false;
}

static bool is_true(struct web *web, uint32_t module, uint32_t call, const char *name) {
    uint32_t value = keyword_argument(web, module, call, name);
    return value != PROGRAM_NONE && facts_of(web, module)->exprs[value].kind == EXPR_TRUE;
}

/* Who runs the module decides whose command it is. */
static void placed(struct deploy *self, uint32_t module, uint32_t expr, struct claim *claim) {
    bool main_block = in_main_block(self->web, module, expr);
    claim->place = PLACE_CODE;
    claim->aside = main_block;
    for (uint32_t i = 0; i < self->launches.len; i++) {
        const struct launch *l = &self->launches.data[i];
        if (l->module == module &&
            (claim->place == PLACE_CODE || l->place < claim->place || (claim->aside && !l->aside))) {
            claim->place = l->place;
            claim->aside = l->aside;
        }
    }
}

static void claim_at(struct deploy *self, uint32_t module, uint32_t expr, const struct found_services *found,
                     struct claim *claim) {
    uint32_t column;
    const struct facts *facts = facts_of(self->web, module);
    facts_position(facts, facts->exprs[expr].start, &claim->line, &column);
    claim->path = program_module_at(self->web->program, module)->path;
    claim->development |= is_true(self->web, module, expr, "reload") || is_true(self->web, module, expr, "debug");
    placed(self, module, expr, claim);
    deploy_claim(self, found, claim);
}

static void application_argument(struct deploy *self, uint32_t module, uint32_t call, struct found_services *found) {
    struct web *web = self->web;
    const struct facts *facts = facts_of(web, module);
    uint32_t count, value = keyword_argument(web, module, call, "app");
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    value = value == PROGRAM_NONE ? keyword_argument(web, module, call, "application") : value;
    value = value == PROGRAM_NONE ? keyword_argument(web, module, call, "target") : value;
    for (uint32_t i = 0; i + 1 < count && !found->count; i += 2) {
        if (list[i] != FACTS_ARG_POSITIONAL && list[i + 1] != value) {
            continue;
        }
        const char *text = text_of(web, module, list[i + 1]);
        if (text) {
            struct vantage from = {.path = program_module_at(web->program, module)->path};
            target_named(web, &from, span_of(text), found);
        } else {
            target_expr(web, module, list[i + 1], found);
        }
    }
    if (!found->count && count) { /* the way to it could not be followed: the application that the same module makes */
        target_only(web, module, found);
    }
}

struct starting {
    struct deploy *deploy;
    const char *name;
};

static void visit_start(void *context, uint32_t module, uint32_t call) {
    struct starting *s = context;
    struct web *web = s->deploy->web;
    uint8_t role = program_module_at(web->program, module)->role;
    if (program_module_at(web->program, module)->is_model || (role != 0 && role != 1)) {
        return; /* code and scripts */
    }
    const char *dotted = dotted_callee(web, module, call);
    for (size_t i = 0; *dotted && i < STARTERS; i++) {
        const struct starter *starter = &starters[i];
        if (strcmp(starter->name, s->name) != 0 || !is_starter(starter, dotted)) {
            continue;
        }
        struct found_services found = {0};
        const struct facts *facts = facts_of(web, module);
        const struct facts_expr *callee = &facts->exprs[facts->exprs[call].a];
        if (starter->method && callee->kind == EXPR_ATTRIBUTE) {
            target_expr(web, module, callee->a, &found);
        } else if (!starter->method) {
            application_argument(s->deploy, module, call, &found);
        }
        claim_at(s->deploy, module, call, &found,
                 &(struct claim){
                     .server = starter->server, .interface = starter->interface, .development = starter->development});
        return;
    }
}

/* ---- subclasses of what a server gives ---- */

static void visit_gunicorn(void *context, uint32_t module, uint32_t call) {
    struct starting *s = context;
    struct web *web = s->deploy->web;
    const struct facts *facts = facts_of(web, module);
    struct found_services found = {0};
    uint8_t interface = WEB_WSGI;
    const char *server = "gunicorn";
    application_argument(s->deploy, module, call, &found);
    for (uint32_t e = 0; found.count && e < facts->expr_count; e++) {
        if (facts->exprs[e].kind == EXPR_STRING &&
            memmem(facts_text(facts, facts->exprs[e].a).data, facts_text(facts, facts->exprs[e].a).len, "vicorn", 6)) {
            struct span worker = facts_text(facts, facts->exprs[e].a);
            server = span_ends(worker, "Worker") ? deploy_gunicorn(worker, &interface) : server;
        }
    }
    claim_at(s->deploy, module, call, &found, &(struct claim){.server = server, .interface = interface});
}

static void visit_config(void *context, uint32_t module, uint32_t call) {
    struct starting *s = context;
    struct found_services found = {0};
    application_argument(s->deploy, module, call, &found);
    claim_at(s->deploy, module, call, &found, &(struct claim){.server = "uvicorn", .interface = WEB_ASGI});
}

/* gunicorn.app.base.BaseApplication, uvicorn.Config: what a subclass of it is called with is an application. */
static origin_fn *visit_of_class(struct web *web, uint32_t class_def) {
    uint32_t count;
    const uint32_t *mro = program_mro(web->program, class_def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(web->program), mro[i]).entity;
        const char *dotted = program_is_model(web->program, def) ? program_dotted(web->program, def) : "";
        if (is_below(dotted, "gunicorn.app") || strcmp(dotted, "uvicorn.Config") == 0) {
            return dotted[0] == 'g' ? visit_gunicorn : visit_config;
        }
    }
    return NULL;
}

static void find_subclasses(struct deploy *self) {
    struct program *program = self->web->program;
    for (uint32_t m = 0; m < program_module_count(program); m++) {
        const struct program_module *module = program_module_at(program, m);
        for (uint32_t s = 1; is_judged_module(self->web, m) && s < module->facts.scope_count; s++) {
            const struct facts_scope *scope = &module->facts.scopes[s];
            bool derived = scope->kind == SCOPE_CLASS && scope->bases != FACTS_NONE;
            origin_fn *visit = derived ? visit_of_class(self->web, module->scope_base + s) : NULL;
            if (visit) {
                program_calls_named(program, program_def_name(program, module->scope_base + s), visit,
                                    &(struct starting){self, NULL});
            }
        }
    }
}

/* ---- Django's own modules ---- */

static void visit_django(void *context, uint32_t module, uint32_t call) {
    struct starting *s = context;
    struct web *web = s->deploy->web;
    if (!is_judged_module(web, module)) {
        return;
    }
    struct found_services found = {.services = {target_django(web, module)}};
    found.count = found.services[0] != WEB_NONE;
    claim_at(s->deploy, module, call, &found,
             &(struct claim){.interface = strcmp(s->name, "get_asgi_application") == 0 ? WEB_ASGI : WEB_WSGI});
}

void launch_find(struct deploy *self) {
    static const char *const django[] = {"get_asgi_application", "get_wsgi_application"};
    struct program *program = self->web->program;
    for (size_t i = 0; i < STARTERS; i++) {
        bool seen = false;
        for (size_t k = 0; k < i; k++) {
            seen |= strcmp(starters[k].name, starters[i].name) == 0;
        }
        if (!seen) {
            program_calls_named(program, program_intern(program, starters[i].name), visit_start,
                                &(struct starting){self, starters[i].name});
        }
    }
    find_subclasses(self);
    for (size_t i = 0; i < sizeof django / sizeof *django; i++) {
        program_calls_named(program, program_intern(program, django[i]), visit_django,
                            &(struct starting){self, django[i]});
    }
}
