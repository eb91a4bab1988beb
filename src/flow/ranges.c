/* Parts of a function that do not count as its other code does: what fills a cache once, and what cannot be reached for the
 * types it is given. */
#include "flow/internal.h"

uint32_t ranges_extent(const struct facts *facts, uint32_t stmt) {
    uint32_t end = facts->stmts[stmt].end;
    return end < facts->stmt_count ? facts->stmts[end].start : UINT32_MAX;
}

/* The same place, told by how it is written: names with the same symbol, attributes with the same name of the same. */
static bool same_place(const struct facts *facts, uint32_t a, uint32_t b) {
    for (;;) {
        const struct facts_expr *x = &facts->exprs[a], *y = &facts->exprs[b];
        if (x->kind != y->kind || (x->kind != EXPR_NAME && x->kind != EXPR_ATTRIBUTE)) {
            return false;
        }
        if (x->kind == EXPR_NAME) {
            return x->a == y->a && x->b == y->b;
        }
        if (x->b != y->b) {
            return false;
        }
        a = x->a;
        b = y->a;
    }
}

/* A place that lives as long as the process: a name of another scope, or an attribute of such a name or of `cls`. What is
 * kept on `self` lives as long as that object, which may be one request. */
static bool is_kept(const struct facts *facts, uint32_t expr, uint32_t scope) {
    const struct facts_expr *e = &facts->exprs[expr];
    while (e->kind == EXPR_ATTRIBUTE) {
        e = &facts->exprs[e->a];
    }
    return e->kind == EXPR_NAME && e->b != FACTS_NONE &&
           (facts->symbols[e->b].scope != scope || span_is(facts_text(facts, e->a), "cls"));
}

/* The place that a condition asks to be empty ("x is None", "not x") or, with `filled`, to be there ("x is not None",
 * "x"). FACTS_NONE for any other condition. */
static uint32_t tested_place(const struct facts *facts, uint32_t condition, bool filled) {
    const struct facts_expr *e = &facts->exprs[condition];
    if (e->kind == EXPR_COMPARE) {
        uint32_t count;
        const uint32_t *list = facts_list(facts, e->b, &count);
        uint32_t op = filled ? OP_IS_NOT : OP_IS;
        return count == 3 && list[1] == op && facts->exprs[list[2]].kind == EXPR_NONE ? list[0] : FACTS_NONE;
    }
    if (filled) {
        return e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE ? condition : FACTS_NONE;
    }
    return e->kind == EXPR_UNARY && e->op == OP_NOT ? e->a : FACTS_NONE;
}

/* True when a statement runs whenever the block of `outer` does: only with and try stand between. */
static bool runs_with(const struct facts *facts, uint32_t stmt, uint32_t outer) {
    uint32_t parent = facts->stmts[stmt].parent;
    while (parent != outer && parent != FACTS_NONE) {
        if (facts->stmts[parent].kind != STMT_WITH && facts->stmts[parent].kind != STMT_TRY) {
            return false;
        }
        parent = facts->stmts[parent].parent;
    }
    return parent == outer;
}

