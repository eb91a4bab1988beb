/* Shows every check what it asks for, in one fixed order. */
#include "check/check.h"

static bool is_judged(const struct program_module *module) {
    return !module->is_model && !module->is_namespace && module->role == 0;
}

bool check_is_judged(const struct check_context *context, uint32_t module) {
    return is_judged(program_module_at(context->program, module)) && !flow_is_script(context->flow, module);
}

static void run_files(struct check_context *context) {
    for (uint32_t m = 0; m < program_module_count(context->program); m++) {
        if (is_judged(program_module_at(context->program, m))) {
            context->check->file(context, m);
        }
    }
}

static void run_functions(struct check_context *context) {
    const struct check *check = context->check;
    for (uint32_t f = 0; f < flow_function_count(context->flow); f++) {
        const struct flow_function *function = flow_function_at(context->flow, f);
        uint32_t module = program_def_module(context->program, function->def);
        if (!check_is_judged(context, module)) {
            continue;
        }
        if (check->loop_function && (function->flags & FUNCTION_LOOP)) {
            check->loop_function(context, f);
        }
        if (check->request_function && function->request != FLOW_NONE) {
            check->request_function(context, f);
        }
    }
}

void check_run(struct program *program, const struct flow *flow, const struct web *web,
               bool (*wants)(void *data, const struct check *check), void *data, struct finding_list *findings) {
    for (unsigned i = 0; i < check_registry_count; i++) {
        struct check_context context = {program, flow, web, check_registry[i], findings, {0}};
        if (!wants(data, check_registry[i])) {
            continue;
        }
        if (context.check->file) {
            run_files(&context);
        }
        if (context.check->loop_function || context.check->request_function) {
            run_functions(&context);
        }
        if (context.check->whole) {
            context.check->whole(&context);
        }
        map_free(&context.seen);
    }
}
