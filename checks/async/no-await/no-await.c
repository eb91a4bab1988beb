/* async/no-await (LP106): see the document beside this file. */
#include "check/check.h"

/* Handlers and dependencies that the framework would run in a worker thread, were they plain functions. */
static bool is_async_by_choice(struct check_context *context, const struct flow_entry *entry) {
    const struct facts_scope *scope = program_def_scope(context->program, entry->def);
    return (entry->kind == KIND_ROUTE || entry->kind == KIND_DEPENDENCY) && entry->runs == RUNS_THREAD &&
           (scope->flags & SCOPE_ASYNC) && !(scope->flags & (SCOPE_AWAITS | SCOPE_GENERATOR | SCOPE_STUB));
}

/* A method that stands in the place of another, or waits to be replaced: its colour is not its own choice. */
static bool is_bound_by_class(struct check_context *context, uint32_t def) {
    struct program *program = context->program;
    uint32_t module = program_def_module(program, def), count;
    const struct program_module *m = program_module_at(program, module);
    const struct facts_scope *scope = program_def_scope(program, def);
    if (m->facts.scopes[scope->parent].kind != SCOPE_CLASS) {
        return false;
    }
    const uint32_t *mro = program_mro(program, program_def(m, scope->parent), &count);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t base = types_get(program_types(program), mro[i]).entity;
        if (program_own_method(program, base, program_def_name(program, def)) != PROGRAM_NONE) {
            return true;
        }
    }
    return (program_def_flags(program, def) & DEF_ABSTRACT) != 0;
}

static bool is_coroutine(struct check_context *context, uint32_t type) {
    enum type_kind kind = types_get(program_types(context->program), type).kind;
    return kind == TYPE_COROUTINE || kind == TYPE_ASYNC_CONTEXT;
}

/* An await in a comprehension, a coroutine that is made and handed on. */
static bool uses_coroutines(struct check_context *context, uint32_t def) {
    uint32_t module = program_def_module(context->program, def);
    const struct program_module *m = program_module_at(context->program, module);
    const struct facts_scope *scope = program_def_scope(context->program, def);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        if (program_def(m, facts_owner(&m->facts, x->scope)) != def) {
            continue;
        }
        if (x->kind == EXPR_AWAIT || (x->kind == EXPR_COMP && (x->flags & EXPR_FLAG_ASYNC)) ||
            (x->kind == EXPR_CALL && is_coroutine(context, program_eval(context->program, module, e)))) {
            return true;
        }
    }
    return false;
}

static bool reaches(const struct flow_function *function, enum flow_effect effect) {
    return function->reach[effect].distance != FLOW_FAR;
}

/* What it does on the loop, by the order of LP101 to LP103; EFFECT_COUNT when nothing of note is known of it. */
static enum flow_effect work_of(const struct flow_function *function) {
    static const enum flow_effect effects[] = {EFFECT_BLOCK, EFFECT_ORM, EFFECT_CPU};
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
        if (reaches(function, effects[i])) {
            return effects[i];
        }
    }
    return EFFECT_COUNT;
}

static const char *help_text(struct check_context *context, const struct flow_function *function, const char *instead) {
    const char *otherwise = *instead ? check_text(context, "await %s", instead) : "await an asynchronous client";
    return reaches(function, EFFECT_SLOW)
               ? check_text(context, "%s; a plain def would hold one of the pool's threads meanwhile", otherwise)
               : check_text(context, "write plain def, or %s", otherwise);
}

static void report(struct check_context *context, uint32_t function, enum flow_effect effect) {
    struct finding *finding = check_reaching(
        context, function, effect, "async, but awaits nothing; a plain def would run this in a worker thread");
    const struct flow_function *f = flow_function_at(context->flow, function);
    if (finding) {
        finding->severity = check_has_own_loop(context, f) ? SEVERITY_NOTE : context->check->severity;
        finding->context = check_where(context, function);
        finding->help = help_text(context, f, finding->help);
    }
}

static void whole(struct check_context *context) {
    for (uint32_t e = 0; e < flow_entry_count(context->flow); e++) {
        const struct flow_entry *entry = flow_entry_at(context->flow, e);
        uint32_t module = program_def_module(context->program, entry->def);
        uint32_t function = flow_function_of(context->flow, entry->def);
        const struct flow_function *f = flow_function_at(context->flow, function);
        enum flow_effect effect = work_of(f);
        if (effect != EFFECT_COUNT && !reaches(f, EFFECT_NEEDS_LOOP) && check_is_judged(context, module) &&
            is_async_by_choice(context, entry) && !is_bound_by_class(context, entry->def) &&
            !uses_coroutines(context, entry->def) &&
            check_first(context, module, program_def_scope(context->program, entry->def)->start)) {
            report(context, function, effect);
        }
    }
}

const struct check check_async_no_await = {
    .code = "LP106",
    .id = "async/no-await",
    .summary = "an async handler awaits nothing, and works on the event loop",
    .severity = SEVERITY_WARNING,
    .whole = whole,
};
