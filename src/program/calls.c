/* What calls give: results, decorators, type variables, and the index of call sites by name. */
#include "program/internal.h"
#include "program/origins.h"

#include <stdlib.h>

/* --- type variables ----------------------------------------------------------------------------------------------- */

struct solution {
    uint32_t params[LIMIT_TYPE_PARAMS], args[LIMIT_TYPE_PARAMS], count;
};

static void solve(struct program *self, struct solution *s, uint32_t name, uint32_t type) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->params[i] == name) {
            s->args[i] = types_join(&self->types, s->args[i], type);
            return;
        }
    }
    if (type_known(type) && s->count < LIMIT_TYPE_PARAMS) {
        s->params[s->count] = name;
        s->args[s->count++] = type;
    }
}

static bool has_variable(const struct program *self, uint32_t type) {
    struct type t = types_get(&self->types, type);
    if (t.kind == TYPE_VARIABLE) {
        return true;
    }
    for (uint32_t i = 0; i < t.arg_count; i++) {
        if (has_variable(self, self->types.args.data[t.args + i])) {
            return true;
        }
    }
    return false;
}

static void unify(struct program *self, struct solution *s, uint32_t pattern, uint32_t type);

static void unify_instance(struct program *self, struct solution *s, uint32_t pattern, uint32_t type) {
    struct type p = types_get(&self->types, pattern);
    const uint32_t *params, *args = NULL;
    uint32_t count = 0, copy[LIMIT_TYPE_PARAMS];
    bool said = class_arguments(self, type, p.entity, &params, &args, &count) && count == p.arg_count && args;
    /* A class that leaves its parameters open says less than what iterating gives. */
    if (said && (types_get(&self->types, type).arg_count || !has_variable(self, args[0]))) {
        for (uint32_t i = 0; i < count && i < LIMIT_TYPE_PARAMS; i++) {
            copy[i] = args[i];
        }
        for (uint32_t i = 0; i < count && i < LIMIT_TYPE_PARAMS; i++) {
            unify(self, s, types_arg(&self->types, pattern, i), copy[i]);
        }
    } else if (p.arg_count == 1) {
        uint32_t element = program_element(self, type, false);
        unify(self, s, types_arg(&self->types, pattern, 0),
              type_known(element) ? element : program_awaited(self, type));
    }
}

static void unify(struct program *self, struct solution *s, uint32_t pattern, uint32_t type) {
    struct type p = types_get(&self->types, pattern);
    if (!type_known(type)) {
        return;
    }
    enum type_kind kind = type_kind(self, type);
    switch (p.kind) {
    case TYPE_VARIABLE:
        solve(self, s, p.entity, type);
        break;
    case TYPE_CALLABLE:
        unify(self, s, types_arg(&self->types, pattern, 0), program_result(self, type, PROGRAM_NONE, PROGRAM_NONE));
        break;
    case TYPE_COROUTINE:
        unify(self, s, types_arg(&self->types, pattern, 0), program_awaited(self, type));
        break;
    case TYPE_SPECIAL:
        if (p.entity == SPECIAL_TYPE && kind == TYPE_CLASS) {
            unify(self, s, types_arg(&self->types, pattern, 0), type_instantiate(self, type));
        } else if (p.entity == SPECIAL_TYPE && kind == TYPE_SPECIAL && type_entity(self, type) == SPECIAL_TYPE) {
            unify(self, s, types_arg(&self->types, pattern, 0), types_arg(&self->types, type, 0));
        }
        break;
    case TYPE_UNION:
        for (uint32_t i = 0; i < p.arg_count; i++) {
            unify(self, s, types_member(&self->types, pattern, i), type);
        }
        break;
    case TYPE_INSTANCE:
        unify_instance(self, s, pattern, type);
        break;
    default:
        break;
    }
}

/* The value of an argument; where a class is wanted, a string names it. */
static uint32_t given_type(struct program *self, uint32_t module, uint32_t value, uint32_t pattern) {
    uint32_t members = types_member_count(&self->types, pattern), type = program_eval(self, module, value);
    for (uint32_t i = 0; i < members && type_kind(self, type) != TYPE_CLASS; i++) {
        uint32_t member = types_member(&self->types, pattern, i);
        if (type_kind(self, member) == TYPE_SPECIAL && type_entity(self, member) == SPECIAL_TYPE) {
            uint32_t named = class_referenced(self, module, value);
            return type_known(named) ? named : type;
        }
    }
    return type;
}

