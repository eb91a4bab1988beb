/* async/unawaited-coroutine (LP105): see the document beside this file. */
#include "check/check.h"

/* The coroutine function whose call is surely all that a value of this type can be; PROGRAM_NONE otherwise. */
static uint32_t coroutine_of(struct check_context *context, uint32_t type) {
    struct type_table *types = program_types(context->program);
    uint32_t def = PROGRAM_NONE;
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        if (t.kind != TYPE_COROUTINE || t.entity == TYPE_NOBODY) {
            return PROGRAM_NONE;
        }
        def = t.entity;
    }
    return def;
}

/* What the elements of a list, set or tuple of Python's are. */
static uint32_t element_of(struct check_context *context, uint32_t type) {
    struct type t = types_get(program_types(context->program), type);
    if (t.kind == TYPE_TUPLE) {
        return program_element(context->program, type, false) | TYPE_SOFT;
    }
    if ((t.kind != TYPE_INSTANCE && t.kind != TYPE_EXACT) || !program_is_model(context->program, t.entity)) {
        return TYPE_UNKNOWN;
    }
    const char *name = program_qualname(context->program, t.entity);
    bool container = strcmp(name, "list") == 0 || strcmp(name, "set") == 0 || strcmp(name, "tuple") == 0;
    return container ? program_element(context->program, type, false) | TYPE_SOFT : TYPE_UNKNOWN;
}

/* ---- how sure it is ---------------------------------------------------------------------------------------------- */

static bool is_same(const struct facts *facts, uint32_t a, uint32_t b) {
    const struct facts_expr *x = &facts->exprs[a], *y = &facts->exprs[b];
    if (x->kind == EXPR_ATTRIBUTE && y->kind == EXPR_ATTRIBUTE) {
        return x->b == y->b && is_same(facts, x->a, y->a);
    }
    return x->kind == EXPR_NAME && y->kind == EXPR_NAME && x->a == y->a && x->b == y->b;
}

