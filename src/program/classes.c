/* Classes: bases, method resolution order, subclasses, attributes, type parameters. */
#include "program/internal.h"

#include <string.h>

/* --- type parameters ---------------------------------------------------------------------------------------------- */

static void collect_params(struct program *self, uint32_t class_index, uint32_t type) {
    struct class_info *info = &self->classes.data[class_index];
    struct type t = types_get(&self->types, type);
    if (t.kind == TYPE_VARIABLE) {
        for (uint32_t i = 0; i < info->params.len; i++) {
            if (info->params.data[i] == t.entity) {
                return;
            }
        }
        vec_push(&info->params, t.entity);
        return;
    }
    for (uint32_t i = 0; i < t.arg_count; i++) {
        collect_params(self, class_index, self->types.args.data[t.args + i]);
    }
}

/* The parameters that the class statement itself names: `class C[T]`, `class C(Generic[T])`, `class C(Base[T])`. */
static void own_params(struct program *self, uint32_t class_index) {
    if (self->classes.data[class_index].params_known) {
        return;
    }
    self->classes.data[class_index].params_known = true;
    uint32_t def = self->classes.data[class_index].def, module = program_def_module(self, def), count;
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_scope *scope = program_def_scope(self, def);
    const uint32_t *list = facts_list(facts, scope->type_params, &count);
    for (uint32_t i = 0; i < count; i++) {
        vec_push(&self->classes.data[class_index].params, program_name(self, module, list[i]));
    }
    list = facts_list(facts, scope->bases, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] == FACTS_ARG_POSITIONAL && facts->exprs[list[i + 1]].kind == EXPR_SUBSCRIPT) {
            uint32_t base = program_eval(self, module, list[i + 1]);
            collect_params(self, class_index, base);
        }
    }
}

static void link_bases(struct program *self, uint32_t class_index);

const uint32_t *class_params(struct program *self, uint32_t def, uint32_t *count) {
    uint32_t index = self->scopes.data[def].class_info;
    *count = 0;
    if (index == PROGRAM_NONE) {
        return NULL;
    }
    own_params(self, index);
    link_bases(self, index);
    *count = self->classes.data[index].params.len;
    return self->classes.data[index].params.data;
}

/* --- linking ------------------------------------------------------------------------------------------------------ */

static void add_base(struct program *self, uint32_t class_index, uint32_t type) {
    uint32_t members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t base = types_member(&self->types, type, i) & ~TYPE_SOFT;
        enum type_kind kind = type_kind(self, base);
        if (kind == TYPE_CLASS) {
            vec_push(&self->classes.data[class_index].bases, base);
        } else if (kind != TYPE_SPECIAL && kind != TYPE_NONE) {
            self->classes.data[class_index].open = true;
        }
    }
}

uint32_t with_own_params(struct program *self, uint32_t type) {
    struct type t = types_get(&self->types, type);
    uint32_t count, args[LIMIT_TYPE_PARAMS];
    const uint32_t *params = class_params(self, t.entity, &count);
    if (t.arg_count || count == 0 || count > LIMIT_TYPE_PARAMS) {
        return type;
    }
    for (uint32_t i = 0; i < count; i++) {
        args[i] = type_plain(self, TYPE_VARIABLE, params[i]);
    }
    return types_make(&self->types, (enum type_kind)t.kind, t.entity, args, count) | (type & TYPE_SOFT);
}

/* `class BookManager(Manager)` says nothing of Manager's parameter and names none of its own: it has the same one. */
static void keep_params(struct program *self, uint32_t class_index) {
    own_params(self, class_index);
    uint32_t count = self->classes.data[class_index].params.len;
    for (uint32_t b = 0; count == 0 && b < self->classes.data[class_index].bases.len; b++) {
        uint32_t base = self->classes.data[class_index].bases.data[b];
        uint32_t kept = type_entity(self, base) == self->classes.data[class_index].def ? base : with_own_params(self, base);
        self->classes.data[class_index].bases.data[b] = kept;
    }
    for (uint32_t b = 0; count == 0 && b < self->classes.data[class_index].bases.len; b++) {
        collect_params(self, class_index, self->classes.data[class_index].bases.data[b]);
    }
}