/* Solves the type variables of a def's parameters with the arguments of a call, or with one given argument. */
static void solve_call(struct program *self, struct solution *s, uint32_t def, bool bound, uint32_t module,
                       uint32_t call, uint32_t given) {
    uint32_t def_module = program_def_module(self, def);
    const struct facts_scope *scope = program_def_scope(self, def);
    for (uint32_t i = bound ? 1 : 0; i < scope->param_count; i++) {
        const struct facts_param *p = &module_at(self, def_module)->facts.params[scope->first_param + i];
        if (p->annotation == FACTS_NONE) {
            continue;
        }
        uint32_t pattern = type_instantiate(self, program_eval(self, def_module, p->annotation));
        if (!has_variable(self, pattern)) {
            continue;
        }
        if (call == PROGRAM_NONE) {
            unify(self, s, pattern, given);
            return;
        }
        if (p->kind == PARAM_STAR) {
            continue;
        }
        uint32_t value = program_argument(self, module, call, def, bound, program_name(self, def_module, p->name));
        if (value != PROGRAM_NONE) {
            unify(self, s, pattern, given_type(self, module, value, pattern));
        } else if (p->value != FACTS_NONE) {
            unify(self, s, pattern, program_eval(self, def_module, p->value));
        }
    }
}

/* --- returns ------------------------------------------------------------------------------------------------------ */

static uint32_t inferred_returns(struct program *self, uint32_t def) {
    uint32_t module = program_def_module(self, def), type = TYPE_UNKNOWN;
    const struct program_module *m = module_at(self, module);
    const struct facts_scope *scope = program_def_scope(self, def);
    uint32_t index = def - m->scope_base;
    if (scope->kind == SCOPE_LAMBDA) {
        return scope->returns == FACTS_NONE ? TYPE_UNKNOWN : program_eval(self, module, scope->returns);
    }
    if (scope->flags & SCOPE_GENERATOR) {
        for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
            const struct facts_expr *x = &m->facts.exprs[e];
            if (x->kind == EXPR_YIELD && x->scope == index && x->a != FACTS_NONE) {
                type = types_join(&self->types, type, program_eval(self, module, x->a));
            }
        }
        return type;
    }
    bool valued = (scope->flags & SCOPE_STUB) != 0 || m->is_model;
    for (uint32_t s = scope->stmt; s < m->facts.stmts[scope->stmt].end; s++) {
        const struct facts_stmt *stmt = &m->facts.stmts[s];
        if (stmt->kind == STMT_RETURN && stmt->scope == index && stmt->a != FACTS_NONE) {
            valued = true;
            type = types_join(&self->types, type, program_eval(self, module, stmt->a));
        }
    }
    return valued ? type : type_plain(self, TYPE_NONE, 0);
}

/* What a body is seen to return says more than its annotation when it is an exact subclass of it. */
static uint32_t sharpened(struct program *self, uint32_t def, uint32_t declared) {
    struct type d = types_get(&self->types, declared);
    if (d.kind != TYPE_INSTANCE || program_is_model(self, def)) {
        return declared;
    }
    struct class_info *c = class_of(self, d.entity);
    if (!c || c->subclasses.len == 0) {
        return declared;
    }
    uint32_t seen = inferred_returns(self, def), members = types_member_count(&self->types, seen);
    for (uint32_t i = 0; i < members; i++) {
        struct type t = types_get(&self->types, types_member(&self->types, seen, i));
        if (t.kind != TYPE_EXACT || !program_derives(self, t.entity, d.entity)) {
            return declared;
        }
    }
    return seen;
}

static uint32_t returns_uncached(struct program *self, uint32_t def) {
    uint32_t module = program_def_module(self, def);
    const struct facts_scope *scope = program_def_scope(self, def);
    if (scope->kind == SCOPE_LAMBDA || scope->returns == FACTS_NONE) {
        return inferred_returns(self, def);
    }
    uint32_t declared = type_instantiate(self, program_eval(self, module, scope->returns));
    bool generator = (scope->flags & SCOPE_GENERATOR) || (program_def_flags(self, def) & (DEF_CONTEXT | DEF_ASYNC_CONTEXT));
    if (generator) {
        uint32_t element = program_element(self, declared, (scope->flags & SCOPE_ASYNC) != 0);
        declared = type_known(element) ? element : TYPE_UNKNOWN;
    }
    enum type_kind kind = type_kind(self, declared);
    if (!type_known(declared) || kind == TYPE_CALLABLE) {
        uint32_t seen = inferred_returns(self, def);
        return type_known(seen) ? seen : declared;
    }
    return generator ? declared : sharpened(self, def, declared);
}

