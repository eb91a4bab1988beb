/* Reads the words of library models from the decorators of their stubs. */
#include "program/internal.h"

#include <stdio.h>
#include <string.h>

static struct span string_value(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_STRING ? facts_text(facts, e->a) : SPAN("");
}

static uint8_t runs_of(struct span text) {
    return span_is(text, "loop") ? RUNS_LOOP : span_is(text, "caller") ? RUNS_CALLER : RUNS_THREAD;
}

static struct program_trait read_trait(struct program *self, const struct facts *facts, uint32_t word, uint32_t call) {
    struct program_trait trait = {.word = (uint8_t)word,
                                  .kind = KIND_COUNT,
                                  .arg = INTERN_NONE,
                                  .path = INTERN_NONE,
                                  .methods = INTERN_NONE,
                                  .instead = INTERN_NONE,
                                  .options = INTERN_NONE,
                                  .standard = INTERN_NONE};
    char keyword[40];
    uint32_t value;
    for (uint32_t i = 0; facts_word_argument(facts, call, word, i, keyword, sizeof keyword, &value); i++) {
        struct span text = string_value(facts, value);
        uint32_t *slot = strcmp(keyword, "arg") == 0       ? &trait.arg
                         : strcmp(keyword, "path") == 0    ? &trait.path
                         : strcmp(keyword, "methods") == 0 ? &trait.methods
                         : strcmp(keyword, "instead") == 0 ? &trait.instead
                         : strcmp(keyword, "options") == 0 ? &trait.options
                         : strcmp(keyword, "default") == 0 ? &trait.standard
                                                           : NULL;
        if (slot && text.len) {
            *slot = intern_add(&self->names, text);
        } else if (strcmp(keyword, "kind") == 0) {
            trait.kind = (uint8_t)facts_kind_of(word, text);
        } else if (strcmp(keyword, "cheap") == 0) {
            trait.cheap = facts->exprs[value].kind == EXPR_TRUE;
        } else if (strcmp(keyword, "sync_runs") == 0) {
            trait.runs = runs_of(text);
        }
    }
    return trait;
}

static void read_scope(struct program *self, uint32_t module, uint32_t scope) {
    const struct program_module *m = module_at(self, module);
    const struct facts *facts = &m->facts;
    uint32_t count, call;
    const uint32_t *list = facts_list(facts, facts->scopes[scope].decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = facts_word_of(facts, list[i], &call);
        if (word == WORD_COUNT) {
            continue;
        }
        struct program_trait trait = read_trait(self, facts, word, call);
        struct scope_info *info = &self->scopes.data[m->scope_base + scope];
        trait.next = info->traits;
        info->traits = self->traits.len;
        vec_push(&self->traits, trait);
        if (word == WORD_ENTRY || word == WORD_SCHEDULES) {
            map_set(&self->registrar_names, program_name(self, module, facts->scopes[scope].name), 1);
            uint32_t parent = facts->scopes[scope].parent;
            if (parent != FACTS_NONE && facts->scopes[parent].kind == SCOPE_CLASS) {
                /* A constructor registers under the name of its class. */
                map_set(&self->registrar_names, program_name(self, module, facts->scopes[parent].name), 1);
            }
        }
    }
}

void traits_read(struct program *self, uint32_t module) {
    const struct facts *facts = &module_at(self, module)->facts;
    for (uint32_t s = 1; s < facts->scope_count; s++) {
        if (facts->scopes[s].decorators != FACTS_NONE) {
            read_scope(self, module, s);
        }
    }
}
