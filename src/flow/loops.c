/* What a function does not run where an event loop is running, because it asks first: one walk over its statements that
 * takes every question for a running loop as answered with yes. A branch that is not taken then, and what stands behind one
 * that always leaves, is no concern of code on the loop. */
#include "flow/internal.h"

#define LIMIT_HELPERS 3u /* functions through which a question is followed */
#define LIMIT_NAMES 3u   /* names through which it is followed in one function */

enum { ANSWER_NONE, ANSWER_YES, ANSWER_NO, ANSWER_PENDING }; /* what a function returns where a loop runs */

struct asking {
    struct flow *flow;
    const struct facts *facts;
    uint32_t module, scope, helpers, names; /* helpers and names that the question at hand came through */
    struct flow_ranges *out;
    VEC(struct flow_range) asked; /* try blocks that get this far only where a loop runs */
    uint32_t raises;              /* raise statements met so far that do run */
    bool questioned;
};

static int says_running(struct asking *a, uint32_t expr, uint32_t depth);
static bool block_goes_on(struct asking *a, uint32_t parent, uint32_t first, uint32_t end);

static bool is_dead_at(const struct asking *a, uint32_t position) {
    return ranges_hold(a->out->dead.data, a->out->dead.len, position);
}

/* --- questions ---------------------------------------------------------------------------------------------------- */

/* `loop`, `self._event_loop`, `get_event_loop()`: a process and a timer have an is_running(), too. */
static bool is_named_loop(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    struct span name = facts_last_name(facts, e->kind == EXPR_CALL ? e->a : expr);
    return span_ends(name, "loop") || span_ends(name, "Loop");
}

/* A call that raises where no loop runs, or is false or None there. */
static bool is_loop_question(const struct facts *facts, uint32_t callee) {
    struct span name = facts_last_name(facts, callee);
    const struct facts_expr *e = &facts->exprs[callee];
    return span_ends(name, "get_running_loop") || span_is(name, "current_async_library") ||
           (span_is(name, "is_running") && e->kind == EXPR_ATTRIBUTE && is_named_loop(facts, e->a));
}

static bool asks_for_loop(const struct asking *a, uint32_t start, uint32_t end) {
    const struct facts_scope *s = &a->facts->scopes[a->scope];
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &a->facts->exprs[e];
        if (x->kind == EXPR_CALL && x->scope == a->scope && x->start >= start && x->end <= end &&
            is_loop_question(a->facts, x->a)) {
            return true;
        }
    }
    return false;
}

/* 1 for a constant that is true, -1 for one that is false or None. */
static int constant_truth(const struct facts *facts, uint32_t expr) {
    uint8_t kind = expr == FACTS_NONE ? EXPR_NONE : facts->exprs[expr].kind;
    return kind == EXPR_TRUE ? 1 : kind == EXPR_FALSE || kind == EXPR_NONE ? -1 : 0;
}

/* A name that is True or False by a test further up: `try: get_running_loop(); inside = True`, `except …: inside = False`. */
static int flag_says(const struct asking *a, const struct facts_symbol *symbol) {
    int live = 0, answered = 0;
    bool mixed = false, dead = false;
    for (uint32_t i = 0; i < symbol->binding_count; i++) {
        const struct facts_binding *b = &a->facts->bindings[symbol->first_binding + i];
        int truth = b->value == FACTS_NONE ? 0 : constant_truth(a->facts, b->value);
        if (b->kind == BIND_NARROW) {
            continue;
        }
        if (is_dead_at(a, b->start)) {
            dead |= truth != 0;
        } else if (ranges_hold(a->asked.data, a->asked.len, b->start)) {
            answered = truth;
        } else {
            mixed |= truth == 0 || (live != 0 && live != truth);
            live = truth;
        }
    }
    return answered ? answered : dead && !mixed ? live : 0;
}

static int name_says(struct asking *a, const struct facts_expr *e, uint32_t depth) {
    if (e->b == FACTS_NONE || a->facts->symbols[e->b].scope != a->scope || a->names >= LIMIT_NAMES) {
        return 0;
    }
    a->names++;
    const struct facts_symbol *symbol = &a->facts->symbols[e->b];
    int flag = flag_says(a, symbol);
    for (uint32_t i = 0; !flag && i < symbol->binding_count; i++) {
        const struct facts_binding *b = &a->facts->bindings[symbol->first_binding + i];
        uint8_t kind = b->value == FACTS_NONE ? EXPR_NAME : a->facts->exprs[b->value].kind;
        if (kind == EXPR_CALL || kind == EXPR_COMPARE || kind == EXPR_BOOL || kind == EXPR_UNARY) {
            flag = says_running(a, b->value, depth + 1);
        }
    }
    a->names--;
    return flag;
}