uint32_t program_returns(struct program *self, uint32_t def) {
    uint32_t memo = self->scopes.data[def].returns;
    if (memo) {
        return memo == UINT32_MAX ? TYPE_UNKNOWN : memo - 1;
    }
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    self->scopes.data[def].returns = UINT32_MAX;
    self->depth++;
    uint32_t type = returns_uncached(self, def);
    self->depth--;
    self->scopes.data[def].returns = type + 1;
    return type;
}

/* --- results ------------------------------------------------------------------------------------------------------ */

static uint32_t argument_type(struct program *self, uint32_t module, uint32_t call, uint32_t position) {
    if (call == PROGRAM_NONE) {
        return TYPE_UNKNOWN;
    }
    uint32_t count;
    const uint32_t *list = facts_list(&module_at(self, module)->facts, module_at(self, module)->facts.exprs[call].b, &count);
    return position * 2 + 1 < count && list[position * 2] == FACTS_ARG_POSITIONAL
               ? program_eval(self, module, list[position * 2 + 1])
               : TYPE_UNKNOWN;
}

/* What a dependency gives its user: the awaited result, or what a generator yields. */
static uint32_t provided_type(struct program *self, uint32_t callable) {
    uint32_t result = program_result(self, callable, PROGRAM_NONE, PROGRAM_NONE);
    switch (type_kind(self, result)) {
    case TYPE_COROUTINE:
    case TYPE_GENERATOR:
    case TYPE_ASYNC_GENERATOR:
    case TYPE_CONTEXT:
    case TYPE_ASYNC_CONTEXT:
        return types_arg(&self->types, result, 0) | (result & TYPE_SOFT);
    default:
        return result;
    }
}

static uint32_t getattr_type(struct program *self, uint32_t module, uint32_t call) {
    uint32_t count;
    const struct facts *facts = &module_at(self, module)->facts;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (count < 4 || facts->exprs[list[3]].kind != EXPR_STRING) {
        return TYPE_UNKNOWN;
    }
    return program_attribute(self, program_eval(self, module, list[1]),
                             program_name(self, module, facts->exprs[list[3]].a));
}

static uint32_t known_result(struct program *self, uint32_t def, uint32_t module, uint32_t call, bool *done) {
    *done = call != PROGRAM_NONE;
    if (!*done) {
        return TYPE_UNKNOWN;
    }
    switch (known_of(self, def)) {
    case KNOWN_PARTIAL:
    case KNOWN_PARTIALMETHOD:
        return bounds_partial(self, argument_type(self, module, call, 0), module, call);
    case KNOWN_LRU_CACHE:
    case KNOWN_CACHE:
    case KNOWN_SINGLEDISPATCH:
        return argument_type(self, module, call, 0);
    case KNOWN_UPDATE_WRAPPER:
        return argument_type(self, module, call, 0);
    case KNOWN_CAST:
        return type_instantiate(self, argument_type(self, module, call, 0));
    case KNOWN_GET_USER_MODEL:
        return user_model(self);
    case KNOWN_GETATTR:
        return getattr_type(self, module, call);
    case KNOWN_NEXT:
        return program_element(self, argument_type(self, module, call, 0), false);
    case KNOWN_ITER:
    case KNOWN_REVERSED:
        return type_one(self, TYPE_GENERATOR, TYPE_NOBODY,
                        program_element(self, argument_type(self, module, call, 0), false));
    case KNOWN_SORTED:
    case KNOWN_LIST:
        return type_with(self, TYPE_EXACT, self->class_list,
                         program_element(self, argument_type(self, module, call, 0), false));
    case KNOWN_SET:
        return type_with(self, TYPE_EXACT, self->class_set,
                         program_element(self, argument_type(self, module, call, 0), false));
    case KNOWN_TUPLE:
        return type_with(self, TYPE_EXACT, self->class_tuple,
                         program_element(self, argument_type(self, module, call, 0), false));
    case KNOWN_CLOSING:
        return type_one(self, TYPE_CONTEXT, TYPE_NOBODY, argument_type(self, module, call, 0));
    default:
        *done = false;
        return TYPE_UNKNOWN;
    }
}

