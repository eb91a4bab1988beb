/* async/dropped-task (LP108): see the document beside this file. */
#include "check/check.h"

static bool is_task_maker(struct check_context *context, uint32_t def) {
    static const char *const names[] = {"asyncio.create_task", "asyncio.ensure_future", "asyncio.AbstractEventLoop.create_task"};
    const char *own = program_string(context->program, program_def_name(context->program, def));
    if (strcmp(own, "create_task") != 0 && strcmp(own, "ensure_future") != 0) {
        return false; /* the dotted name is made anew each time it is asked for */
    }
    const char *dotted = program_dotted(context->program, def);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(dotted, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

#define HELPERS_DEEP 5u /* functions that hand a task on */

/* What a call makes a task with. */
struct maker {
    uint32_t library; /* the library function; PROGRAM_NONE when the call makes no task, or the task is kept */
    uint32_t helper;  /* the function of the project that was called, which returns it; PROGRAM_NONE when there is none */
};

static struct maker maker_of(struct check_context *context, uint32_t module, uint32_t expr, uint32_t depth);

static bool is_local_name(const struct facts *facts, uint32_t expr, uint32_t scope) {
    const struct facts_expr *x = &facts->exprs[expr];
    return x->kind == EXPR_NAME && x->b != FACTS_NONE && facts->symbols[x->b].scope == scope && facts->symbols[x->b].target == FACTS_NONE;
}

/* How often a symbol is read. */
static uint32_t reads_of(const struct facts *facts, uint32_t symbol) {
    uint32_t reads = 0;
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        reads += x->kind == EXPR_NAME && x->b == symbol && !(x->flags & EXPR_FLAG_STORE);
    }
    return reads;
}

/* What a local name is given, when it is given nothing else, and to nothing else, and read only once; FACTS_NONE otherwise. */
static uint32_t value_of_name(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t name) {
    const struct facts_binding *binding = program_single_binding(context->program, module, name);
    if (!binding || binding->kind != BIND_ASSIGN || binding->unpack || reads_of(facts, facts->exprs[name].b) != 1) {
        return FACTS_NONE;
    }
    uint32_t targets;
    facts_list(facts, facts->stmts[binding->stmt].list, &targets);
    return targets == 1 ? binding->value : FACTS_NONE;
}

/* The library function that makes what a function returns; PROGRAM_NONE when some `return` gives another thing, or a task under a
 * name that is used for more: it may be kept, or watched. */
static uint32_t returned_maker(struct check_context *context, uint32_t def, uint32_t depth) {
    uint32_t module = program_def_module(context->program, def), library = PROGRAM_NONE;
    const struct program_module *m = program_module_at(context->program, module);
    const struct facts *facts = &m->facts;
    uint32_t scope = def - m->scope_base, head = facts->scopes[scope].stmt;
    if (head == FACTS_NONE || facts->scopes[scope].kind != SCOPE_FUNCTION || (facts->scopes[scope].flags & SCOPE_GENERATOR)) {
        return PROGRAM_NONE;
    }
    for (uint32_t s = head + 1; s < facts->stmts[head].end; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        if (stmt->kind != STMT_RETURN || stmt->scope != scope || stmt->a == FACTS_NONE || facts->exprs[stmt->a].kind == EXPR_NONE) {
            continue;
        }
        uint32_t value = stmt->a;
        if (is_local_name(facts, value, scope)) {
            value = value_of_name(context, module, facts, value);
        }
        library = value == FACTS_NONE ? PROGRAM_NONE : maker_of(context, module, value, depth).library;
        if (library == PROGRAM_NONE) {
            return PROGRAM_NONE;
        }
    }
    return library;
}

static struct maker maker_of(struct check_context *context, uint32_t module, uint32_t expr, uint32_t depth) {
    struct maker none = {PROGRAM_NONE, PROGRAM_NONE};
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    bool awaited = facts->exprs[expr].kind == EXPR_AWAIT;
    uint32_t call = awaited ? facts->exprs[expr].a : expr;
    if (facts->exprs[call].kind != EXPR_CALL || depth > HELPERS_DEEP) {
        return none;
    }
    struct type t = types_get(program_types(context->program), program_eval(context->program, module, facts->exprs[call].a));
    if (t.kind != TYPE_FUNCTION && t.kind != TYPE_METHOD) {
        return none;
    }
    if (program_is_model(context->program, t.entity)) {
        bool makes = !awaited && is_task_maker(context, t.entity);
        return makes ? (struct maker){t.entity, PROGRAM_NONE} : none;
    }
    bool async = (program_def_scope(context->program, t.entity)->flags & SCOPE_ASYNC) != 0;
    uint32_t library = async == awaited ? returned_maker(context, t.entity, depth + 1) : PROGRAM_NONE;
    return library == PROGRAM_NONE ? none : (struct maker){library, t.entity};
}

static void report(struct check_context *context, uint32_t module, uint32_t expr) {
    struct maker maker = maker_of(context, module, expr, 0);
    if (maker.library == PROGRAM_NONE) {
        return;
    }
    const struct facts_expr *x = &program_module_at(context->program, module)->facts.exprs[expr];
    const char *library = program_dotted(context->program, maker.library);
    const char *helper = maker.helper == PROGRAM_NONE ? NULL : check_name(context, maker.helper, module);
    struct finding *finding = check_add(context, module, x->start, x->end);
    finding->confidence = helper ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
    finding->symbol = check_symbol(context, module, x->scope);
    finding->message = helper ? check_text(context, "the task is dropped: %s returns that of %s", helper, library)
                              : check_text(context, "the task is dropped: %s", library);
    finding->matter = library;
    finding->help = "keep the task until it is done (in a set, with add_done_callback(set.discard)), or use asyncio.TaskGroup";
}

/* A value that nobody holds. */
static void dropped(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t expr) {
    const struct facts_expr *x = &facts->exprs[expr];
    uint32_t count = 0, first = 0;
    const uint32_t *parts = NULL;
    switch (x->kind) {
    case EXPR_CALL:
    case EXPR_AWAIT:
        report(context, module, expr);
        return;
    case EXPR_BOOL:
        dropped(context, module, facts, x->b);
        return;
    case EXPR_LIST:
    case EXPR_TUPLE:
    case EXPR_SET:
        parts = facts_list(facts, x->b, &count);
        break;
    case EXPR_TERNARY:
        parts = facts_list(facts, x->b, &count);
        first = 1;
        break;
    case EXPR_COMP: /* a generator that nobody runs makes no tasks */
        parts = facts_list(facts, x->b, &count);
        first = x->op == COMP_DICT;
        count = x->op == COMP_GENERATOR ? 0 : first + 1;
        break;
    default:
        return;
    }
    for (uint32_t i = first; i < count; i++) {
        dropped(context, module, facts, parts[i]);
    }
}

static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        if (facts->stmts[s].kind == STMT_EXPR) {
            dropped(context, module, facts, facts->stmts[s].a);
        }
    }
}

const struct check check_async_dropped_task = {
    .code = "LP108",
    .id = "async/dropped-task",
    .summary = "a task is started and its result dropped: it may vanish, and its errors do",
    .severity = SEVERITY_WARNING,
    .file = file,
};
