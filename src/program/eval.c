/* The type of an expression, one case a kind. */
#include "program/internal.h"

#include <stdlib.h>

static uint32_t exact(struct program *self, uint32_t class_def) {
    return class_def == PROGRAM_NONE ? TYPE_UNKNOWN : type_plain(self, TYPE_EXACT, class_def);
}

/* --- attributes --------------------------------------------------------------------------------------------------- */

static uint32_t missing_attribute(struct program *self, uint32_t type, uint32_t name) {
    const char *dotted = arena_printf(&self->arena, "%s.%s", program_string(self, type_entity(self, type)),
                                      program_string(self, name));
    return type_plain(self, TYPE_MISSING, program_intern(self, dotted));
}

static uint32_t one_attribute(struct program *self, uint32_t type, uint32_t name) {
    uint32_t soft = type & TYPE_SOFT;
    struct type t = types_get(&self->types, type);
    switch (t.kind) {
    case TYPE_MODULE:
        return module_member(self, t.entity, name);
    case TYPE_CLASS:
    case TYPE_INSTANCE:
    case TYPE_EXACT:
        if (name == NAME_CLASS && t.kind != TYPE_CLASS) {
            return type_plain(self, TYPE_CLASS, t.entity) | soft;
        }
        return class_attribute(self, type, name, PROGRAM_NONE);
    case TYPE_SUPER:
        return class_attribute(self, types_arg(&self->types, type, 0) | soft, name, t.entity);
    case TYPE_TUPLE:
        return self->class_tuple == PROGRAM_NONE
                   ? TYPE_UNKNOWN
                   : class_attribute(self, type_plain(self, TYPE_EXACT, self->class_tuple), name, PROGRAM_NONE);
    case TYPE_MISSING:
        return missing_attribute(self, type, name);
    default:
        return TYPE_UNKNOWN;
    }
}

uint32_t program_attribute(struct program *self, uint32_t type, uint32_t name) {
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    self->depth++;
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type), known = 0;
    for (uint32_t i = 0; i < members; i++) {
        uint32_t one = one_attribute(self, types_member(&self->types, type, i), name);
        known += type_known(one);
        joined = types_join(&self->types, joined, one);
    }
    self->depth--;
    return joined | (known > 1 ? TYPE_SOFT : 0);
}

uint32_t program_special(struct program *self, uint32_t type, uint32_t name) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, type, i);
        enum type_kind kind = type_kind(self, member);
        if (kind == TYPE_INSTANCE || kind == TYPE_EXACT) {
            joined = types_join(&self->types, joined, class_attribute(self, member, name, PROGRAM_NONE));
        }
    }
    return joined;
}

/* --- iteration and awaiting --------------------------------------------------------------------------------------- */

static uint32_t instance_element(struct program *self, uint32_t type, bool async) {
    struct type t = types_get(&self->types, type);
    if (!async && t.arg_count && (t.entity == self->class_list || t.entity == self->class_set ||
                                  t.entity == self->class_dict || t.entity == self->class_tuple)) {
        return types_arg(&self->types, type, 0);
    }
    if (t.entity == self->class_str && !async) {
        return type & ~TYPE_SOFT;
    }
    uint32_t iterator = program_result(self, program_special(self, type, async ? NAME_AITER : NAME_ITER), PROGRAM_NONE,
                                       PROGRAM_NONE);
    enum type_kind kind = type_kind(self, iterator);
    if (kind == TYPE_GENERATOR || kind == TYPE_ASYNC_GENERATOR) {
        return types_arg(&self->types, iterator, 0);
    }
    uint32_t next = program_special(self, type_known(iterator) ? iterator : type, async ? NAME_ANEXT : NAME_NEXT);
    next = program_result(self, next, PROGRAM_NONE, PROGRAM_NONE);
    return async ? program_awaited(self, next) : next;
}

