/* Which modules a service consists of: those that importing it imports, on any way. */
#include <stdlib.h>

#include "web/internal.h"

struct reach {
    struct web *web;
    VEC(uint32_t) queue;
    struct map seen;
};

static void reach_module(struct reach *r, uint32_t module) {
    const struct program_module *m = module == PROGRAM_NONE ? NULL : program_module_at(r->web->program, module);
    if (!m || m->is_model || m->is_namespace || map_get(&r->seen, module) != MAP_NONE) {
        return;
    }
    map_set(&r->seen, module, 1);
    vec_push(&r->queue, module);
}

/* `from package import module` and `import package.module` import what lies below the package too. */
static void reach_import(struct reach *r, uint32_t module, uint32_t index) {
    const struct facts *facts = facts_of(r->web, module);
    const struct facts_import *import = &facts->imports[index];
    if (import->flags & IMPORT_TYPING) {
        return;
    }
    uint32_t from = program_import_source(r->web->program, module, index);
    reach_module(r, from);
    if (from == PROGRAM_NONE || import->name == FACTS_NONE) {
        return;
    }
    struct span package = span_of(program_string(r->web->program, program_module_at(r->web->program, from)->name));
    struct span name = facts_text(facts, import->name);
    reach_module(r, program_module_named(r->web->program, from,
                                         arena_printf(&r->web->arena, "%.*s.%.*s", (int)package.len, package.data,
                                                      (int)name.len, name.data)));
}

/* Applications of Django are named in the settings: their models, signals and admin are loaded by name. */
static void reach_applications(struct reach *r, uint32_t settings) {
    const struct facts *facts = facts_of(r->web, settings);
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        if (facts->exprs[e].kind != EXPR_STRING) {
            continue;
        }
        struct span text = facts_text(facts, facts->exprs[e].a);
        bool dotted =
            text.len && text.len < 120 && !memchr(text.data, ' ', text.len) && !memchr(text.data, '/', text.len);
        uint32_t module =
            dotted ? program_module_named(r->web->program, settings, arena_strndup(&r->web->arena, text.data, text.len))
                   : PROGRAM_NONE;
        reach_module(r, module);
        static const char *const parts[] = {"models", "apps", "admin", "signals", "urls", "views"};
        for (size_t i = 0; module != PROGRAM_NONE && i < sizeof parts / sizeof *parts; i++) {
            reach_module(
                r, program_module_named(r->web->program, module,
                                        arena_printf(&r->web->arena, "%.*s.%s", (int)text.len, text.data, parts[i])));
        }
    }
}

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

const uint32_t *web_modules(struct web *self, uint32_t service, uint32_t *count) {
    const struct web_service *s = &self->services.data[service];
    struct reach r = {.web = self};
    reach_module(&r, s->module);
    if (strcmp(s->framework, "Django") == 0) {
        reach_applications(&r, s->module);
    }
    for (uint32_t i = 0; i < self->routes.len; i++) {
        if (self->routes.data[i].service == service) {
            reach_module(&r, self->routes.data[i].module);
            reach_module(&r, program_def_module(self->program, self->routes.data[i].handler));
        }
    }
    for (uint32_t i = 0; i < r.queue.len; i++) {
        const struct facts *facts = facts_of(self, r.queue.data[i]);
        for (uint32_t k = 0; k < facts->import_count; k++) {
            reach_import(&r, r.queue.data[i], k);
        }
    }
    qsort(r.queue.data, r.queue.len, sizeof *r.queue.data, by_number);
    uint32_t *modules = arena_alloc(&self->arena, (r.queue.len + 1u) * sizeof *modules);
    memcpy(modules, r.queue.data, r.queue.len * sizeof *modules);
    *count = r.queue.len;
    vec_free(&r.queue);
    map_free(&r.seen);
    return modules;
}