/* Whether the block of `outer` gives the place a value, between two statements. */
static bool assigns(const struct facts *facts, uint32_t outer, uint32_t first, uint32_t end, uint32_t place) {
    for (uint32_t s = first; s < end; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        uint32_t count = 0;
        const uint32_t *list = NULL;
        if (!runs_with(facts, s, outer)) {
            continue;
        }
        if (stmt->kind == STMT_ASSIGN || stmt->kind == STMT_ANN_ASSIGN) {
            list = facts_list(facts, stmt->list, &count);
        }
        for (uint32_t i = 0; i < count; i++) {
            if (same_place(facts, list[i], place)) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the block of `outer` keeps the value of a local name in a place that lives longer: `cache = x`. */
static bool keeps(const struct facts *facts, uint32_t scope, uint32_t outer, uint32_t name) {
    for (uint32_t s = outer + 1; s < facts->stmts[outer].end; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        uint32_t count = 0;
        const uint32_t *list = stmt->kind == STMT_ASSIGN ? facts_list(facts, stmt->list, &count) : NULL;
        for (uint32_t i = 0; i < count; i++) {
            if (is_kept(facts, list[i], scope) && same_place(facts, stmt->a, name) && runs_with(facts, s, outer)) {
                return true;
            }
        }
    }
    return false;
}

/* `if x is not None: return x` and, further down in the same block, `x = …`: all behind the `if` runs once. */
static bool returns_early(const struct facts *facts, uint32_t stmt) {
    return facts->stmts[stmt].end == stmt + 2 && facts->stmts[stmt + 1].kind == STMT_RETURN;
}

static uint32_t block_end(const struct facts *facts, uint32_t stmt) {
    uint32_t parent = facts->stmts[stmt].parent;
    return parent == FACTS_NONE ? facts->stmt_count : facts->stmts[parent].end;
}

static bool is_once(const struct facts *facts, uint32_t scope, uint32_t stmt, struct flow_range *range) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    uint32_t empty = tested_place(facts, s->a, false), filled = tested_place(facts, s->a, true);
    if (empty != FACTS_NONE && is_kept(facts, empty, scope) && assigns(facts, stmt, stmt + 1, s->end, empty)) {
        *range = (struct flow_range){s->stop, ranges_extent(facts, stmt)};
        return true;
    }
    if (empty != FACTS_NONE && facts->exprs[empty].kind == EXPR_NAME && keeps(facts, scope, stmt, empty)) {
        *range = (struct flow_range){s->stop, ranges_extent(facts, stmt)};
        return true;
    }
    uint32_t end = block_end(facts, stmt);
    if (filled != FACTS_NONE && returns_early(facts, stmt) && is_kept(facts, filled, scope) &&
        assigns(facts, s->parent, s->end, end, filled)) {
        uint32_t parent = s->parent;
        *range = (struct flow_range){ranges_extent(facts, stmt), parent == FACTS_NONE ? UINT32_MAX : ranges_extent(facts, parent)};
        return true;
    }
    return false;
}

/* --- what an object or a table keeps ------------------------------------------------------------------------------ */

/* `self.x`, `state.x`: an attribute of a name, however deep. */
static bool is_field(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    bool field = e->kind == EXPR_ATTRIBUTE;
    while (e->kind == EXPR_ATTRIBUTE) {
        e = &facts->exprs[e->a];
    }
    return field && e->kind == EXPR_NAME;
}

/* The field that a condition asks to be there: `self.x`, `hasattr(self, "x") and self.x`; FACTS_NONE. */
static uint32_t asked_field(const struct facts *facts, uint32_t condition) {
    const struct facts_expr *e = &facts->exprs[condition];
    if (e->kind == EXPR_BOOL && e->op == OP_AND) {
        bool has = facts->exprs[e->a].kind == EXPR_CALL && span_is(facts_last_name(facts, facts->exprs[e->a].a), "hasattr");
        return has ? asked_field(facts, e->b) : FACTS_NONE;
    }
    uint32_t place = tested_place(facts, condition, true);
    return place != FACTS_NONE && is_field(facts, place) ? place : FACTS_NONE;
}

/* Whether the block of an IF calls a method of the object that has the field: `if not self.x: self.load()`. */
static bool calls_owner(const struct facts *facts, uint32_t stmt, uint32_t field) {
    for (uint32_t s = stmt + 1; s < facts->stmts[stmt].end; s++) {
        const struct facts_expr *e = facts->stmts[s].kind == STMT_EXPR ? &facts->exprs[facts->stmts[s].a] : NULL;
        e = e && e->kind == EXPR_AWAIT ? &facts->exprs[e->a] : e;
        if (e && e->kind == EXPR_CALL && facts->exprs[e->a].kind == EXPR_ATTRIBUTE &&
            same_place(facts, facts->exprs[e->a].a, facts->exprs[field].a)) {
            return true;
        }
    }
    return false;
}

/* A local name that was looked up in what is kept: `x = current.get()`, `x = self.cache.get(key)`. */
static bool is_looked_up(const struct facts *facts, uint32_t scope, uint32_t name) {
    const struct facts_expr *e = &facts->exprs[name];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE) {
        return false;
    }
    const struct facts_symbol *symbol = &facts->symbols[e->b];
    for (uint32_t i = 0; i < symbol->binding_count; i++) {
        const struct facts_binding *b = &facts->bindings[symbol->first_binding + i];
        const struct facts_expr *call = b->kind == BIND_ASSIGN && b->value != FACTS_NONE ? &facts->exprs[b->value] : NULL;
        if (call && call->kind == EXPR_CALL && facts->exprs[call->a].kind == EXPR_ATTRIBUTE &&
            span_is(facts_last_name(facts, call->a), "get")) {
            uint32_t table = facts->exprs[call->a].a;
            return is_field(facts, table) || is_kept(facts, table, scope);
        }
    }
    return false;
}

/* `if not self.x: self.x = …`, and the like; `if self.x: return self.x` with all behind it. */
static bool is_kept_by_object(const struct facts *facts, uint32_t scope, uint32_t stmt, struct flow_range *range) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    uint32_t empty = tested_place(facts, s->a, false), field = asked_field(facts, s->a);
    bool fills = empty != FACTS_NONE && is_field(facts, empty) &&
                 (assigns(facts, stmt, stmt + 1, s->end, empty) || calls_owner(facts, stmt, empty));
    bool renews = empty != FACTS_NONE && is_looked_up(facts, scope, empty) && assigns(facts, stmt, stmt + 1, s->end, empty);
    if (fills || renews) {
        *range = (struct flow_range){s->stop, ranges_extent(facts, stmt)};
        return true;
    }
    uint32_t value = field != FACTS_NONE && returns_early(facts, stmt) ? facts->stmts[stmt + 1].a : FACTS_NONE;
    if (value != FACTS_NONE && same_place(facts, value, field)) {
        *range = (struct flow_range){ranges_extent(facts, stmt), s->parent == FACTS_NONE ? UINT32_MAX : ranges_extent(facts, s->parent)};
        return true;
    }
    return false;
}

