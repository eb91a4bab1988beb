/* Classes named by strings: an ORM's models refer to each other before they exist. */
#include "program/internal.h"

#include <string.h>

/* --- by name ------------------------------------------------------------------------------------------------------ */

static uint32_t class_here(struct program *self, uint32_t module, struct span name) {
    uint32_t type = module_member(self, module, intern_add(&self->names, name));
    return type_kind(self, type) == TYPE_CLASS ? type : TYPE_UNKNOWN;
}

/* True when `label` is a component of a dotted name. */
static bool has_component(const char *dotted, struct span label) {
    for (const char *at = dotted; at; at = strchr(at, '.') ? strchr(at, '.') + 1 : NULL) {
        struct span rest = {at, strcspn(at, ".")};
        if (span_eq(rest, label)) {
            return true;
        }
    }
    return false;
}

/* How many leading components two dotted names share. */
static uint32_t nearness(const char *a, const char *b) {
    uint32_t shared = 0;
    for (; *a && *a == *b; a++, b++) {
        shared += *a == '.';
    }
    return shared + (*a == *b);
}

/* The project's class of that name: one under the label's package when there is a label, and of several the one nearest to
 * who asks, the first of these. */
static uint32_t project_class(struct program *self, uint32_t module, struct span label, struct span name) {
    const char *here = program_string(self, module_at(self, module)->name);
    uint32_t at = map_get(&self->class_names, intern_add(&self->names, name)), best = PROGRAM_NONE, best_score = 0;
    for (uint32_t i = 0; at != MAP_NONE && at != 0 && i < LIMIT_SAME_CLASS; at = self->class_links.data[at].next, i++) {
        uint32_t def = self->class_links.data[at].def;
        const struct program_module *m = module_at(self, program_def_module(self, def));
        const char *dotted = program_string(self, m->name);
        uint32_t score = 2 + nearness(here, dotted) * 2 + (m->role == 0);
        score += label.len && has_component(dotted, label) ? 1000 : 0;
        if (score >= best_score) { /* the list runs backwards: the first of equals stands last */
            best = def;
            best_score = score;
        }
    }
    return best == PROGRAM_NONE ? TYPE_UNKNOWN : type_plain(self, TYPE_CLASS, best);
}

/* Django's own applications: "auth.Group", "contenttypes.ContentType". */
static uint32_t library_class(struct program *self, struct span label, struct span name) {
    const char *dotted = arena_printf(&self->arena, "django.contrib.%.*s.models", (int)label.len, label.data);
    uint32_t module = model_load(self, program_intern(self, dotted));
    return module == PROGRAM_NONE ? TYPE_UNKNOWN : class_here(self, module, name);
}

static uint32_t class_named(struct program *self, uint32_t module, struct span text) {
    struct span name = last_component(text), label = {text.data, text.len - name.len};
    label.len -= label.len ? 1 : 0;
    uint32_t type = label.len ? library_class(self, label, name) : class_here(self, module, name);
    return type_known(type) ? type : project_class(self, module, last_component(label), name);
}

/* --- Django's user model ------------------------------------------------------------------------------------------ */

/* `AUTH_USER_MODEL = "accounts.User"` at the top level of a module, or in one of its classes. */
static struct span user_setting(const struct program *self, uint32_t module) {
    const struct facts *facts = &module_at(self, module)->facts;
    for (uint32_t i = 0; i < facts->symbol_count; i++) {
        const struct facts_symbol *symbol = &facts->symbols[i];
        uint8_t kind = facts->scopes[symbol->scope].kind;
        for (uint32_t b = 0; (kind == SCOPE_MODULE || kind == SCOPE_CLASS) && b < symbol->binding_count; b++) {
            uint32_t value = facts->bindings[symbol->first_binding + b].value;
            if (value != FACTS_NONE && facts->exprs[value].kind == EXPR_STRING &&
                span_is(facts_text(facts, symbol->name), "AUTH_USER_MODEL")) {
                return facts_text(facts, facts->exprs[value].a);
            }
        }
    }
    return SPAN("");
}

static uint32_t find_user_model(struct program *self) {
    for (uint32_t role = 0; role < 2; role++) { /* settings that ship before those of tests */
        for (uint32_t m = 0; m < self->project_modules; m++) {
            struct span text = (module_at(self, m)->role != 0) == (role != 0) ? user_setting(self, m) : SPAN("");
            uint32_t type = text.len ? class_named(self, m, text) : TYPE_UNKNOWN;
            if (type_known(type)) {
                return type;
            }
        }
    }
    return library_class(self, SPAN("auth"), SPAN("User"));
}

uint32_t user_model(struct program *self) {
    if (self->user_model == 0) {
        self->user_model = find_user_model(self) + 1;
    }
    return self->user_model - 1;
}

/* --- where a class is wanted -------------------------------------------------------------------------------------- */

/* The class around a scope: what "self" means in its body. */
static uint32_t class_around(struct program *self, uint32_t module, uint32_t scope) {
    const struct program_module *m = module_at(self, module);
    for (; scope != FACTS_NONE; scope = m->facts.scopes[scope].parent) {
        if (m->facts.scopes[scope].kind == SCOPE_CLASS) {
            return type_plain(self, TYPE_CLASS, m->scope_base + scope);
        }
    }
    return TYPE_UNKNOWN;
}

uint32_t class_referenced(struct program *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = &module_at(self, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    if (e->kind == EXPR_ATTRIBUTE && span_is(facts_text(facts, e->b), "AUTH_USER_MODEL")) {
        return user_model(self);
    }
    if (e->kind != EXPR_STRING) {
        return TYPE_UNKNOWN;
    }
    struct span text = facts_text(facts, e->a);
    return span_is(text, "self") ? class_around(self, module, e->scope) : class_named(self, module, text);
}