/* `"no running event loop" in str(error)` */
static bool is_error_text(const struct facts *facts, uint32_t expr) {
    return facts->exprs[expr].kind == EXPR_STRING && span_starts(facts_text(facts, facts->exprs[expr].a), "no running");
}

static int compare_says(struct asking *a, const struct facts_expr *e, uint32_t depth) {
    uint32_t count;
    const uint32_t *list = facts_list(a->facts, e->b, &count);
    if (count != 3) {
        return 0;
    }
    if (is_error_text(a->facts, list[0])) {
        return list[1] == OP_IN ? -1 : list[1] == OP_NOT_IN ? 1 : 0;
    }
    if (a->facts->exprs[list[2]].kind != EXPR_NONE || (list[1] != OP_IS && list[1] != OP_IS_NOT)) {
        return 0;
    }
    int says = says_running(a, list[0], depth + 1);
    return list[1] == OP_IS_NOT ? says : -says;
}

/* --- helpers ------------------------------------------------------------------------------------------------------ */

/* What the function at hand, a helper, returns: a value that says it; or True and False, told apart by a test. */
static int returns_say(struct asking *a) {
    const struct facts_scope *s = &a->facts->scopes[a->scope];
    bool lost[2] = {false, false}, kept[2] = {false, false};
    int says = 0;
    for (uint32_t i = s->stmt + 1; i < a->facts->stmts[s->stmt].end; i++) {
        const struct facts_stmt *stmt = &a->facts->stmts[i];
        if (stmt->kind != STMT_RETURN || stmt->scope != a->scope) {
            continue;
        }
        int truth = constant_truth(a->facts, stmt->a);
        bool dead = is_dead_at(a, stmt->start);
        if (truth) {
            (dead ? lost : kept)[truth > 0] = true;
        } else if (!dead && !says) {
            says = says_running(a, stmt->a, 0);
        }
    }
    if (lost[0] != lost[1]) {
        bool truth = lost[1];
        return kept[truth] ? 0 : truth ? -1 : 1;
    }
    return kept[true] ? 0 : says;
}

static int helper_answer(struct asking *a, uint32_t def) {
    uint32_t *slot = map_at(&a->flow->loop_answers, def);
    if (*slot != MAP_NONE) {
        return *slot == ANSWER_YES ? 1 : *slot == ANSWER_NO ? -1 : 0;
    }
    *slot = ANSWER_PENDING;
    uint32_t module = program_def_module(a->flow->program, def);
    const struct program_module *m = program_module_at(a->flow->program, module);
    struct flow_ranges ranges = {0};
    struct asking inner = {.flow = a->flow, .facts = &m->facts, .module = module, .scope = def - m->scope_base,
                           .helpers = a->helpers + 1, .out = &ranges};
    const struct facts_scope *s = &m->facts.scopes[inner.scope];
    block_goes_on(&inner, s->stmt, s->stmt + 1, m->facts.stmts[s->stmt].end);
    int says = returns_say(&inner);
    vec_free(&inner.asked);
    vec_free(&ranges.dead);
    vec_free(&ranges.caught);
    map_set(&a->flow->loop_answers, def, says > 0 ? ANSWER_YES : says < 0 ? ANSWER_NO : ANSWER_NONE);
    return says;
}

/* `if inside_loop():` with a function or method of the project that asks. */
static int helper_says(struct asking *a, uint32_t callee) {
    struct type t = types_get(program_types(a->flow->program), program_eval(a->flow->program, a->module, callee));
    if (a->helpers >= LIMIT_HELPERS || (t.kind != TYPE_FUNCTION && t.kind != TYPE_METHOD)) {
        return 0;
    }
    const struct program_module *m = program_module_at(a->flow->program, program_def_module(a->flow->program, t.entity));
    const struct facts_scope *s = program_def_scope(a->flow->program, t.entity);
    if (m->is_model || s->kind != SCOPE_FUNCTION || (s->flags & (SCOPE_ASYNC | SCOPE_GENERATOR))) {
        return 0;
    }
    return helper_answer(a, t.entity);
}

/* 1 when the value is true (or not None) where an event loop runs, -1 when it is where none does, 0 when it says nothing of
 * that: get_running_loop(), loop.is_running(), a name that holds their result, a helper that asks, and their negations. */
