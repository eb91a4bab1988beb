/* From names to values: which bindings reach a use, and what each gives. */
#include "program/internal.h"
#include "program/origins.h"

#include <string.h>

/* --- reaching bindings -------------------------------------------------------------------------------------------- */

static bool is_loop(const struct facts_stmt *stmt) {
    return stmt->kind == STMT_FOR || stmt->kind == STMT_WHILE;
}

/* Position after the last byte that belongs to a statement and all inside it. */
static uint32_t extent(const struct facts *facts, uint32_t stmt) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    return s->end < facts->stmt_count && s->end > stmt ? facts->stmts[s->end].start : UINT32_MAX;
}

static bool inside(const struct facts *facts, uint32_t stmt, uint32_t position) {
    return facts->stmts[stmt].start <= position && position < extent(facts, stmt);
}

/* Where a binding starts to hold: after its statement's head, so that `x = f(x)` reads the old x. */
static uint32_t effect_position(const struct facts *facts, const struct facts_binding *b) {
    switch (b->kind) {
    case BIND_ASSIGN:
    case BIND_AUGMENT:
    case BIND_ANNOTATION:
    case BIND_FOR:
        return b->stmt != FACTS_NONE ? facts->stmts[b->stmt].stop : b->start;
    default:
        return b->start;
    }
}

/* True when a use at `position` can only be reached through the binding: every compound statement around the binding
 * (but with, which always runs) is also around the use. */
static bool dominates(const struct facts *facts, const struct facts_binding *b, uint32_t position) {
    if (b->kind == BIND_PARAM) {
        return true;
    }
    uint32_t parent = b->stmt == FACTS_NONE ? FACTS_NONE : facts->stmts[b->stmt].parent;
    if (b->kind == BIND_FOR || b->kind == BIND_EXCEPT || b->kind == BIND_MATCH) {
        parent = b->stmt;
    }
    for (; parent != FACTS_NONE; parent = facts->stmts[parent].parent) {
        uint8_t kind = facts->stmts[parent].kind;
        if (kind == STMT_FUNCTION || kind == STMT_CLASS) {
            break;
        }
        if (kind != STMT_WITH && kind != STMT_FINALLY && !inside(facts, parent, position)) {
            return false;
        }
    }
    return true;
}

/* A binding further down reaches a use above it when a loop goes round both. */
static bool goes_round(const struct facts *facts, const struct facts_binding *b, uint32_t position) {
    uint32_t stmt = b->stmt;
    for (; stmt != FACTS_NONE; stmt = facts->stmts[stmt].parent) {
        uint8_t kind = facts->stmts[stmt].kind;
        if (kind == STMT_FUNCTION || kind == STMT_CLASS) {
            return false;
        }
        if (is_loop(&facts->stmts[stmt]) && inside(facts, stmt, position)) {
            return true;
        }
    }
    return false;
}

static uint32_t narrowed(struct program *self, uint32_t module, const struct facts_binding *b) {
    uint32_t form = program_eval(self, module, b->value);
    struct type t = types_get(&self->types, form);
    if (t.kind == TYPE_TUPLE) {
        uint32_t joined = TYPE_UNKNOWN;
        for (uint32_t i = 0; i < t.arg_count; i++) {
            joined = types_join(&self->types, joined, type_instantiate(self, types_arg(&self->types, form, i)));
        }
        return joined;
    }
    return type_instantiate(self, form);
}

/* Without the members that are of a class, or of one of several. */
static uint32_t without_class(struct program *self, uint32_t type, uint32_t form) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type);
    struct type f = types_get(&self->types, form);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, type, i);
        struct type t = types_get(&self->types, member);
        bool instance = t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT, excluded = false;
        uint32_t classes = f.kind == TYPE_TUPLE ? f.arg_count : 1;
        for (uint32_t k = 0; instance && k < classes; k++) {
            struct type c = types_get(&self->types, f.kind == TYPE_TUPLE ? types_arg(&self->types, form, k) : form);
            excluded |= c.kind == TYPE_CLASS && program_derives(self, t.entity, c.entity);
        }
        joined = excluded ? joined : types_join(&self->types, joined, member);
    }
    return joined;
}

