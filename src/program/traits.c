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
                                  .named = INTERN_NONE,
                                  .guards = INTERN_NONE,
                                  .name = INTERN_NONE,
                                  .fallback = INTERN_NONE,
                                  .options = INTERN_NONE};
    char keyword[40];
    uint32_t value;
    for (uint32_t i = 0; facts_word_argument(facts, call, word, i, keyword, sizeof keyword, &value); i++) {
        struct span text = string_value(facts, value);
        uint32_t *slot = strcmp(keyword, "arg") == 0       ? &trait.arg
                         : strcmp(keyword, "path") == 0    ? &trait.path
                         : strcmp(keyword, "methods") == 0 ? &trait.methods
                         : strcmp(keyword, "instead") == 0 ? &trait.instead
                         : strcmp(keyword, "named") == 0   ? &trait.named
                         : strcmp(keyword, "guards") == 0  ? &trait.guards
                         : strcmp(keyword, "name") == 0    ? &trait.name
                         : strcmp(keyword, "default") == 0 ? &trait.fallback
                         : strcmp(keyword, "options") == 0 ? &trait.options
                                                           : NULL;
        if (slot && text.len) {
            *slot = intern_add(&self->names, text);
        } else if (strcmp(keyword, "kind") == 0) {
            trait.kind = (uint8_t)facts_kind_of(word, text);
        } else if (strcmp(keyword, "cheap") == 0) {
            trait.cheap = facts->exprs[value].kind == EXPR_TRUE;
        } else if (strcmp(keyword, "lazy") == 0) {
            trait.lazy = facts->exprs[value].kind == EXPR_TRUE;
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
        if (word == WORD_FORWARDS) {
            vec_push(&self->forwards, m->scope_base + scope);
        }
        if (word == WORD_RELATES) {
            vec_push(&self->relates, m->scope_base + scope);
        }
        if (facts_word_registers(word)) {
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

static uint64_t own_capabilities(const struct program *self, uint32_t module) {
    const struct program_module *m = module_at(self, module);
    uint64_t has = 0;
    for (uint32_t s = 0; m->is_model && !m->is_namespace && s < m->facts.stmt_count; s++) {
        const struct facts_stmt *stmt = &m->facts.stmts[s];
        uint32_t call, value;
        char keyword[40];
        if (stmt->kind == STMT_EXPR && facts_word_of(&m->facts, stmt->a, &call) == WORD_PROVIDES &&
            facts_word_argument(&m->facts, call, WORD_PROVIDES, 0, keyword, sizeof keyword, &value)) {
            uint32_t kind = facts_kind_of(WORD_PROVIDES, string_value(&m->facts, value));
            has |= kind == KIND_COUNT ? 0 : (uint64_t)1 << (kind - KIND_CAP_LLM);
        }
    }
    return has;
}

uint64_t program_capabilities(struct program *self, uint32_t module) {
    struct span name = intern_text(&self->names, module_at(self, module)->name);
    const char *dot = memchr(name.data, '.', name.len);
    uint64_t has = own_capabilities(self, module);
    if (dot) {
        uint32_t top = model_load(self, program_intern(self, arena_strndup(&self->arena, name.data, (size_t)(dot - name.data))));
        has |= top == PROGRAM_NONE ? 0 : own_capabilities(self, top);
    }
    return has;
}