/* `state.x or compute()` */
static void find_kept_values(const struct facts *facts, uint32_t scope, struct flow_ranges *out) {
    const struct facts_scope *s = &facts->scopes[scope];
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind == EXPR_BOOL && x->op == OP_OR && x->scope == scope && is_field(facts, x->a)) {
            vec_push(&out->kept, ((struct flow_range){facts->exprs[x->b].start, facts->exprs[x->b].end}));
        }
    }
}

/* --- what never runs ---------------------------------------------------------------------------------------------- */

/* A condition that is false as it is written: `if False:`, `if x and False:`. */
static bool is_false(const struct facts *facts, uint32_t condition, uint32_t depth) {
    const struct facts_expr *e = &facts->exprs[condition];
    if (depth > LIMIT_CONDITION) {
        return false;
    }
    if (e->kind == EXPR_BOOL && e->op == OP_AND) {
        return is_false(facts, e->a, depth + 1) || is_false(facts, e->b, depth + 1);
    }
    struct span name = facts_last_name(facts, condition);
    return e->kind == EXPR_FALSE || e->kind == EXPR_NONE || span_is(name, "TYPE_CHECKING") ||
           (e->kind == EXPR_NUMBER && span_is(facts_text(facts, e->a), "0"));
}

/* `if isinstance(p, str):` where p is declared as a class of the project. */
static bool is_dead(struct program *program, uint32_t module, const struct facts *facts, uint32_t stmt,
                    struct flow_range *range) {
    const struct facts_expr *e = &facts->exprs[facts->stmts[stmt].a];
    uint32_t count;
    if (is_false(facts, facts->stmts[stmt].a, 0)) {
        *range = (struct flow_range){facts->stmts[stmt].stop, ranges_extent(facts, stmt)};
        return true;
    }
    if (e->kind != EXPR_CALL || facts->exprs[e->a].kind != EXPR_NAME ||
        !span_is(facts_text(facts, facts->exprs[e->a].a), "isinstance")) {
        return false;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    if (count != 4 || !classes_unrelated(program, program_eval(program, module, list[1]), program_eval(program, module, list[3]))) {
        return false;
    }
    *range = (struct flow_range){facts->stmts[stmt].stop, ranges_extent(facts, stmt)};
    return true;
}

static bool is_timer(struct span name) {
    return span_is(name, "timeout") || span_is(name, "timeout_at") || span_is(name, "fail_after") ||
           span_is(name, "fail_at") || span_is(name, "move_on_after") || span_is(name, "move_on_at");
}

/* An argument of a call that is written as None, or no argument where one is needed. */
static bool lacks_time(const struct facts *facts, const struct facts_expr *call, uint32_t position) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, call->b, &count);
    return position * 2 + 1 >= count || facts->exprs[list[position * 2 + 1]].kind == EXPR_NONE;
}