static uint32_t one_element(struct program *self, uint32_t type, bool async) {
    struct type t = types_get(&self->types, type);
    uint32_t joined = TYPE_UNKNOWN;
    switch (t.kind) {
    case TYPE_TUPLE:
        for (uint32_t i = 0; i < t.arg_count; i++) {
            joined = types_join(&self->types, joined, types_arg(&self->types, type, i));
        }
        return joined;
    case TYPE_GENERATOR:
    case TYPE_ASYNC_GENERATOR:
        return types_arg(&self->types, type, 0);
    case TYPE_INSTANCE:
    case TYPE_EXACT:
        return instance_element(self, type, async);
    default:
        return TYPE_UNKNOWN;
    }
}

uint32_t program_element(struct program *self, uint32_t type, bool async) {
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    self->depth++;
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        joined = types_join(&self->types, joined, one_element(self, types_member(&self->types, type, i), async));
    }
    self->depth--;
    return joined | (type & TYPE_SOFT);
}

static uint32_t one_awaited(struct program *self, uint32_t type) {
    enum type_kind kind = type_kind(self, type);
    if (kind == TYPE_COROUTINE) {
        return types_arg(&self->types, type, 0);
    }
    if (kind != TYPE_INSTANCE && kind != TYPE_EXACT) {
        return TYPE_UNKNOWN;
    }
    uint32_t generator = program_result(self, program_special(self, type, NAME_AWAIT), PROGRAM_NONE, PROGRAM_NONE);
    struct type g = types_get(&self->types, generator);
    /* Generator[yield, send, return]: what is returned is what awaiting gives. */
    return g.arg_count == 3 ? types_arg(&self->types, generator, 2) : TYPE_UNKNOWN;
}

uint32_t program_awaited(struct program *self, uint32_t type) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        joined = types_join(&self->types, joined, one_awaited(self, types_member(&self->types, type, i)));
    }
    return joined | (type & TYPE_SOFT);
}

/* --- subscripts --------------------------------------------------------------------------------------------------- */

/* The entries of a subscript's index: one expression, or those of a tuple. */
static const uint32_t *index_entries(const struct facts *facts, const uint32_t *index, uint32_t *count) {
    const struct facts_expr *e = &facts->exprs[*index];
    if (e->kind == EXPR_TUPLE) {
        return facts_list(facts, e->b, count);
    }
    *count = 1;
    return index;
}

static uint32_t join_forms(struct program *self, uint32_t module, const uint32_t *entries, uint32_t count) {
    uint32_t joined = TYPE_UNKNOWN;
    for (uint32_t i = 0; i < count; i++) {
        joined = types_join(&self->types, joined, program_eval(self, module, entries[i]));
    }
    return joined;
}

/* Annotated[X, …]: X, or, when X says nothing, what a dependency in the metadata provides. */
static uint32_t annotated_form(struct program *self, uint32_t module, const uint32_t *entries, uint32_t count) {
    uint32_t form = program_eval(self, module, entries[0]);
    for (uint32_t i = 1; i < count && !type_known(type_instantiate(self, form)); i++) {
        uint32_t provided = program_eval(self, module, entries[i]);
        enum type_kind kind = type_kind(self, provided);
        if (module_at(self, module)->facts.exprs[entries[i]].kind == EXPR_CALL &&
            (kind == TYPE_INSTANCE || kind == TYPE_EXACT)) {
            return provided;
        }
    }
    return form;
}