/* True in the `else` of an `if` that asks for nothing but isinstance(x, …). */
static bool in_else_of(const struct facts *facts, uint32_t stmt, uint32_t position) {
    if (stmt == FACTS_NONE || facts->stmts[stmt].kind != STMT_IF || facts->exprs[facts->stmts[stmt].a].kind != EXPR_CALL) {
        return false;
    }
    uint32_t next = facts->stmts[stmt].end;
    return next < facts->stmt_count && facts->stmts[next].kind == STMT_ELSE &&
           facts->stmts[next].parent == facts->stmts[stmt].parent && inside(facts, next, position);
}

static uint32_t bound_type(struct program *self, uint32_t module, uint32_t symbol, uint32_t position);

static uint32_t reaching_type(struct program *self, uint32_t module, uint32_t symbol, uint32_t position) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_symbol *s = &facts->symbols[symbol];
    uint32_t type = bound_type(self, module, symbol, position);
    for (uint32_t i = 0; i < s->binding_count && type_known(type); i++) {
        const struct facts_binding *b = &facts->bindings[s->first_binding + i];
        if (b->kind == BIND_NARROW && in_else_of(facts, b->stmt, position)) {
            type = without_class(self, type, program_eval(self, module, b->value));
        }
    }
    return type;
}

static uint32_t bound_type(struct program *self, uint32_t module, uint32_t symbol, uint32_t position) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_symbol *s = &facts->symbols[symbol];
    uint32_t type = TYPE_UNKNOWN;
    bool narrow = true;
    if (facts->scopes[s->scope].kind == SCOPE_COMPREHENSION) {
        return symbol_type(self, module, symbol); /* a clause binds once, wherever its element stands */
    }
    for (uint32_t i = s->binding_count; i-- > 0;) {
        const struct facts_binding *b = &facts->bindings[s->first_binding + i];
        if (b->kind == BIND_NARROW) {
            if (narrow && b->start <= position && b->stmt != FACTS_NONE && inside(facts, b->stmt, position)) {
                uint32_t known = narrowed(self, module, b);
                if (type_known(known)) {
                    return type_choice(self, type, known);
                }
            }
            continue;
        }
        if (effect_position(facts, b) > position && b->kind != BIND_PARAM) {
            if (goes_round(facts, b, position)) {
                type = type_choice(self, type, binding_type(self, module, s->first_binding + i));
            }
            continue;
        }
        if (b->kind == BIND_AUGMENT || b->kind == BIND_DELETE) {
            continue;
        }
        narrow = false;
        type = type_choice(self, type, binding_type(self, module, s->first_binding + i));
        if (dominates(facts, b, position)) {
            break;
        }
    }
    return type;
}

const struct facts_binding *program_single_binding(struct program *self, uint32_t module, uint32_t name_expr) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_expr *e = &facts->exprs[name_expr];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE) {
        return NULL;
    }
    const struct facts_symbol *s = &facts->symbols[e->b];
    if (facts_owner(facts, s->scope) != facts_owner(facts, e->scope)) {
        return NULL;
    }
    for (uint32_t i = s->binding_count; i-- > 0;) {
        const struct facts_binding *b = &facts->bindings[s->first_binding + i];
        if (b->kind != BIND_NARROW && effect_position(facts, b) <= e->start) {
            return b;
        }
    }
    return NULL;
}

/* --- values ------------------------------------------------------------------------------------------------------- */

static uint32_t element_of_unpacking(struct program *self, uint32_t value, uint32_t index) {
    struct type t = types_get(&self->types, value);
    if (t.kind == TYPE_TUPLE) {
        return types_arg(&self->types, value, index) | (value & TYPE_SOFT);
    }
    if (t.kind == TYPE_UNION) {
        uint32_t joined = TYPE_UNKNOWN;
        for (uint32_t i = 0; i < t.arg_count; i++) {
            joined = types_join(&self->types, joined,
                                element_of_unpacking(self, types_member(&self->types, value, i), index));
        }
        return joined;
    }
    return program_element(self, value, false);
}

