/* Attributes that are not what stands in the class: descriptors, relations that other classes declare, and objects that
 * forward to another one. */
#include "program/internal.h"

#include <string.h>

#include "base/buffer.h"

/* --- descriptors -------------------------------------------------------------------------------------------------- */

/* Whether a `__get__` is meant for this receiver: its `instance` is None where the class itself is asked. One that
 * declares nothing is meant for both. */
static bool works_on(struct program *self, uint32_t getter, uint32_t receiver) {
    uint32_t module = program_def_module(self, getter);
    const struct facts_scope *scope = program_def_scope(self, getter);
    const struct facts_param *params = module_at(self, module)->facts.params;
    if (scope->param_count < 2 || params[scope->first_param + 1].annotation == FACTS_NONE) {
        return true;
    }
    uint32_t annotation = params[scope->first_param + 1].annotation;
    uint32_t declared = type_instantiate(self, program_eval(self, module, annotation));
    uint32_t members = types_member_count(&self->types, declared);
    bool none = false, object = !type_known(declared);
    for (uint32_t i = 0; i < members; i++) {
        bool is_none = type_kind(self, types_member(&self->types, declared, i)) == TYPE_NONE;
        none |= is_none;
        object |= !is_none;
    }
    return type_kind(self, receiver) == TYPE_CLASS ? none || !type_known(declared) : object;
}

static uint32_t getter_of(struct program *self, uint32_t value, uint32_t receiver) {
    enum type_kind kind = type_kind(self, value);
    if ((kind != TYPE_INSTANCE && kind != TYPE_EXACT) || map_get(&self->dunder_names, NAME_GET) == MAP_NONE) {
        return TYPE_UNKNOWN;
    }
    uint32_t getter = class_attribute(self, value, NAME_GET, PROGRAM_NONE);
    return type_kind(self, getter) == TYPE_METHOD && works_on(self, type_entity(self, getter), receiver) ? getter
                                                                                                          : TYPE_UNKNOWN;
}

uint32_t descriptor_getter(struct program *self, uint32_t value, uint32_t receiver) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, value);
    for (uint32_t i = 0; i < members; i++) {
        joined = types_join(&self->types, joined, getter_of(self, types_member(&self->types, value, i), receiver));
    }
    return joined;
}

uint32_t described(struct program *self, uint32_t value, uint32_t receiver) {
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, value);
    bool class = type_kind(self, receiver) == TYPE_CLASS;
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, value, i), getter = getter_of(self, member, receiver);
        if (type_known(getter)) {
            uint32_t owner = class ? receiver : type_plain(self, TYPE_CLASS, type_entity(self, receiver));
            member = owned_result(self, getter, class ? TYPE_UNKNOWN : receiver, owner);
        }
        joined = types_join(&self->types, joined, member);
    }
    return joined | (value & TYPE_SOFT);
}

/* --- forwarding --------------------------------------------------------------------------------------------------- */

/* An object whose class leaves its type parameters open has those of what it stands in for: BookQuerySet(self.model) in
 * a manager of Book. They are told by name; where each side has one, it is that. */
static uint32_t with_arguments_of(struct program *self, uint32_t object, uint32_t receiver, uint32_t class_def) {
    struct type o = types_get(&self->types, object);
    const uint32_t *names, *given = NULL;
    uint32_t count, open, args[LIMIT_TYPE_PARAMS], copy[LIMIT_TYPE_PARAMS];
    if ((o.kind != TYPE_INSTANCE && o.kind != TYPE_EXACT) || o.arg_count ||
        !class_arguments(self, receiver, class_def, &names, &given, &count) || !given || count > LIMIT_TYPE_PARAMS) {
        return object;
    }
    memcpy(copy, given, count * sizeof *copy);
    const uint32_t *wanted = class_params(self, o.entity, &open);
    for (uint32_t i = 0; i < open && i < LIMIT_TYPE_PARAMS; i++) {
        args[i] = open == 1 && count == 1 ? copy[0] : TYPE_UNKNOWN;
        for (uint32_t k = 0; k < count; k++) {
            args[i] = names[k] == wanted[i] ? copy[k] : args[i];
        }
    }
    return open == 0 || open > LIMIT_TYPE_PARAMS
               ? object
               : types_make(&self->types, (enum type_kind)o.kind, o.entity, args, open) | (object & TYPE_SOFT);
}

static uint32_t class_around(const struct program *self, uint32_t method) {
    const struct program_module *m = module_at(self, program_def_module(self, method));
    return m->scope_base + m->facts.scopes[method - m->scope_base].parent;
}