/* Bases are computed when first asked for: evaluating them may load models, which adds classes. */
static void link_bases(struct program *self, uint32_t class_index) {
    uint32_t def = self->classes.data[class_index].def;
    if (self->classes.data[class_index].linked) {
        return;
    }
    self->classes.data[class_index].linked = true;
    uint32_t module = program_def_module(self, def), count;
    const struct facts *facts = &module_at(self, module)->facts;
    const uint32_t *list = facts_list(facts, program_def_scope(self, def)->bases, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] == FACTS_ARG_POSITIONAL) {
            add_base(self, class_index, program_eval(self, module, list[i + 1]));
        } else if (list[i] == FACTS_ARG_STAR) {
            self->classes.data[class_index].open = true;
        }
    }
    keep_params(self, class_index);
}

/* `self.x = …`: the object is the first parameter of a method of a class. Gives the class's def. */
static uint32_t store_class(const struct program *self, uint32_t module, const struct facts_expr *object) {
    const struct program_module *m = module_at(self, module);
    if (object->kind != EXPR_NAME || object->b == FACTS_NONE) {
        return PROGRAM_NONE;
    }
    const struct facts_symbol *symbol = &m->facts.symbols[object->b];
    const struct facts_scope *scope = &m->facts.scopes[symbol->scope];
    if (scope->kind != SCOPE_FUNCTION || scope->param_count == 0 || scope->parent == FACTS_NONE ||
        m->facts.params[scope->first_param].symbol != object->b || m->facts.scopes[scope->parent].kind != SCOPE_CLASS) {
        return PROGRAM_NONE;
    }
    return m->scope_base + scope->parent;
}

static void link_store(struct program *self, struct map *map, uint64_t key, uint32_t module, uint32_t store) {
    uint32_t *head = map_at(map, key);
    uint32_t next = *head == MAP_NONE ? 0 : *head;
    *head = self->store_links.len;
    vec_push(&self->store_links, ((struct store_link){module, store, next}));
}

static void link_stores(struct program *self, uint32_t module) {
    const struct program_module *m = module_at(self, module);
    for (uint32_t i = m->facts.store_count; i-- > 0;) {
        const struct facts_expr *target = &m->facts.exprs[m->facts.stores[i].target];
        if (target->kind != EXPR_ATTRIBUTE) {
            continue;
        }
        uint32_t name = program_name(self, module, target->b);
        uint32_t class_def = store_class(self, module, &m->facts.exprs[target->a]);
        if (class_def != PROGRAM_NONE) {
            link_store(self, &self->self_stores, map_pair(class_def, name), module, i);
        } else if (!m->is_model) {
            link_store(self, &self->foreign_stores, name, module, i);
        }
    }
}

static bool is_dunder(struct span name) {
    return name.len > 4 && span_starts(name, "__") && span_ends(name, "__");
}

/* Names of properties and special methods whose use may run something: all of the project's, of a library's those of which
 * its model has something to say. */
static void add_method_name(struct program *self, uint32_t module, uint32_t s) {
    const struct program_module *m = module_at(self, module);
    const struct facts_scope *scope = &m->facts.scopes[s];
    bool runs = !m->is_model || self->scopes.data[m->scope_base + s].traits;
    if (runs && scope->decorators != FACTS_NONE &&
        (program_def_flags(self, m->scope_base + s) & (DEF_PROPERTY | DEF_SETTER)) == DEF_PROPERTY) {
        map_set(&self->property_names, program_name(self, module, scope->name), 1);
    }
    if (is_dunder(facts_text(&m->facts, scope->name))) {
        uint32_t name = program_name(self, module, scope->name);
        map_set(&self->dunder_names, name, 1);
        if (runs) {
            map_set(&self->running_names, name, 1);
        }
    }
}

/* What is asked of a class by name only: itself, where a string refers to it, and `name = Make(…)` in it, since reading the
 * name may run a descriptor. */
static void add_class_values(struct program *self, uint32_t module, uint32_t s) {
    const struct program_module *m = module_at(self, module);
    const struct facts_scope *scope = &m->facts.scopes[s];
    if (scope->parent == 0) {
        uint32_t *head = map_at(&self->class_names, program_name(self, module, scope->name));
        vec_push(&self->class_links, ((struct dispatch_link){m->scope_base + s, *head == MAP_NONE ? 0 : *head}));
        *head = self->class_links.len - 1;
    }
    for (uint32_t i = scope->first_symbol; i < scope->first_symbol + scope->symbol_count; i++) {
        const struct facts_symbol *symbol = &m->facts.symbols[i];
        const struct facts_binding *b = symbol->binding_count ? &m->facts.bindings[symbol->first_binding] : NULL;
        if (b && b->kind == BIND_ASSIGN && b->value != FACTS_NONE && m->facts.exprs[b->value].kind == EXPR_CALL) {
            map_set(&self->class_values, program_name(self, module, symbol->name), 1);
        }
    }
}