static uint32_t entered(struct program *self, uint32_t value, bool async) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, value);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, value, i), inner;
        enum type_kind kind = type_kind(self, member);
        if (kind == TYPE_CONTEXT || kind == TYPE_ASYNC_CONTEXT) {
            inner = types_arg(&self->types, member, 0);
        } else {
            uint32_t method = program_special(self, member, async ? NAME_AENTER : NAME_ENTER);
            inner = program_result(self, method, PROGRAM_NONE, PROGRAM_NONE);
            inner = async ? program_awaited(self, inner) : inner;
        }
        joined = types_join(&self->types, joined, inner);
    }
    return joined | (value & TYPE_SOFT);
}

uint32_t value_of(struct program *self, uint32_t module, uint32_t kind, uint32_t flags, uint32_t unpack,
                  uint32_t value, uint32_t annotation) {
    uint32_t type = TYPE_UNKNOWN;
    if (value != FACTS_NONE) {
        bool async = (flags & BINDING_ASYNC) != 0;
        uint32_t plain = program_eval(self, module, value);
        type = kind == BIND_FOR      ? program_element(self, plain, async)
               : kind == BIND_WITH   ? entered(self, plain, async)
               : kind == BIND_EXCEPT ? type_instantiate(self, plain)
               : kind == BIND_MATCH  ? TYPE_UNKNOWN
                                     : plain;
        if (unpack) {
            type = (flags & BINDING_STAR) ? TYPE_UNKNOWN : element_of_unpacking(self, type, unpack - 1);
        }
    }
    if (annotation != FACTS_NONE) {
        uint32_t declared = type_instantiate(self, program_eval(self, module, annotation));
        bool vague = !type_known(type) || type_kind(self, type) == TYPE_NONE;
        /* An empty literal says less than its annotation; a constructed value says more. */
        struct type t = types_get(&self->types, type);
        bool bare = !type_known(types_arg(&self->types, type, 0)) && !type_known(types_arg(&self->types, type, 1));
        if (t.kind == TYPE_EXACT && bare && type_kind(self, declared) == TYPE_INSTANCE &&
            types_get(&self->types, declared).entity == t.entity) {
            vague = true;
        }
        type = vague && type_known(declared) ? declared : type;
    }
    return type;
}

static uint32_t alias_value(struct program *self, uint32_t module, const struct facts_binding *b) {
    return value_of(self, module, b->kind, b->flags, b->unpack, b->value, b->annotation);
}

uint32_t binding_type(struct program *self, uint32_t module, uint32_t index) {
    const struct program_module *m = module_at(self, module);
    const struct facts_binding *b = &m->facts.bindings[index];
    switch (b->kind) {
    case BIND_IMPORT:
        return import_type(self, module, b->source);
    case BIND_FUNCTION:
        return program_def_type(self, m->scope_base + b->source);
    case BIND_CLASS:
        return type_plain(self, TYPE_CLASS, m->scope_base + b->source);
    case BIND_PARAM: {
        uint32_t scope = m->facts.symbols[b->symbol].scope;
        return param_type(self, module, scope, b->source - m->facts.scopes[scope].first_param);
    }
    case BIND_DELETE:
    case BIND_NARROW:
    case BIND_AUGMENT:
        return TYPE_UNKNOWN;
    default:
        return alias_value(self, module, b);
    }
}

/* `try: from a import f / except ImportError: from b import f`: b is never asked when a is the project's own. */
static bool is_needless_fallback(struct program *self, uint32_t module, const struct facts_symbol *s,
                                 const struct facts_binding *b) {
    const struct facts *facts = &module_at(self, module)->facts;
    for (uint32_t i = 0; (b->flags & BINDING_FALLBACK) && i < s->binding_count; i++) {
        const struct facts_binding *first = &facts->bindings[s->first_binding + i];
        if (first->kind != BIND_IMPORT || !(facts->imports[first->source].flags & IMPORT_TRY)) {
            continue;
        }
        struct type t = types_get(&self->types, binding_type(self, module, s->first_binding + i));
        if (t.kind == TYPE_FUNCTION || t.kind == TYPE_CLASS) {
            return !program_is_model(self, t.entity);
        }
        return t.kind == TYPE_MODULE && t.entity < self->project_modules;
    }
    return false;
}