static uint32_t special_subscript(struct program *self, uint32_t module, uint32_t special, const uint32_t *entries,
                                  uint32_t count) {
    uint32_t last = count ? entries[count - 1] : 0;
    if (count == 0) {
        return TYPE_UNKNOWN;
    }
    switch (special) {
    case SPECIAL_OPTIONAL:
        return types_join(&self->types, program_eval(self, module, entries[0]), type_plain(self, TYPE_NONE, 0));
    case SPECIAL_UNION:
        return join_forms(self, module, entries, count);
    case SPECIAL_ANNOTATED:
        return annotated_form(self, module, entries, count);
    case SPECIAL_TRANSPARENT:
        return program_eval(self, module, entries[0]);
    case SPECIAL_LITERAL:
        return type_plain(self, TYPE_SPECIAL, SPECIAL_LITERAL);
    case SPECIAL_TYPE:
        return type_one(self, TYPE_SPECIAL, special, program_eval(self, module, entries[0]));
    case SPECIAL_CALLABLE:
    case SPECIAL_COROUTINE:
        return type_one(self, TYPE_SPECIAL, special, type_instantiate(self, program_eval(self, module, last)));
    case SPECIAL_AWAITABLE:
    case SPECIAL_CONTEXT:
    case SPECIAL_ASYNC_CONTEXT:
        return type_one(self, TYPE_SPECIAL, special, type_instantiate(self, program_eval(self, module, entries[0])));
    case SPECIAL_GENERIC: {
        uint32_t args[LIMIT_TYPE_PARAMS];
        count = count < LIMIT_TYPE_PARAMS ? count : LIMIT_TYPE_PARAMS;
        for (uint32_t i = 0; i < count; i++) {
            args[i] = program_eval(self, module, entries[i]);
        }
        return types_make(&self->types, TYPE_SPECIAL, special, args, count);
    }
    default:
        return TYPE_UNKNOWN;
    }
}

static uint32_t class_subscript(struct program *self, uint32_t module, uint32_t class_def, const uint32_t *entries,
                                uint32_t count) {
    const struct facts *facts = &module_at(self, module)->facts;
    uint32_t args[LIMIT_TYPE_PARAMS], used = 0;
    if (known_of(self, class_def) == KNOWN_TYPE) {
        return special_subscript(self, module, SPECIAL_TYPE, entries, count);
    }
    for (uint32_t i = 0; i < count && used < LIMIT_TYPE_PARAMS; i++) {
        if (facts->exprs[entries[i]].kind != EXPR_ELLIPSIS) {
            args[used++] = type_instantiate(self, program_eval(self, module, entries[i]));
        }
    }
    return types_make(&self->types, TYPE_CLASS, class_def, args, used);
}

static uint32_t tuple_subscript(struct program *self, uint32_t module, uint32_t type, uint32_t index) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_expr *e = &facts->exprs[index];
    struct type t = types_get(&self->types, type);
    if (e->kind == EXPR_NUMBER) {
        unsigned long at = strtoul(facts_text(facts, e->a).data, NULL, 10);
        return at < t.arg_count ? types_arg(&self->types, type, (uint32_t)at) : TYPE_UNKNOWN;
    }
    return e->kind == EXPR_SLICE ? TYPE_UNKNOWN : one_element(self, type, false);
}

/* An element of a container that holds several kinds of things: which one is not known. */
static uint32_t one_of(const struct program *self, uint32_t element) {
    return types_member_count(&self->types, element) > 1 ? element | TYPE_SOFT : element;
}

static uint32_t instance_subscript(struct program *self, uint32_t module, uint32_t type, uint32_t index) {
    struct type t = types_get(&self->types, type);
    bool slice = module_at(self, module)->facts.exprs[index].kind == EXPR_SLICE;
    if (slice && (t.entity == self->class_list || t.entity == self->class_str || t.entity == self->class_bytes)) {
        return type;
    }
    if (t.entity == self->class_dict && t.arg_count == 2) {
        return one_of(self, types_arg(&self->types, type, 1));
    }
    if (t.entity == self->class_list && t.arg_count) {
        return one_of(self, types_arg(&self->types, type, 0));
    }
    uint32_t method = slice ? program_special(self, type, NAME_GETSLICE) : TYPE_UNKNOWN;
    method = type_known(method) ? method : program_special(self, type, NAME_GETITEM);
    return program_result(self, method, PROGRAM_NONE, PROGRAM_NONE);
}