void classes_add(struct program *self, uint32_t module) {
    const struct program_module *m = module_at(self, module);
    for (uint32_t s = 1; s < m->facts.scope_count; s++) {
        const struct facts_scope *scope = &m->facts.scopes[s];
        if (scope->kind == SCOPE_CLASS) {
            self->scopes.data[m->scope_base + s].class_info = self->classes.len;
            vec_push(&self->classes, ((struct class_info){.def = m->scope_base + s}));
            if (!m->is_model) {
                add_class_values(self, module, s);
            }
        } else if (scope->kind == SCOPE_FUNCTION && scope->parent != FACTS_NONE &&
                   m->facts.scopes[scope->parent].kind == SCOPE_CLASS) {
            add_method_name(self, module, s);
        }
    }
    link_stores(self, module);
}

void classes_link(struct program *self) {
    for (uint32_t c = 0; c < self->classes.len; c++) {
        link_bases(self, c);
    }
    for (uint32_t c = 0; c < self->classes.len; c++) {
        for (uint32_t b = 0; b < self->classes.data[c].bases.len; b++) {
            struct class_info *base = class_of(self, type_entity(self, self->classes.data[c].bases.data[b]));
            if (base && base != &self->classes.data[c]) {
                vec_push(&base->subclasses, self->classes.data[c].def);
            }
        }
    }
    relations_find(self);
}

/* --- method resolution order -------------------------------------------------------------------------------------- */

static bool in_mro(const struct program *self, const uint32_t *mro, uint32_t count, uint32_t def) {
    for (uint32_t i = 0; i < count; i++) {
        if (type_entity(self, mro[i]) == def) {
            return true;
        }
    }
    return false;
}

/* `type` with params replaced by the type arguments of `source`, when these are as many. (Making types moves the
 * table's arguments, hence the copy.) */
static uint32_t substitute_by(struct program *self, uint32_t type, const uint32_t *params, uint32_t count,
                              uint32_t source) {
    struct type s = types_get(&self->types, source);
    uint32_t args[LIMIT_TYPE_PARAMS];
    if (count == 0 || count != s.arg_count || count > LIMIT_TYPE_PARAMS) {
        return type;
    }
    memcpy(args, self->types.args.data + s.args, count * sizeof *args);
    return type_substitute(self, type, params, args, count, TYPE_UNKNOWN);
}

/* Depth-first, left to right, with a class moved behind the last of its subclasses in the list: C3 without its error
 * case, which the interpreter would have reported. */
static void build_mro(struct program *self, uint32_t class_index) {
    struct class_info *c = &self->classes.data[class_index];
    uint32_t order[LIMIT_MRO], count = 0;
    order[count++] = type_plain(self, TYPE_CLASS, c->def);
    for (uint32_t b = 0; b < c->bases.len; b++) {
        uint32_t base = c->bases.data[b], inner;
        const uint32_t *mro = program_mro(self, type_entity(self, base), &inner);
        c = &self->classes.data[class_index];
        struct class_info *info = class_of(self, type_entity(self, base));
        c->open |= info->open;
        uint32_t params_count;
        const uint32_t *params = class_params(self, type_entity(self, base), &params_count);
        for (uint32_t i = 0; i < inner && count < LIMIT_MRO; i++) {
            uint32_t entry = i == 0 ? base : mro[i];
            if (i > 0) {
                entry = substitute_by(self, entry, params, params_count, base);
            }
            uint32_t def = type_entity(self, entry);
            for (uint32_t j = 1; j < count; j++) {
                if (type_entity(self, order[j]) == def) {
                    memmove(order + j, order + j + 1, (count - j - 1) * sizeof *order);
                    count--;
                    break;
                }
            }
            order[count++] = entry;
        }
    }
    c = &self->classes.data[class_index];
    c->mro = arena_alloc(&self->arena, count * sizeof *order);
    memcpy(c->mro, order, count * sizeof *order);
    c->mro_count = count;
}