static uint32_t join_bindings(struct program *self, uint32_t module, uint32_t symbol, bool typing) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_symbol *s = &facts->symbols[symbol];
    uint32_t type = TYPE_UNKNOWN;
    for (uint32_t i = 0; i < s->binding_count; i++) {
        const struct facts_binding *b = &facts->bindings[s->first_binding + i];
        if (((b->flags & BINDING_TYPING) != 0) != typing || is_needless_fallback(self, module, s, b)) {
            continue;
        }
        if (b->kind == BIND_FUNCTION) {
            uint32_t flags = program_def_flags(self, module_at(self, module)->scope_base + b->source);
            /* Overloads and setters share the name of what they belong to; so does a later redefinition. */
            if ((flags & (DEF_OVERLOAD | DEF_SETTER)) && s->binding_count > 1) {
                continue;
            }
            if (!(b->flags & BINDING_CONDITIONAL)) {
                type = TYPE_UNKNOWN;
            }
        }
        type = type_choice(self, type, binding_type(self, module, s->first_binding + i));
    }
    return type;
}

/* Bindings that functions make through `global` and `nonlocal` declarations. */
static uint32_t join_declared(struct program *self, uint32_t module, uint32_t symbol, uint32_t type) {
    const struct facts *facts = &module_at(self, module)->facts;
    for (uint32_t i = 0; i < facts->symbol_count; i++) {
        if (facts->symbols[i].target == symbol && (facts->symbols[i].flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))) {
            type = types_join(&self->types, type, join_bindings(self, module, i, false));
        }
    }
    return type;
}

uint32_t symbol_type(struct program *self, uint32_t module, uint32_t symbol) {
    uint32_t *memo = &module_at(self, module)->symbol_types[symbol];
    if (*memo) {
        return *memo == UINT32_MAX ? TYPE_UNKNOWN : *memo - 1;
    }
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    *memo = UINT32_MAX;
    self->depth++;
    uint32_t type = join_bindings(self, module, symbol, false);
    if (!type_known(type)) {
        type = join_bindings(self, module, symbol, true);
    }
    if (!type_known(type) || type_kind(self, type) == TYPE_NONE) {
        type = join_declared(self, module, symbol, type);
    }
    self->depth--;
    *memo = type + 1;
    return type;
}

static uint32_t builtin_member(struct program *self, uint32_t name) {
    return module_member(self, self->builtins, name);
}

static bool lists_name(const struct facts *facts, uint32_t list, struct span name) {
    uint32_t count;
    const uint32_t *entries = facts_list(facts, list, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (span_eq(facts_text(facts, entries[i]), name)) {
            return true;
        }
    }
    return false;
}

/* True for a name in an annotation that a `class C[T]` or `def f[T]` around it introduces. */
static bool is_type_param(const struct facts *facts, const struct facts_expr *e) {
    struct span name = facts_text(facts, e->a);
    if (!(e->flags & EXPR_FLAG_ANNOTATION) && facts->scopes[e->scope].kind != SCOPE_CLASS) {
        return false;
    }
    if (e->b != FACTS_NONE) {
        return lists_name(facts, facts->scopes[facts->symbols[e->b].scope].type_params, name);
    }
    for (uint32_t s = 1; s < facts->scope_count && facts->scopes[s].start <= e->start; s++) {
        if (e->start < facts->scopes[s].end && lists_name(facts, facts->scopes[s].type_params, name)) {
            return true;
        }
    }
    return false;
}

