/* Calls as they are written: plain ones, those of library functions, those that callbacks and consumers stand for. */
#include "flow/walk.h"

static void lift_callbacks(struct walk *w, uint32_t def, bool bound) {
    uint64_t mask = callbacks_called(w->flow, def);
    for (uint32_t i = 0; i < LIMIT_PARAMS && mask >> i; i++) {
        if (mask >> i & 1) {
            uint32_t value = callbacks_argument(w->flow, w->module, w->site.expr, def, bound, i);
            if (value != PROGRAM_NONE) {
                pass_callable(w, value, EDGE_RUNS);
            }
        }
    }
}

struct opening {
    struct program *program;
    bool *opens;
};

static void visit_opening(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct opening *o = context;
    const struct program_trait *blocks = program_trait(o->program, def, WORD_BLOCKS);
    (void)receiver;
    (void)soft;
    *o->opens |= blocks && blocks->kind == KIND_FILE;
}

/* Reading and writing a file that this very function opened is one report, at the opening. */
static bool is_own_handle(struct walk *w, const struct program_trait *trait) {
    const struct facts_expr *site = &w->facts->exprs[w->site.expr];
    uint32_t value = w->site.expr;
    if (trait->kind != KIND_FILE || w->site.kind == SITE_PROPERTY || w->site.kind == SITE_OPERATOR) {
        return false;
    }
    if (w->site.kind == SITE_CALL) {
        if (w->facts->exprs[site->a].kind != EXPR_ATTRIBUTE) {
            return false;
        }
        value = w->facts->exprs[site->a].a;
    }
    if (w->facts->exprs[value].kind == EXPR_NAME) {
        const struct facts_binding *b = program_single_binding(w->program, w->module, value);
        value = b && (b->kind == BIND_ASSIGN || b->kind == BIND_WITH) ? b->value : FACTS_NONE;
    }
    if (value == FACTS_NONE || w->facts->exprs[value].kind != EXPR_CALL) {
        return false;
    }
    bool opens = false;
    struct opening opening = {w->program, &opens};
    targets_of(w->flow, program_eval(w->program, w->module, w->facts->exprs[value].a), visit_opening, &opening);
    return opens;
}

static bool argument_is(struct walk *w, uint32_t def, bool bound, uint32_t name, enum facts_expr_kind kind) {
    uint32_t value = program_argument(w->program, w->module, w->site.expr, def, bound, name);
    return value != PROGRAM_NONE && w->facts->exprs[value].kind == kind;
}


/* An argument that is a file in memory: what is read from or written to it touches no disk. */
static bool has_memory_file(struct walk *w) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, w->facts->exprs[w->site.expr].b, &count);
    struct type_table *types = program_types(w->program);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        struct type t = types_get(types, program_eval(w->program, w->module, list[i + 1]));
        if (t.kind == TYPE_EXACT || t.kind == TYPE_INSTANCE) {
            uint32_t name = program_def_name(w->program, t.entity);
            if (name == NAME_BYTES_IO || name == NAME_STRING_IO) {
                return true;
            }
        }
    }
    return false;
}

/* Calls that the arguments make harmless. */
static bool is_disarmed(struct walk *w, uint32_t def, uint32_t receiver, const struct program_trait *trait) {
    bool bound = type_known(receiver);
    if (trait->kind == KIND_FILE) {
        /* pandas: to_csv() without a path gives the text. */
        bool text = program_param_index(w->program, def, NAME_PATH_OR_BUF) != PROGRAM_NONE &&
                    program_argument(w->program, w->module, w->site.expr, def, bound, NAME_PATH_OR_BUF) == PROGRAM_NONE;
        return text || has_memory_file(w);
    }
    if (trait->kind == KIND_CPU) {
        return works_on_little(w, def, bound);
    }
    if (trait->kind == KIND_LOCK || trait->kind == KIND_QUEUE) {
        return argument_is(w, def, bound, NAME_BLOCKING, EXPR_FALSE) ||
               argument_is(w, def, bound, NAME_BLOCK, EXPR_FALSE) || argument_is(w, def, bound, NAME_WAIT, EXPR_FALSE);
    }
    return false;
}

/* A library's function that works on the event loop's thread only, or whose effect stays in the thread that calls it. */
static bool needs_loop(struct walk *w, uint32_t def) {
    struct span module = span_of(program_string(w->program, program_module_at(w->program, program_def_module(w->program, def))->name));
    if (span_is(module, "contextvars")) {
        struct span name = span_of(program_string(w->program, program_def_name(w->program, def)));
        return span_is(name, "set") || span_is(name, "reset");
    }
    bool loop = span_is(module, "asyncio") || span_is(module, "anyio") || span_is(module, "trio");
    return loop && !program_trait(w->program, def, WORD_STARTS_LOOP);
}