static uint32_t wrap_result(struct program *self, uint32_t def, uint32_t type) {
    const struct facts_scope *scope = program_def_scope(self, def);
    uint32_t flags = program_def_flags(self, def);
    bool async = (scope->flags & SCOPE_ASYNC) != 0;
    if (flags & DEF_CONTEXT) {
        return type_one(self, TYPE_CONTEXT, def, type);
    }
    if (flags & DEF_ASYNC_CONTEXT) {
        return type_one(self, TYPE_ASYNC_CONTEXT, def, type);
    }
    if (scope->flags & SCOPE_GENERATOR) {
        return type_one(self, async ? TYPE_ASYNC_GENERATOR : TYPE_GENERATOR, def, type);
    }
    return async ? type_one(self, TYPE_COROUTINE, def, type) : type;
}

static uint32_t owner_class(const struct program *self, uint32_t def) {
    const struct program_module *m = module_at(self, program_def_module(self, def));
    const struct facts_scope *scope = program_def_scope(self, def);
    return scope->parent != FACTS_NONE && m->facts.scopes[scope->parent].kind == SCOPE_CLASS
               ? m->scope_base + scope->parent
               : PROGRAM_NONE;
}

/* The type arguments that a receiver gives to the class of a method. */
static void receiver_says(struct program *self, struct solution *s, uint32_t def, uint32_t receiver) {
    const uint32_t *params, *args = NULL;
    uint32_t count = 0, owner = owner_class(self, def);
    if (owner != PROGRAM_NONE && class_arguments(self, receiver, owner, &params, &args, &count) && args) {
        for (uint32_t i = 0; i < count && i < LIMIT_TYPE_PARAMS; i++) {
            s->params[s->count] = params[i];
            s->args[s->count++] = args[i];
        }
    }
}

static uint32_t resolve_variables(struct program *self, uint32_t type, uint32_t def, uint32_t receiver,
                                  uint32_t module, uint32_t call, uint32_t given) {
    uint32_t self_type = receiver;
    if (type_known(receiver) && type_kind(self, receiver) == TYPE_CLASS) {
        self_type = type_instantiate(self, receiver);
    }
    struct solution s = {.count = 0};
    if (type_known(receiver)) {
        receiver_says(self, &s, def, receiver);
    }
    if (has_variable(self, type)) {
        solve_call(self, &s, def, type_known(receiver), module, call, given);
    }
    return type_substitute(self, type, s.params, s.args, s.count, self_type);
}

/* What the parameters of a method that are named `instance` and `owner` say of its type variables. */
static void learn(struct program *self, struct solution *learned, uint32_t def, uint32_t instance, uint32_t owner) {
    uint32_t module = program_def_module(self, def);
    const struct facts_scope *scope = program_def_scope(self, def);
    for (uint32_t i = 1; i < scope->param_count; i++) {
        const struct facts_param *p = &module_at(self, module)->facts.params[scope->first_param + i];
        uint32_t name = program_name(self, module, p->name);
        uint32_t given = name == NAME_INSTANCE ? instance : name == NAME_OWNER ? owner : TYPE_UNKNOWN;
        if (p->annotation != FACTS_NONE && type_known(given)) {
            unify(self, learned, type_instantiate(self, program_eval(self, module, p->annotation)), given);
        }
    }
}

/* What the method's class calls M may be a parameter T of the receiver's: what was learned of M holds for T. */
static void learn_through(struct program *self, struct solution *learned, const struct solution *said) {
    for (uint32_t i = 0; i < said->count; i++) {
        for (uint32_t k = 0; k < learned->count && type_kind(self, said->args[i]) == TYPE_VARIABLE; k++) {
            if (learned->params[k] == said->params[i]) {
                solve(self, learned, type_entity(self, said->args[i]), learned->args[k]);
                break;
            }
        }
    }
}

uint32_t owned_result(struct program *self, uint32_t method, uint32_t instance, uint32_t owner) {
    uint32_t def = type_entity(self, method), type = program_returns(self, def);
    uint32_t receiver = with_own_params(self, types_arg(&self->types, method, 0));
    struct solution learned = {.count = 0}, said = {.count = 0};
    learn(self, &learned, def, instance, owner);
    receiver_says(self, &said, def, receiver);
    learn_through(self, &learned, &said);
    type = type_substitute(self, type, said.params, said.args, said.count, receiver);
    return type_substitute(self, type, learned.params, learned.args, learned.count, TYPE_UNKNOWN);
}