static uint32_t forwarded_by(struct program *self, uint32_t receiver, uint32_t method, uint32_t name) {
    uint32_t own = class_attribute(self, receiver, program_def_name(self, method), PROGRAM_NONE);
    uint32_t object = program_result(self, own, PROGRAM_NONE, PROGRAM_NONE);
    if (!type_known(object)) {
        object = program_result(self, type_one(self, TYPE_METHOD, method, receiver), PROGRAM_NONE, PROGRAM_NONE);
    }
    uint32_t joined = TYPE_UNKNOWN, members = types_member_count(&self->types, object);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(&self->types, object, i);
        if (type_entity(self, member) != type_entity(self, receiver)) {
            member = with_arguments_of(self, member, receiver, class_around(self, method));
            joined = types_join(&self->types, joined, program_attribute(self, member, name));
        }
    }
    return joined;
}

uint32_t forwarded(struct program *self, uint32_t receiver, uint32_t name) {
    uint32_t count, type = TYPE_UNKNOWN;
    if (self->forwards.len == 0) {
        return TYPE_UNKNOWN;
    }
    const uint32_t *mro = program_mro(self, type_entity(self, receiver), &count);
    for (uint32_t i = 0; i < count && !type_known(type); i++) {
        for (uint32_t k = 0; k < self->forwards.len && !type_known(type); k++) {
            if (class_around(self, self->forwards.data[k]) == type_entity(self, mro[i]) &&
                program_def_name(self, self->forwards.data[k]) != name) {
                type = forwarded_by(self, receiver, self->forwards.data[k], name);
            }
        }
    }
    return type;
}

/* --- relations ---------------------------------------------------------------------------------------------------- */

/* The method with the word `relates` that a field's class has, the nearest one; PROGRAM_NONE. */
static uint32_t relating_method(struct program *self, uint32_t field_class) {
    uint32_t count;
    const uint32_t *mro = program_mro(self, field_class, &count);
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < self->relates.len; k++) {
            if (class_around(self, self->relates.data[k]) == type_entity(self, mro[i])) {
                return self->relates.data[k];
            }
        }
    }
    return PROGRAM_NONE;
}

static void put_lower(struct buffer *out, const char *text) {
    for (; *text; text++) {
        buffer_putc(out, *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text);
    }
}

/* "books" of the module shop.books.models: what Django calls the label of the application. */
static void put_label(struct program *self, struct buffer *out, uint32_t def) {
    const char *name = program_string(self, module_at(self, program_def_module(self, def))->name);
    const char *end = strstr(name, ".models"), *start = end ? end : name;
    while (start > name && start[-1] != '.') {
        start--;
    }
    buffer_add(out, start, end ? (size_t)(end - start) : 0);
}

/* The name with its places filled: "{}" and "%(class)s" stand for the class, "%(app_label)s" for its application. */
static uint32_t attribute_name(struct program *self, const char *pattern, uint32_t owner) {
    struct buffer out = {0};
    for (const char *c = pattern; *c; c++) {
        struct span rest = span_of(c);
        if (span_starts(rest, "{}") || span_starts(rest, "%(class)s")) {
            put_lower(&out, program_string(self, program_def_name(self, owner)));
            c += *c == '{' ? 1 : strlen("%(class)s") - 1;
        } else if (span_starts(rest, "%(app_label)s")) {
            put_label(self, &out, owner);
            c += strlen("%(app_label)s") - 1;
        } else {
            buffer_putc(&out, *c);
        }
    }
    uint32_t name = intern_add(&self->names, (struct span){out.data, out.len});
    buffer_free(&out);
    return name;
}

struct field {
    uint32_t target, method; /* class that gets the attribute; bound method that says what it is */
    const char *pattern;     /* of the attribute's name */
};

static bool is_added(const struct program *self, const struct field *field, uint32_t name, uint32_t owner) {
    uint32_t at = map_get(&self->relations, map_pair(field->target, name));
    for (; at != MAP_NONE && at != 0; at = self->relation_links.data[at].next) {
        if (self->relation_links.data[at].owner == owner && self->relation_links.data[at].method == field->method) {
            return true;
        }
    }
    return false;
}

/* A field of an abstract class is one of each class that derives from it, as far as its name tells them apart; each class
 * is met once, however many ways lead to it. */
