/* Calls of libraries that wait for ever unless they are told how long: what is said at the call and where its client was made
 * is asked of the program; what is said elsewhere in the project is found here, once. */
#include "flow/walk.h"

#include <stdio.h>

/* --- what the project bounds -------------------------------------------------------------------------------------- */

/* "requests" of a def in requests.sessions. */
static uint32_t library_of(struct program *program, uint32_t def) {
    const char *name = program_string(program, program_module_at(program, program_def_module(program, def))->name);
    char library[64];
    snprintf(library, sizeof library, "%.*s", (int)strcspn(name, "."), name);
    return program_intern(program, library);
}

/* True when some argument could be a limit. */
static bool may_bound(const struct facts *facts, const struct facts_expr *call) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, call->b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        struct span name = list[i] < FACTS_ARG_DOUBLE_STAR ? facts_text(facts, list[i]) : SPAN("");
        if (list[i] == FACTS_ARG_DOUBLE_STAR || program_may_hold_bound(name) || span_ends(name, "client") ||
            span_is(name, "config")) {
            return true;
        }
    }
    return false;
}

/* The library's constructor that a call runs, spelled as the class or as super().__init__; PROGRAM_NONE. */
static uint32_t constructor_of(struct flow *self, uint32_t module, uint32_t callee) {
    struct type_table *types = program_types(self->program);
    uint32_t type = program_eval(self->program, module, callee);
    struct type t = types_get(types, type);
    if (t.kind == TYPE_CLASS) {
        uint32_t object = types_make(types, TYPE_EXACT, t.entity, NULL, 0);
        t = types_get(types, program_special(self->program, object, NAME_INIT));
    }
    bool init = t.kind == TYPE_METHOD && program_is_model(self->program, t.entity) &&
                program_def_name(self->program, t.entity) == NAME_INIT;
    return init && program_trait(self->program, t.entity, WORD_UNBOUNDED) ? t.entity : PROGRAM_NONE;
}

static void find_bounding_calls(struct flow *self, uint32_t module) {
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        uint32_t init = x->kind == EXPR_CALL && may_bound(facts, x) ? constructor_of(self, module, x->a) : PROGRAM_NONE;
        if (init != PROGRAM_NONE && program_bounds(self->program, module, e, init, true)) {
            map_set(&self->bounded, library_of(self->program, init), 1);
        }
    }
}

static bool body_speaks_of_time(const struct facts *facts, const struct facts_scope *class) {
    for (uint32_t e = class->first_expr; e < class->end_expr; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if ((x->kind == EXPR_STRING && program_may_hold_bound(facts_text(facts, x->a))) ||
            (x->kind == EXPR_CALL && may_bound(facts, x))) {
            return true;
        }
    }
    return false;
}

/* A library's class with a method that waits without bound. */
static bool is_waiting_class(struct program *program, uint32_t def) {
    const struct program_module *m = program_module_at(program, program_def_module(program, def));
    for (uint32_t s = 1; m->is_model && s < m->facts.scope_count; s++) {
        if (m->scope_base + m->facts.scopes[s].parent == def && m->facts.scopes[s].parent != FACTS_NONE &&
            program_trait(program, m->scope_base + s, WORD_UNBOUNDED)) {
            return true;
        }
    }
    return false;
}

/* A Session or transport adapter of the project's own that deals with timeouts. */
static void find_bounding_classes(struct flow *self, uint32_t module) {
    const struct program_module *m = program_module_at(self->program, module);
    struct type_table *types = program_types(self->program);
    for (uint32_t s = 1; s < m->facts.scope_count; s++) {
        const struct facts_scope *scope = &m->facts.scopes[s];
        if (scope->kind != SCOPE_CLASS || scope->bases == FACTS_NONE || !body_speaks_of_time(&m->facts, scope)) {
            continue;
        }
        uint32_t count;
        const uint32_t *mro = program_mro(self->program, m->scope_base + s, &count);
        for (uint32_t i = 1; i < count; i++) {
            uint32_t base = types_get(types, mro[i]).entity;
            if (is_waiting_class(self->program, base)) {
                map_set(&self->bounded, library_of(self->program, base), 1);
            }
        }
    }
}

static bool is_bounded_library(struct flow *self, uint32_t library) {
    for (uint32_t i = 0; !self->bounded_known && i < program_module_count(self->program); i++) {
        const struct program_module *m = program_module_at(self->program, i);
        if (!m->is_model && !m->is_namespace) {
            find_bounding_calls(self, i);
            find_bounding_classes(self, i);
        }
    }
    self->bounded_known = true;
    return map_get(&self->bounded, library) == 1;
}

