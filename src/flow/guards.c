/* Branches that only run when the caller gives an argument: `if p:`, `if p is not None:`, `if x := kwargs.pop("p", None):`,
 * `if self.p:` in what a constructor runs, and what stands behind `if not p: return`. A call that leaves such an argument out,
 * or gives None or False for it, does not run them. */
#include "flow/internal.h"

#define WISH_NONE (FACTS_NONE - 1) /* in place of a form: the branch asks for None, or for nothing */

static bool is_falsy(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_NONE || e->kind == EXPR_FALSE ||
           (e->kind == EXPR_STRING && facts_text(facts, e->a).len == 0) ||
           (e->kind == EXPR_NUMBER && span_is(facts_text(facts, e->a), "0"));
}

/* True when nothing but the call gives the parameter its value: narrowing says only what it is. */
static bool is_never_assigned(const struct facts *facts, uint32_t symbol) {
    const struct facts_symbol *s = &facts->symbols[symbol];
    for (uint32_t i = 0; i < s->binding_count; i++) {
        uint8_t kind = facts->bindings[s->first_binding + i].kind;
        if (kind != BIND_PARAM && kind != BIND_NARROW) {
            return false;
        }
    }
    return true;
}

/* The parameter of the function that a NAME stands for, as its name string; FACTS_NONE. */
static uint32_t param_of(const struct facts *facts, uint32_t scope, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    const struct facts_scope *s = &facts->scopes[scope];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE || facts->symbols[e->b].scope != scope) {
        return FACTS_NONE;
    }
    for (uint32_t i = 0; i < s->param_count; i++) {
        const struct facts_param *p = &facts->params[s->first_param + i];
        if (p->symbol == e->b) {
            return p->kind == PARAM_STAR || p->kind == PARAM_DOUBLE_STAR ? FACTS_NONE : p->name;
        }
    }
    return FACTS_NONE;
}

/* The same, for one that the body never assigns: else it may be anything. */
static uint32_t own_param(const struct facts *facts, uint32_t scope, uint32_t expr) {
    uint32_t name = param_of(facts, scope, expr);
    return name != FACTS_NONE && is_never_assigned(facts, facts->exprs[expr].b) ? name : FACTS_NONE;
}

