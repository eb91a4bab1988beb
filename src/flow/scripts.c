/* Modules that are programs of their own, not part of a service: run by hand, one thing after the other, nobody waits for
 * their event loop. */
#include "flow/internal.h"

static bool has_main(const struct facts *facts) {
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        if (facts->stmts[s].flags & STMT_FLAG_MAIN) {
            return true;
        }
    }
    return false;
}

/* Words of code that does several things at a time, or goes on for ever: a service, however it is started. */
static bool is_concurrent(const struct facts *facts) {
    static const char *const names[] = {"create_task", "TaskGroup",   "ensure_future", "start_server",
                                        "run_forever", "create_server", "serve",      "serve_forever", "run_app",
                                        "start_soon",  "create_task_group", "FastAPI", "Flask",        "Starlette",
                                        "Quart",       "Application",  "Litestar",    "Sanic",         "Blueprint",
                                        "APIRouter",   "run_polling",  "start_polling", "subscribe",   "consume"};
    for (uint32_t i = 0; i < facts->string_count; i++) {
        struct span text = facts_text(facts, i);
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            if (span_is(text, names[k])) {
                return true;
            }
        }
    }
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        bool async = (facts->scopes[facts->stmts[s].scope].flags & SCOPE_ASYNC) != 0;
        if (async && facts->stmts[s].kind == STMT_WHILE && facts->exprs[facts->stmts[s].a].kind == EXPR_TRUE) {
            return true;
        }
    }
    return false;
}

static bool is_script(const struct flow *self, uint32_t module) {
    const struct program_module *m = program_module_at(self->program, module);
    if (m->is_namespace || m->is_model || !has_main(&m->facts) || is_concurrent(&m->facts) ||
        program_is_imported(self->program, module)) {
        return false;
    }
    for (uint32_t e = 0; e < self->entries.len; e++) {
        /* asyncio.run(main()) makes a task of main, and of the module no more than it was. */
        if (self->entries.data[e].module == module && self->entries.data[e].kind != KIND_TASK) {
            return false;
        }
    }
    return true;
}

void scripts_find(struct flow *self) {
    for (uint32_t m = 0; m < program_module_count(self->program); m++) {
        vec_push(&self->scripts, is_script(self, m));
    }
}

bool flow_is_script(const struct flow *self, uint32_t module) {
    return module < self->scripts.len && self->scripts.data[module];
}