/* The dotted name of a library's function or attribute that an expression spells, import names seen through. */
static bool spells(struct flow *self, uint32_t module, uint32_t expr, struct span prefix, struct span name) {
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    if (!span_eq(facts_last_name(facts, expr), name)) {
        return false;
    }
    struct type_table *types = program_types(self->program);
    struct type t = types_get(types, program_eval(self->program, module, e->kind == EXPR_ATTRIBUTE ? e->a : expr));
    uint32_t home = t.kind == TYPE_MODULE     ? t.entity
                    : t.kind == TYPE_FUNCTION ? program_def_module(self->program, t.entity)
                                              : PROGRAM_NONE;
    return home != PROGRAM_NONE &&
           span_eq(span_of(program_string(self->program, program_module_at(self->program, home)->name)), prefix);
}

/* The project calls or assigns what sets the default: socket.setdefaulttimeout(5), litellm.request_timeout = 5. */
static bool sets_default(struct flow *self, uint32_t standard) {
    uint32_t memo = map_get(&self->bounded, (uint64_t)standard << 32);
    if (memo != MAP_NONE) {
        return memo == 1;
    }
    const char *text = program_string(self->program, standard), *dot = strrchr(text, '.');
    struct span prefix = {text, dot ? (size_t)(dot - text) : 0}, name = span_of(dot ? dot + 1 : text);
    bool found = false;
    for (uint32_t i = 0; !found && i < program_module_count(self->program); i++) {
        const struct program_module *m = program_module_at(self->program, i);
        for (uint32_t e = 0; !found && !m->is_model && !m->is_namespace && e < m->facts.expr_count; e++) {
            const struct facts_expr *x = &m->facts.exprs[e];
            bool store = x->kind == EXPR_ATTRIBUTE && (x->flags & EXPR_FLAG_STORE);
            found = (store || x->kind == EXPR_CALL) && spells(self, i, store ? e : x->a, prefix, name);
        }
    }
    map_set(&self->bounded, (uint64_t)standard << 32, found);
    return found;
}

bool bounds_lacking(struct flow *self, uint32_t def, bool bound) {
    for (uint32_t t = program_traits(self->program, def); t; t = program_trait_at(self->program, t)->next) {
        struct program_trait trait = *program_trait_at(self->program, t);
        if (trait.word == WORD_UNBOUNDED && trait.fallback != INTERN_NONE && sets_default(self, trait.fallback)) {
            return false;
        }
    }
    return !bound || !is_bounded_library(self, library_of(self->program, def));
}

/* --- calls -------------------------------------------------------------------------------------------------------- */

/* Asks from the nearest to the farthest: the client's making, then the whole project. */
static bool lacks_bound(struct walk *w, uint32_t def, uint32_t receiver) {
    uint32_t seen = program_bounds_seen(w->program, receiver);
    return seen != SPECIAL_BOUNDED && bounds_lacking(w->flow, def, type_known(receiver) && seen != SPECIAL_UNBOUNDED);
}

static void note(struct walk *w, bool bounded) {
    w->bounded |= bounded;
    w->unbounded |= !bounded;
}

/* A constructor, and what gives the client again with other settings, say what bounds later calls; they do not wait. */
static bool only_settles(struct walk *w, uint32_t def) {
    struct type result = types_get(program_types(w->program), program_returns(w->program, def));
    return program_def_name(w->program, def) == NAME_INIT ||
           (result.kind == TYPE_SPECIAL && result.entity == SPECIAL_SELF);
}

void note_unbounded(struct walk *w, uint32_t def, uint32_t receiver, bool soft) {
    if (only_settles(w, def)) {
        return;
    }
    bool async = (program_def_scope(w->program, def)->flags & SCOPE_ASYNC) != 0;
    bool timed = async && ranges_hold(w->flow->ranges.timed.data, w->flow->ranges.timed.len, w->site.start);
    bool bounded = timed || program_bounds(w->program, w->module, w->site.expr, def, type_known(receiver)) ||
                   !lacks_bound(w, def, receiver);
    note(w, bounded);
    if (!bounded && !program_trait(w->program, def, WORD_BLOCKS)) {
        add_edge(w, def, receiver, w->site.flags & SITE_AWAITED ? EDGE_AWAITS : EDGE_CREATES, soft);
    }
}

void note_unbounded_passed(struct walk *w, uint32_t def, uint32_t receiver) {
    if (!program_trait(w->program, def, WORD_UNBOUNDED)) {
        return;
    }
    bool timed = ranges_hold(w->flow->ranges.timed.data, w->flow->ranges.timed.len, w->site.start);
    note(w, timed || program_bounds_passed(w->program, w->module, w->site.expr, def) || !lacks_bound(w, def, receiver));
}

const struct flow_edge *flow_unbounded_edge(const struct flow *self, uint32_t site) {
    const struct flow_site *s = &self->sites.data[site];
    const struct flow_edge *edge = &self->edges.data[s->first_edge];
    while (!program_trait(self->program, edge->target, WORD_UNBOUNDED)) {
        edge++; /* there is one: it made the flag */
    }
    return edge;
}