static uint32_t one_subscript(struct program *self, uint32_t module, uint32_t type, const struct facts_expr *e) {
    const struct facts *facts = &module_at(self, module)->facts;
    struct type t = types_get(&self->types, type);
    uint32_t index = e->b, count;
    const uint32_t *entries = index_entries(facts, &index, &count);
    switch (t.kind) {
    case TYPE_SPECIAL:
        return special_subscript(self, module, t.entity, entries, count);
    case TYPE_CLASS:
        return class_subscript(self, module, t.entity, entries, count);
    case TYPE_TUPLE:
        return tuple_subscript(self, module, type, index);
    case TYPE_INSTANCE:
    case TYPE_EXACT:
        return instance_subscript(self, module, type, index);
    case TYPE_FUNCTION: /* a stub may model a subscriptable class as a function */
    default:
        return TYPE_UNKNOWN;
    }
}

/* The literal dict that an expression is, or that the only assignment of a name gives. */
static uint32_t dict_literal(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    if (e->kind == EXPR_NAME && e->b != FACTS_NONE && facts->symbols[e->b].binding_count == 1) {
        const struct facts_binding *b = &facts->bindings[facts->symbols[e->b].first_binding];
        expr = b->kind == BIND_ASSIGN && !b->unpack && b->value != FACTS_NONE ? b->value : expr;
    }
    return facts->exprs[expr].kind == EXPR_DICT ? expr : FACTS_NONE;
}

/* TABLE["key"]: the entry that a literal names. */
static uint32_t constant_entry(const struct facts *facts, const struct facts_expr *e) {
    uint32_t dict = facts->exprs[e->b].kind == EXPR_STRING ? dict_literal(facts, e->a) : FACTS_NONE, count = 0;
    const uint32_t *list = dict == FACTS_NONE ? NULL : facts_list(facts, facts->exprs[dict].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] != FACTS_NONE && facts->exprs[list[i]].kind == EXPR_STRING &&
            facts->exprs[list[i]].a == facts->exprs[e->b].a) {
            return list[i + 1];
        }
    }
    return FACTS_NONE;
}

static uint32_t subscript_type(struct program *self, uint32_t module, const struct facts_expr *e) {
    uint32_t entry = constant_entry(&module_at(self, module)->facts, e);
    if (entry != FACTS_NONE) {
        return program_eval(self, module, entry);
    }
    uint32_t object = program_eval(self, module, e->a), joined = TYPE_UNKNOWN;
    uint32_t members = types_member_count(&self->types, object);
    for (uint32_t i = 0; i < members; i++) {
        joined = types_join(&self->types, joined,
                            one_subscript(self, module, types_member(&self->types, object, i), e));
    }
    return joined | (object & TYPE_SOFT);
}

/* --- operators ---------------------------------------------------------------------------------------------------- */

/* One value or the other: a choice, unless one says nothing. */
uint32_t type_choice(struct program *self, uint32_t a, uint32_t b) {
    bool same = (a & ~TYPE_SOFT) == (b & ~TYPE_SOFT), none = type_kind(self, a) == TYPE_NONE || type_kind(self, b) == TYPE_NONE;
    uint32_t soft = !same && !none && type_known(a) && type_known(b) ? TYPE_SOFT : 0;
    return types_join(&self->types, a, b) | soft;
}

static bool is_form(const struct program *self, uint32_t type) {
    uint32_t members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        enum type_kind kind = type_kind(self, types_member(&self->types, type, i));
        if (kind != TYPE_CLASS && kind != TYPE_NONE && kind != TYPE_SPECIAL && kind != TYPE_VARIABLE) {
            return false;
        }
    }
    return type_known(type);
}

uint32_t program_operator_name(uint8_t op) {
    static const uint32_t names[OP_IS_NOT + 1] = {
        [OP_ADD] = NAME_ADD,       [OP_SUB] = NAME_SUB,     [OP_MUL] = NAME_MUL,       [OP_DIV] = NAME_TRUEDIV,
        [OP_FLOORDIV] = NAME_FLOORDIV, [OP_MOD] = NAME_MOD, [OP_POW] = NAME_POW,       [OP_MATMUL] = NAME_MATMUL,
        [OP_LSHIFT] = NAME_LSHIFT, [OP_RSHIFT] = NAME_RSHIFT, [OP_BITAND] = NAME_AND,  [OP_BITOR] = NAME_OR,
        [OP_BITXOR] = NAME_XOR,    [OP_EQ] = NAME_EQ,       [OP_NE] = NAME_NE,         [OP_LT] = NAME_LT,
        [OP_LE] = NAME_LE,         [OP_GT] = NAME_GT,       [OP_GE] = NAME_GE,         [OP_IN] = NAME_CONTAINS,
        [OP_NOT_IN] = NAME_CONTAINS};
    uint32_t name = op <= OP_IS_NOT ? names[op] : 0;
    return name == 0 ? INTERN_NONE : name; /* NAME_INIT is 0 and no operator */
}