/* The parameter that `p is None` asks about before the body assigns it; FACTS_NONE for any other condition. */
static uint32_t none_asked(const struct facts *facts, uint32_t scope, uint32_t condition, uint32_t op) {
    const struct facts_expr *e = &facts->exprs[condition];
    uint32_t count;
    if (e->kind != EXPR_COMPARE) {
        return FACTS_NONE;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    uint32_t name = count == 3 && list[1] == op && facts->exprs[list[2]].kind == EXPR_NONE
                        ? param_of(facts, scope, list[0])
                        : FACTS_NONE;
    const struct facts_symbol *s = name == FACTS_NONE ? NULL : &facts->symbols[facts->exprs[list[0]].b];
    for (uint32_t i = 0; s && i < s->binding_count; i++) {
        const struct facts_binding *b = &facts->bindings[s->first_binding + i];
        if (b->kind != BIND_PARAM && b->kind != BIND_NARROW && b->start < e->start) {
            return FACTS_NONE;
        }
    }
    return name;
}

/* kwargs.pop("name"), kwargs.get("name", None): the name. */
static uint32_t popped_keyword(const struct facts *facts, uint32_t scope, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    const struct facts_scope *s = &facts->scopes[scope];
    if (e->kind != EXPR_CALL || facts->exprs[e->a].kind != EXPR_ATTRIBUTE || s->param_count == 0) {
        return FACTS_NONE;
    }
    const struct facts_expr *method = &facts->exprs[e->a], *object = &facts->exprs[method->a];
    struct span name = facts_text(facts, method->b);
    const struct facts_param *last = &facts->params[s->first_param + s->param_count - 1];
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    bool reads = (span_is(name, "pop") || span_is(name, "get")) && count >= 2 && last->kind == PARAM_DOUBLE_STAR &&
                 object->kind == EXPR_NAME && object->b == last->symbol;
    bool empty = reads && (count == 2 || is_falsy(facts, list[3]));
    return empty && facts->exprs[list[1]].kind == EXPR_STRING ? facts->exprs[list[1]].a : FACTS_NONE;
}

/* `self.name` in __post_init__ or __init__: the field that the constructor fills. */
static uint32_t own_field(const struct facts *facts, uint32_t scope, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    const struct facts_scope *s = &facts->scopes[scope];
    struct span name = facts_text(facts, s->name);
    if (e->kind != EXPR_ATTRIBUTE || !span_is(name, "__post_init__") || s->param_count == 0) {
        return FACTS_NONE;
    }
    const struct facts_expr *object = &facts->exprs[e->a];
    return object->kind == EXPR_NAME && object->b == facts->params[s->first_param].symbol ? e->b : FACTS_NONE;
}

static uint32_t asked(const struct facts *facts, uint32_t scope, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    if (e->kind == EXPR_WALRUS) {
        return asked(facts, scope, e->b);
    }
    uint32_t name = own_param(facts, scope, expr);
    name = name != FACTS_NONE ? name : popped_keyword(facts, scope, expr);
    return name != FACTS_NONE ? name : own_field(facts, scope, expr);
}

/* The name that a condition needs to be given (wanted) or needs to be left out (not wanted). */
static uint32_t condition_within(const struct facts *facts, uint32_t scope, uint32_t condition, bool wanted,
                                 uint32_t depth) {
    const struct facts_expr *e = &facts->exprs[condition];
    if (depth > LIMIT_CONDITION) {
        return FACTS_NONE;
    }
    if (e->kind == EXPR_BOOL && ((e->op == OP_AND) == wanted)) {
        uint32_t left = condition_within(facts, scope, e->a, wanted, depth + 1);
        return left != FACTS_NONE ? left : condition_within(facts, scope, e->b, wanted, depth + 1);
    }
    if (e->kind == EXPR_UNARY && e->op == OP_NOT) {
        return condition_within(facts, scope, e->a, !wanted, depth + 1);
    }
    if (e->kind == EXPR_COMPARE) {
        uint32_t count;
        const uint32_t *list = facts_list(facts, e->b, &count);
        bool none = count == 3 && facts->exprs[list[2]].kind == EXPR_NONE;
        return none && list[1] == (wanted ? OP_IS_NOT : OP_IS) ? asked(facts, scope, list[0]) : FACTS_NONE;
    }
    return wanted ? asked(facts, scope, condition) : FACTS_NONE;
}

static uint32_t condition_name(const struct facts *facts, uint32_t scope, uint32_t condition, bool wanted) {
    return condition_within(facts, scope, condition, wanted, 0);
}

bool guards_leave(const struct facts *facts, uint32_t stmt) {
    uint32_t last = FACTS_NONE;
    for (uint32_t s = stmt + 1; s < facts->stmts[stmt].end; s = facts->stmts[s].end > s ? facts->stmts[s].end : s + 1) {
        last = s;
    }
    return last != FACTS_NONE && (facts->stmts[last].kind == STMT_RETURN || facts->stmts[last].kind == STMT_RAISE);
}

/* The bit of a wish, given when new; GUARD_NAMES when there is no room. */
static uint32_t wish_bit(struct flow_guards *out, uint32_t name, uint32_t form) {
    uint32_t bit = 0;
    while (bit < out->wish_count && (out->wishes[bit].name != name || out->wishes[bit].form != form)) {
        bit++;
    }
    if (bit == out->wish_count && bit < GUARD_NAMES) {
        out->wishes[out->wish_count++] = (struct flow_wish){name, form};
    }
    return bit;
}

static void add_wish(struct flow_guards *out, uint32_t name, uint32_t form, uint32_t start, uint32_t end) {
    uint32_t bit = name == FACTS_NONE ? GUARD_NAMES : wish_bit(out, name, form);
    if (bit < GUARD_NAMES) {
        vec_push(&out->guards, ((struct flow_guard){{start, end}, bit}));
    }
}

/* A branch that asks for the argument to be given. */
static void add_guard(struct flow_guards *out, uint32_t name, uint32_t start, uint32_t end) {
    add_wish(out, name, FACTS_NONE, start, end);
}

/* `if isinstance(p, str):`: the branch asks for a p of that class. */
static void add_class_guard(const struct facts *facts, uint32_t scope, uint32_t stmt, struct flow_guards *out) {
    const struct facts_expr *e = &facts->exprs[facts->stmts[stmt].a];
    uint32_t count;
    if (e->kind != EXPR_CALL || !span_is(facts_last_name(facts, e->a), "isinstance")) {
        return;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    if (count == 4) {
        add_wish(out, own_param(facts, scope, list[1]), list[3], facts->stmts[stmt].stop, ranges_extent(facts, stmt));
    }
}

/* `p and f()`, `p is None or f()`, `f() if p else g()`. */
static void find_in_expression(const struct facts *facts, uint32_t scope, const struct facts_expr *e,
                               struct flow_guards *out) {
    if (e->kind == EXPR_BOOL) {
        const struct facts_expr *right = &facts->exprs[e->b];
        add_guard(out, condition_name(facts, scope, e->a, e->op == OP_AND), right->start, right->end);
    } else if (e->kind == EXPR_TERNARY) {
        uint32_t count;
        const uint32_t *list = facts_list(facts, e->b, &count);
        const struct facts_expr *then = &facts->exprs[list[1]], *other = &facts->exprs[list[2]];
        add_guard(out, condition_name(facts, scope, list[0], true), then->start, then->end);
        add_guard(out, condition_name(facts, scope, list[0], false), other->start, other->end);
        add_wish(out, none_asked(facts, scope, list[0], OP_IS), WISH_NONE, then->start, then->end);
        add_wish(out, none_asked(facts, scope, list[0], OP_IS_NOT), WISH_NONE, other->start, other->end);
    }
}

/* A parameter that is only handed on may decide over branches further down. */
static void find_handed_on(const struct facts *facts, uint32_t scope, const struct facts_expr *e,
                           struct flow_guards *out) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        uint32_t name = own_param(facts, scope, list[i + 1]);
        if (name != FACTS_NONE) {
            wish_bit(out, name, FACTS_NONE);
        }
    }
}