static bool is_test_name(struct span name) {
    static const char *const names[] = {"iscoroutinefunction", "iscoroutine", "isawaitable", "is_coroutine_function", "is_coroutine",
                                        "is_awaitable", "is_async_callable", "is_async"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_is(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* The same function asks whether what it calls is a coroutine function: it knows what it does with the other kind. */
static bool is_tested(const struct facts *facts, uint32_t call) {
    uint32_t owner = facts_owner(facts, facts->exprs[call].scope), count;
    const struct facts_scope *scope = &facts->scopes[owner];
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind != EXPR_CALL || !is_test_name(facts_last_name(facts, x->a))) {
            continue;
        }
        const uint32_t *list = facts_list(facts, x->b, &count);
        if (count == 2 && list[0] == FACTS_ARG_POSITIONAL && is_same(facts, list[1], facts->exprs[call].a)) {
            return true;
        }
    }
    return false;
}

/* One of the things that may be called is no coroutine function, or is not known: a synchronous client beside the asynchronous
 * one. */
static bool is_mixed(struct check_context *context, uint32_t module, uint32_t call) {
    struct program *program = context->program;
    struct type_table *types = program_types(program);
    const struct facts *facts = &program_module_at(program, module)->facts;
    uint32_t callee = facts->exprs[call].a, type = program_eval(program, module, callee);
    for (uint32_t i = 0; types_member_count(types, type) > 1 && i < types_member_count(types, type); i++) {
        uint32_t member = types_member(types, type, i);
        if (types_get(types, member).kind != TYPE_NONE &&
            coroutine_of(context, program_result(program, member, module, call)) == PROGRAM_NONE) {
            return true;
        }
    }
    if (facts->exprs[callee].kind != EXPR_ATTRIBUTE) {
        return false;
    }
    uint32_t receiver = program_eval(program, module, facts->exprs[callee].a);
    uint32_t name = program_name(program, module, facts->exprs[callee].b);
    for (uint32_t i = 0; types_member_count(types, receiver) > 1 && i < types_member_count(types, receiver); i++) {
        uint32_t member = types_member(types, receiver, i);
        if (types_get(types, member).kind != TYPE_NONE && !type_known(program_attribute(program, member, name))) {
            return true;
        }
    }
    return false;
}

static bool makes_synchronous(struct span name) {
    for (size_t i = 0; i + 4 <= name.len; i++) {
        if ((memcmp(name.data + i, "sync", 4) == 0 && (i == 0 || name.data[i - 1] != 'a')) || memcmp(name.data + i, "coro", 4) == 0) {
            return true;
        }
    }
    return span_starts(name, "run");
}

/* A decorator of a library that runs the coroutine itself: async_to_sync. Calling the function is right as it stands. */
static bool is_made_synchronous(struct check_context *context, uint32_t def) {
    uint32_t module = program_def_module(context->program, def), count;
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    const uint32_t *list = facts_list(facts, program_def_scope(context->program, def)->decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t callee = facts->exprs[list[i]].kind == EXPR_CALL ? facts->exprs[list[i]].a : list[i];
        struct type t = types_get(program_types(context->program), program_eval(context->program, module, callee));
        if (t.kind == TYPE_FUNCTION && program_is_model(context->program, t.entity) && program_trait(context->program, t.entity, WORD_SCHEDULES)) {
            return true;
        }
    }
    return false;
}

/* A class of the project, an object or a module as a decorator leaves another object, whose call may be anything. */
static bool may_be_object(struct check_context *context, uint32_t decorator) {
    struct type t = types_get(program_types(context->program), decorator);
    bool object = t.kind == TYPE_CLASS || t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT;
    return t.kind == TYPE_MODULE || (object && !program_is_model(context->program, t.entity));
}

/* A decorator that may run the coroutine: one that leaves an object, or one that is not known and whose name says so: @sync, @coro,
 * @run_async. */
static bool may_be_synchronous(struct check_context *context, uint32_t def) {
    uint32_t module = program_def_module(context->program, def), count;
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    const uint32_t *list = facts_list(facts, program_def_scope(context->program, def)->decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (makes_synchronous(facts_decorator_name(facts, list[i])) || may_be_object(context, program_eval(context->program, module, list[i]))) {
            return true;
        }
    }
    return false;
}

/* A function of the project that gives a coroutine on one way through it, and something else on another. */
static bool gives_other_things(struct check_context *context, uint32_t module, uint32_t call, uint32_t coroutine) {
    struct program *program = context->program;
    uint32_t callee = program_eval(program, module, program_module_at(program, module)->facts.exprs[call].a);
    struct type t = types_get(program_types(program), callee);
    if ((t.kind != TYPE_FUNCTION && t.kind != TYPE_METHOD) || t.entity == coroutine || program_is_model(program, t.entity)) {
        return false;
    }
    uint32_t inside = program_def_module(program, t.entity);
    const struct program_module *m = program_module_at(program, inside);
    uint32_t scope = t.entity - m->scope_base, head = m->facts.scopes[scope].stmt;
    if (m->facts.scopes[scope].kind != SCOPE_FUNCTION || head == FACTS_NONE) {
        return false;
    }
    for (uint32_t s = head + 1; s < m->facts.stmts[head].end; s++) {
        const struct facts_stmt *stmt = &m->facts.stmts[s];
        if (stmt->kind != STMT_RETURN || stmt->scope != scope || stmt->a == FACTS_NONE) {
            continue;
        }
        uint32_t type = program_eval(program, inside, stmt->a), element = element_of(context, type);
        if (coroutine_of(context, type_known(element) ? element : type) == PROGRAM_NONE) {
            return true;
        }
    }
    return false;
}

/* The first part of the dotted name of a def's module. */
static struct span library_of(const struct check_context *context, uint32_t def) {
    uint32_t module = program_def_module(context->program, def);
    const char *name = program_string(context->program, program_module_at(context->program, module)->name);
    return (struct span){name, strcspn(name, ".")};
}

static bool awaits_library_in(struct check_context *context, uint32_t module, struct span library) {
    struct type_table *types = program_types(context->program);
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind != EXPR_CALL || !(x->flags & EXPR_FLAG_AWAITED)) {
            continue;
        }
        struct type t = types_get(types, program_eval(context->program, module, x->a));
        if ((t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD || t.kind == TYPE_CLASS) && program_is_model(context->program, t.entity)) {
            struct span other = library_of(context, t.entity);
            if (other.len == library.len && memcmp(other.data, library.data, library.len) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Libraries became asynchronous from one version to the next, and a model describes the later one. A synchronous function of a
 * project that never awaits anything of the library is likely to use the earlier. */
static bool may_be_older(struct check_context *context, uint32_t module, uint32_t call, uint32_t def) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    uint32_t owner = facts_owner(facts, facts->exprs[call].scope);
    if (!program_is_model(context->program, def) || (facts->scopes[owner].flags & SCOPE_ASYNC)) {
        return false;
    }
    struct span library = library_of(context, def);
    if (span_is(library, "asyncio")) {
        return false;
    }
    for (uint32_t m = 0; m < program_module_count(context->program); m++) {
        const struct program_module *other = program_module_at(context->program, m);
        if (other->facts.header && other->path && !other->is_model && awaits_library_in(context, m, library)) {
            return false;
        }
    }
    return true;
}

/* ---- how it is used ---------------------------------------------------------------------------------------------- */

static void report_type(struct check_context *context, uint32_t module, uint32_t call, uint32_t type, const char *how) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    uint32_t def = coroutine_of(context, type);
    if (def == PROGRAM_NONE || is_tested(facts, call) || is_made_synchronous(context, def)) {
        return;
    }
    bool unsure = is_mixed(context, module, call) || gives_other_things(context, module, call, def) ||
                  may_be_synchronous(context, def) || may_be_older(context, module, call, def);
    const struct facts_expr *x = &facts->exprs[call];
    const char *name = check_name(context, def, module);
    struct finding *finding = check_add(context, module, x->start, x->end);
    finding->confidence = unsure ? CONFIDENCE_POSSIBLE : type & TYPE_SOFT ? CONFIDENCE_LIKELY : CONFIDENCE_CERTAIN;
    finding->symbol = check_symbol(context, module, x->scope);
    finding->message = check_text(context, "the coroutine is never awaited: %s %s", name, how);
    finding->matter = check_text(context, "%s %s", program_dotted(context->program, def), how);
    finding->help = "await it, or hand it to asyncio.gather or a TaskGroup; a synchronous function cannot await and has to become asynchronous";
}

static void report(struct check_context *context, uint32_t module, uint32_t expr, const char *how) {
    const struct facts_expr *x = &program_module_at(context->program, module)->facts.exprs[expr];
    if (x->kind == EXPR_CALL && !(x->flags & EXPR_FLAG_AWAITED)) {
        report_type(context, module, expr, program_eval(context->program, module, expr), how);
    }
}

/* A condition takes a coroutine object for true, whatever the coroutine would say. The left side of `and` and `or`, what `not`
 * stands before and a conditional expression's condition are conditions wherever they stand: see expression. */
static void condition(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t expr) {
    const struct facts_expr *x = &facts->exprs[expr];
    const uint32_t *parts;
    uint32_t count;
    switch (x->kind) {
    case EXPR_BOOL:
    case EXPR_WALRUS:
        condition(context, module, facts, x->b);
        break;
    case EXPR_TERNARY:
        parts = facts_list(facts, x->b, &count);
        condition(context, module, facts, parts[1]);
        condition(context, module, facts, parts[2]);
        break;
    default:
        report(context, module, expr, "is used as a condition");
    }
}

/* A value that nobody holds. */
static void dropped(struct check_context *context, uint32_t module, const struct facts *facts, uint32_t expr, const char *how) {
    const struct facts_expr *x = &facts->exprs[expr];
    uint32_t count = 0, first = 0, step = 1;
    const uint32_t *parts = NULL;
    switch (x->kind) {
    case EXPR_CALL:
        if (!(x->flags & EXPR_FLAG_AWAITED)) {
            uint32_t type = program_eval(context->program, module, expr), element = element_of(context, type);
            report_type(context, module, expr, type_known(element) ? element : type, how);
        }
        return;
    case EXPR_BOOL:
        dropped(context, module, facts, x->b, how);
        return;
    case EXPR_LIST:
    case EXPR_TUPLE:
    case EXPR_SET:
        parts = facts_list(facts, x->b, &count);
        break;
    case EXPR_DICT:
        parts = facts_list(facts, x->b, &count);
        first = 1;
        step = 2;
        break;
    case EXPR_TERNARY:
        parts = facts_list(facts, x->b, &count);
        first = 1;
        break;
    case EXPR_COMP: /* a generator that nobody runs does not even make its coroutines */
        parts = facts_list(facts, x->b, &count);
        first = x->op == COMP_DICT;
        count = x->op == COMP_GENERATOR ? 0 : first + 1;
        break;
    default:
        return;
    }
    for (uint32_t i = first; i < count; i += step) {
        dropped(context, module, facts, parts[i], how);
    }
}

/* The symbol that an assignment to one local name gives its only value, when nothing reads the name; FACTS_NONE otherwise. */
static uint32_t unread_name(const struct facts *facts, const struct facts_stmt *stmt) {
    uint32_t count;
    const uint32_t *targets = facts_list(facts, stmt->list, &count);
    if (count != 1 || facts->exprs[targets[0]].kind != EXPR_NAME || facts->exprs[targets[0]].b == FACTS_NONE) {
        return FACTS_NONE;
    }
    uint32_t symbol = facts->exprs[targets[0]].b;
    const struct facts_symbol *s = &facts->symbols[symbol];
    if (facts->scopes[s->scope].kind != SCOPE_FUNCTION || s->target != FACTS_NONE || s->binding_count != 1) {
        return FACTS_NONE;
    }
    for (uint32_t i = 0; i < facts->symbol_count; i++) {
        if (facts->symbols[i].target == symbol) {
            return FACTS_NONE;
        }
    }
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        if (facts->exprs[e].kind == EXPR_NAME && facts->exprs[e].b == symbol && !(facts->exprs[e].flags & EXPR_FLAG_STORE)) {
            return FACTS_NONE;
        }
    }
    return symbol;
}

