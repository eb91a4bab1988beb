#include "facts/words.h"

#include <stdio.h>
#include <string.h>

static const char *const word_names[] = {
#define WORD(id, spelling) spelling,
#include "facts/words.def"
};

static const struct {
    uint8_t word;
    const char *name;
} kinds[] = {
#define KIND(id, word, spelling) {WORD_##word, spelling},
#include "facts/words.def"
};

const char *facts_kind_name(enum facts_kind kind) {
    return kind < KIND_COUNT ? kinds[kind].name : "";
}

static uint32_t word_of(struct span name) {
    for (uint32_t w = 0; w < WORD_COUNT; w++) {
        if (span_is(name, word_names[w])) {
            return w;
        }
    }
    return WORD_COUNT;
}

uint32_t facts_kind_of(uint32_t word, struct span name) {
    for (uint32_t k = 0; k < KIND_COUNT; k++) {
        if (kinds[k].word == word && span_is(name, kinds[k].name)) {
            return k;
        }
    }
    return KIND_COUNT;
}

uint32_t facts_word_of(const struct facts *facts, uint32_t expr, uint32_t *call) {
    const struct facts_expr *e = &facts->exprs[expr];
    *call = FACTS_NONE;
    if (e->kind == EXPR_CALL) {
        *call = expr;
        e = &facts->exprs[e->a];
    }
    return e->kind == EXPR_NAME ? word_of(facts_text(facts, e->a)) : WORD_COUNT;
}

static struct span string_value(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_STRING ? facts_text(facts, e->a) : SPAN("");
}

/* Keywords that a word takes; the first positional argument stands for `kind`, or `arg` where a word has no kinds. */
static bool takes(uint32_t word, const char *keyword) {
    static const char *const allowed[WORD_COUNT] = {
        [WORD_BLOCKS] = " kind instead cheap ", [WORD_STARTS_LOOP] = " ",
        [WORD_OFFLOADS] = " arg ",              [WORD_SCHEDULES] = " arg ",
        [WORD_CALLS] = " arg ",                 [WORD_ENTERS] = " arg ",                 [WORD_WRAPS] = " arg ",
        [WORD_ENTRY] = " kind arg path methods sync_runs ",
        [WORD_SOURCE] = " kind ",               [WORD_VALIDATES] = " arg ",
        [WORD_SINK] = " kind arg ",             [WORD_GUARDS] = " kind ",
        [WORD_LIMITS] = " ",                    [WORD_PROVIDES] = " kind ",
    };
    char padded[48];
    snprintf(padded, sizeof padded, " %s ", keyword);
    return strstr(allowed[word], padded) != NULL;
}

static bool has_kind(uint32_t word) {
    return takes(word, "kind");
}

bool facts_word_argument(const struct facts *facts, uint32_t call, uint32_t word, uint32_t index, char *keyword,
                        size_t size, uint32_t *value) {
    uint32_t count = 0;
    const uint32_t *list = call == FACTS_NONE ? NULL : facts_list(facts, facts->exprs[call].b, &count);
    if (index * 2 + 1 >= count) {
        return false;
    }
    struct span name = list[index * 2] < FACTS_ARG_DOUBLE_STAR ? facts_text(facts, list[index * 2])
                                                              : span_of(has_kind(word) && index == 0 ? "kind" : "arg");
    snprintf(keyword, size, "%.*s", (int)name.len, name.data);
    *value = list[index * 2 + 1];
    return true;
}

static bool bad(const struct facts *facts, const char *path, uint32_t expr, struct error *error, const char *what,
                const char *name) {
    uint32_t line, column;
    facts_position(facts, facts->exprs[expr].start, &line, &column);
    return error_set(error, path, line, "the vocabulary is listed in checks/models/README.md", "%s '%s'", what, name);
}

static bool check_word(const struct facts *facts, const char *path, uint32_t word, uint32_t call, struct error *error) {
    char keyword[40];
    uint32_t value;
    bool kind_given = false;
    for (uint32_t i = 0; facts_word_argument(facts, call, word, i, keyword, sizeof keyword, &value); i++) {
        if (!takes(word, keyword)) {
            return bad(facts, path, value, error, "unknown keyword of a model word:", keyword);
        }
        if (strcmp(keyword, "kind") == 0) {
            struct span text = string_value(facts, value);
            char name[64];
            snprintf(name, sizeof name, "%.*s", (int)text.len, text.data);
            kind_given = true;
            if (facts_kind_of(word, text) == KIND_COUNT) {
                return bad(facts, path, value, error, "unknown kind of a model word:", name);
            }
        }
    }
    if (has_kind(word) && !kind_given) {
        return bad(facts, path, call == FACTS_NONE ? 0 : call, error, "a model word lacks its kind:", word_names[word]);
    }
    return true;
}

bool facts_check_stub(const struct facts *facts, const char *path, struct error *error) {
    if (facts->fault_count) {
        uint32_t line, column;
        facts_position(facts, facts->faults[0].start, &line, &column);
        return error_set(error, path, line, "write the stub as valid Python", "the stub cannot be parsed");
    }
    for (uint32_t i = 0; i < facts->import_count; i++) {
        const struct facts_import *import = &facts->imports[i];
        if (import->module == FACTS_NONE || !span_is(facts_text(facts, import->module), "loadpath") ||
            import->name == FACTS_NONE) {
            continue;
        }
        struct span name = facts_text(facts, import->name);
        if (word_of(name) == WORD_COUNT) {
            uint32_t line, column;
            facts_position(facts, import->start, &line, &column);
            return error_set(error, path, line, "the vocabulary is listed in checks/models/README.md",
                             "unknown model word '%.*s'", (int)name.len, name.data);
        }
    }
    for (uint32_t s = 1; s < facts->scope_count; s++) {
        uint32_t count, call;
        const uint32_t *list = facts_list(facts, facts->scopes[s].decorators, &count);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t word = facts_word_of(facts, list[i], &call);
            if (word != WORD_COUNT && !check_word(facts, path, word, call, error)) {
                return false;
            }
        }
    }
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        uint32_t call;
        if (stmt->kind == STMT_EXPR && facts->exprs[stmt->a].kind == EXPR_CALL) {
            uint32_t word = facts_word_of(facts, stmt->a, &call);
            if (word != WORD_COUNT && !check_word(facts, path, word, call, error)) {
                return false;
            }
        }
    }
    return true;
}