static void find_in_expressions(const struct facts *facts, uint32_t scope, struct flow_guards *out) {
    const struct facts_scope *s = &facts->scopes[scope];
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        if (facts->exprs[e].scope == scope) {
            find_in_expression(facts, scope, &facts->exprs[e], out);
        }
    }
    for (uint32_t e = s->first_expr; e < s->end_expr && out->wish_count < GUARD_NAMES; e++) {
        if (facts->exprs[e].scope == scope && facts->exprs[e].kind == EXPR_CALL) {
            find_handed_on(facts, scope, &facts->exprs[e], out);
        }
    }
}

void guards_find(const struct facts *facts, uint32_t scope, struct flow_guards *out) {
    const struct facts_scope *s = &facts->scopes[scope];
    vec_clear(&out->guards);
    out->wish_count = 0;
    if (s->param_count == 0) {
        return;
    }
    for (uint32_t i = s->stmt + 1; s->kind == SCOPE_FUNCTION && i < facts->stmts[s->stmt].end; i++) {
        const struct facts_stmt *stmt = &facts->stmts[i];
        if (stmt->scope != scope || (stmt->kind != STMT_IF && stmt->kind != STMT_ELIF)) {
            continue;
        }
        uint32_t given = condition_name(facts, scope, stmt->a, true);
        add_guard(out, given, stmt->stop, ranges_extent(facts, i));
        add_class_guard(facts, scope, i, out);
        add_wish(out, none_asked(facts, scope, stmt->a, OP_IS), WISH_NONE, stmt->stop, ranges_extent(facts, i));
        uint32_t missing = condition_name(facts, scope, stmt->a, false);
        uint32_t next = stmt->end;
        if (missing == FACTS_NONE || stmt->kind != STMT_IF) {
            continue;
        }
        if (next < facts->stmt_count && facts->stmts[next].kind == STMT_ELSE && facts->stmts[next].parent == stmt->parent) {
            add_guard(out, missing, facts->stmts[next].start, ranges_extent(facts, next));
        } else if (guards_leave(facts, i)) {
            add_guard(out, missing, ranges_extent(facts, i),
                      stmt->parent == FACTS_NONE ? UINT32_MAX : ranges_extent(facts, stmt->parent));
        }
    }
    find_in_expressions(facts, scope, out);
}

bool guards_exclude(const struct flow_guards *self, uint32_t omitted, uint32_t position) {
    for (uint32_t i = 0; i < self->guards.len; i++) {
        const struct flow_guard *g = &self->guards.data[i];
        if ((omitted >> g->bit & 1) && g->range.start <= position && position < g->range.end) {
            return true;
        }
    }
    return false;
}