uint32_t name_type(struct program *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t name = program_name(self, module, e->a);
    if (is_type_param(facts, e)) {
        return type_plain(self, TYPE_VARIABLE, name);
    }
    uint32_t special = special_form(self, module, name);
    if (type_known(special)) {
        return special;
    }
    if (e->b == FACTS_NONE) {
        uint32_t type = TYPE_UNKNOWN;
        if (facts->scopes[0].flags & SCOPE_STAR) {
            type = module_member(self, module, name);
        }
        return type_known(type) || module == self->builtins ? type : builtin_member(self, name);
    }
    const struct facts_symbol *s = &facts->symbols[e->b];
    if (facts_owner(facts, s->scope) == facts_owner(facts, e->scope) && !(e->flags & EXPR_FLAG_ANNOTATION)) {
        return reaching_type(self, module, e->b, e->start);
    }
    return symbol_type(self, module, e->b);
}

/* --- parameters --------------------------------------------------------------------------------------------------- */

static uint32_t receiver_type(struct program *self, uint32_t def, uint32_t class_def) {
    if (program_def_flags(self, def) & DEF_CLASS_METHOD) {
        return type_plain(self, TYPE_CLASS, class_def);
    }
    uint32_t count, args[LIMIT_TYPE_PARAMS];
    const uint32_t *params = class_params(self, class_def, &count);
    count = count < LIMIT_TYPE_PARAMS ? count : LIMIT_TYPE_PARAMS;
    for (uint32_t i = 0; i < count; i++) {
        args[i] = type_plain(self, TYPE_VARIABLE, params[i]);
    }
    return types_make(&self->types, TYPE_INSTANCE, class_def, args, count);
}

static bool is_new_like(struct span name) {
    return span_is(name, "__new__") || span_is(name, "__init_subclass__") || span_is(name, "__class_getitem__");
}

/* Whether a callee may run `def`, and whether it is bound then; a class runs its constructor. */
static bool may_run(struct program *self, uint32_t callee, uint32_t def, uint32_t class_def, bool *bound) {
    uint32_t members = types_member_count(&self->types, callee);
    bool matches = false;
    for (uint32_t i = 0; i < members; i++) {
        struct type t = types_get(&self->types, types_member(&self->types, callee, i));
        if ((t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) && t.entity == def) {
            matches = true;
            *bound = t.kind == TYPE_METHOD;
        } else if (t.kind == TYPE_CLASS && class_def != PROGRAM_NONE && program_derives(self, t.entity, class_def)) {
            matches = *bound = true;
        }
    }
    return matches;
}

void program_callers(struct program *self, uint32_t def, call_fn *visit, void *context) {
    uint32_t module = program_def_module(self, def);
    const struct program_module *m = module_at(self, module);
    const struct facts_scope *s = program_def_scope(self, def);
    if (s->kind != SCOPE_FUNCTION || m->is_model) {
        return;
    }
    uint32_t name = program_name(self, module, s->name);
    bool init = name == NAME_INIT && s->parent != FACTS_NONE && m->facts.scopes[s->parent].kind == SCOPE_CLASS;
    uint32_t class_def = init ? m->scope_base + s->parent : PROGRAM_NONE, tried = 0;
    uint32_t keys[] = {init ? program_name(self, module, m->facts.scopes[s->parent].name) : name,
                       init ? NAME_INIT : INTERN_NONE, init ? NAME_CLS : INTERN_NONE};
    for (uint32_t k = 0; k < 3; k++) {
        uint32_t at = keys[k] == INTERN_NONE ? 0 : calls_first(self, keys[k]);
        for (; at != 0; at = self->call_links.data[at].next) {
            if (++tried > LIMIT_CALL_CANDIDATES) {
                return;
            }
            uint32_t where = self->call_links.data[at].module, call = self->call_links.data[at].expr;
            bool bound = false;
            if (may_run(self, program_eval(self, where, module_at(self, where)->facts.exprs[call].a), def, class_def, &bound)) {
                visit(context, where, call, bound);
            }
        }
    }
}

struct passing {
    struct program *program;
    uint32_t def, name, used;
    origin_fn *visit;
    void *context;
};

static void pass_argument(void *context, uint32_t module, uint32_t call, bool bound) {
    struct passing *p = context;
    uint32_t value = p->used < LIMIT_CALL_SITES ? program_argument(p->program, module, call, p->def, bound, p->name) : PROGRAM_NONE;
    if (value != PROGRAM_NONE) {
        p->used++;
        p->visit(p->context, module, value);
    }
}

