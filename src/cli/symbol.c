#include "cli/symbol.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "cli/near.h"

#define LIMIT_LISTED 20u /* functions listed of a name that means several */

bool symbol_is_place(const char *text, struct arena *arena, const char **path, uint32_t *line) {
    const char *colon = strrchr(text, ':');
    char *end;
    if (!colon || colon == text || !isdigit((unsigned char)colon[1]))
        return false;
    unsigned long number = strtoul(colon + 1, &end, 10);
    if (*end || number >= UINT32_MAX)
        return false;
    *path = arena_strndup(arena, text, (size_t)(colon - text));
    *line = (uint32_t)number;
    return true;
}

/* ---- places ---- */

static const char *role_of(const struct engine *engine, const char *path) {
    for (uint32_t i = 0; i < engine->project.file_count; i++)
        if (strcmp(engine->project.files[i].path, path) == 0)
            return project_role_name(engine->project.files[i].role);
    return NULL;
}

static uint32_t module_of(const struct engine *engine, const char *path) {
    for (uint32_t m = 0; m < program_module_count(engine->program); m++) {
        const struct program_module *module = program_module_at(engine->program, m);
        if (module->path && !module->is_model && !module->is_namespace && strcmp(module->path, path) == 0)
            return m;
    }
    return PROGRAM_NONE;
}

bool symbol_at(const struct engine *engine, const char *path, uint32_t line, uint32_t *def, struct error *error) {
    uint32_t module = module_of(engine, path), best = PROGRAM_NONE, column;
    const char *role = role_of(engine, path);
    if (module == PROGRAM_NONE && role)
        return error_set(error, path, 0, "see the keys exclude and analyse of the configuration", "is not analysed: it counts as %s", role);
    if (module == PROGRAM_NONE)
        return error_set(error, path, 0, "loadpath check --show-files lists the files", "is no Python file of the project");
    const struct program_module *m = program_module_at(engine->program, module);
    if (line == 0 || line > m->facts.line_count)
        return error_set(error, path, 0, NULL, "has only %u lines", m->facts.line_count);
    for (uint32_t s = 1; s < m->facts.scope_count; s++) {
        uint32_t first, last;
        if (m->facts.scopes[s].kind != SCOPE_FUNCTION)
            continue;
        facts_position(&m->facts, m->facts.scopes[s].start, &first, &column);
        facts_position(&m->facts, m->facts.scopes[s].end, &last, &column);
        if (first <= line && line <= last)
            best = s; /* a scope inside another one has a larger number */
    }
    if (best == PROGRAM_NONE)
        return error_set(error, path, line, "name a line of a def", "no function stands there");
    *def = program_def(m, best);
    return true;
}

/* ---- names ---- */

static bool ends_in(const char *dotted, const char *name) {
    size_t length = strlen(dotted), wanted = strlen(name);
    return length >= wanted && strcmp(dotted + length - wanted, name) == 0 && (length == wanted || dotted[length - wanted - 1] == '.');
}

struct matches {
    VEC(uint32_t) defs;
    bool whole; /* they have exactly this name */
};

static void try_def(struct program *program, uint32_t def, const char *name, struct matches *out) {
    const char *dotted = program_dotted(program, def);
    bool whole = strcmp(dotted, name) == 0;
    if (!ends_in(dotted, name) || (out->whole && !whole) || (program_def_flags(program, def) & DEF_OVERLOAD))
        return;
    if (whole && !out->whole)
        vec_clear(&out->defs);
    out->whole = whole;
    vec_push(&out->defs, def);
}

typedef void def_fn(void *context, uint32_t def, bool function);

/* Every function and class of the project. */
static void each_def(struct program *program, def_fn *visit, void *context) {
    for (uint32_t i = 0; i < program_module_count(program); i++) {
        const struct program_module *m = program_module_at(program, i);
        for (uint32_t s = 1; !m->is_model && !m->is_namespace && s < m->facts.scope_count; s++)
            if (m->facts.scopes[s].kind == SCOPE_FUNCTION || m->facts.scopes[s].kind == SCOPE_CLASS)
                visit(context, program_def(m, s), m->facts.scopes[s].kind == SCOPE_FUNCTION);
    }
}