const uint32_t *program_mro(struct program *self, uint32_t class_def, uint32_t *count) {
    uint32_t index = self->scopes.data[class_def].class_info;
    if (index == PROGRAM_NONE) {
        *count = 0;
        return NULL;
    }
    struct class_info *c = &self->classes.data[index];
    if (c->state == 0 && self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        *count = 0;
        return NULL;
    }
    if (c->state == 0) {
        c->state = 1;
        self->depth++;
        link_bases(self, index);
        build_mro(self, index);
        self->depth--;
        c = &self->classes.data[index];
        c->state = 2;
    }
    *count = c->state == 2 ? c->mro_count : 0;
    return c->mro;
}

bool program_derives(struct program *self, uint32_t def, uint32_t base) {
    uint32_t count;
    const uint32_t *mro = program_mro(self, def, &count);
    return in_mro(self, mro, count, base);
}

/* --- type arguments ------------------------------------------------------------------------------------------------ */

uint32_t type_substitute(struct program *self, uint32_t type, const uint32_t *params, const uint32_t *args,
                         uint32_t count, uint32_t receiver) {
    struct type t = types_get(&self->types, type);
    uint32_t soft = type & TYPE_SOFT;
    if (t.kind == TYPE_VARIABLE) {
        for (uint32_t i = 0; i < count; i++) {
            if (params[i] == t.entity) {
                return args[i] | soft;
            }
        }
        return type;
    }
    if (t.kind == TYPE_SPECIAL && t.entity == SPECIAL_SELF && type_known(receiver)) {
        return receiver | soft;
    }
    if (t.arg_count == 0 || t.kind == TYPE_METHOD || t.kind == TYPE_SUPER) {
        return type;
    }
    uint32_t fresh[64], n = t.arg_count < 64 ? t.arg_count : 64;
    bool changed = false;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t old = self->types.args.data[t.args + i];
        fresh[i] = type_substitute(self, old, params, args, count, receiver) & ~TYPE_SOFT;
        changed |= fresh[i] != old;
    }
    if (!changed) {
        return type;
    }
    if (t.kind == TYPE_UNION) {
        uint32_t joined = TYPE_UNKNOWN;
        for (uint32_t i = 0; i < n; i++) {
            joined = types_join(&self->types, joined, fresh[i]);
        }
        return joined | soft;
    }
    return types_make(&self->types, t.kind, t.entity, fresh, n) | soft;
}

bool class_arguments(struct program *self, uint32_t receiver, uint32_t base, const uint32_t **params,
                     const uint32_t **args, uint32_t *count) {
    struct type r = types_get(&self->types, receiver);
    if (r.kind != TYPE_INSTANCE && r.kind != TYPE_EXACT && r.kind != TYPE_CLASS) {
        return false;
    }
    uint32_t mro_count, own_count;
    const uint32_t *mro = program_mro(self, r.entity, &mro_count);
    for (uint32_t i = 0; i < mro_count; i++) {
        uint32_t entry = i == 0 ? receiver & ~TYPE_SOFT : mro[i];
        if (type_entity(self, entry) != base) {
            continue;
        }
        const uint32_t *own = class_params(self, r.entity, &own_count);
        if (i > 0) {
            entry = substitute_by(self, entry, own, own_count, receiver);
        }
        struct type e = types_get(&self->types, entry);
        *params = class_params(self, base, count);
        if (*count != e.arg_count || e.arg_count == 0) {
            *count = 0;
            return true;
        }
        *args = self->types.args.data + e.args;
        return true;
    }
    return false;
}

/* --- forms -------------------------------------------------------------------------------------------------------- */

static uint32_t instantiate_union(struct program *self, uint32_t form) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, form);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = type_instantiate(self, types_member(&self->types, form, i));
        if (!type_known(member)) {
            continue;
        }
        joined = types_join(&self->types, joined, member);
    }
    return joined;
}

static uint32_t instantiate_class(struct program *self, uint32_t form) {
    struct type t = types_get(&self->types, form);
    if (t.entity == self->class_tuple && t.arg_count > 1) {
        return types_make(&self->types, TYPE_TUPLE, 0, self->types.args.data + t.args, t.arg_count);
    }
    uint32_t args[LIMIT_TYPE_PARAMS], n = t.arg_count < LIMIT_TYPE_PARAMS ? t.arg_count : LIMIT_TYPE_PARAMS;
    for (uint32_t i = 0; i < n; i++) {
        args[i] = self->types.args.data[t.args + i];
    }
    return types_make(&self->types, TYPE_INSTANCE, t.entity, args, n);
}