static uint32_t function_result(struct program *self, uint32_t def, uint32_t receiver, uint32_t module, uint32_t call,
                                uint32_t given) {
    bool done;
    uint32_t type = known_result(self, def, module, call, &done);
    if (done) {
        return type;
    }
    const struct program_trait *entry = program_trait(self, def, WORD_ENTRY);
    if (entry && entry->kind == KIND_DEPENDENCY && entry->arg != INTERN_NONE && call != PROGRAM_NONE) {
        uint32_t value = program_argument(self, module, call, def, type_known(receiver), entry->arg);
        return value == PROGRAM_NONE ? TYPE_UNKNOWN : provided_type(self, program_eval(self, module, value));
    }
    const struct program_trait *wraps = program_trait(self, def, WORD_WRAPS);
    if (wraps && wraps->arg != INTERN_NONE) {
        if (call == PROGRAM_NONE) {
            return given;
        }
        uint32_t value = program_argument(self, module, call, def, type_known(receiver), wraps->arg);
        if (value != PROGRAM_NONE) {
            return program_eval(self, module, value);
        }
    }
    type = program_returns(self, def);
    if (types_get(&self->types, type).arg_count || type_kind(self, type) == TYPE_VARIABLE ||
        type_kind(self, type) == TYPE_SPECIAL || type_kind(self, type) == TYPE_UNION) {
        type = resolve_variables(self, type, def, receiver, module, call, given);
    }
    return wrap_result(self, def, type);
}

/* The type arguments of a constructed generic, from what its constructor is given. */
static uint32_t constructed(struct program *self, uint32_t type, uint32_t module, uint32_t call) {
    struct type t = types_get(&self->types, type);
    uint32_t count, args[LIMIT_TYPE_PARAMS];
    if (t.arg_count) {
        for (uint32_t i = 0; i < t.arg_count && i < LIMIT_TYPE_PARAMS; i++) {
            args[i] = types_arg(&self->types, type, i);
        }
        return types_make(&self->types, TYPE_EXACT, t.entity, args, t.arg_count);
    }
    const uint32_t *params = class_params(self, t.entity, &count);
    uint32_t init = count && call != PROGRAM_NONE ? class_attribute(self, type_plain(self, TYPE_EXACT, t.entity), NAME_INIT, PROGRAM_NONE) : TYPE_UNKNOWN;
    if (count == 0 || count > LIMIT_TYPE_PARAMS || type_kind(self, init) != TYPE_METHOD) {
        return type_plain(self, TYPE_EXACT, t.entity);
    }
    struct solution s = {.count = 0};
    solve_call(self, &s, type_entity(self, init), true, module, call, TYPE_UNKNOWN);
    params = class_params(self, t.entity, &count);
    for (uint32_t i = 0; i < count; i++) {
        args[i] = TYPE_UNKNOWN;
        for (uint32_t j = 0; j < s.count; j++) {
            args[i] = s.params[j] == params[i] ? s.args[j] : args[i];
        }
    }
    return s.count ? types_make(&self->types, TYPE_EXACT, t.entity, args, count)
                   : type_plain(self, TYPE_EXACT, t.entity);
}

static uint32_t class_of_value(struct program *self, uint32_t type) {
    struct type t = types_get(&self->types, type);
    return t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT ? type_plain(self, TYPE_CLASS, t.entity) : TYPE_UNKNOWN;
}

static uint32_t class_result(struct program *self, uint32_t type, uint32_t module, uint32_t call) {
    bool done;
    uint32_t def = type_entity(self, type), special = known_result(self, def, module, call, &done);
    if (done && type_known(special)) {
        return special;
    }
    if (known_of(self, def) == KNOWN_TYPE) {
        return class_of_value(self, argument_type(self, module, call, 0));
    }
    return bounds_made(self, constructed(self, type, module, call), module, call) | (type & TYPE_SOFT);
}

static uint32_t special_result(struct program *self, uint32_t special, uint32_t module, uint32_t call) {
    if (call == PROGRAM_NONE) {
        return TYPE_UNKNOWN;
    }
    const struct facts *facts = &module_at(self, module)->facts;
    uint32_t count;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    if (special == SPECIAL_TYPEVAR && count >= 2 && facts->exprs[list[1]].kind == EXPR_STRING) {
        return type_plain(self, TYPE_VARIABLE, program_name(self, module, facts->exprs[list[1]].a));
    }
    return special == SPECIAL_NEWTYPE ? argument_type(self, module, call, 1) : TYPE_UNKNOWN;
}