struct looking {
    struct program *program;
    const char *name;
    struct matches functions, classes;
    struct near near, near_last;
};

static void visit_match(void *context, uint32_t def, bool function) {
    struct looking *looking = context;
    try_def(looking->program, def, looking->name, function ? &looking->functions : &looking->classes);
}

/* A misspelt name is compared with whole names, with names in their modules and with last names. */
static void visit_near(void *context, uint32_t def, bool function) {
    struct looking *looking = context;
    if (!function)
        return;
    near_try(&looking->near, program_dotted(looking->program, def));
    near_try(&looking->near, program_qualname(looking->program, def));
    near_try(&looking->near_last, program_string(looking->program, program_def_name(looking->program, def)));
}

static void put_def(const struct engine *engine, const struct target *target, uint32_t def, struct buffer *out) {
    const struct program_module *m = program_module_at(engine->program, program_def_module(engine->program, def));
    struct report_input shown = {.prefix = target->prefix, .below = target->below};
    uint32_t line, column;
    facts_position(&m->facts, m->facts.stmts[program_def_scope(engine->program, def)->stmt].start, &line, &column);
    report_put_path(&shown, m->path, out);
    buffer_printf(out, ":%u: ", line);
    const char *dotted = program_dotted(engine->program, def);
    buffer_put_safe(out, dotted, strlen(dotted));
    buffer_putc(out, '\n');
}

static void put_defs(const struct engine *engine, const struct target *target, const uint32_t *defs, uint32_t count, struct buffer *out) {
    for (uint32_t i = 0; i < count && i < LIMIT_LISTED; i++)
        put_def(engine, target, defs[i], out);
    if (count > LIMIT_LISTED)
        buffer_printf(out, "and %u more\n", count - LIMIT_LISTED);
}

/* The functions that stand in a class. */
static void collect_methods(struct program *program, uint32_t class_def, struct matches *out) {
    const struct program_module *m = program_module_at(program, program_def_module(program, class_def));
    for (uint32_t s = 1; s < m->facts.scope_count; s++)
        if (m->facts.scopes[s].kind == SCOPE_FUNCTION && m->facts.scopes[s].parent != FACTS_NONE &&
            program_def(m, m->facts.scopes[s].parent) == class_def)
            vec_push(&out->defs, program_def(m, s));
}

static bool none_named(struct looking *looking, struct error *error) {
    each_def(looking->program, visit_near, looking);
    const char *near = looking->near.best ? looking->near.best : looking->near_last.best;
    if (near)
        return error_set(error, NULL, 0, NULL, "no function '%s'; did you mean '%s'?", looking->name, near);
    return error_set(error, NULL, 0, "name it as it is imported, or by PATH:LINE", "no function '%s'", looking->name);
}

bool symbol_named(struct engine *engine, const struct target *target, const char *name, uint32_t *def, struct buffer *several,
                  struct error *error) {
    struct looking looking = {.program = engine->program, .name = name, .near = near_init(name), .near_last = near_init(name)};
    bool found = false;
    each_def(engine->program, visit_match, &looking);
    if (looking.functions.defs.len == 1) {
        *def = looking.functions.defs.data[0];
        found = true;
    } else if (looking.functions.defs.len) {
        put_defs(engine, target, looking.functions.defs.data, looking.functions.defs.len, several);
        error_set(error, NULL, 0, looking.functions.whole ? "say which by PATH:LINE" : "say which by more of its name, or by PATH:LINE",
                  "'%s' is the name of %u functions", name, looking.functions.defs.len);
    } else if (looking.classes.defs.len) {
        for (uint32_t i = 0; i < looking.classes.defs.len; i++)
            collect_methods(engine->program, looking.classes.defs.data[i], &looking.functions);
        put_defs(engine, target, looking.functions.defs.data, looking.functions.defs.len, several);
        error_set(error, NULL, 0, "name one of its methods", "'%s' is a class", name);
    } else {
        none_named(&looking, error);
    }
    vec_free(&looking.functions.defs);
    vec_free(&looking.classes.defs);
    return found;
}