static uint32_t instantiate_special(struct program *self, uint32_t form) {
    uint32_t arg = types_arg(&self->types, form, 0);
    switch (type_entity(self, form)) {
    case SPECIAL_CALLABLE:
        return type_one(self, TYPE_CALLABLE, 0, arg);
    case SPECIAL_TYPE: /* the class itself; type[T] waits for its T */
        return type_kind(self, arg) == TYPE_VARIABLE ? form : arg;
    case SPECIAL_AWAITABLE:
    case SPECIAL_COROUTINE:
        return type_one(self, TYPE_COROUTINE, TYPE_NOBODY, arg);
    case SPECIAL_CONTEXT:
        return type_one(self, TYPE_CONTEXT, TYPE_NOBODY, arg);
    case SPECIAL_ASYNC_CONTEXT:
        return type_one(self, TYPE_ASYNC_CONTEXT, TYPE_NOBODY, arg);
    case SPECIAL_LITERAL:
        return self->class_str == PROGRAM_NONE ? TYPE_UNKNOWN : type_plain(self, TYPE_EXACT, self->class_str);
    case SPECIAL_SELF:
        return form;
    default:
        return TYPE_UNKNOWN;
    }
}

uint32_t type_instantiate(struct program *self, uint32_t form) {
    uint32_t soft = form & TYPE_SOFT;
    switch (type_kind(self, form)) {
    case TYPE_CLASS:
        return instantiate_class(self, form) | soft;
    case TYPE_UNION:
        return instantiate_union(self, form) | soft;
    case TYPE_SPECIAL:
        return instantiate_special(self, form) | soft;
    case TYPE_NONE:
    case TYPE_VARIABLE:
        return form;
    case TYPE_EXACT: /* NewType and friends evaluate to what they build */
    case TYPE_INSTANCE:
    case TYPE_TUPLE:
    case TYPE_COROUTINE:
    case TYPE_CALLABLE:
        return form;
    default:
        return TYPE_UNKNOWN;
    }
}

/* --- attributes --------------------------------------------------------------------------------------------------- */

uint32_t program_own_method(struct program *self, uint32_t class_def, uint32_t name) {
    uint32_t symbol = scope_symbol(self, class_def, name);
    if (symbol == FACTS_NONE) {
        return PROGRAM_NONE;
    }
    const struct program_module *m = module_at(self, program_def_module(self, class_def));
    const struct facts_symbol *s = &m->facts.symbols[symbol];
    for (uint32_t i = s->binding_count; i-- > 0;) {
        const struct facts_binding *b = &m->facts.bindings[s->first_binding + i];
        if (b->kind == BIND_FUNCTION) {
            uint32_t def = m->scope_base + b->source;
            if (!(program_def_flags(self, def) & (DEF_SETTER | DEF_OVERLOAD))) {
                return def;
            }
        }
    }
    return PROGRAM_NONE;
}

/* A function found in a class, seen through a receiver. */
static uint32_t bind_method(struct program *self, uint32_t function, uint32_t receiver) {
    uint32_t def = type_entity(self, function), flags = program_def_flags(self, def);
    enum type_kind kind = type_kind(self, receiver);
    if (flags & DEF_STATIC) {
        return function;
    }
    if (flags & DEF_CLASS_METHOD) {
        uint32_t owner = kind == TYPE_CLASS ? receiver : type_plain(self, TYPE_CLASS, type_entity(self, receiver));
        return type_one(self, TYPE_METHOD, def, owner) | (function & TYPE_SOFT);
    }
    if (kind == TYPE_CLASS) {
        return function;
    }
    return type_one(self, TYPE_METHOD, def, receiver) | (function & TYPE_SOFT);
}

static uint32_t bind_value(struct program *self, uint32_t value, uint32_t receiver) {
    uint32_t bound = TYPE_UNKNOWN, members = types_member_count(&self->types, value);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, value, i);
        if (type_kind(self, member) == TYPE_FUNCTION) {
            uint32_t def = type_entity(self, member);
            if ((program_def_flags(self, def) & DEF_PROPERTY) && type_kind(self, receiver) != TYPE_CLASS) {
                member = program_result(self, bind_method(self, member, receiver), PROGRAM_NONE, PROGRAM_NONE);
            } else {
                member = bind_method(self, member, receiver);
            }
        }
        bound = types_join(&self->types, bound, member);
    }
    return bound | (value & TYPE_SOFT);
}