static uint32_t one_result(struct program *self, uint32_t callee, uint32_t module, uint32_t call, uint32_t given) {
    struct type t = types_get(&self->types, callee);
    uint32_t soft = callee & TYPE_SOFT;
    switch (t.kind) {
    case TYPE_FUNCTION:
        return function_result(self, t.entity, TYPE_UNKNOWN, module, call, given) | soft;
    case TYPE_METHOD: {
        uint32_t receiver = types_arg(&self->types, callee, 0);
        uint32_t result = function_result(self, t.entity, receiver, module, call, given);
        return bounds_given(self, receiver, result, t.entity, module, call) | soft;
    }
    case TYPE_CLASS:
        return class_result(self, callee, module, call);
    case TYPE_INSTANCE:
    case TYPE_EXACT:
        return program_result(self, program_special(self, callee, NAME_CALL), module, call) | soft;
    case TYPE_CALLABLE:
        return types_arg(&self->types, callee, 0) | soft;
    case TYPE_SPECIAL:
        return special_result(self, t.entity, module, call);
    default:
        return TYPE_UNKNOWN;
    }
}

static uint32_t result_given(struct program *self, uint32_t callee, uint32_t module, uint32_t call, uint32_t given) {
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    self->depth++;
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, callee);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t one = one_result(self, types_member(&self->types, callee, i), module, call, given);
        joined = types_join(&self->types, joined, one);
    }
    self->depth--;
    return joined;
}

uint32_t program_result(struct program *self, uint32_t callee, uint32_t module, uint32_t call) {
    return result_given(self, callee, module, call, TYPE_UNKNOWN);
}

/* super(): the class around the method, and the method's receiver. */
static uint32_t super_type(struct program *self, uint32_t module, uint32_t expr) {
    const struct program_module *m = module_at(self, module);
    for (uint32_t s = m->facts.exprs[expr].scope; s != FACTS_NONE; s = m->facts.scopes[s].parent) {
        const struct facts_scope *scope = &m->facts.scopes[s];
        if (scope->kind == SCOPE_FUNCTION && scope->parent != FACTS_NONE &&
            m->facts.scopes[scope->parent].kind == SCOPE_CLASS && scope->param_count) {
            return type_one(self, TYPE_SUPER, m->scope_base + scope->parent, param_type(self, module, s, 0));
        }
    }
    return TYPE_UNKNOWN;
}

uint32_t call_type(struct program *self, uint32_t module, uint32_t expr) {
    uint32_t callee = program_eval(self, module, module_at(self, module)->facts.exprs[expr].a);
    struct type t = types_get(&self->types, callee);
    if ((t.kind == TYPE_CLASS || t.kind == TYPE_FUNCTION) && known_of(self, t.entity) == KNOWN_SUPER) {
        return super_type(self, module, expr);
    }
    return program_result(self, callee, module, expr);
}

/* --- decorators --------------------------------------------------------------------------------------------------- */

static bool same_colour(const struct program *self, uint32_t a, uint32_t b) {
    return ((program_def_scope(self, a)->flags ^ program_def_scope(self, b)->flags) & (SCOPE_ASYNC | SCOPE_GENERATOR)) == 0;
}

/* A decorator of the project that returns an inner function: calling the name runs the inner function, which as a rule
 * calls what it wraps. Both are kept when they have the same colour, else the wrapper stands alone. */
static uint32_t project_decorated(struct program *self, uint32_t decorator, uint32_t value) {
    uint32_t returned = program_returns(self, decorator);
    struct type r = types_get(&self->types, returned), v = types_get(&self->types, value);
    if (r.kind != TYPE_FUNCTION || r.entity == v.entity ||
        program_is_model(self, r.entity)) {
        return value;
    }
    if (v.kind == TYPE_FUNCTION && !same_colour(self, r.entity, v.entity)) {
        return returned;
    }
    return types_join(&self->types, value, returned) & ~TYPE_SOFT;
}

/* A job decorator leaves an object that is called as the function is, and has methods of its own: f.delay(). */
static uint32_t job_decorated(struct program *self, uint32_t module, uint32_t expr, uint32_t value) {
    const struct facts_expr *e = &module_at(self, module)->facts.exprs[expr];
    uint32_t callee = program_eval(self, module, e->kind == EXPR_CALL ? e->a : expr);
    struct type c = types_get(&self->types, callee);
    const struct program_trait *entry =
        c.kind == TYPE_FUNCTION || c.kind == TYPE_METHOD ? program_trait(self, c.entity, WORD_ENTRY) : NULL;
    if (!entry || entry->kind != KIND_JOB) {
        return value;
    }
    uint32_t left = e->kind == EXPR_CALL ? program_eval(self, module, expr)
                                         : program_result(self, callee, PROGRAM_NONE, PROGRAM_NONE);
    enum type_kind kind = type_kind(self, left);
    return kind == TYPE_INSTANCE || kind == TYPE_EXACT ? types_join(&self->types, value, left) : value;
}

