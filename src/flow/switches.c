/* Constants that switch a whole program one way or the other: `if DISABLED: return` in a callee and `if DISABLED:` around its
 * call do not both hold. */
#include "flow/internal.h"

#define LIMIT_SWITCHES 32u /* constants that one chain is looked at for */

struct switches {
    struct span names[LIMIT_SWITCHES];
    bool on[LIMIT_SWITCHES];
    uint32_t count;
    bool contradict;
};

/* Spelled as a constant: DEBUG, settings.USE_CACHE. */
static bool is_constant(struct span name) {
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') {
            return false;
        }
    }
    return name.len > 2;
}

static void add_switch(struct switches *s, struct span name, bool on) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (span_eq(s->names[i], name)) {
            s->contradict |= s->on[i] != on;
            return;
        }
    }
    if (s->count < LIMIT_SWITCHES) {
        s->names[s->count] = name;
        s->on[s->count++] = on;
    }
}

/* What a condition that is true (or false) says of constants. */
static void add_condition(struct switches *s, const struct facts *facts, uint32_t condition, bool holds, uint32_t depth) {
    const struct facts_expr *e = &facts->exprs[condition];
    if (depth > LIMIT_CONDITION) {
        return;
    }
    if (e->kind == EXPR_UNARY && e->op == OP_NOT) {
        add_condition(s, facts, e->a, !holds, depth + 1);
    } else if (e->kind == EXPR_BOOL && (e->op == OP_AND) == holds) {
        add_condition(s, facts, e->a, holds, depth + 1);
        add_condition(s, facts, e->b, holds, depth + 1);
    } else if (e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE) {
        struct span name = facts_last_name(facts, condition);
        if (is_constant(name)) {
            add_switch(s, name, holds);
        }
    }
}

/* What an if says of a position: inside its block, in its else, or behind a block that leaves. */
static void add_if(struct switches *s, const struct facts *facts, uint32_t stmt, uint32_t position) {
    const struct facts_stmt *branch = &facts->stmts[stmt];
    uint32_t end = ranges_extent(facts, stmt), next = branch->end;
    if (branch->stop <= position && position < end) {
        add_condition(s, facts, branch->a, true, 0);
        return;
    }
    bool sibling = next < facts->stmt_count && facts->stmts[next].parent == branch->parent;
    uint8_t kind = sibling ? facts->stmts[next].kind : STMT_PASS;
    uint32_t last = branch->parent == FACTS_NONE ? UINT32_MAX : ranges_extent(facts, branch->parent);
    if (kind == STMT_ELSE || kind == STMT_ELIF) {
        last = ranges_extent(facts, next);
    } else if (!guards_leave(facts, stmt)) {
        return;
    }
    if (end <= position && position < last) {
        add_condition(s, facts, branch->a, false, 0);
    }
}

bool switches_contradict(const struct flow *self, const uint32_t *sites, uint32_t count) {
    struct switches s = {.count = 0};
    for (uint32_t i = 0; i < count && !s.contradict; i++) {
        const struct flow_site *site = &self->sites.data[sites[i]];
        const struct program_module *m = program_module_at(self->program, site->module);
        const struct facts_scope *scope = program_def_scope(self->program, self->functions.data[site->function].def);
        for (uint32_t k = scope->stmt + 1; scope->kind == SCOPE_FUNCTION && k < m->facts.stmts[scope->stmt].end; k++) {
            const struct facts_stmt *stmt = &m->facts.stmts[k];
            if ((stmt->kind == STMT_IF || stmt->kind == STMT_ELIF) && stmt->start <= site->start) {
                add_if(&s, &m->facts, k, site->start);
            }
        }
    }
    return s.contradict;
}
