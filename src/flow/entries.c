/* Entry points: what the frameworks call. Found through the words of the library models, wherever they are used. */
#include "flow/internal.h"

struct registration {
    struct flow *flow;
    struct flow_entry entry;
};

static bool is_async(const struct program *program, uint32_t def) {
    return (program_def_scope(program, def)->flags & SCOPE_ASYNC) != 0;
}

void flow_add_entry(struct flow *self, const struct flow_entry *entry) {
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, entry->def));
    if (m->is_model) {
        return;
    }
    uint32_t *seen = map_at(&self->entry_seen, map_pair(entry->def, entry->kind) ^ (uint64_t)entry->path << 20);
    if (*seen != MAP_NONE) {
        return;
    }
    *seen = self->entries.len;
    vec_push(&self->entries, *entry);
    uint8_t flags = FUNCTION_ENTRY;
    if (is_async(self->program, entry->def)) {
        flags |= FUNCTION_LOOP;
    } else if (entry->runs == RUNS_LOOP) {
        flags |= FUNCTION_LOOP | FUNCTION_CALLBACK;
    } else if (entry->runs == RUNS_CALLER) {
        flags = FUNCTION_ENTRY;
    }
    function_add(self, entry->def, TYPE_UNKNOWN, 0, flags);
}

static void visit_registered(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct registration *r = context;
    (void)receiver;
    (void)soft;
    r->entry.def = def;
    flow_add_entry(r->flow, &r->entry);
}

static uint32_t text_argument(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound, uint32_t name) {
    if (name == INTERN_NONE) {
        return INTERN_NONE;
    }
    uint32_t value = program_argument(self->program, module, call, def, bound, name);
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    return value != PROGRAM_NONE && facts->exprs[value].kind == EXPR_STRING
               ? program_name(self->program, module, facts->exprs[value].a)
               : INTERN_NONE;
}

/* methods= names the method itself ("GET"), or the parameter that lists them. */
static uint32_t methods_argument(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound,
                                 uint32_t name) {
    if (name == INTERN_NONE) {
        return INTERN_NONE;
    }
    if (program_param_index(self->program, def, name) == PROGRAM_NONE) {
        return name;
    }
    uint32_t value = program_argument(self->program, module, call, def, bound, name), count = 0;
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    const uint32_t *list = NULL;
    if (value != PROGRAM_NONE && (facts->exprs[value].kind == EXPR_LIST || facts->exprs[value].kind == EXPR_TUPLE ||
                                  facts->exprs[value].kind == EXPR_SET)) {
        list = facts_list(facts, facts->exprs[value].b, &count);
    }
    if (value != PROGRAM_NONE && facts->exprs[value].kind == EXPR_STRING) {
        return program_name(self->program, module, facts->exprs[value].a);
    }
    struct buffer text = {0};
    for (uint32_t i = 0; i < count; i++) {
        if (facts->exprs[list[i]].kind == EXPR_STRING) {
            struct span method = facts_text(facts, facts->exprs[list[i]].a);
            buffer_printf(&text, "%s%.*s", text.len ? ", " : "", (int)method.len, method.data);
        }
    }
    uint32_t interned = text.len ? program_intern(self->program, text.data) : INTERN_NONE;
    buffer_free(&text);
    return interned;
}

/* A function, or a coroutine object whose function has been called already: create_task(poll()). */
static void register_type(struct flow *self, uint32_t type, struct registration *r) {
    struct type t = types_get(program_types(self->program), type);
    if (t.kind == TYPE_COROUTINE && t.entity != TYPE_NOBODY) {
        visit_registered(r, t.entity, TYPE_UNKNOWN, false);
    } else if (!(t.kind == TYPE_CLASS && (r->entry.kind == KIND_ROUTE || r->entry.kind == KIND_WEBSOCKET))) {
        targets_of(self, type, visit_registered, r); /* of a class the framework runs the methods: see find_overrides */
    }
}