static bool is_object(const struct program *self, uint32_t type) {
    enum type_kind kind = type_kind(self, type);
    return kind == TYPE_INSTANCE || kind == TYPE_EXACT;
}

/* The object that a called decorator of a library leaves, when that hands the function to a worker; else unknown. */
static uint32_t offloading_object(struct program *self, uint32_t module, uint32_t expr) {
    const struct facts_expr *e = &module_at(self, module)->facts.exprs[expr];
    uint32_t callee = e->kind == EXPR_CALL ? program_eval(self, module, e->a) : TYPE_UNKNOWN;
    enum type_kind kind = type_kind(self, callee);
    bool offloads = (kind == TYPE_FUNCTION || kind == TYPE_METHOD) &&
                    program_trait(self, type_entity(self, callee), WORD_OFFLOADS);
    uint32_t left = offloads ? program_eval(self, module, expr) : TYPE_UNKNOWN;
    return is_object(self, left) ? left : TYPE_UNKNOWN;
}

static uint32_t decorate(struct program *self, uint32_t decorator, uint32_t value) {
    struct type d = types_get(&self->types, decorator);
    if (d.kind == TYPE_MISSING || d.kind == TYPE_KIND_UNKNOWN) {
        return value | TYPE_SOFT;
    }
    if (d.kind != TYPE_FUNCTION && d.kind != TYPE_METHOD) {
        return value;
    }
    if (!program_is_model(self, d.entity)) {
        return project_decorated(self, d.entity, value);
    }
    uint32_t result = result_given(self, decorator, PROGRAM_NONE, PROGRAM_NONE, value);
    if (program_trait(self, d.entity, WORD_OFFLOADS) && is_object(self, result)) {
        return result; /* sync_to_async: what is called then is another object */
    }
    return type_kind(self, result) == TYPE_CALLABLE && type_known(types_arg(&self->types, result, 0)) ? result : value;
}