static void call_model(struct walk *w, uint32_t def, uint32_t receiver, bool soft) {
    bool call = w->site.kind == SITE_CALL;
    for (uint32_t t = program_traits(w->program, def); t; t = program_trait_at(w->program, t)->next) {
        const struct program_trait trait = *program_trait_at(w->program, t);
        uint32_t value = PROGRAM_NONE;
        if (call && trait.arg != INTERN_NONE) {
            value = program_argument(w->program, w->module, w->site.expr, def, type_known(receiver), trait.arg);
        }
        switch ((enum facts_word)trait.word) {
        case WORD_BLOCKS:
            if (!is_own_handle(w, &trait) && !(call && is_disarmed(w, def, receiver, &trait)) && trait.lazy == w->loading) {
                enum loading loading = trait.kind == KIND_ORM ? loading_at_site(w, def) : LOADING_NEEDED;
                if (loading != LOADING_DONE) {
                    add_edge(w, def, receiver, EDGE_RUNS, soft || loading == LOADING_LIKELY);
                }
            }
            break;
        case WORD_STARTS_LOOP:
            if (!ranges_hold(w->flow->ranges.caught.data, w->flow->ranges.caught.len, w->site.start)) {
                add_edge(w, def, receiver, EDGE_RUNS, soft);
            }
            break;
        case WORD_OFFLOADS:
            if (value != PROGRAM_NONE) {
                pass_callable(w, value, EDGE_OFFLOADS);
            }
            break;
        case WORD_SCHEDULES:
            if (value != PROGRAM_NONE) {
                pass_callable(w, value, EDGE_SCHEDULES);
            }
            break;
        case WORD_CALLS:
            if (value != PROGRAM_NONE) {
                pass_callable(w, value, EDGE_RUNS);
            }
            break;
        case WORD_UNBOUNDED:
            if (call) {
                note_unbounded(w, def, receiver, soft);
            }
            break;
        case WORD_ENTERS:
            if (value != PROGRAM_NONE) {
                run_entered(w, value, program_eval(w->program, w->module, value));
            }
            break;
        default:
            break;
        }
    }
}