static bool may_hold_coroutines(const struct facts *facts, uint32_t value) {
    uint8_t kind = facts->exprs[value].kind;
    return kind == EXPR_LIST || kind == EXPR_TUPLE || kind == EXPR_SET || kind == EXPR_DICT || kind == EXPR_COMP ||
           (kind == EXPR_CALL && !(facts->exprs[value].flags & EXPR_FLAG_AWAITED));
}

static void assignment(struct check_context *context, uint32_t module, const struct facts *facts, const struct facts_stmt *stmt) {
    if (stmt->a == FACTS_NONE || !may_hold_coroutines(facts, stmt->a)) {
        return;
    }
    uint32_t symbol = unread_name(facts, stmt);
    if (symbol != FACTS_NONE) {
        struct span name = facts_text(facts, facts->symbols[symbol].name);
        dropped(context, module, facts, stmt->a, check_text(context, "is stored in %.*s, which nothing reads", (int)name.len, name.data));
    }
}

static void statement(struct check_context *context, uint32_t module, const struct facts *facts, const struct facts_stmt *stmt) {
    switch (stmt->kind) {
    case STMT_EXPR:
        dropped(context, module, facts, stmt->a, "is dropped");
        break;
    case STMT_ASSIGN:
    case STMT_ANN_ASSIGN:
        assignment(context, module, facts, stmt);
        break;
    case STMT_IF:
    case STMT_ELIF:
    case STMT_WHILE:
    case STMT_ASSERT:
        condition(context, module, facts, stmt->a);
        break;
    case STMT_FOR:
        report(context, module, stmt->a, "is iterated over");
        break;
    default:
        break;
    }
}