static uint32_t binary_type(struct program *self, uint32_t module, const struct facts_expr *e) {
    uint32_t left = program_eval(self, module, e->a);
    if (e->op == OP_BITOR) {
        uint32_t right = program_eval(self, module, e->b);
        if (is_form(self, left) && is_form(self, right)) {
            return types_join(&self->types, left, right);
        }
    }
    struct type t = types_get(&self->types, left);
    if (t.kind == TYPE_EXACT && (t.entity == self->class_str || t.entity == self->class_int ||
                                 t.entity == self->class_float || t.entity == self->class_list)) {
        return left;
    }
    uint32_t name = program_operator_name(e->op);
    if (name == INTERN_NONE || !type_known(left) || map_get(&self->dunder_names, name) == MAP_NONE) {
        return TYPE_UNKNOWN;
    }
    return program_result(self, program_special(self, left, name), PROGRAM_NONE, PROGRAM_NONE);
}

static uint32_t without_none(struct program *self, uint32_t type) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, type, i);
        if (type_kind(self, member) != TYPE_NONE) {
            joined = types_join(&self->types, joined, member);
        }
    }
    return joined;
}

/* --- literals ----------------------------------------------------------------------------------------------------- */

static uint32_t join_entries(struct program *self, uint32_t module, uint32_t list, uint32_t first, uint32_t step) {
    uint32_t count, joined = TYPE_UNKNOWN;
    const uint32_t *entries = facts_list(&module_at(self, module)->facts, list, &count);
    for (uint32_t i = first; i < count && i < LIMIT_LITERAL * step; i += step) {
        if (entries[i] != FACTS_NONE) {
            uint32_t type = program_eval(self, module, entries[i]);
            joined = type_known(type) ? types_join(&self->types, joined, type) : joined;
        }
    }
    return joined;
}

static uint32_t tuple_type(struct program *self, uint32_t module, const struct facts_expr *e) {
    uint32_t count, args[16];
    const uint32_t *entries = facts_list(&module_at(self, module)->facts, e->b, &count);
    if (count > 16) {
        return type_with(self, TYPE_EXACT, self->class_tuple, join_entries(self, module, e->b, 0, 1));
    }
    for (uint32_t i = 0; i < count; i++) {
        args[i] = program_eval(self, module, entries[i]);
    }
    return types_make(&self->types, TYPE_TUPLE, 0, args, count);
}

static uint32_t dict_type(struct program *self, uint32_t key, uint32_t value) {
    uint32_t args[] = {key, value};
    return self->class_dict == PROGRAM_NONE ? TYPE_UNKNOWN
                                            : types_make(&self->types, TYPE_EXACT, self->class_dict, args, 2);
}

static uint32_t comp_type(struct program *self, uint32_t module, const struct facts_expr *e) {
    uint32_t count;
    const uint32_t *entries = facts_list(&module_at(self, module)->facts, e->b, &count);
    uint32_t element = count ? program_eval(self, module, entries[0]) : TYPE_UNKNOWN;
    switch (e->op) {
    case COMP_LIST:
        return type_with(self, TYPE_EXACT, self->class_list, element);
    case COMP_SET:
        return type_with(self, TYPE_EXACT, self->class_set, element);
    case COMP_DICT:
        return dict_type(self, element,
                         count > 1 && entries[1] != FACTS_NONE ? program_eval(self, module, entries[1]) : TYPE_UNKNOWN);
    default:
        return type_one(self, (e->flags & EXPR_FLAG_ASYNC) ? TYPE_ASYNC_GENERATOR : TYPE_GENERATOR, TYPE_NOBODY,
                        element);
    }
}