static int says_running(struct asking *a, uint32_t expr, uint32_t depth) {
    const struct facts_expr *e = &a->facts->exprs[expr];
    int left;
    if (depth > LIMIT_CONDITION) {
        return 0;
    }
    switch (e->kind) {
    case EXPR_CALL:
        return is_loop_question(a->facts, e->a) ? 1 : helper_says(a, e->a);
    case EXPR_WALRUS:
        return says_running(a, e->b, depth + 1);
    case EXPR_UNARY:
        return e->op == OP_NOT ? -says_running(a, e->a, depth + 1) : 0;
    case EXPR_BOOL:
        left = says_running(a, e->a, depth + 1);
        left = left ? left : says_running(a, e->b, depth + 1);
        return left == (e->op == OP_AND ? 1 : -1) ? left : 0;
    case EXPR_COMPARE:
        return compare_says(a, e, depth);
    case EXPR_NAME:
        return name_says(a, e, depth);
    default:
        return 0;
    }
}

/* --- statements --------------------------------------------------------------------------------------------------- */

static void bury(struct asking *a, uint32_t start, uint32_t end) {
    vec_push(&a->out->dead, ((struct flow_range){start, end}));
}

static bool follows(const struct asking *a, uint32_t stmt, uint32_t parent, uint32_t end, enum facts_stmt_kind kind) {
    return stmt < end && a->facts->stmts[stmt].parent == parent && a->facts->stmts[stmt].kind == kind;
}

static bool body_goes_on(struct asking *a, uint32_t stmt) {
    return block_goes_on(a, stmt, stmt + 1, a->facts->stmts[stmt].end);
}

/* An if with all its branches; *next is set behind them. */
static bool if_goes_on(struct asking *a, uint32_t stmt, uint32_t end, uint32_t *next) {
    const struct facts *facts = a->facts;
    uint32_t parent = facts->stmts[stmt].parent;
    bool open = true, on = false; /* later branches may be taken; some branch goes on */
    for (uint32_t arm = stmt; arm == stmt || follows(a, arm, parent, end, STMT_ELIF) || follows(a, arm, parent, end, STMT_ELSE);
         arm = *next) {
        const struct facts_stmt *s = &facts->stmts[arm];
        int says = s->kind == STMT_ELSE ? 0 : says_running(a, s->a, 0);
        *next = s->end;
        a->questioned |= says != 0;
        if (!open) {
            bury(a, s->start, ranges_extent(facts, arm));
            continue;
        }
        if (says < 0) {
            bury(a, s->stop, ranges_extent(facts, arm));
        } else {
            on |= body_goes_on(a, arm);
        }
        open = says <= 0 && s->kind != STMT_ELSE;
    }
    return on || open;
}

static bool names_error(const struct facts *facts, uint32_t expr) {
    struct span name = facts_last_name(facts, expr);
    return span_is(name, "RuntimeError") || span_is(name, "AsyncLibraryNotFoundError");
}

/* A handler for what a question raises where no loop runs; with `broad`, one for everything, too. */
static bool takes_error(const struct facts *facts, const struct facts_stmt *handler, bool broad) {
    uint32_t count;
    if (handler->a == FACTS_NONE) {
        return broad;
    }
    if (facts->exprs[handler->a].kind != EXPR_TUPLE) {
        struct span name = facts_last_name(facts, handler->a);
        return names_error(facts, handler->a) || (broad && (span_is(name, "Exception") || span_is(name, "BaseException")));
    }
    const uint32_t *list = facts_list(facts, facts->exprs[handler->a].b, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (names_error(facts, list[i])) {
            return true;
        }
    }
    return false;
}