/* The guards of a def, made once. */
const struct flow_guards *guards_for(struct flow *self, uint32_t def) {
    uint32_t *slot = map_at(&self->guards_by_def, def);
    if (*slot == MAP_NONE) {
        const struct program_module *m = program_module_at(self->program, program_def_module(self->program, def));
        struct flow_guards guards = {0};
        guards_find(&m->facts, def - m->scope_base, &guards);
        *slot = 0;
        if (guards.wish_count) {
            vec_push(&self->guards, guards);
            *slot = self->guards.len;
        } else {
            vec_free(&guards.guards);
        }
    }
    return *slot ? &self->guards.data[*slot - 1] : NULL;
}

/* The argument for a name: by keyword, or by the position of the parameter; PROGRAM_NONE when it is left out. *spread is set
 * when a star argument may give it. */
static uint32_t given_argument(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound, uint32_t name,
                               bool *spread) {
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        *spread |= list[i] == FACTS_ARG_STAR || list[i] == FACTS_ARG_DOUBLE_STAR;
    }
    return program_argument(self->program, module, call, def, bound, name);
}

/* In __post_init__ the names are fields: given by keyword, or by position, which is not counted out here. */
static bool may_be_positional(struct flow *self, uint32_t module, uint32_t call, uint32_t def, uint32_t name) {
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    return program_param_index(self->program, def, name) == PROGRAM_NONE && count && list[0] == FACTS_ARG_POSITIONAL &&
           program_def_name(self->program, def) == NAME_POST_INIT;
}

/* What a name stands for when it is left out: a keyword of **kwargs and a field are nothing, a parameter has its default. */
static bool is_falsy_default(struct flow *self, uint32_t def, uint32_t name) {
    uint32_t index = program_param_index(self->program, def, name);
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, def));
    if (index == PROGRAM_NONE) {
        return true;
    }
    const struct facts_param *p = &m->facts.params[program_def_scope(self->program, def)->first_param + index];
    return p->value != FACTS_NONE && is_falsy(&m->facts, p->value);
}

/* True when a value is surely not None. */
static bool is_something(struct flow *self, uint32_t module, uint32_t expr) {
    struct type_table *types = program_types(self->program);
    uint32_t type = program_eval(self->program, module, expr);
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        enum type_kind kind = types_get(types, types_member(types, type, i)).kind;
        if (kind != TYPE_EXACT && kind != TYPE_INSTANCE && kind != TYPE_TUPLE && kind != TYPE_FUNCTION) {
            return false;
        }
    }
    return (type & TYPE_SOFT) == 0;
}

uint32_t guards_omitted(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound,
                        const struct flow_guards *callers, uint32_t callers_omitted) {
    const struct flow_guards *guards = guards_for(self, def);
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    uint32_t omitted = 0, def_module = program_def_module(self->program, def);
    for (uint32_t bit = 0; guards && bit < guards->wish_count; bit++) {
        struct flow_wish wish = guards->wishes[bit];
        uint32_t name = program_name(self->program, def_module, wish.name);
        bool spread = false, passed_on = false;
        uint32_t value = given_argument(self, module, call, def, bound, name, &spread);
        if (wish.form == WISH_NONE) {
            omitted |= value != PROGRAM_NONE && is_something(self, module, value) ? 1u << bit : 0;
            guards = guards_for(self, def);
            continue;
        }
        if (value == PROGRAM_NONE) {
            bool left_out = !spread && !may_be_positional(self, module, call, def, name) && is_falsy_default(self, def, name);
            omitted |= left_out ? 1u << bit : 0;
            continue;
        }
        for (uint32_t i = 0; callers && i < callers->wish_count && facts->exprs[value].kind == EXPR_NAME; i++) {
            passed_on |= (callers_omitted >> i & 1) && facts->exprs[value].a == callers->wishes[i].name &&
                         callers->wishes[i].form == FACTS_NONE;
        }
        bool other_class = wish.form != FACTS_NONE && classes_apart(self->program, program_eval(self->program, module, value),
                                                                     program_eval(self->program, def_module, wish.form));
        omitted |= is_falsy(facts, value) || passed_on || other_class ? 1u << bit : 0;
        guards = guards_for(self, def); /* evaluating may have moved the list */
    }
    return omitted;
}
