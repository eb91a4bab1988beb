/* What is asked of classes: by the names that their bases are written as, since a library's need not be known. */
#include "web/internal.h"

static bool names_base(struct web *self, uint32_t class_def, const char *name, uint32_t depth) {
    uint32_t module = program_def_module(self->program, class_def), count;
    const struct facts *facts = facts_of(self, module);
    const uint32_t *list = facts_list(facts, program_def_scope(self->program, class_def)->bases, &count);
    if (depth > LIMIT_MOUNTS) {
        return false;
    }
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (list[i] != FACTS_ARG_POSITIONAL) {
            continue;
        }
        uint32_t base = facts->exprs[list[i + 1]].kind == EXPR_SUBSCRIPT ? facts->exprs[list[i + 1]].a : list[i + 1];
        if (span_is(facts_last_name(facts, base), name)) {
            return true;
        }
        struct type t = types_get(program_types(self->program), program_eval(self->program, module, base));
        if (t.kind == TYPE_CLASS && t.entity != class_def && names_base(self, t.entity, name, depth + 1)) {
            return true;
        }
    }
    return false;
}

bool class_has_base(struct web *self, uint32_t class_def, const char *name) {
    return names_base(self, class_def, name, 0);
}

uint32_t class_value(struct web *self, uint32_t class_def, const char *name, uint32_t *module) {
    uint32_t count;
    const uint32_t *mro = program_mro(self->program, class_def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(self->program), mro[i]).entity;
        if (program_is_model(self->program, def)) {
            continue;
        }
        *module = program_def_module(self->program, def);
        const struct program_module *m = program_module_at(self->program, *module);
        uint32_t symbol = facts_symbol_of(&m->facts, def - m->scope_base, span_of(name));
        for (uint32_t b = 0; symbol != FACTS_NONE && b < m->facts.symbols[symbol].binding_count; b++) {
            const struct facts_binding *binding = &m->facts.bindings[m->facts.symbols[symbol].first_binding + b];
            if (binding->value != FACTS_NONE) {
                return binding->value;
            }
        }
    }
    return PROGRAM_NONE;
}

uint32_t class_method(struct web *self, uint32_t class_def, const char *text) {
    uint32_t count, name = program_intern(self->program, text);
    const uint32_t *mro = program_mro(self->program, class_def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = types_get(program_types(self->program), mro[i]).entity;
        uint32_t method =
            program_is_model(self->program, def) ? PROGRAM_NONE : program_own_method(self->program, def, name);
        if (method != PROGRAM_NONE) {
            return method;
        }
    }
    return PROGRAM_NONE;
}

bool class_is_rest(struct web *self, uint32_t class_def) {
    static const char *const bases[] = {"APIView",        "GenericAPIView", "ViewSet",
                                        "GenericViewSet", "ModelViewSet",   "ReadOnlyModelViewSet"};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        if (class_has_base(self, class_def, bases[i])) {
            return true;
        }
    }
    return false;
}
