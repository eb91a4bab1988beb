/* async/unawaited-coroutine (LP105): see the document beside this file. */
#include "check/check.h"

/* The coroutine function whose call is surely all that an expression can be; PROGRAM_NONE otherwise. */
static uint32_t coroutine_of(struct check_context *context, uint32_t module, uint32_t call, bool *soft) {
    struct type_table *types = program_types(context->program);
    uint32_t type = program_eval(context->program, module, call), def = PROGRAM_NONE;
    *soft = (type & TYPE_SOFT) != 0;
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        if (t.kind != TYPE_COROUTINE || t.entity == TYPE_NOBODY) {
            return PROGRAM_NONE;
        }
        def = t.entity;
    }
    return def;
}

static void report(struct check_context *context, uint32_t module, uint32_t call, const char *how) {
    const struct facts_expr *x = &program_module_at(context->program, module)->facts.exprs[call];
    bool soft;
    uint32_t def = coroutine_of(context, module, call, &soft);
    if (def == PROGRAM_NONE) {
        return;
    }
    const char *name = check_name(context, def, module);
    struct finding *finding = check_add(context, module, x->start, x->end);
    finding->confidence = soft ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
    finding->symbol = check_symbol(context, module, x->scope);
    finding->message = check_text(context, "the coroutine is never awaited: %s %s", name, how);
    finding->matter = check_text(context, "%s %s", program_dotted(context->program, def), how);
    finding->help = "await it, or hand it to asyncio.gather or a TaskGroup; a synchronous function cannot await and has to become asynchronous";
}

static bool is_plain_call(const struct facts *facts, uint32_t expr) {
    return facts->exprs[expr].kind == EXPR_CALL && !(facts->exprs[expr].flags & EXPR_FLAG_AWAITED);
}

/* A condition takes a coroutine object for true, whatever the coroutine would say. */
static void condition(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t expr) {
    if (facts->exprs[expr].kind == EXPR_UNARY && facts->exprs[expr].op == OP_NOT) {
        expr = facts->exprs[expr].a;
    }
    if (is_plain_call(facts, expr)) {
        report(context, module, expr, "is used as a condition");
    }
}

static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        uint8_t kind = facts->stmts[s].kind;
        if (kind == STMT_EXPR && is_plain_call(facts, facts->stmts[s].a)) {
            report(context, module, facts->stmts[s].a, "is dropped");
        } else if (kind == STMT_IF || kind == STMT_ELIF || kind == STMT_WHILE || kind == STMT_ASSERT) {
            condition(context, module, facts, facts->stmts[s].a);
        }
    }
}

const struct check check_async_unawaited_coroutine = {
    .code = "LP105",
    .id = "async/unawaited-coroutine",
    .summary = "a coroutine is made and never awaited: its code does not run",
    .severity = SEVERITY_ERROR,
    .file = file,
};
