/* Long computations that are short this time: what they work on is small, or is not given at all. */
#include "flow/walk.h"

/* The argument that is the data itself, by the name that the models give such a parameter; PROGRAM_NONE. */
static uint32_t data_argument(struct walk *w, uint32_t def, bool bound) {
    static const char *const names[] = {"data", "markup", "html", "text"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t name = program_intern(w->program, names[i]);
        if (program_param_index(w->program, def, name) != PROGRAM_NONE) {
            return program_argument(w->program, w->module, w->site.expr, def, bound, name);
        }
    }
    return PROGRAM_NONE;
}

/* `docx.Document()`: a function that reads something, which it is not given, makes something empty. */
static bool lacks_arguments(const struct walk *w, uint32_t def) {
    const struct program_module *m = program_module_at(w->program, program_def_module(w->program, def));
    const struct facts_scope *s = program_def_scope(w->program, def);
    uint32_t count;
    facts_list(w->facts, w->facts->exprs[w->site.expr].b, &count);
    return count == 0 && s->kind == SCOPE_FUNCTION && s->param_count && m->facts.scopes[s->parent].kind == SCOPE_MODULE;
}

static bool is_receiving(struct span name) {
    return span_is(name, "recv") || span_is(name, "receive") || span_is(name, "receive_bytes") ||
           span_is(name, "receive_text") || span_is(name, "receive_str");
}

/* `await socket.recv()`, `await asyncio.wait_for(socket.recv(), 10)` */
static bool is_received(const struct facts *facts, uint32_t value) {
    const struct facts_expr *e = value == FACTS_NONE ? NULL : &facts->exprs[value];
    if (!e || e->kind != EXPR_AWAIT || facts->exprs[e->a].kind != EXPR_CALL) {
        return false;
    }
    const struct facts_expr *call = &facts->exprs[e->a];
    uint32_t count;
    const uint32_t *list = facts_list(facts, call->b, &count);
    if (span_is(facts_last_name(facts, call->a), "wait_for") && count >= 2 && facts->exprs[list[1]].kind == EXPR_CALL) {
        call = &facts->exprs[list[1]];
    }
    return is_receiving(facts_last_name(facts, call->a));
}

/* One message or part of a stream, or what such a message holds: `async for x in …`, `x = await socket.recv()`, `x.data`. What the
 * call at hand makes of it does not count. (What an asynchronous iterator gives may be a big object.) */
static bool is_part(const struct walk *w, uint32_t value) {
    const struct facts_expr *e = &w->facts->exprs[value];
    bool inner = e->kind == EXPR_ATTRIBUTE, part = false;
    e = inner ? &w->facts->exprs[e->a] : e;
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE) {
        return false;
    }
    const struct facts_symbol *symbol = &w->facts->symbols[e->b];
    for (uint32_t i = 0; i < symbol->binding_count; i++) {
        const struct facts_binding *b = &w->facts->bindings[symbol->first_binding + i];
        if (b->kind == BIND_NARROW || (b->value != FACTS_NONE && w->facts->exprs[b->value].start <= w->site.start &&
                                       w->site.end <= w->facts->exprs[b->value].end)) {
            continue;
        }
        bool is = b->kind == BIND_FOR ? !inner && b->stmt != FACTS_NONE && (w->facts->stmts[b->stmt].flags & STMT_FLAG_ASYNC)
                                      : b->kind == BIND_ASSIGN && is_received(w->facts, b->value);
        if (!is) {
            return false;
        }
        part = true;
    }
    return part;
}

/* `len(x) > limit` somewhere in a condition. */
static bool asks_size(const struct facts *facts, uint32_t condition, const struct facts_expr *name, uint32_t depth) {
    const struct facts_expr *e = &facts->exprs[condition];
    uint32_t count;
    if (e->kind == EXPR_BOOL && depth < LIMIT_CONDITION) {
        return asks_size(facts, e->a, name, depth + 1) || asks_size(facts, e->b, name, depth + 1);
    }
    if (e->kind != EXPR_COMPARE) {
        return false;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    const struct facts_expr *size = &facts->exprs[list[0]];
    if (count != 3 || (list[1] != OP_GT && list[1] != OP_GE) || size->kind != EXPR_CALL ||
        !span_is(facts_last_name(facts, size->a), "len")) {
        return false;
    }
    const uint32_t *arguments = facts_list(facts, size->b, &count);
    const struct facts_expr *x = count == 2 ? &facts->exprs[arguments[1]] : NULL;
    return x && x->kind == EXPR_NAME && x->a == name->a && x->b == name->b;
}

static bool hands_over(const struct facts *facts, uint32_t scope, uint32_t start, uint32_t end) {
    const struct facts_scope *s = &facts->scopes[scope];
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        struct span name = x->kind == EXPR_CALL && x->start >= start && x->end <= end ? facts_last_name(facts, x->a) : SPAN("");
        if (span_is(name, "run_in_executor") || span_is(name, "to_thread") || span_is(name, "run_sync") ||
            span_is(name, "run_in_threadpool")) {
            return true;
        }
    }
    return false;
}

/* `if len(x) > limit: return await loop.run_in_executor(…)`: what comes here is short. */
static bool long_ones_are_offloaded(const struct walk *w, const struct facts_expr *name) {
    const struct facts_scope *scope = &w->facts->scopes[w->scope];
    for (uint32_t s = scope->stmt + 1; scope->kind == SCOPE_FUNCTION && s < w->facts->stmts[scope->stmt].end; s++) {
        const struct facts_stmt *stmt = &w->facts->stmts[s];
        if (stmt->kind == STMT_IF && stmt->scope == w->scope && stmt->start < w->site.start &&
            asks_size(w->facts, stmt->a, name, 0) &&
            hands_over(w->facts, w->scope, stmt->stop, ranges_extent(w->facts, s)) &&
            ranges_extent(w->facts, s) <= w->site.start) {
            return true;
        }
    }
    return false;
}

/* A parameter for which the function's call gave nothing, or what is empty. */
static bool is_left_empty(const struct walk *w, const struct facts_expr *e) {
    for (uint32_t i = 0; w->guards && e->kind == EXPR_NAME && i < w->guards->wish_count; i++) {
        if ((w->omitted >> i & 1) && w->guards->wishes[i].name == e->a && w->guards->wishes[i].form == FACTS_NONE) {
            return true;
        }
    }
    return false;
}

bool works_on_little(struct walk *w, uint32_t def, bool bound) {
    if (!bound && lacks_arguments(w, def)) {
        return true;
    }
    uint32_t value = data_argument(w, def, bound);
    if (value == PROGRAM_NONE) {
        return false;
    }
    const struct facts_expr *e = &w->facts->exprs[value];
    return e->kind == EXPR_STRING || is_left_empty(w, e) || is_part(w, value) || (e->kind == EXPR_NAME && long_ones_are_offloaded(w, e));
}