/* All that is ever stored to `self.name` in the methods of one class. */
static uint32_t stored_values(struct program *self, uint32_t class_def, uint32_t name) {
    uint32_t at = map_get(&self->self_stores, map_pair(class_def, name)), type = TYPE_UNKNOWN;
    for (; at != MAP_NONE && at != 0; at = self->store_links.data[at].next) {
        uint32_t module = self->store_links.data[at].module;
        const struct facts_store *s =
            &module_at(self, module)->facts.stores[self->store_links.data[at].store];
        type = types_join(&self->types, type, value_of(self, module, s->kind, s->flags, s->unpack, s->value, s->annotation));
    }
    return type;
}

/* `obj.name = v` from outside the class: application state, service locators. */
static uint32_t foreign_values(struct program *self, uint32_t class_def, uint32_t name) {
    uint32_t at = map_get(&self->foreign_stores, name), type = TYPE_UNKNOWN, tried = 0;
    for (; at != MAP_NONE && at != 0 && tried < LIMIT_FOREIGN_STORES; at = self->store_links.data[at].next, tried++) {
        uint32_t module = self->store_links.data[at].module;
        const struct facts *facts = &module_at(self, module)->facts;
        const struct facts_store *s = &facts->stores[self->store_links.data[at].store];
        uint32_t object = program_eval(self, module, facts->exprs[s->target].a);
        struct type t = types_get(&self->types, object);
        if ((t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT || t.kind == TYPE_CLASS) &&
            (t.entity == class_def || program_derives(self, class_def, t.entity))) {
            type = types_join(&self->types, type,
                              value_of(self, module, s->kind, s->flags, s->unpack, s->value, s->annotation));
        }
    }
    return type;
}

/* The value of `name` in one class of the order, read through a receiver that inherits from it. */
static uint32_t own_attribute(struct program *self, uint32_t class_def, uint32_t name, uint32_t receiver) {
    uint32_t symbol = scope_symbol(self, class_def, name), type = TYPE_UNKNOWN;
    if (symbol != FACTS_NONE) {
        type = described(self, symbol_type(self, program_def_module(self, class_def), symbol), receiver);
    }
    if (type_kind(self, receiver) != TYPE_CLASS && (!type_known(type) || type_kind(self, type) == TYPE_NONE || type_kind(self, type) == TYPE_UNION)) {
        type = types_join(&self->types, type, stored_values(self, class_def, name));
    }
    return type;
}

static uint32_t substituted(struct program *self, uint32_t type, uint32_t receiver, uint32_t class_def) {
    const uint32_t *params = NULL, *args = NULL;
    uint32_t count = 0;
    if (!type_known(type) || !class_arguments(self, receiver, class_def, &params, &args, &count)) {
        return type;
    }
    uint32_t copy[LIMIT_TYPE_PARAMS];
    count = !args ? 0 : count < LIMIT_TYPE_PARAMS ? count : LIMIT_TYPE_PARAMS;
    for (uint32_t i = 0; i < count; i++) {
        copy[i] = args[i];
    }
    /* Self in a class's attribute is an object of it, whichever way it is read. */
    uint32_t object = type_kind(self, receiver) == TYPE_CLASS ? type_instantiate(self, receiver) : receiver;
    return type_substitute(self, type, params, copy, count, object);
}

/* Protocols that everything implements: a declared Iterator says nothing of which one it is. */
static bool is_protocol_module(const struct program *self, uint32_t class_def) {
    uint32_t name = module_at(self, program_def_module(self, class_def))->name;
    return name == NAME_TYPING || name == NAME_BUILTINS || name == NAME_COLLECTIONS_ABC || name == NAME_CONTEXTLIB;
}

/* Methods of the project's subclasses that may run when a declared type is called: each own method named so,
 * transitively. A library's subclasses are not candidates: its model says of the base what holds for all. */
static void overrides(struct program *self, uint32_t class_def, uint32_t name, uint32_t receiver, uint32_t *type,
                      uint32_t *found, uint32_t depth) {
    struct class_info *c = class_of(self, class_def);
    for (uint32_t i = 0; c && i < c->subclasses.len && depth < 32 && *found < LIMIT_OVERRIDES; i++) {
        uint32_t sub = c->subclasses.data[i];
        bool project = !program_is_model(self, sub);
        uint32_t def = project ? program_own_method(self, sub, name) : PROGRAM_NONE;
        if (def != PROGRAM_NONE && !(program_def_flags(self, def) & DEF_ABSTRACT)) {
            ++*found;
            uint32_t kind = type_kind(self, receiver) == TYPE_CLASS ? TYPE_CLASS : TYPE_INSTANCE;
            uint32_t as = type_plain(self, kind, sub);
            uint32_t bound = bind_method(self, type_plain(self, TYPE_FUNCTION, def), as);
            if (types_member_count(&self->types, *type) < TYPE_UNION_LIMIT) {
                *type = types_join(&self->types, *type, bound | TYPE_SOFT);
            }
        }
        overrides(self, sub, name, receiver, type, found, depth + 1);
        c = class_of(self, class_def);
    }
}

