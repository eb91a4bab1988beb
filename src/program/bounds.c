/* How long a call may wait. A library that has no limit of its own takes one as an argument of the call, or of the client
 * that is called; so a client carries with its type whether it was given one, and hands that on to its parts:
 * OpenAI(timeout=20).chat.completions. */
#include "program/internal.h"

/* A value that takes away a limit: None, Timeout(None). */
static bool is_no_limit(const struct facts *facts, uint32_t value) {
    const struct facts_expr *e = &facts->exprs[value];
    uint32_t count;
    if (e->kind != EXPR_CALL) {
        return e->kind == EXPR_NONE;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    return count == 2 && list[0] == FACTS_ARG_POSITIONAL && facts->exprs[list[1]].kind == EXPR_NONE;
}

bool program_may_hold_bound(struct span name) {
    return span_starts(name, "timeout") || span_ends(name, "timeout") || span_ends(name, "options") ||
           span_is(name, "transport");
}

/* Options, or a client inside the client, that are written out and say nothing of a limit. */
static bool options_lack_limit(struct program *self, uint32_t module, uint32_t value) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_expr *e = &facts->exprs[value];
    uint32_t count;
    const struct facts_binding *b = e->kind == EXPR_NAME ? program_single_binding(self, module, value) : NULL;
    if (b && b->kind == BIND_ASSIGN && !b->unpack && b->value != FACTS_NONE) {
        e = &facts->exprs[b->value];
    }
    if (e->kind == EXPR_NONE) {
        return true;
    }
    if (e->kind == EXPR_DICT) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        for (uint32_t i = 0; i + 1 < count; i += 2) {
            if (list[i] == FACTS_NONE || facts->exprs[list[i]].kind != EXPR_STRING ||
                program_may_hold_bound(facts_text(facts, facts->exprs[list[i]].a))) {
                return false;
            }
        }
        return true;
    }
    if (e->kind != EXPR_CALL || type_kind(self, program_eval(self, module, e->a)) != TYPE_CLASS) {
        return false;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] >= FACTS_ARG_DOUBLE_STAR || program_may_hold_bound(facts_text(facts, list[i]))) {
            return false;
        }
    }
    return true;
}

/* `value` is what the trait's parameter, or its options, are given; PROGRAM_NONE for nothing. */
static bool limits(struct program *self, uint32_t module, uint32_t value, bool options) {
    if (value == PROGRAM_NONE) {
        return false;
    }
    return options ? !options_lack_limit(self, module, value) : !is_no_limit(&module_at(self, module)->facts, value);
}

/* Arguments that are not written out: they may hold anything. */
static bool has_unwritten(const struct facts *facts, uint32_t call) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] == FACTS_ARG_STAR || list[i] == FACTS_ARG_DOUBLE_STAR) {
            return true;
        }
    }
    return false;
}

bool program_bounds(struct program *self, uint32_t module, uint32_t call, uint32_t def, bool bound) {
    if (has_unwritten(&module_at(self, module)->facts, call)) {
        return true;
    }
    for (uint32_t t = program_traits(self, def); t; t = program_trait_at(self, t)->next) {
        struct program_trait trait = *program_trait_at(self, t);
        uint32_t names[] = {trait.arg, trait.options};
        for (int i = 0; trait.word == WORD_UNBOUNDED && i < 2; i++) {
            uint32_t value =
                names[i] == INTERN_NONE ? PROGRAM_NONE : program_argument(self, module, call, def, bound, names[i]);
            if (limits(self, module, value, i == 1)) {
                return true;
            }
        }
    }
    return false;
}

