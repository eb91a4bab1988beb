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

bool facts_word_registers(uint32_t word) {
    return word == WORD_ENTRY || word == WORD_SCHEDULES || word == WORD_APPLICATION || word == WORD_ROUTER || word == WORD_MOUNTS ||
           word == WORD_JOINS;
}

static struct span string_value(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_STRING ? facts_text(facts, e->a) : SPAN("");
}

/* Keywords that a word takes; the first positional argument stands for `kind`, or `arg` where a word has no kinds. */
static bool takes(uint32_t word, const char *keyword) {
    static const char *const allowed[WORD_COUNT] = {
        [WORD_BLOCKS] = " kind instead cheap lazy ", [WORD_STARTS_LOOP] = " ",
        [WORD_OFFLOADS] = " arg ",              [WORD_SCHEDULES] = " arg ",
        [WORD_CALLS] = " arg ",                 [WORD_ENTERS] = " arg ",                 [WORD_WRAPS] = " arg ",
        [WORD_FORWARDS] = " ",                  [WORD_RELATES] = " arg name default ",
        [WORD_ENTRY] = " kind arg path methods sync_runs ",
        [WORD_SOURCE] = " kind ",               [WORD_VALIDATES] = " arg ",
        [WORD_SINK] = " kind arg ",             [WORD_GUARDS] = " kind ",
        [WORD_LIMITS] = " ",                    [WORD_PROVIDES] = " kind ",
        [WORD_APPLICATION] = " kind guards ",   [WORD_ROUTER] = " path named guards ",
        [WORD_MOUNTS] = " kind arg path guards ", [WORD_JOINS] = " arg path ",
        [WORD_UNBOUNDED] = " arg options default ",
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

static bool bad(const struct facts *facts, const char *path, uint32_t position, struct error *error, const char *what,
                struct span name) {
    uint32_t line, column;
    facts_position(facts, position, &line, &column);
    return error_set(error, path, line, "the words, their kinds and keywords are listed in checks/models/README.md",
                     "%s '%.*s'", what, (int)name.len, name.len ? name.data : "");
}

static bool has_param(const struct facts *facts, uint32_t scope, struct span name) {
    const struct facts_scope *s = &facts->scopes[scope];
    for (uint32_t i = 0; i < s->param_count; i++) {
        if (span_eq(facts_text(facts, facts->params[s->first_param + i].name), name)) {
            return true;
        }
    }
    return false;
}

static bool has_keywords(const struct facts *facts, uint32_t scope) {
    const struct facts_scope *s = &facts->scopes[scope];
    return s->param_count && facts->params[s->first_param + s->param_count - 1].kind == PARAM_DOUBLE_STAR;
}

/* One argument of a word on the def `scope` (FACTS_NONE for a statement). */
static bool check_argument(const struct facts *facts, const char *path, uint32_t word, const char *keyword,
                           uint32_t value, uint32_t scope, struct error *error) {
    uint32_t at = facts->exprs[value].start;
    struct span text = string_value(facts, value);
    bool flag = strcmp(keyword, "cheap") == 0 || strcmp(keyword, "lazy") == 0;
    if (!takes(word, keyword)) {
        return bad(facts, path, at, error, "unknown keyword of a model word:", span_of(keyword));
    }
    if (flag ? facts->exprs[value].kind != EXPR_TRUE && facts->exprs[value].kind != EXPR_FALSE
             : facts->exprs[value].kind != EXPR_STRING) {
        return bad(facts, path, at, error, flag ? "True or False is wanted for" : "a string is wanted for", span_of(keyword));
    }
    if (strcmp(keyword, "kind") == 0 && facts_kind_of(word, text) == KIND_COUNT) {
        return bad(facts, path, at, error, "unknown kind of a model word:", text);
    }
    /* The parameters that `relates` names are those of the constructor. */
    bool names_param = word != WORD_RELATES && (strcmp(keyword, "arg") == 0 || strcmp(keyword, "path") == 0 || strcmp(keyword, "options") == 0);
    if (names_param && scope != FACTS_NONE && facts->scopes[scope].kind == SCOPE_FUNCTION &&
        !has_param(facts, scope, text) && !(word == WORD_UNBOUNDED && has_keywords(facts, scope))) {
        return bad(facts, path, at, error, "the function has no parameter", text);
    }
    return true;
}

static bool check_word(const struct facts *facts, const char *path, uint32_t word, uint32_t expr, uint32_t call,
                       uint32_t scope, struct error *error) {
    char keyword[40];
    uint32_t value;
    bool kind_given = false;
    for (uint32_t i = 0; facts_word_argument(facts, call, word, i, keyword, sizeof keyword, &value); i++) {
        if (!check_argument(facts, path, word, keyword, value, scope, error)) {
            return false;
        }
        kind_given |= strcmp(keyword, "kind") == 0;
    }
    return !has_kind(word) || kind_given ||
           bad(facts, path, facts->exprs[expr].start, error, "a model word lacks its kind:", span_of(word_names[word]));
}

/* A decorator that is nearly a word, or spelled through the module, would say nothing and be missed by nobody. */
static bool check_decorator(const struct facts *facts, const char *path, uint32_t expr, struct error *error) {
    const struct facts_expr *e = &facts->exprs[expr];
    e = e->kind == EXPR_CALL ? &facts->exprs[e->a] : e;
    char name[40];
    struct span text = facts_last_name(facts, (uint32_t)(e - facts->exprs));
    snprintf(name, sizeof name, "%.*s", (int)text.len, text.len ? text.data : "");
    if (e->kind == EXPR_ATTRIBUTE) {
        return !span_is(facts_last_name(facts, e->a), "loadpath") ||
               bad(facts, path, e->start, error, "import the word by its own name (from loadpath import …):", text);
    }
    for (uint32_t w = 0; w < WORD_COUNT; w++) {
        if (strlen(name) > 4 && text_distance(name, word_names[w], 1) == 1) {
            return bad(facts, path, e->start, error, "unknown model word", text);
        }
    }
    return true;
}

static bool check_imports(const struct facts *facts, const char *path, struct error *error) {
    for (uint32_t i = 0; i < facts->import_count; i++) {
        const struct facts_import *import = &facts->imports[i];
        if (import->module == FACTS_NONE || !span_is(facts_text(facts, import->module), "loadpath") ||
            import->name == FACTS_NONE) {
            continue;
        }
        if (word_of(facts_text(facts, import->name)) == WORD_COUNT) {
            return bad(facts, path, import->start, error, "unknown model word", facts_text(facts, import->name));
        }
        if (import->flags & IMPORT_ALIAS) {
            return bad(facts, path, import->start, error, "a model word is imported under its own name:",
                       facts_text(facts, import->name));
        }
    }
    return true;
}

static bool check_decorators(const struct facts *facts, const char *path, uint32_t scope, struct error *error) {
    uint32_t count, call;
    const uint32_t *list = facts_list(facts, facts->scopes[scope].decorators, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = facts_word_of(facts, list[i], &call);
        if (word == WORD_COUNT ? !check_decorator(facts, path, list[i], error)
                               : !check_word(facts, path, word, list[i], call, scope, error)) {
            return false;
        }
    }
    return true;
}

static bool check_statements(const struct facts *facts, const char *path, struct error *error) {
    for (uint32_t s = 0; s < facts->stmt_count; s++) {
        const struct facts_stmt *stmt = &facts->stmts[s];
        uint32_t call;
        if (stmt->kind != STMT_EXPR || facts->exprs[stmt->a].kind != EXPR_CALL) {
            continue;
        }
        uint32_t word = facts_word_of(facts, stmt->a, &call);
        if (word != WORD_COUNT && !check_word(facts, path, word, stmt->a, call, FACTS_NONE, error)) {
            return false;
        }
    }
    return true;
}

bool facts_check_stub(const struct facts *facts, const char *path, struct error *error) {
    if (facts->fault_count) {
        uint32_t line, column;
        facts_position(facts, facts->faults[0].start, &line, &column);
        return error_set(error, path, line, "write the stub as valid Python", "the stub cannot be parsed");
    }
    if (!check_imports(facts, path, error)) {
        return false;
    }
    for (uint32_t s = 1; s < facts->scope_count; s++) {
        if (!check_decorators(facts, path, s, error)) {
            return false;
        }
    }
    return check_statements(facts, path, error);
}