/* What is asked of a coroutine object itself. */
static bool is_own_attribute(struct span name) {
    return span_is(name, "send") || span_is(name, "throw") || span_is(name, "close") || span_starts(name, "cr_") || span_starts(name, "__");
}

/* A function of Python that wants a value, and no coroutine object. */
static bool wants_value(const struct facts *facts, uint32_t callee) {
    static const char *const names[] = {"str", "repr", "len", "bool", "int", "float", "list", "tuple", "set", "dict", "sorted", "sum",
                                        "any", "all", "iter", "next", "enumerate", "reversed", "print"};
    if (facts->exprs[callee].kind != EXPR_NAME || facts->exprs[callee].b != FACTS_NONE) {
        return false;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_is(facts_text(facts, facts->exprs[callee].a), names[i])) {
            return true;
        }
    }
    return false;
}

static void arguments(struct check_context *context, uint32_t module, const struct facts *facts, const struct facts_expr *call) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, call->b, &count);
    struct span name = facts_last_name(facts, call->a);
    for (uint32_t i = 0; i + 1 < count && wants_value(facts, call->a); i += 2) {
        if (list[i] == FACTS_ARG_POSITIONAL && facts->exprs[list[i + 1]].kind == EXPR_CALL) {
            report(context, module, list[i + 1], check_text(context, "is passed to %.*s", (int)name.len, name.data));
        }
    }
}