/* A handler, or a list or dict of handlers: on_startup=[connect], exception_handlers={404: not_found}. */
static void register_value(struct flow *self, uint32_t module, uint32_t value, struct registration *r) {
    const struct facts *facts = &program_module_at(self->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[value];
    bool dict = e->kind == EXPR_DICT;
    if (!dict && e->kind != EXPR_LIST && e->kind != EXPR_TUPLE && e->kind != EXPR_SET) {
        register_type(self, program_eval(self->program, module, value), r);
        return;
    }
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    for (uint32_t i = dict ? 1 : 0; i < count; i += dict ? 2 : 1) {
        register_type(self, program_eval(self->program, module, list[i]), r);
    }
}

/* What registers, as the framework is known by: the library class of the object, or else the function. (Quart's routes are
 * defined by a class of Flask's.) */
static uint32_t registrar_of(struct flow *self, uint32_t def, uint32_t receiver) {
    struct type r = types_get(program_types(self->program), receiver);
    bool instance = r.kind == TYPE_INSTANCE || r.kind == TYPE_EXACT;
    return instance && program_is_model(self->program, r.entity) ? r.entity : def;
}

/* One use of a model function at a call: registers its arguments, or the decorated function. */
static void use_of(struct flow *self, uint32_t module, uint32_t call, uint32_t def, uint32_t receiver, uint32_t decorated) {
    bool bound = type_known(receiver);
    for (uint32_t t = program_traits(self->program, def); t; t = program_trait_at(self->program, t)->next) {
        struct program_trait trait = *program_trait_at(self->program, t);
        if (trait.word != WORD_ENTRY && trait.word != WORD_SCHEDULES) {
            continue;
        }
        struct registration r = {self, {.kind = trait.kind, .runs = trait.runs, .module = module, .expr = call, .registrar = registrar_of(self, def, receiver),
                                        .path = INTERN_NONE, .methods = INTERN_NONE}};
        if (trait.word == WORD_SCHEDULES) {
            r.entry.kind = KIND_TASK;
            r.entry.runs = RUNS_LOOP;
        }
        if (call != PROGRAM_NONE) {
            r.entry.path = text_argument(self, module, call, def, bound, trait.path);
            r.entry.methods = methods_argument(self, module, call, def, bound, trait.methods);
        }
        uint32_t value = PROGRAM_NONE;
        if (trait.arg != INTERN_NONE && call != PROGRAM_NONE) {
            value = program_argument(self->program, module, call, def, bound, trait.arg);
        }
        if (value != PROGRAM_NONE) {
            register_value(self, module, value, &r);
        } else if (decorated != PROGRAM_NONE && trait.word == WORD_ENTRY) {
            r.entry.def = decorated;
            flow_add_entry(self, &r.entry);
        }
    }
}

static void uses_of_type(struct flow *self, uint32_t module, uint32_t call, uint32_t callee, uint32_t decorated) {
    struct type_table *types = program_types(self->program);
    uint32_t members = types_member_count(types, callee);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(types, callee, i);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) {
            use_of(self, module, call, t.entity, types_arg(types, member, 0), decorated);
        } else if (t.kind == TYPE_CLASS) {
            uint32_t instance = types_make(types, TYPE_EXACT, t.entity, NULL, 0);
            uint32_t init = program_special(self->program, instance, NAME_INIT);
            struct type m = types_get(types, init);
            if (m.kind == TYPE_METHOD) {
                use_of(self, module, call, m.entity, instance, decorated);
            }
        }
    }
}

static uint32_t callee_name(struct program *program, uint32_t module, const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_NAME        ? program_name(program, module, e->a)
           : e->kind == EXPR_ATTRIBUTE ? program_name(program, module, e->b)
                                       : INTERN_NONE;
}