static bool is_log(struct span name) {
    static const char *const names[] = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "print", "str"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_is(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* `try: asyncio.run(…) except RuntimeError: …` where the handler does the work in another way, not merely tells of it. */
static bool goes_another_way(const struct asking *a, uint32_t handler) {
    const struct facts_scope *s = &a->facts->scopes[a->scope];
    uint32_t start = a->facts->stmts[handler].stop, end = ranges_extent(a->facts, handler);
    for (uint32_t i = handler + 1; i < a->facts->stmts[handler].end; i++) {
        if (a->facts->stmts[i].kind == STMT_RAISE && a->facts->stmts[i].parent == handler) {
            return false;
        }
    }
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &a->facts->exprs[e];
        if (x->kind == EXPR_CALL && x->start >= start && x->end <= end && !is_log(facts_last_name(a->facts, x->a))) {
            return true;
        }
    }
    return false;
}

/* A try with all its handlers; *next is set behind them. */
static bool try_goes_on(struct asking *a, uint32_t stmt, uint32_t end, uint32_t *next) {
    const struct facts *facts = a->facts;
    const struct facts_stmt *try = &facts->stmts[stmt];
    bool asks = asks_for_loop(a, try->start, ranges_extent(facts, stmt));
    bool single = stmt + 2 == try->end;
    uint32_t raises = a->raises;
    if (asks) {
        a->questioned = true;
        vec_push(&a->asked, ((struct flow_range){try->start, ranges_extent(facts, stmt)}));
    }
    bool on = false, body = body_goes_on(a, stmt), answered = asks && a->raises == raises;
    *next = try->end;
    for (; follows(a, *next, try->parent, end, STMT_EXCEPT); *next = facts->stmts[*next].end) {
        const struct facts_stmt *handler = &facts->stmts[*next];
        if (!asks && takes_error(facts, handler, false) && goes_another_way(a, *next)) {
            vec_push(&a->out->caught, ((struct flow_range){try->start, ranges_extent(facts, stmt)}));
        }
        if (answered && takes_error(facts, handler, single)) {
            bury(a, handler->stop, ranges_extent(facts, *next));
        } else {
            on |= body_goes_on(a, *next);
        }
    }
    if (follows(a, *next, try->parent, end, STMT_ELSE)) {
        if (asks) {
            vec_push(&a->asked, ((struct flow_range){facts->stmts[*next].start, ranges_extent(facts, *next)}));
        }
        body = body && body_goes_on(a, *next);
        *next = facts->stmts[*next].end;
    }
    on |= body;
    if (follows(a, *next, try->parent, end, STMT_FINALLY)) {
        on = body_goes_on(a, *next) && on;
        *next = facts->stmts[*next].end;
    }
    return on;
}

static bool stmt_goes_on(struct asking *a, uint32_t stmt, uint32_t end, uint32_t *next) {
    const struct facts_stmt *s = &a->facts->stmts[stmt];
    *next = s->end > stmt ? s->end : stmt + 1;
    switch (s->kind) {
    case STMT_IF:
        return if_goes_on(a, stmt, end, next);
    case STMT_TRY:
        return try_goes_on(a, stmt, end, next);
    case STMT_WITH:
        return body_goes_on(a, stmt);
    case STMT_RAISE:
        a->raises++;
        return false;
    case STMT_RETURN:
    case STMT_BREAK:
    case STMT_CONTINUE:
        return false;
    case STMT_FUNCTION:
    case STMT_CLASS:
        return true;
    default:
        if (*next > stmt + 1) {
            body_goes_on(a, stmt);
        }
        return true;
    }
}

/* Whether what follows the block may run where a loop does; what stands in it behind a statement that never goes on is buried. */
static bool block_goes_on(struct asking *a, uint32_t parent, uint32_t first, uint32_t end) {
    uint32_t next;
    for (uint32_t s = first; s < end; s = next) {
        if (!stmt_goes_on(a, s, end, &next)) {
            if (next < end && a->questioned) {
                bury(a, a->facts->stmts[next].start, ranges_extent(a->facts, parent));
            }
            return false;
        }
    }
    return true;
}

/* --- expressions -------------------------------------------------------------------------------------------------- */

/* `schedule(c) if loop.is_running() else asyncio.run(c)` */
static void find_ternaries(struct asking *a) {
    const struct facts_scope *s = &a->facts->scopes[a->scope];
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &a->facts->exprs[e];
        if (x->kind != EXPR_TERNARY || x->scope != a->scope) {
            continue;
        }
        uint32_t count;
        const uint32_t *list = facts_list(a->facts, x->b, &count);
        int says = says_running(a, list[0], 0);
        const struct facts_expr *unused = &a->facts->exprs[list[says > 0 ? 2 : 1]];
        if (says) {
            bury(a, unused->start, unused->end);
        }
    }
}

void loops_find(struct flow *self, uint32_t module, uint32_t scope, struct flow_ranges *out) {
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    const struct facts_scope *s = &facts->scopes[scope];
    if (s->kind != SCOPE_FUNCTION) {
        return;
    }
    struct asking a = {.flow = self, .facts = facts, .module = module, .scope = scope, .out = out};
    block_goes_on(&a, s->stmt, s->stmt + 1, facts->stmts[s->stmt].end);
    find_ternaries(&a);
    vec_free(&a.asked);
}