/* The clauses: iterable, target, number of conditions, conditions. */
static void comprehension(struct check_context *context, uint32_t module, const struct facts *facts, const struct facts_expr *x) {
    uint32_t count;
    const uint32_t *parts = facts_list(facts, x->b, &count);
    for (uint32_t i = 2; i + 2 < count;) {
        uint32_t conditions = parts[i + 2];
        report(context, module, parts[i], "is iterated over");
        i += 3;
        for (uint32_t end = i + conditions; i < end && i < count; i++) {
            condition(context, module, facts, parts[i]);
        }
    }
}

/* An expression that uses the value of another one at once. */
static void expression(struct check_context *context, uint32_t module, const struct facts *facts, const struct facts_expr *x) {
    uint32_t count;
    const uint32_t *parts;
    switch (x->kind) {
    case EXPR_BOOL:
        condition(context, module, facts, x->a);
        break;
    case EXPR_UNARY:
        if (x->op == OP_NOT) {
            condition(context, module, facts, x->a);
        } else {
            report(context, module, x->a, "is computed with");
        }
        break;
    case EXPR_TERNARY:
        parts = facts_list(facts, x->b, &count);
        condition(context, module, facts, parts[0]);
        break;
    case EXPR_BINARY:
        report(context, module, x->a, "is computed with");
        report(context, module, x->b, "is computed with");
        break;
    case EXPR_COMPARE:
        parts = facts_list(facts, x->b, &count);
        for (uint32_t i = 0; i < count; i += 2) {
            report(context, module, parts[i], "is compared");
        }
        break;
    case EXPR_FSTRING:
        parts = facts_list(facts, x->b, &count);
        for (uint32_t i = 0; i < count; i++) {
            report(context, module, parts[i], "is formatted");
        }
        break;
    case EXPR_ATTRIBUTE:
        if (!is_own_attribute(facts_text(facts, x->b))) {
            report(context, module, x->a, "is asked for an attribute");
        }
        break;
    case EXPR_SUBSCRIPT:
        report(context, module, x->a, "is indexed");
        break;
    case EXPR_CALL:
        arguments(context, module, facts, x);
        break;
    case EXPR_COMP:
        comprehension(context, module, facts, x);
        break;
    default:
        break;
    }
}

static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        statement(context, module, facts, &facts->stmts[s]);
    }
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        if (!(facts->exprs[e].flags & EXPR_FLAG_ANNOTATION)) {
            expression(context, module, facts, &facts->exprs[e]);
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
