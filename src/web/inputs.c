/* What a handler takes from the client. */
#include "web/internal.h"

const char *web_input_name(enum web_input_kind kind) {
    static const char *const names[] = {"path", "query", "header",    "cookie",    "body",
                                        "form", "file",  "websocket", "dependency"};
    return names[kind];
}

static uint8_t input_of_source(uint8_t kind) {
    switch (kind) {
    case KIND_SOURCE_PATH: return INPUT_PATH;
    case KIND_SOURCE_HEADER: return INPUT_HEADER;
    case KIND_SOURCE_COOKIE: return INPUT_COOKIE;
    case KIND_SOURCE_BODY: return INPUT_BODY;
    case KIND_SOURCE_FORM: return INPUT_FORM;
    case KIND_SOURCE_FILE: return INPUT_FILE;
    case KIND_SOURCE_WEBSOCKET: return INPUT_WEBSOCKET;
    default: return INPUT_QUERY;
    }
}

static void push(struct web *self, uint8_t kind, bool declared, const char *name, const char *type) {
    vec_push(&self->inputs, ((struct web_input){kind, declared, name, type}));
}

/* ---- declared ---- */

/* "{user_id}", "{user_id:path}", "<int:user_id>" */
static bool stands_in_path(const char *path, struct span name) {
    for (const char *at = path; (at = strpbrk(at, "{<")); at++) {
        const char close = *at == '{' ? '}' : '>', *end = strchr(at, close);
        if (!end) {
            return false;
        }
        struct span inner = {at + 1, (size_t)(end - at - 1)};
        const char *colon = memchr(inner.data, ':', inner.len);
        struct span before = {inner.data, colon ? (size_t)(colon - inner.data) : inner.len};
        struct span after = colon ? (struct span){colon + 1, inner.len - before.len - 1} : before;
        if (span_eq(close == '}' ? before : after, name)) {
            return true;
        }
    }
    return false;
}

static const struct program_trait *source_trait(struct web *self, uint32_t type) {
    struct type t = types_get(program_types(self->program), type);
    return (t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) && program_is_model(self->program, t.entity)
               ? program_trait(self->program, t.entity, WORD_SOURCE)
               : NULL;
}

/* What Query(…), Body(…), File(…) as a default, or as a part of Annotated[…], say; INPUT_QUERY - 1 when nothing. */
static bool said_kind(struct web *self, uint32_t module, uint32_t expr, uint8_t *kind) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    if (e->kind == EXPR_CALL) {
        struct type t = types_get(program_types(self->program), program_eval(self->program, module, e->a));
        if (t.kind != TYPE_FUNCTION || !program_is_model(self->program, t.entity)) {
            return false;
        }
        const struct program_trait *source = program_trait(self->program, t.entity, WORD_SOURCE);
        const struct program_trait *entry = program_trait(self->program, t.entity, WORD_ENTRY);
        if (source) {
            *kind = input_of_source(source->kind);
        } else if (entry && entry->kind == KIND_DEPENDENCY) {
            *kind = INPUT_DEPENDENCY;
        }
        return source || (entry && entry->kind == KIND_DEPENDENCY);
    }
    if (e->kind == EXPR_SUBSCRIPT && facts->exprs[e->b].kind == EXPR_TUPLE) {
        uint32_t count;
        const uint32_t *list = facts_list(facts, facts->exprs[e->b].b, &count);
        for (uint32_t i = 1; i < count; i++) {
            if (facts->exprs[list[i]].kind == EXPR_CALL && said_kind(self, module, list[i], kind)) {
                return true;
            }
        }
    }
    return false;
}

struct alias {
    struct web *web;
    uint8_t kind;
    bool found;
};

static void visit_alias(void *context, uint32_t module, uint32_t expr) {
    struct alias *a = context;
    a->found = a->found || (facts_of(a->web, module)->exprs[expr].kind == EXPR_SUBSCRIPT &&
                            said_kind(a->web, module, expr, &a->kind));
}

/* A parameter whose type says where it comes from: an upload, a schema, the request itself (no input). */
enum typed { TYPED_NOTHING, TYPED_BODY, TYPED_FILE, TYPED_REQUEST };

static enum typed typed_as(struct web *self, uint32_t type) {
    struct type_table *types = program_types(self->program);
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        if (t.kind != TYPE_INSTANCE && t.kind != TYPE_EXACT) {
            continue;
        }
        const char *dotted = program_dotted(self->program, t.entity);
        const char *dot = strrchr(dotted, '.'), *name = dot ? dot + 1 : dotted;
        if (strcmp(name, "UploadFile") == 0) {
            return TYPED_FILE;
        }
        if (program_is_model(self->program, t.entity) &&
            (strncmp(dotted, "starlette.", 10) == 0 || strncmp(dotted, "fastapi.", 8) == 0 ||
             strncmp(dotted, "django.", 7) == 0 || strncmp(dotted, "rest_framework.", 15) == 0 ||
             strncmp(dotted, "aiohttp.", 8) == 0)) {
            return TYPED_REQUEST;
        }
        uint32_t count;
        const uint32_t *mro = program_mro(self->program, t.entity, &count);
        for (uint32_t k = 0; !program_is_model(self->program, t.entity) && k < count; k++) {
            const char *base = program_dotted(self->program, types_get(types, mro[k]).entity);
            if (strncmp(base, "pydantic.", 9) == 0 || strncmp(base, "sqlmodel.", 9) == 0 ||
                strncmp(base, "msgspec.", 8) == 0 || strncmp(base, "ninja.", 6) == 0) {
                return TYPED_BODY;
            }
        }
        uint32_t decorators;
        const struct facts *facts = facts_of(self, program_def_module(self->program, t.entity));
        const uint32_t *list = facts_list(facts, program_def_scope(self->program, t.entity)->decorators, &decorators);
        for (uint32_t k = 0; k < decorators; k++) {
            if (span_is(facts_decorator_name(facts, list[k]), "dataclass")) {
                return TYPED_BODY;
            }
        }
    }
    return TYPED_NOTHING;
}

