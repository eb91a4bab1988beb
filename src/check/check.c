#include "check/check.h"

#include <stdarg.h>

struct finding *check_add(struct check_context *context, uint32_t module, uint32_t start, uint32_t end) {
    struct finding finding = {.code = context->check->code,
                              .id = context->check->id,
                              .severity = context->check->severity,
                              .confidence = CONFIDENCE_CERTAIN,
                              .symbol = "",
                              .matter = ""};
    finding.place = (struct finding_place){
        .path = program_module_at(context->program, module)->path, .start = start, .end = end};
    vec_push(&context->findings->items, finding);
    return &context->findings->items.data[context->findings->items.len - 1];
}

struct finding *check_at_def(struct check_context *context, uint32_t def) {
    uint32_t module = program_def_module(context->program, def);
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    const struct facts_stmt *stmt = &facts->stmts[program_def_scope(context->program, def)->stmt];
    struct finding *finding = check_add(context, module, stmt->start, stmt->stop);
    finding->symbol = program_qualname(context->program, def);
    return finding;
}

bool check_has_own_loop(const struct check_context *context, const struct flow_function *function) {
    return function->entry != FLOW_NONE && web_has_own_loop(context->web, flow_entry_at(context->flow, function->entry));
}

bool check_first(struct check_context *context, uint32_t module, uint32_t position) {
    uint32_t *slot = map_at(&context->seen, map_pair(module, position));
    bool first = *slot == MAP_NONE;
    *slot = 1;
    return first;
}

void check_relate(struct check_context *context, struct finding *finding, uint32_t module, uint32_t start, uint32_t end,
                  const char *message) {
    size_t size = finding->related_count * sizeof *finding->related;
    struct finding_related *grown = arena_alloc(&context->findings->arena, size + sizeof *grown);
    if (size) {
        memcpy(grown, finding->related, size);
    }
    grown[finding->related_count++] = (struct finding_related){
        {.path = program_module_at(context->program, module)->path, .start = start, .end = end}, message};
    finding->related = grown;
}

const char *check_text(struct check_context *context, const char *format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return arena_strdup(&context->findings->arena, text);
}

const char *check_dotted(struct check_context *context, uint32_t module, uint32_t expr) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    const char *tail = "";
    for (const struct facts_expr *e = &facts->exprs[expr];; e = &facts->exprs[e->a]) {
        struct span name = facts_text(facts, e->kind == EXPR_NAME ? e->a : e->b);
        if (e->kind != EXPR_NAME && e->kind != EXPR_ATTRIBUTE) {
            return NULL;
        }
        tail = check_text(context, "%.*s%s%s", (int)name.len, name.data, *tail ? "." : "", tail);
        if (e->kind == EXPR_NAME) {
            return tail;
        }
    }
}

const char *check_symbol(struct check_context *context, uint32_t module, uint32_t scope) {
    const struct program_module *m = program_module_at(context->program, module);
    return program_qualname(context->program, program_def(m, facts_owner(&m->facts, scope)));
}

const char *check_name(struct check_context *context, uint32_t def, uint32_t module) {
    uint32_t home = program_def_module(context->program, def);
    const struct program_module *m = program_module_at(context->program, home);
    const char *name = program_qualname(context->program, def);
    if (m->is_model) {
        return program_dotted(context->program, def);
    }
    if (home == module) {
        return name;
    }
    const char *dotted = program_string(context->program, m->name), *dot = strrchr(dotted, '.');
    return check_text(context, "%s.%s", dot ? dot + 1 : dotted, name);
}

static const char *entry_text(struct check_context *context, const struct flow_entry *entry) {
    const char *path = program_string(context->program, entry->path);
    const char *methods = program_string(context->program, entry->methods);
    if (entry->kind == KIND_ROUTE && entry->path != INTERN_NONE) {
        return check_text(context, "%s%s%s", methods, *methods ? " " : "", *path ? path : "/");
    }
    if (entry->kind == KIND_WEBSOCKET && entry->path != INTERN_NONE) {
        return check_text(context, "websocket %s", path);
    }
    return check_text(context, "%s %s", facts_kind_name(entry->kind), program_qualname(context->program, entry->def));
}

/* "in load, GET /users"; the entry point itself, when it has no path, "in startup, startup". */
static const char *where(struct check_context *context, const struct flow_function *f, uint32_t number) {
    const char *name = program_qualname(context->program, f->def);
    if (number == FLOW_NONE) {
        return check_text(context, "in %s", name);
    }
    const struct flow_entry *entry = flow_entry_at(context->flow, number);
    bool itself = entry->def == f->def && entry->kind != KIND_ROUTE && entry->kind != KIND_WEBSOCKET;
    return check_text(context, "in %s, %s", name, itself ? facts_kind_name(entry->kind) : entry_text(context, entry));
}

const char *check_where(struct check_context *context, uint32_t function) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    const char *colour = (f->flags & FUNCTION_CALLBACK) ? "run by the loop" : "async";
    return check_text(context, "%s, %s", where(context, f, f->entry), colour);
}

const char *check_where_requested(struct check_context *context, uint32_t function) {
    const struct flow_function *f = flow_function_at(context->flow, function);
    return where(context, f, f->request);
}