static bool is_registrar(struct flow *self, uint32_t module, const struct facts *facts, uint32_t callee) {
    uint32_t name = callee_name(self->program, module, facts, callee);
    return name != INTERN_NONE && program_is_registrar_name(self->program, name);
}

/* False when no argument could be a handler or hold one: `os.environ.get("HOME", None)`. */
static bool hands_over(const struct facts *facts, const struct facts_expr *call) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, call->b, &count);
    for (uint32_t i = 1; i < count; i += 2) {
        enum facts_expr_kind kind = (enum facts_expr_kind)facts->exprs[list[i]].kind;
        bool constant = kind == EXPR_STRING || kind == EXPR_FSTRING || kind == EXPR_NUMBER || kind == EXPR_NONE || kind == EXPR_TRUE ||
                        kind == EXPR_FALSE || kind == EXPR_ELLIPSIS;
        if (!constant) {
            return true;
        }
    }
    return false;
}

static void find_calls(struct flow *self) {
    uint32_t count;
    struct program_call *calls = program_registrar_calls(self->program, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t module = calls[i].module;
        const struct program_module *m = program_module_at(self->program, module);
        const struct facts_expr *x = &m->facts.exprs[calls[i].expr];
        if (!m->is_model && !(x->flags & EXPR_FLAG_DECORATOR) && hands_over(&m->facts, x)) {
            uses_of_type(self, module, calls[i].expr, program_eval(self->program, module, x->a), PROGRAM_NONE);
        }
    }
    mem_free(calls);
}

static void find_decorated(struct flow *self, uint32_t module, const struct program_module *m) {
    const struct facts *facts = &m->facts;
    for (uint32_t s = 1; s < facts->scope_count; s++) {
        uint32_t count;
        const uint32_t *list = facts_list(facts, facts->scopes[s].decorators, &count);
        for (uint32_t i = count; facts->scopes[s].kind == SCOPE_FUNCTION && i-- > 0;) {
            const struct facts_expr *e = &facts->exprs[list[i]];
            uint32_t callee = e->kind == EXPR_CALL ? e->a : list[i];
            if (is_registrar(self, module, facts, callee)) {
                uses_of_type(self, module, e->kind == EXPR_CALL ? list[i] : PROGRAM_NONE,
                             program_eval(self->program, module, callee), m->scope_base + s);
            }
        }
    }
}

/* Overrides of methods that a framework calls: BaseHTTPMiddleware.dispatch. */
static void find_overrides(struct flow *self, uint32_t module, const struct program_module *m) {
    const struct facts *facts = &m->facts;
    struct type_table *types = program_types(self->program);
    for (uint32_t s = 1; s < facts->scope_count; s++) {
        const struct facts_scope *scope = &facts->scopes[s];
        if (scope->kind != SCOPE_FUNCTION || scope->parent == FACTS_NONE ||
            facts->scopes[scope->parent].kind != SCOPE_CLASS) {
            continue;
        }
        uint32_t name = program_name(self->program, module, scope->name), count;
        if (!program_is_registrar_name(self->program, name)) {
            continue;
        }
        const uint32_t *mro = program_mro(self->program, m->scope_base + scope->parent, &count);
        for (uint32_t i = 1; i < count; i++) {
            uint32_t method = program_own_method(self->program, types_get(types, mro[i]).entity, name);
            if (method != PROGRAM_NONE && program_trait(self->program, method, WORD_ENTRY)) {
                use_of(self, module, PROGRAM_NONE, method, types_make(types, TYPE_INSTANCE, types_get(types, mro[i]).entity, NULL, 0),
                       m->scope_base + s);
                break;
            }
        }
    }
}

void entries_find(struct flow *self) {
    for (uint32_t i = 0; i < program_module_count(self->program); i++) {
        const struct program_module *m = program_module_at(self->program, i);
        if (m->is_model || m->is_namespace) {
            continue;
        }
        find_decorated(self, i, m);
        find_overrides(self, i, m);
    }
    find_calls(self);
}