static bool is_stub_method(struct program *self, uint32_t type) {
    struct type t = types_get(&self->types, type);
    if (t.kind != TYPE_METHOD && t.kind != TYPE_FUNCTION) {
        return false;
    }
    const struct program_module *m = module_at(self, program_def_module(self, t.entity));
    return !m->is_model && ((program_def_scope(self, t.entity)->flags & SCOPE_STUB) ||
                            (program_def_flags(self, t.entity) & DEF_ABSTRACT));
}

static uint32_t find_attribute(struct program *self, uint32_t receiver, uint32_t name, uint32_t after) {
    struct type r = types_get(&self->types, receiver);
    uint32_t count, type = TYPE_UNKNOWN;
    const uint32_t *mro = program_mro(self, r.entity, &count);
    bool instance = r.kind != TYPE_CLASS, skipping = after != PROGRAM_NONE;
    for (uint32_t i = 0; i < count && !type_known(type); i++) {
        uint32_t def = type_entity(self, mro[i]);
        if (!skipping) {
            uint32_t own = own_attribute(self, def, name, receiver);
            type = substituted(self, own, receiver, def);
        }
        skipping &= def != after;
    }
    if (!type_known(type) && after == PROGRAM_NONE) {
        type = foreign_values(self, r.entity, name);
    }
    if (!type_known(type) && after == PROGRAM_NONE) {
        type = described(self, related(self, receiver, name), receiver);
    }
    type = bind_value(self, type, receiver);
    if (r.kind == TYPE_INSTANCE && after == PROGRAM_NONE && !is_protocol_module(self, r.entity) &&
        (!type_known(type) || type_kind(self, type) == TYPE_METHOD || type_kind(self, type) == TYPE_FUNCTION)) {
        uint32_t found = 0, others = is_stub_method(self, type) ? TYPE_UNKNOWN : type;
        overrides(self, r.entity, name, receiver, &others, &found, 0);
        if (found) {
            /* An abstract method with one implementation is that implementation. */
            type = found == 1 && is_stub_method(self, type) ? others & ~TYPE_SOFT : others;
        }
    }
    bool special = is_dunder(intern_text(&self->names, name));
    if (!type_known(type) && instance && !special) {
        type = forwarded(self, receiver, name);
    }
    if (!type_known(type) && after == PROGRAM_NONE && instance && name != NAME_GETATTR && !special) {
        uint32_t getter = class_attribute(self, receiver, NAME_GETATTR, PROGRAM_NONE);
        if (type_known(getter)) {
            type = program_result(self, getter, PROGRAM_NONE, PROGRAM_NONE);
        }
    }
    return bounds_given(self, receiver, type, PROGRAM_NONE, PROGRAM_NONE, PROGRAM_NONE) | (receiver & TYPE_SOFT);
}

uint32_t class_attribute(struct program *self, uint32_t receiver, uint32_t name, uint32_t after) {
    if (after != PROGRAM_NONE) {
        return find_attribute(self, receiver, name, after);
    }
    uint64_t key = map_pair(receiver & ~TYPE_SOFT, name);
    uint32_t memo = map_get(&self->attributes, key);
    if (memo == MAP_NONE) {
        memo = find_attribute(self, receiver & ~TYPE_SOFT, name, PROGRAM_NONE);
        map_set(&self->attributes, key, memo);
    }
    return memo | (receiver & TYPE_SOFT);
}

static uint32_t property_in(struct program *self, uint32_t class_def, uint32_t name) {
    uint32_t def = program_own_method(self, class_def, name);
    return def != PROGRAM_NONE && (program_def_flags(self, def) & DEF_PROPERTY) ? def : PROGRAM_NONE;
}