/* What takes an iterator apart before it returns, by name: builtins and methods of builtin types. */
static bool is_consumer(const struct facts *facts, uint32_t callee) {
    static const char *const names[] = {"list", "tuple", "set",    "frozenset", "dict",   "sum",    "any", "all",
                                        "max",  "min",   "sorted", "next",      "join",   "extend", "update", "bytes"};
    struct span name = facts_last_name(facts, callee);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_is(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* Builtins that only start to iterate: for a generator that runs nothing yet. */
static bool is_starter(const struct facts *facts, uint32_t callee) {
    static const char *const names[] = {"enumerate", "zip", "map", "filter", "reversed", "iter"};
    const struct facts_expr *e = &facts->exprs[callee];
    for (size_t i = 0; e->kind == EXPR_NAME && i < sizeof names / sizeof *names; i++) {
        if (span_is(facts_text(facts, e->a), names[i])) {
            return true;
        }
    }
    return false;
}

/* Builtins that ask their argument: len(x) runs x.__len__(). */
static uint32_t asking_method(const struct facts *facts, uint32_t callee) {
    static const struct {
        const char *builtin;
        uint32_t method;
    } names[] = {{"len", NAME_LEN},   {"str", NAME_STR},   {"repr", NAME_REPR},
                 {"bool", NAME_BOOL}, {"hash", NAME_HASH}, {"abs", NAME_ABS}};
    const struct facts_expr *e = &facts->exprs[callee];
    for (size_t i = 0; e->kind == EXPR_NAME && i < sizeof names / sizeof *names; i++) {
        if (span_is(facts_text(facts, e->a), names[i].builtin)) {
            return names[i].method;
        }
    }
    return INTERN_NONE;
}

/* A generator given to a builtin that takes it apart runs there: list(g), sum(g), ",".join(g). */
static void consume_generators(struct walk *w, uint32_t def) {
    uint32_t count, module = program_def_module(w->program, def);
    bool starts = is_starter(w->facts, w->facts->exprs[w->site.expr].a);
    if (program_module_at(w->program, module)->name != NAME_BUILTINS ||
        !(starts || is_consumer(w->facts, w->facts->exprs[w->site.expr].a) ||
          asking_method(w->facts, w->facts->exprs[w->site.expr].a) != INTERN_NONE)) {
        return;
    }
    const uint32_t *list = facts_list(w->facts, w->facts->exprs[w->site.expr].b, &count);
    uint32_t method = asking_method(w->facts, w->facts->exprs[w->site.expr].a);
    w->consuming = true;
    if (method != INTERN_NONE && count >= 2) {
        run_special(w, program_eval(w->program, w->module, list[1]), method);
        w->consuming = false;
        return;
    }
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        uint8_t kind = w->facts->exprs[list[i + 1]].kind;
        if (starts) {
            run_special(w, program_eval(w->program, w->module, list[i + 1]), NAME_ITER);
        } else if (kind == EXPR_CALL || kind == EXPR_NAME || kind == EXPR_ATTRIBUTE) {
            run_iterated(w, program_eval(w->program, w->module, list[i + 1]));
        }
    }
    w->consuming = false;
}

/* Awaiting what a sync function returns contradicts that it is meant, unless that can be awaited: another member of the
 * union is, or a decorator has made something else of it. */
static bool is_contradicted(struct walk *w, uint32_t def) {
    const struct facts_scope *scope = program_def_scope(w->program, def);
    if (!(w->site.flags & SITE_AWAITED) || w->site.kind != SITE_CALL || (scope->flags & SCOPE_ASYNC)) {
        return false;
    }
    if (program_def_name(w->program, def) == NAME_INIT) {
        return false; /* what is constructed is awaited, not what __init__ returns */
    }
    uint32_t result = program_returns(w->program, def);
    bool awaitable = type_known(program_awaited(w->program, result));
    return is_project(w, def) ? type_known(result) && !awaitable
                              : !awaitable && !type_known(program_special(w->program, result, NAME_AENTER));
}

void visit_called(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct walk *w = context;
    w->resolved = true;
    if (is_contradicted(w, def)) {
        return;
    }
    if (!is_project(w, def)) {
        w->site.flags |= w->site.kind == SITE_CALL && needs_loop(w, def) ? SITE_NEEDS_LOOP : 0;
        call_model(w, def, receiver, soft);
        if (w->site.kind == SITE_CALL && !w->consuming) {
            consume_generators(w, def);
        }
        return;
    }
    bool async = (program_def_scope(w->program, def)->flags & SCOPE_ASYNC) != 0;
    if (is_deferred(w, def)) {
        add_edge(w, def, receiver, async && (w->site.flags & SITE_AWAITED) ? EDGE_AWAITS : EDGE_CREATES, soft);
    } else {
        add_edge(w, def, receiver, EDGE_RUNS, soft);
        for (uint32_t d = program_dispatch(w->program, def, 0); d; d = program_dispatch(w->program, def, d)) {
            add_edge(w, program_dispatch_def(w->program, d), receiver, EDGE_RUNS, true);
        }
        if (w->site.kind == SITE_CALL) {
            lift_callbacks(w, def, type_known(receiver));
        }
    }
}

/* A parameter that is called is the caller's business: what it runs is lifted to the call sites. */
static bool is_called_param(const struct walk *w, uint32_t callee, uint32_t type) {
    const struct facts_expr *e = &w->facts->exprs[callee];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE) {
        return false;
    }
    const struct facts_symbol *s = &w->facts->symbols[e->b];
    if (s->binding_count != 1 || w->facts->bindings[s->first_binding].kind != BIND_PARAM) {
        return false;
    }
    struct type_table *types = program_types(w->program);
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        enum type_kind kind = types_get(types, types_member(types, type, i)).kind;
        if (kind == TYPE_FUNCTION || kind == TYPE_METHOD) {
            return true;
        }
    }
    return false;
}

/* The type of an expression, with self read as the class that this function is for. */
uint32_t eval_for_receiver(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    if (type_known(w->receiver)) {
        if (names_symbol(w->facts, expr, w->self_symbol)) {
            return w->receiver;
        }
        if (e->kind == EXPR_ATTRIBUTE && names_symbol(w->facts, e->a, w->self_symbol)) {
            return program_attribute(w->program, w->receiver, program_name(w->program, w->module, e->b));
        }
        if (e->kind == EXPR_ATTRIBUTE && is_super(w->facts, e->a)) {
            uint32_t owner = program_module_at(w->program, w->module)->scope_base + w->facts->scopes[w->scope].parent;
            uint32_t super = types_make(program_types(w->program), TYPE_SUPER, owner, &w->receiver, 1);
            return program_attribute(w->program, super, program_name(w->program, w->module, e->b));
        }
    }
    return program_eval(w->program, w->module, expr);
}

void walk_call(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t callee = eval_for_receiver(w, e->a);
    site_begin(w, SITE_CALL, expr, e->start, e->end);
    w->site.flags |= (e->flags & EXPR_FLAG_AWAITED) ? SITE_AWAITED : 0;
    if (is_called_param(w, e->a, callee)) {
        return;
    }
    w->bounded = program_bounds_seen(w->program, callee) == SPECIAL_BOUNDED;
    targets_of(w->flow, callee, visit_called, w);
    w->resolved |= type_known(callee) && types_get(program_types(w->program), callee).kind != TYPE_MISSING;
    site_finish(w, true);
}