void program_passed(struct program *self, uint32_t def, uint32_t param, origin_fn *visit, void *context) {
    uint32_t module = program_def_module(self, def);
    const struct facts_param *p = &module_at(self, module)->facts.params[program_def_scope(self, def)->first_param + param];
    struct passing passing = {self, def, program_name(self, module, p->name), 0, visit, context};
    program_callers(self, def, pass_argument, &passing);
}

struct joined {
    struct program *program;
    uint32_t type;
};

static void join_passed(void *context, uint32_t module, uint32_t expr) {
    struct joined *j = context;
    j->type = types_join(&j->program->types, j->type, program_eval(j->program, module, expr));
}

/* What call sites pass for a parameter that says nothing itself. */
static uint32_t passed_type(struct program *self, uint32_t module, uint32_t scope, uint32_t param) {
    struct joined j = {self, TYPE_UNKNOWN};
    program_passed(self, module_at(self, module)->scope_base + scope, param, join_passed, &j);
    return type_known(j.type) ? j.type | TYPE_SOFT : TYPE_UNKNOWN;
}

static uint32_t declared_type(struct program *self, uint32_t module, const struct facts_param *p) {
    if (p->annotation == FACTS_NONE) {
        return TYPE_UNKNOWN;
    }
    return type_instantiate(self, program_eval(self, module, p->annotation));
}

/* A method that a library calls is given what the library's own declares: `def get(self, request)` of a view class. */
static uint32_t overridden_type(struct program *self, uint32_t module, uint32_t scope, uint32_t index) {
    const struct program_module *m = module_at(self, module);
    const struct facts_scope *s = &m->facts.scopes[scope];
    uint32_t name = program_name(self, module, s->name), count;
    const uint32_t *mro = program_mro(self, m->scope_base + s->parent, &count);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t class_def = type_entity(self, mro[i]);
        uint32_t def = program_is_model(self, class_def) ? program_own_method(self, class_def, name) : PROGRAM_NONE;
        if (def != PROGRAM_NONE) {
            uint32_t def_module = program_def_module(self, def);
            const struct facts_scope *d = program_def_scope(self, def);
            if (index >= d->param_count) {
                return TYPE_UNKNOWN;
            }
            const struct facts_param *p = &module_at(self, def_module)->facts.params[d->first_param + index];
            return p->kind <= PARAM_NORMAL ? declared_type(self, def_module, p) : TYPE_UNKNOWN;
        }
    }
    return TYPE_UNKNOWN;
}

static bool says_enough(const struct program *self, uint32_t type) {
    return type_known(type) && type_kind(self, type) != TYPE_NONE && type_kind(self, type) != TYPE_CALLABLE;
}

static uint32_t param_type_uncached(struct program *self, uint32_t module, uint32_t scope, uint32_t index) {
    const struct program_module *m = module_at(self, module);
    const struct facts_scope *s = &m->facts.scopes[scope];
    const struct facts_param *p = &m->facts.params[s->first_param + index];
    uint32_t def = m->scope_base + scope;
    bool method = s->kind == SCOPE_FUNCTION && s->parent != FACTS_NONE &&
                  m->facts.scopes[s->parent].kind == SCOPE_CLASS && !(program_def_flags(self, def) & DEF_STATIC);
    if (method && index == 0) {
        if (is_new_like(facts_text(&m->facts, s->name))) {
            return type_plain(self, TYPE_CLASS, m->scope_base + s->parent);
        }
        return receiver_type(self, def, m->scope_base + s->parent);
    }
    uint32_t type = declared_type(self, module, p);
    if (p->kind == PARAM_STAR) {
        return type_with(self, TYPE_INSTANCE, self->class_tuple, type);
    }
    if (p->kind == PARAM_DOUBLE_STAR) {
        uint32_t args[] = {self->class_str == PROGRAM_NONE ? TYPE_UNKNOWN : type_plain(self, TYPE_EXACT, self->class_str),
                           type};
        return self->class_dict == PROGRAM_NONE ? TYPE_UNKNOWN
                                                : types_make(&self->types, TYPE_INSTANCE, self->class_dict, args, 2);
    }
    if (method && !m->is_model && !type_known(type)) {
        type = overridden_type(self, module, scope, index);
    }
    if (says_enough(self, type)) {
        return type;
    }
    uint32_t given = p->value == FACTS_NONE ? TYPE_UNKNOWN : program_eval(self, module, p->value);
    uint32_t passed = passed_type(self, module, scope, index);
    return types_join(&self->types, types_join(&self->types, type, given), passed);
}