static void declared_param(struct web *self, uint32_t module, const struct facts_param *p, const char *path) {
    const struct facts *facts = facts_of(self, module);
    struct span name = facts_text(facts, p->name);
    struct alias alias = {self, INPUT_QUERY, false};
    if (p->value != FACTS_NONE) {
        alias.found = said_kind(self, module, p->value, &alias.kind);
    }
    if (!alias.found && p->annotation != FACTS_NONE) {
        alias.found = said_kind(self, module, p->annotation, &alias.kind);
        if (!alias.found &&
            (facts->exprs[p->annotation].kind == EXPR_NAME || facts->exprs[p->annotation].kind == EXPR_ATTRIBUTE)) {
            program_origins(self->program, module, p->annotation, visit_alias, &alias);
        }
    }
    const char *text = arena_strndup(&self->arena, name.data, name.len);
    const char *type = p->annotation == FACTS_NONE ? NULL : written(self, module, p->annotation);
    if (stands_in_path(path, name)) {
        push(self, INPUT_PATH, true, text, type);
        return;
    }
    uint32_t symbol_type = TYPE_UNKNOWN;
    if (p->symbol != FACTS_NONE && p->annotation != FACTS_NONE) {
        struct type t = types_get(program_types(self->program), program_eval(self->program, module, p->annotation));
        symbol_type = t.kind == TYPE_CLASS ? types_make(program_types(self->program), TYPE_INSTANCE, t.entity, NULL, 0)
                                           : TYPE_UNKNOWN;
    }
    enum typed typed = typed_as(self, symbol_type);
    if (alias.found) {
        push(self, alias.kind, true, text, type);
    } else if (typed == TYPED_BODY || typed == TYPED_FILE) {
        push(self, typed == TYPED_BODY ? INPUT_BODY : INPUT_FILE, true, text, type);
    } else if (typed != TYPED_REQUEST && type) {
        push(self, INPUT_QUERY, true, text, type);
    }
}

/* ---- read by hand ---- */

/* `file.read()` of a parameter `file: UploadFile`: the signature has declared it. */
static bool is_declared_file(struct web *self, uint32_t def, uint32_t module, uint32_t call, uint8_t kind) {
    const struct facts *facts = facts_of(self, module);
    uint32_t object = facts->exprs[facts->exprs[call].a].a;
    return kind == INPUT_FILE && program_param_named(self->program, def, module, object) != PROGRAM_NONE;
}

static void raw_read(struct web *self, uint32_t def, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    const struct program_trait *trait = NULL;
    if (e->kind == EXPR_CALL && facts->exprs[e->a].kind == EXPR_ATTRIBUTE) {
        trait = source_trait(self, program_eval(self->program, module, e->a));
    } else if (e->kind == EXPR_ATTRIBUTE) {
        trait = source_trait(self, program_property(self->program, program_eval(self->program, module, e->a),
                                                    program_name(self->program, module, e->b)));
    }
    if (trait) {
        uint8_t kind = input_of_source(trait->kind);
        if (e->kind == EXPR_CALL && is_declared_file(self, def, module, expr, kind)) {
            return;
        }
        push(self, kind, false, written(self, module, e->kind == EXPR_CALL ? e->a : expr), NULL);
    }
}

void inputs_of(struct web *self, uint32_t def, const char *path) {
    uint32_t module = program_def_module(self->program, def);
    const struct program_module *m = program_module_at(self->program, module);
    const struct facts_scope *scope = program_def_scope(self->program, def);
    if (scope->kind != SCOPE_FUNCTION) {
        return;
    }
    bool method = scope->parent != FACTS_NONE && m->facts.scopes[scope->parent].kind == SCOPE_CLASS;
    for (uint32_t i = method ? 1 : 0; i < scope->param_count; i++) {
        const struct facts_param *p = &m->facts.params[scope->first_param + i];
        if (p->kind != PARAM_STAR && p->kind != PARAM_DOUBLE_STAR) {
            declared_param(self, module, p, path);
        }
    }
    uint32_t first = self->inputs.len;
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        if ((x->kind == EXPR_CALL || x->kind == EXPR_ATTRIBUTE) &&
            !(x->flags & (EXPR_FLAG_ANNOTATION | EXPR_FLAG_DECORATOR))) {
            raw_read(self, def, module, e);
        }
    }
    for (uint32_t i = first; i < self->inputs.len; i++) { /* each once */
        for (uint32_t k = first; k < i; k++) {
            if (strcmp(self->inputs.data[i].name, self->inputs.data[k].name) == 0) {
                self->inputs.data[i--] = self->inputs.data[--self->inputs.len];
                break;
            }
        }
    }
}