bool program_bounds_passed(struct program *self, uint32_t module, uint32_t call, uint32_t def) {
    const struct facts *facts = &module_at(self, module)->facts;
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] == FACTS_ARG_STAR || list[i] == FACTS_ARG_DOUBLE_STAR) {
            return true;
        }
        for (uint32_t t = program_traits(self, def); t && list[i] != FACTS_ARG_POSITIONAL;
             t = program_trait_at(self, t)->next) {
            struct program_trait trait = *program_trait_at(self, t);
            uint32_t name = program_name(self, module, list[i]);
            if (trait.word == WORD_UNBOUNDED && (name == trait.arg || name == trait.options) &&
                limits(self, module, list[i + 1], name == trait.options)) {
                return true;
            }
        }
    }
    return false;
}

/* --- how an object was made --------------------------------------------------------------------------------------- */

static uint32_t mark_of(const struct program *self, uint32_t type) {
    struct type t = types_get(&self->types, type);
    struct type arg = types_get(&self->types, types_arg(&self->types, type, 0));
    bool marked = t.arg_count == 1 && arg.kind == TYPE_SPECIAL &&
                  (arg.entity == SPECIAL_BOUNDED || arg.entity == SPECIAL_UNBOUNDED);
    return marked ? arg.entity : TYPE_NOBODY;
}

uint32_t program_bounds_seen(const struct program *self, uint32_t type) {
    return type_kind(self, type) == TYPE_METHOD ? mark_of(self, types_arg(&self->types, type, 0)) : mark_of(self, type);
}

static uint32_t marked(struct program *self, uint32_t type, uint32_t mark) {
    struct type t = types_get(&self->types, type);
    if (t.arg_count && mark_of(self, type) == TYPE_NOBODY) {
        return type; /* a generic class: its arguments say more */
    }
    return type_one(self, (enum type_kind)t.kind, t.entity, type_plain(self, TYPE_SPECIAL, mark)) | (type & TYPE_SOFT);
}

static bool is_library_object(struct program *self, uint32_t type) {
    struct type t = types_get(&self->types, type);
    return (t.kind == TYPE_EXACT || t.kind == TYPE_INSTANCE) && program_is_model(self, t.entity);
}

uint32_t bounds_made(struct program *self, uint32_t object, uint32_t module, uint32_t call) {
    if (call == PROGRAM_NONE || !is_library_object(self, object) || types_get(&self->types, object).arg_count) {
        return object;
    }
    struct type init = types_get(&self->types, class_attribute(self, object, NAME_INIT, PROGRAM_NONE));
    if (init.kind != TYPE_METHOD || !program_trait(self, init.entity, WORD_UNBOUNDED)) {
        return object;
    }
    bool bounded = program_bounds(self, module, call, init.entity, true);
    return marked(self, object, bounded ? SPECIAL_BOUNDED : SPECIAL_UNBOUNDED);
}

uint32_t bounds_given(struct program *self, uint32_t owner, uint32_t value, uint32_t def, uint32_t module,
                      uint32_t call) {
    uint32_t mark = mark_of(self, owner);
    if (!is_library_object(self, owner) || !is_library_object(self, value)) {
        return value;
    }
    bool says = def != PROGRAM_NONE && call != PROGRAM_NONE && program_trait(self, def, WORD_UNBOUNDED);
    if (says && program_bounds(self, module, call, def, true)) {
        mark = SPECIAL_BOUNDED;
    }
    return mark == TYPE_NOBODY ? value : marked(self, value, mark);
}

uint32_t bounds_partial(struct program *self, uint32_t function, uint32_t module, uint32_t call) {
    struct type t = types_get(&self->types, function);
    if ((t.kind != TYPE_FUNCTION && t.kind != TYPE_METHOD) || !program_trait(self, t.entity, WORD_UNBOUNDED) ||
        !program_bounds_passed(self, module, call, t.entity)) {
        return function;
    }
    if (t.kind == TYPE_FUNCTION) {
        return marked(self, function, SPECIAL_BOUNDED);
    }
    uint32_t receiver = types_arg(&self->types, function, 0);
    return type_one(self, TYPE_METHOD, t.entity, marked(self, receiver, SPECIAL_BOUNDED)) | (function & TYPE_SOFT);
}