static bool is_transparent(struct program *self, uint32_t module, uint32_t expr) {
    struct span name = facts_decorator_name(&module_at(self, module)->facts, expr);
    static const char *const names[] = {"property", "cached_property", "hybrid_property", "staticmethod", "classmethod",
                                        "contextmanager", "asynccontextmanager", "abstractmethod", "overload", "setter",
                                        "getter", "deleter", "wraps", "lru_cache", "cache", "singledispatch", "final",
                                        "override", "dataclass", "field_validator", "model_validator", "validator",
                                        "root_validator", "computed_field", "validates"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_is(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* --- singledispatch ----------------------------------------------------------------------------------------------- */

/* The object f of a decorator `@f.register` or `@f.register(T)`; FACTS_NONE when it is another decorator. */
static uint32_t registering_object(const struct facts *facts, uint32_t decorator) {
    const struct facts_expr *e = &facts->exprs[decorator];
    e = e->kind == EXPR_CALL ? &facts->exprs[e->a] : e;
    return e->kind == EXPR_ATTRIBUTE && span_is(facts_text(facts, e->b), "register") ? e->a : FACTS_NONE;
}

static void index_registered(struct program *self, uint32_t module, uint32_t scope) {
    const struct program_module *m = module_at(self, module);
    uint32_t count;
    const uint32_t *list = facts_list(&m->facts, m->facts.scopes[scope].decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t object = registering_object(&m->facts, list[i]);
        uint32_t type = object == FACTS_NONE ? TYPE_UNKNOWN : program_eval(self, module, object);
        if (type_kind(self, type) == TYPE_FUNCTION) {
            uint32_t *head = map_at(&self->dispatched, type_entity(self, type));
            uint32_t next = *head == MAP_NONE ? 0 : *head;
            *head = self->dispatch_links.len;
            vec_push(&self->dispatch_links, ((struct dispatch_link){m->scope_base + scope, next}));
        }
    }
}

static void index_dispatch(struct program *self) {
    self->dispatch_indexed = true;
    for (uint32_t m = 0; m < self->project_modules; m++) {
        const struct facts *facts = &module_at(self, m)->facts;
        for (uint32_t s = 1; s < facts->scope_count; s++) {
            if (facts->scopes[s].kind == SCOPE_FUNCTION && facts->scopes[s].decorators != FACTS_NONE) {
                index_registered(self, m, s);
            }
        }
    }
}

static bool is_dispatching(const struct facts *facts, uint32_t decorator) {
    struct span name = facts_last_name(facts, decorator);
    return span_is(name, "singledispatch") || span_is(name, "singledispatchmethod");
}

uint32_t program_dispatch(struct program *self, uint32_t def, uint32_t after) {
    uint32_t module = program_def_module(self, def), count;
    const struct facts *facts = &module_at(self, module)->facts;
    const uint32_t *list = facts_list(facts, program_def_scope(self, def)->decorators, &count);
    for (uint32_t i = 0; after == 0 && i < count; i++) {
        if (is_dispatching(facts, list[i])) {
            if (!self->dispatch_indexed) {
                index_dispatch(self);
            }
            uint32_t head = map_get(&self->dispatched, def);
            return head == MAP_NONE ? 0 : head;
        }
    }
    return after ? self->dispatch_links.data[after].next : 0;
}

uint32_t program_dispatch_def(const struct program *self, uint32_t link) {
    return self->dispatch_links.data[link].def;
}

/* --- definitions -------------------------------------------------------------------------------------------------- */

uint32_t program_def_type(struct program *self, uint32_t def) {
    uint32_t memo = self->scopes.data[def].type;
    uint32_t type = type_plain(self, TYPE_FUNCTION, def);
    if (memo) {
        return memo == UINT32_MAX ? type : memo - 1;
    }
    uint32_t module = program_def_module(self, def), count;
    const struct program_module *m = module_at(self, module);
    const uint32_t *list = facts_list(&m->facts, program_def_scope(self, def)->decorators, &count);
    self->scopes.data[def].type = UINT32_MAX;
    for (uint32_t i = m->is_model ? 0 : count; i-- > 0;) {
        uint32_t offloading = offloading_object(self, module, list[i]);
        if (type_known(offloading)) {
            type = offloading;
        } else if (!is_transparent(self, module, list[i])) {
            type = job_decorated(self, module, list[i], decorate(self, program_eval(self, module, list[i]), type));
        }
    }
    self->scopes.data[def].type = type + 1;
    return type;
}

/* --- call sites by name ------------------------------------------------------------------------------------------- */

static void index_call(struct program *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_expr *callee = &facts->exprs[facts->exprs[expr].a];
    uint32_t string = callee->kind == EXPR_NAME ? callee->a : callee->kind == EXPR_ATTRIBUTE ? callee->b : FACTS_NONE;
    if (string == FACTS_NONE) {
        return;
    }
    uint32_t *head = map_at(&self->call_index, facts->strings[string].hash);
    uint32_t next = *head == MAP_NONE ? 0 : *head;
    *head = self->call_links.len;
    vec_push(&self->call_links, ((struct call_link){module, expr, next}));
}

static void calls_index(struct program *self) {
    if (self->calls_indexed) {
        return;
    }
    self->calls_indexed = true;
    for (uint32_t m = self->project_modules; m-- > 0;) {
        const struct facts *facts = &module_at(self, m)->facts;
        for (uint32_t e = facts->expr_count; e-- > 0;) {
            if (facts->exprs[e].kind == EXPR_CALL) {
                index_call(self, m, e);
            }
        }
    }
}

uint32_t calls_first(struct program *self, uint32_t name) {
    struct span text = span_of(program_string(self, name));
    calls_index(self);
    uint32_t head = map_get(&self->call_index, intern_hash(text.data, text.len));
    return head == MAP_NONE ? 0 : head;
}

static int by_place(const void *a, const void *b) {
    const struct program_call *x = a, *y = b;
    return x->module != y->module ? (x->module < y->module ? -1 : 1) : (x->expr > y->expr) - (x->expr < y->expr);
}

struct program_call *program_registrar_calls(struct program *self, uint32_t *count) {
    VEC(struct program_call) calls = {0};
    for (uint32_t i = 0; i < self->registrar_names.cap; i++) {
        const struct map_slot *slot = &self->registrar_names.slots[i];
        uint32_t at = slot->value == MAP_NONE ? 0 : calls_first(self, (uint32_t)slot->key);
        for (; at != 0; at = self->call_links.data[at].next) {
            vec_push(&calls, ((struct program_call){self->call_links.data[at].module, self->call_links.data[at].expr}));
        }
    }
    if (calls.len) {
        qsort(calls.data, calls.len, sizeof *calls.data, by_place);
    }
    *count = calls.len;
    return calls.data;
}

void program_calls_named(struct program *self, uint32_t name, origin_fn *visit, void *context) {
    for (uint32_t at = calls_first(self, name); at != 0; at = self->call_links.data[at].next) {
        visit(context, self->call_links.data[at].module, self->call_links.data[at].expr);
    }
}