/* `async with asyncio.timeout(5):`, `with anyio.fail_after(5):` */
static bool is_timed_block(const struct facts *facts, uint32_t stmt, struct flow_range *range) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    uint32_t count;
    const uint32_t *list = s->kind == STMT_WITH ? facts_list(facts, s->list, &count) : NULL;
    for (uint32_t i = 0; list && i + 1 < count; i += 2) {
        const struct facts_expr *e = &facts->exprs[list[i]];
        if (e->kind == EXPR_CALL && is_timer(facts_last_name(facts, e->a)) && !lacks_time(facts, e, 0)) {
            *range = (struct flow_range){s->stop, ranges_extent(facts, stmt)};
            return true;
        }
    }
    return false;
}

/* await asyncio.wait_for(…, 5) */
static void find_timed_calls(const struct facts *facts, uint32_t scope, struct flow_ranges *out) {
    const struct facts_scope *s = &facts->scopes[scope];
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind == EXPR_CALL && span_is(facts_last_name(facts, x->a), "wait_for") && !lacks_time(facts, x, 1)) {
            vec_push(&out->timed, ((struct flow_range){facts->exprs[x->a].end, x->end}));
        }
    }
}

/* The handler of a try, and in a loop around one what stands before and behind it: the loop goes round when the try failed.
 * (A loop that polls sleeps inside the try.) */
static void find_retries(const struct facts *facts, uint32_t stmt, struct flow_ranges *out) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    uint32_t end = s->end, loop = s->parent;
    if (s->kind == STMT_EXCEPT) {
        vec_push(&out->retry, ((struct flow_range){s->stop, ranges_extent(facts, stmt)}));
    }
    if (s->kind != STMT_TRY || loop == FACTS_NONE || end >= facts->stmt_count || facts->stmts[end].kind != STMT_EXCEPT ||
        (facts->stmts[loop].kind != STMT_WHILE && facts->stmts[loop].kind != STMT_FOR)) {
        return;
    }
    uint32_t last = end;
    while (end < facts->stmts[loop].end && (facts->stmts[end].kind == STMT_EXCEPT || facts->stmts[end].kind == STMT_ELSE ||
                                            facts->stmts[end].kind == STMT_FINALLY)) {
        last = end;
        end = facts->stmts[end].end;
    }
    vec_push(&out->retry, ((struct flow_range){facts->stmts[loop].stop, s->start}));
    vec_push(&out->retry, ((struct flow_range){ranges_extent(facts, last), ranges_extent(facts, loop)}));
}

void ranges_find(struct flow *self, uint32_t module, uint32_t scope) {
    struct program *program = self->program;
    struct flow_ranges *out = &self->ranges;
    const struct facts *facts = &program_module_at(program, module)->facts;
    const struct facts_scope *s = &facts->scopes[scope];
    vec_clear(&out->once);
    vec_clear(&out->dead);
    vec_clear(&out->timed);
    vec_clear(&out->retry);
    vec_clear(&out->caught);
    vec_clear(&out->kept);
    find_kept_values(facts, scope, out);
    loops_find(self, module, scope, out);
    find_timed_calls(facts, scope, out);
    for (uint32_t i = s->stmt + 1; s->kind == SCOPE_FUNCTION && i < facts->stmts[s->stmt].end; i++) {
        struct flow_range range;
        if (facts->stmts[i].scope != scope) {
            continue;
        }
        find_retries(facts, i, out);
        if (is_timed_block(facts, i, &range)) {
            vec_push(&out->timed, range);
        }
        if (facts->stmts[i].kind != STMT_IF && facts->stmts[i].kind != STMT_ELIF) {
            continue;
        }
        if (is_kept_by_object(facts, scope, i, &range)) {
            vec_push(&out->kept, range);
        }
        if (is_once(facts, scope, i, &range)) {
            vec_push(&out->once, range);
        } else if (is_dead(program, module, facts, i, &range)) {
            vec_push(&out->dead, range);
        }
    }
}

bool ranges_hold(const struct flow_range *ranges, uint32_t count, uint32_t position) {
    for (uint32_t i = 0; i < count; i++) {
        if (ranges[i].start <= position && position < ranges[i].end) {
            return true;
        }
    }
    return false;
}