static void add_relation(struct program *self, const struct field *field, uint32_t owner, uint32_t depth) {
    uint32_t name = attribute_name(self, field->pattern, owner);
    if (is_added(self, field, name, owner)) {
        return;
    }
    uint32_t *head = map_at(&self->relations, map_pair(field->target, name));
    vec_push(&self->relation_links, ((struct relation){owner, field->method, *head == MAP_NONE ? 0 : *head}));
    *head = self->relation_links.len - 1;
    map_set(&self->class_values, name, 1);
    bool told_apart = strstr(field->pattern, "{}") || strstr(field->pattern, "%(");
    const struct class_info *c = class_of(self, owner);
    for (uint32_t i = 0; told_apart && depth < LIMIT_MRO && i < c->subclasses.len; i++) {
        add_relation(self, field, c->subclasses.data[i], depth + 1);
    }
}

static uint32_t target_class(struct program *self, uint32_t module, uint32_t expr) {
    uint32_t type = program_eval(self, module, expr);
    if (type_kind(self, type) != TYPE_CLASS) {
        type = class_referenced(self, module, expr);
    }
    return type_kind(self, type) == TYPE_CLASS ? type_entity(self, type) : PROGRAM_NONE;
}

static void find_relation(struct program *self, uint32_t module, uint32_t owner, uint32_t call) {
    const struct facts *facts = &module_at(self, module)->facts;
    uint32_t callee = program_eval(self, module, facts->exprs[call].a);
    uint32_t method = type_kind(self, callee) == TYPE_CLASS ? relating_method(self, type_entity(self, callee)) : PROGRAM_NONE;
    if (method == PROGRAM_NONE) {
        return;
    }
    const struct program_trait trait = *program_trait(self, method, WORD_RELATES);
    uint32_t instance = type_plain(self, TYPE_EXACT, type_entity(self, callee));
    uint32_t init = class_attribute(self, instance, NAME_INIT, PROGRAM_NONE);
    if (type_kind(self, init) != TYPE_METHOD) {
        return;
    }
    uint32_t to = program_argument(self, module, call, type_entity(self, init), true, trait.arg);
    uint32_t named = program_argument(self, module, call, type_entity(self, init), true, trait.name);
    uint32_t target = to == PROGRAM_NONE ? PROGRAM_NONE : target_class(self, module, to);
    bool given = named != PROGRAM_NONE && facts->exprs[named].kind == EXPR_STRING;
    struct field field = {.target = target,
                          .method = type_one(self, TYPE_METHOD, method, program_eval(self, module, call)),
                          .pattern = program_string(self, given ? program_name(self, module, facts->exprs[named].a)
                                                                : trait.fallback)};
    if (target != PROGRAM_NONE && !strchr(field.pattern, '+')) { /* "+": there is none */
        add_relation(self, &field, owner, 0);
    }
}

/* Only libraries make classes whose attributes relate them. */
static bool inherits_library(struct program *self, uint32_t class_def) {
    uint32_t count;
    const uint32_t *mro = program_mro(self, class_def, &count);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t def = type_entity(self, mro[i]);
        if (program_is_model(self, def) && module_at(self, program_def_module(self, def))->name != NAME_BUILTINS) {
            return true;
        }
    }
    return false;
}

void relations_find(struct program *self) {
    for (uint32_t m = 0; m < self->project_modules; m++) {
        const struct facts *facts = &module_at(self, m)->facts;
        for (uint32_t i = 0; i < facts->symbol_count; i++) {
            const struct facts_symbol *symbol = &facts->symbols[i];
            const struct facts_binding *b = symbol->binding_count ? &facts->bindings[symbol->first_binding] : NULL;
            if (b && b->kind == BIND_ASSIGN && b->value != FACTS_NONE && facts->exprs[b->value].kind == EXPR_CALL &&
                facts->scopes[symbol->scope].kind == SCOPE_CLASS &&
                inherits_library(self, module_at(self, m)->scope_base + symbol->scope)) {
                find_relation(self, m, module_at(self, m)->scope_base + symbol->scope, b->value);
            }
        }
    }
}

uint32_t related(struct program *self, uint32_t receiver, uint32_t name) {
    uint32_t count, type = TYPE_UNKNOWN;
    enum type_kind kind = type_kind(self, receiver);
    if (self->relations.len == 0 || (kind != TYPE_INSTANCE && kind != TYPE_EXACT)) {
        return TYPE_UNKNOWN;
    }
    const uint32_t *mro = program_mro(self, type_entity(self, receiver), &count);
    for (uint32_t i = 0; i < count && !type_known(type); i++) {
        uint32_t at = map_get(&self->relations, map_pair(type_entity(self, mro[i]), name));
        for (; at != MAP_NONE && at != 0; at = self->relation_links.data[at].next) {
            struct relation r = self->relation_links.data[at];
            uint32_t one = owned_result(self, r.method, TYPE_UNKNOWN, type_plain(self, TYPE_CLASS, r.owner));
            type = type_choice(self, type, one);
        }
    }
    return type;
}