/* Getters that the project's subclasses put in the place of a declared receiver's. */
static uint32_t property_overrides(struct program *self, uint32_t class_def, uint32_t name, uint32_t type,
                                   uint32_t depth) {
    struct class_info *c = class_of(self, class_def);
    for (uint32_t i = 0; c && i < c->subclasses.len && depth < LIMIT_OVERRIDES; i++) {
        uint32_t sub = c->subclasses.data[i];
        uint32_t def = program_is_model(self, sub) ? PROGRAM_NONE
                                                                               : property_in(self, sub, name);
        if (def != PROGRAM_NONE) {
            uint32_t as = type_plain(self, TYPE_INSTANCE, sub);
            type = types_join(&self->types, type, type_one(self, TYPE_METHOD, def, as) | TYPE_SOFT);
        }
        type = property_overrides(self, sub, name, type, depth + 1);
        c = class_of(self, class_def);
    }
    return type;
}

static uint32_t property_of(struct program *self, uint32_t receiver, uint32_t name) {
    struct type r = types_get(&self->types, receiver);
    uint32_t count, type = TYPE_UNKNOWN;
    if (r.kind != TYPE_INSTANCE && r.kind != TYPE_EXACT) {
        return TYPE_UNKNOWN;
    }
    const uint32_t *mro = program_mro(self, r.entity, &count);
    for (uint32_t i = 0; i < count && !type_known(type); i++) {
        uint32_t class_def = type_entity(self, mro[i]), symbol = scope_symbol(self, class_def, name);
        if (symbol != FACTS_NONE) {
            uint32_t def = property_in(self, class_def, name);
            if (def == PROGRAM_NONE) {
                uint32_t value = symbol_type(self, program_def_module(self, class_def), symbol);
                return descriptor_getter(self, value, receiver) | (receiver & TYPE_SOFT);
            }
            type = type_one(self, TYPE_METHOD, def, receiver) | (receiver & TYPE_SOFT);
        }
    }
    if (!type_known(type)) {
        return descriptor_getter(self, related(self, receiver, name), receiver) | (receiver & TYPE_SOFT);
    }
    if (r.kind != TYPE_INSTANCE) {
        return type;
    }
    uint32_t others = property_overrides(self, r.entity, name, is_stub_method(self, type) ? TYPE_UNKNOWN : type, 0);
    return type_known(others) ? others : type;
}

uint32_t program_setter(struct program *self, uint32_t type, uint32_t name) {
    struct type r = types_get(&self->types, type);
    uint32_t count;
    if (r.kind != TYPE_INSTANCE && r.kind != TYPE_EXACT) {
        return TYPE_UNKNOWN;
    }
    const uint32_t *mro = program_mro(self, r.entity, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t class_def = type_entity(self, mro[i]), symbol = scope_symbol(self, class_def, name);
        const struct program_module *m = module_at(self, program_def_module(self, class_def));
        for (uint32_t b = 0; symbol != FACTS_NONE && b < m->facts.symbols[symbol].binding_count; b++) {
            const struct facts_binding *binding = &m->facts.bindings[m->facts.symbols[symbol].first_binding + b];
            uint32_t def = m->scope_base + binding->source;
            if (binding->kind == BIND_FUNCTION && (program_def_flags(self, def) & DEF_SETTER)) {
                return type_one(self, TYPE_METHOD, def, type) | (type & TYPE_SOFT);
            }
        }
    }
    return TYPE_UNKNOWN;
}

uint32_t program_property(struct program *self, uint32_t type, uint32_t name) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < members; i++) {
        joined = types_join(&self->types, joined, property_of(self, types_member(&self->types, type, i), name));
    }
    return joined | (members > 1 ? TYPE_SOFT : 0);
}

bool program_has_subclasses(const struct program *self, uint32_t class_def) {
    const struct class_info *c = class_of(self, class_def);
    return c && c->subclasses.len > 0;
}

uint32_t program_sibling(struct program *self, uint32_t method, uint32_t name) {
    const struct program_module *m = module_at(self, program_def_module(self, method));
    const struct facts_scope *scope = program_def_scope(self, method);
    if (scope->parent == FACTS_NONE || m->facts.scopes[scope->parent].kind != SCOPE_CLASS) {
        return PROGRAM_NONE;
    }
    uint32_t count;
    const uint32_t *mro = program_mro(self, m->scope_base + scope->parent, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = program_own_method(self, type_entity(self, mro[i]), name);
        if (def != PROGRAM_NONE) {
            return def;
        }
    }
    return PROGRAM_NONE;
}