static uint32_t number_type(struct program *self, uint32_t module, const struct facts_expr *e) {
    struct span text = module_text(self, module, e->a);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '.') {
            return exact(self, self->class_float);
        }
    }
    return exact(self, self->class_int);
}

static uint32_t ternary_type(struct program *self, uint32_t module, const struct facts_expr *e) {
    uint32_t count;
    const uint32_t *entries = facts_list(&module_at(self, module)->facts, e->b, &count);
    return count < 3 ? TYPE_UNKNOWN
                     : type_choice(self, program_eval(self, module, entries[1]),
                                   program_eval(self, module, entries[2]));
}

static uint32_t eval(struct program *self, uint32_t module, uint32_t expr) {
    const struct program_module *m = module_at(self, module);
    const struct facts_expr *e = &m->facts.exprs[expr];
    switch ((enum facts_expr_kind)e->kind) {
    case EXPR_NAME:
        return name_type(self, module, expr);
    case EXPR_ATTRIBUTE:
        return program_attribute(self, program_eval(self, module, e->a), program_name(self, module, e->b));
    case EXPR_CALL:
        return call_type(self, module, expr);
    case EXPR_SUBSCRIPT:
        return subscript_type(self, module, e);
    case EXPR_AWAIT:
        return program_awaited(self, program_eval(self, module, e->a));
    case EXPR_BINARY:
        return binary_type(self, module, e);
    case EXPR_BOOL:
        return e->op == OP_OR ? type_choice(self, without_none(self, program_eval(self, module, e->a)),
                                            program_eval(self, module, e->b))
                              : program_eval(self, module, e->b);
    case EXPR_COMPARE:
    case EXPR_TRUE:
    case EXPR_FALSE:
        return exact(self, self->class_bool);
    case EXPR_UNARY:
        return e->op == OP_NOT ? exact(self, self->class_bool) : program_eval(self, module, e->a);
    case EXPR_TERNARY:
        return ternary_type(self, module, e);
    case EXPR_LAMBDA:
        return type_plain(self, TYPE_FUNCTION, m->scope_base + e->a);
    case EXPR_LIST:
        return type_with(self, TYPE_EXACT, self->class_list, join_entries(self, module, e->b, 0, 1));
    case EXPR_SET:
        return type_with(self, TYPE_EXACT, self->class_set, join_entries(self, module, e->b, 0, 1));
    case EXPR_TUPLE:
        return tuple_type(self, module, e);
    case EXPR_DICT:
        return dict_type(self, join_entries(self, module, e->b, 0, 2), join_entries(self, module, e->b, 1, 2));
    case EXPR_COMP:
        return comp_type(self, module, e);
    case EXPR_STRING:
        return exact(self, (e->flags & EXPR_FLAG_BYTES) ? self->class_bytes : self->class_str);
    case EXPR_FSTRING:
        return exact(self, self->class_str);
    case EXPR_NUMBER:
        return number_type(self, module, e);
    case EXPR_NONE:
        return type_plain(self, TYPE_NONE, 0);
    case EXPR_WALRUS:
        return program_eval(self, module, e->b);
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
    case EXPR_STARRED:
    case EXPR_ELLIPSIS:
    case EXPR_SLICE:
    case EXPR_OPAQUE:
        return TYPE_UNKNOWN;
    }
    return TYPE_UNKNOWN;
}

uint32_t program_eval(struct program *self, uint32_t module, uint32_t expr) {
    uint32_t *memo = &module_at(self, module)->expr_types[expr];
    if (*memo) {
        return *memo == UINT32_MAX ? TYPE_UNKNOWN : *memo - 1;
    }
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    *memo = UINT32_MAX;
    self->depth++;
    uint32_t type = eval(self, module, expr);
    self->depth--;
    *memo = type + 1;
    return type;
}