uint32_t param_type(struct program *self, uint32_t module, uint32_t scope, uint32_t index) {
    uint64_t key = map_pair(module_at(self, module)->scope_base + scope, index);
    uint32_t *memo = map_at(&self->param_types, key);
    if (*memo != MAP_NONE) {
        return *memo == MAP_NONE - 1 ? TYPE_UNKNOWN : *memo;
    }
    if (self->depth > LIMIT_EVAL_DEPTH) {
        *memo = TYPE_UNKNOWN;
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    *memo = MAP_NONE - 1;
    self->depth++;
    uint32_t type = param_type_uncached(self, module, scope, index);
    self->depth--;
    map_set(&self->param_types, key, type);
    return type;
}

uint32_t program_library_def(struct program *self, const char *module, const char *name) {
    uint32_t model = model_load(self, program_intern(self, module));
    uint32_t type = model == PROGRAM_NONE ? TYPE_UNKNOWN : module_member(self, model, program_intern(self, name));
    enum type_kind kind = type_kind(self, type);
    return kind == TYPE_CLASS || kind == TYPE_FUNCTION ? type_entity(self, type) : PROGRAM_NONE;
}

void program_assume_param(struct program *self, uint32_t def, uint32_t index, const char *module, const char *class_name) {
    const struct facts_scope *scope = program_def_scope(self, def);
    const struct program_module *m = module_at(self, program_def_module(self, def));
    if (scope->kind != SCOPE_FUNCTION || index >= scope->param_count || m->facts.params[scope->first_param + index].annotation != FACTS_NONE) {
        return;
    }
    uint32_t class_def = program_library_def(self, module, class_name);
    if (class_def != PROGRAM_NONE && program_def_scope(self, class_def)->kind == SCOPE_CLASS) {
        map_set(&self->param_types, map_pair(def, index), type_plain(self, TYPE_INSTANCE, class_def));
    }
}

uint32_t program_param_index(struct program *self, uint32_t def, uint32_t name) {
    uint32_t module = program_def_module(self, def);
    const struct facts_scope *s = program_def_scope(self, def);
    for (uint32_t i = 0; i < s->param_count; i++) {
        if (program_name(self, module, module_at(self, module)->facts.params[s->first_param + i].name) == name) {
            return i;
        }
    }
    return PROGRAM_NONE;
}

uint32_t program_argument(struct program *self, uint32_t module, uint32_t call, uint32_t def, bool bound,
                          uint32_t name) {
    const struct facts *facts = &module_at(self, module)->facts;
    uint32_t count, position = program_param_index(self, def, name);
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] < FACTS_ARG_DOUBLE_STAR && program_name(self, module, list[i]) == name) {
            return list[i + 1];
        }
    }
    if (position == PROGRAM_NONE || (bound && position == 0)) {
        return PROGRAM_NONE;
    }
    uint32_t def_module = program_def_module(self, def);
    const struct facts_scope *s = program_def_scope(self, def);
    uint32_t kind = module_at(self, def_module)->facts.params[s->first_param + position].kind;
    if (kind == PARAM_KEYWORD_ONLY || kind == PARAM_STAR || kind == PARAM_DOUBLE_STAR) {
        return PROGRAM_NONE;
    }
    position -= bound ? 1 : 0;
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] == FACTS_ARG_STAR) {
            return PROGRAM_NONE;
        }
        if (list[i] == FACTS_ARG_POSITIONAL && position-- == 0) {
            return list[i + 1];
        }
    }
    return PROGRAM_NONE;
}
