/* The sites of one function and what each may run. */
#include "flow/internal.h"

#include <stdlib.h>
#include <string.h>

struct walk {
    struct flow *flow;
    struct program *program;
    const struct facts *facts;
    uint32_t module, function, scope;
    uint32_t receiver, self_symbol; /* of a method: type of self that the function is for, and self's symbol */
    struct flow_site site; /* under construction */
    bool resolved;
    bool consuming; /* inside an argument that a builtin takes apart */
    bool passing;   /* the target is an argument: how it will be called is not seen here */
    const struct flow_guards *guards; /* of this function, NULL when it has none */
    uint32_t omitted;                 /* of these, what its call left out */
};

/* --- targets ------------------------------------------------------------------------------------------------------ */

typedef void visit_fn(void *context, uint32_t def, uint32_t receiver, bool soft);

static void visit_constructor(struct flow *self, uint32_t type, bool soft, visit_fn *visit, void *context) {
    static const uint32_t names[] = {NAME_NEW, NAME_INIT, NAME_POST_INIT, NAME_MODEL_POST_INIT};
    struct type_table *types = program_types(self->program);
    uint32_t instance = types_make(types, TYPE_EXACT, types_get(types, type).entity, NULL, 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t method = program_special(self->program, instance, names[i]);
        struct type t = types_get(types, method);
        if (t.kind == TYPE_METHOD || t.kind == TYPE_FUNCTION) {
            visit(context, t.entity, instance, soft);
        }
    }
}

void targets_of(struct flow *self, uint32_t type, visit_fn *visit, void *context) {
    struct type_table *types = program_types(self->program);
    uint32_t members = types_member_count(types, type);
    bool soft = (type & TYPE_SOFT) != 0;
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(types, type, i);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_FUNCTION) {
            visit(context, t.entity, TYPE_UNKNOWN, soft);
        } else if (t.kind == TYPE_METHOD) {
            visit(context, t.entity, types_arg(types, member, 0), soft);
        } else if (t.kind == TYPE_CLASS) {
            visit_constructor(self, member, soft, visit, context);
        } else if (t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT) {
            uint32_t call = program_special(self->program, member, NAME_CALL);
            struct type c = types_get(types, call);
            if (c.kind == TYPE_METHOD) {
                visit(context, c.entity, types_arg(types, call, 0), soft);
            }
        }
    }
}

static bool is_project(const struct walk *w, uint32_t def) {
    return !program_module_at(w->program, program_def_module(w->program, def))->is_model;
}

static bool names_symbol(const struct facts *facts, uint32_t expr, uint32_t symbol) {
    return facts->exprs[expr].kind == EXPR_NAME && facts->exprs[expr].b == symbol;
}

static bool is_super(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    return e->kind == EXPR_CALL && facts->exprs[e->a].kind == EXPR_NAME &&
           span_is(facts_text(facts, facts->exprs[e->a].a), "super");
}

static uint32_t self_symbol(const struct facts *facts, uint32_t scope) {
    const struct facts_scope *s = &facts->scopes[scope];
    bool method = s->kind == SCOPE_FUNCTION && s->parent != FACTS_NONE && s->param_count &&
                  facts->scopes[s->parent].kind == SCOPE_CLASS;
    return method ? facts->params[s->first_param].symbol : FACTS_NONE;
}

/* Whether what a method's body runs can depend on the class of its self. */
static bool uses_self(struct flow *self, uint32_t def) {
    uint32_t *memo = map_at(&self->uses_self, def);
    if (*memo != MAP_NONE) {
        return *memo;
    }
    *memo = 0;
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, def));
    const struct facts_scope *s = &m->facts.scopes[def - m->scope_base];
    uint32_t symbol = self_symbol(&m->facts, def - m->scope_base);
    for (uint32_t e = s->first_expr; symbol != FACTS_NONE && e < s->end_expr && !*memo; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        *memo = x->kind == EXPR_ATTRIBUTE && !(x->flags & EXPR_FLAG_STORE) &&
                (names_symbol(&m->facts, x->a, symbol) || is_super(&m->facts, x->a));
    }
    return *memo;
}

/* The receiver for which a method is looked at anew: a class other than the one that defines it, or exactly that one
 * where subclasses override. TYPE_UNKNOWN when the method itself will do. */
static uint32_t special_receiver(struct walk *w, uint32_t def, uint32_t receiver) {
    struct type_table *types = program_types(w->program);
    struct type r = types_get(types, receiver);
    const struct program_module *m = program_module_at(w->program, program_def_module(w->program, def));
    const struct facts_scope *s = program_def_scope(w->program, def);
    if ((r.kind != TYPE_INSTANCE && r.kind != TYPE_EXACT && r.kind != TYPE_CLASS) || s->parent == FACTS_NONE ||
        m->facts.scopes[s->parent].kind != SCOPE_CLASS) {
        return TYPE_UNKNOWN;
    }
    bool own = r.entity == m->scope_base + s->parent;
    if ((own && (r.kind != TYPE_EXACT || !program_has_subclasses(w->program, r.entity))) || !uses_self(w->flow, def)) {
        return TYPE_UNKNOWN;
    }
    if (r.kind == TYPE_EXACT && !program_has_subclasses(w->program, r.entity)) {
        r.kind = TYPE_INSTANCE;
    }
    return types_make(types, (enum type_kind)r.kind, r.entity, NULL, 0);
}

/* The guards of the target that this site leaves empty; only plain calls are looked at. */
static uint32_t omitted_guards(struct walk *w, uint32_t def, uint32_t receiver) {
    if (w->site.kind != SITE_CALL || w->passing) {
        return 0;
    }
    return guards_omitted(w->flow, w->module, w->site.expr, def, type_known(receiver), w->guards, w->omitted);
}

static uint32_t target_function(struct walk *w, uint32_t def, uint32_t receiver, enum flow_edge_kind kind) {
    bool loop = (program_def_scope(w->program, def)->flags & SCOPE_ASYNC) != 0;
    if (kind == EDGE_OFFLOADS) {
        return FLOW_NONE;
    }
    if (kind == EDGE_SCHEDULES && !loop) {
        return function_add(w->flow, def, TYPE_UNKNOWN, 0, FUNCTION_LOOP | FUNCTION_CALLBACK);
    }
    if (kind == EDGE_RUNS && !loop) {
        return function_add(w->flow, def, special_receiver(w, def, receiver), omitted_guards(w, def, receiver), 0);
    }
    return function_add(w->flow, def, TYPE_UNKNOWN, 0, loop ? FUNCTION_LOOP : 0);
}

static void add_edge(struct walk *w, uint32_t def, uint32_t receiver, enum flow_edge_kind kind, bool soft) {
    uint32_t function = is_project(w, def) ? target_function(w, def, receiver, kind) : FLOW_NONE;
    for (uint32_t i = 0; i < w->site.edge_count; i++) {
        struct flow_edge *e = &w->flow->edges.data[w->site.first_edge + i];
        if (e->target == def && e->function == function && e->kind == kind) {
            e->soft &= soft;
            return;
        }
    }
    vec_push(&w->flow->edges, ((struct flow_edge){def, function, (uint8_t)kind, soft}));
    w->site.edge_count++;
}

/* A body that does not run when its function is called. */
static bool is_deferred(const struct walk *w, uint32_t def) {
    return (program_def_scope(w->program, def)->flags & (SCOPE_ASYNC | SCOPE_GENERATOR)) != 0 ||
           (program_def_flags(w->program, def) & (DEF_CONTEXT | DEF_ASYNC_CONTEXT)) != 0;
}

struct passing {
    struct walk *walk;
    enum flow_edge_kind kind;
};

static void visit_passed(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct passing *p = context;
    bool deferred = p->kind == EDGE_RUNS && is_deferred(p->walk, def);
    add_edge(p->walk, def, receiver, deferred ? EDGE_CREATES : p->kind, soft);
}

static void pass_callable(struct walk *w, uint32_t expr, enum flow_edge_kind kind) {
    struct passing passing = {w, kind};
    w->passing = true;
    targets_of(w->flow, program_eval(w->program, w->module, expr), visit_passed, &passing);
    w->passing = false;
}

/* --- callbacks ---------------------------------------------------------------------------------------------------- */

static uint64_t called_params(struct flow *self, uint32_t def, uint32_t depth);

struct handing {
    struct flow *flow;
    uint32_t module, call;
    uint32_t symbol_scope; /* scope whose parameters are looked for */
    uint64_t mask;
    uint32_t depth;
};

/* The parameter of `scope` that an expression names, or LIMIT_PARAMS. */
static uint32_t param_named(const struct facts *facts, uint32_t scope, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    const struct facts_scope *s = &facts->scopes[scope];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE || facts->symbols[e->b].scope != scope ||
        facts->symbols[e->b].binding_count != 1) {
        return LIMIT_PARAMS;
    }
    for (uint32_t i = 0; i < s->param_count && i < LIMIT_PARAMS; i++) {
        if (facts->params[s->first_param + i].symbol == e->b) {
            return i;
        }
    }
    return LIMIT_PARAMS;
}

static uint32_t argument_of(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound, uint32_t index) {
    uint32_t def_module = program_def_module(self->program, def);
    const struct facts_scope *scope = program_def_scope(self->program, def);
    const struct facts *facts = &program_module_at(self->program, def_module)->facts;
    uint32_t name = program_name(self->program, def_module, facts->params[scope->first_param + index].name);
    return program_argument(self->program, module, call, def, bound, name);
}

/* A parameter handed on to a function that calls it is called, too. */
static void visit_handed(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct handing *h = context;
    struct program *program = h->flow->program;
    const struct facts *facts = &program_module_at(program, h->module)->facts;
    (void)soft;
    uint64_t called = 0;
    const struct program_trait *calls = program_trait(program, def, WORD_CALLS);
    if (calls) {
        uint32_t index = program_param_index(program, def, calls->arg);
        called = index < LIMIT_PARAMS ? UINT64_C(1) << index : 0;
    } else if (!program_module_at(program, program_def_module(program, def))->is_model) {
        called = called_params(h->flow, def, h->depth + 1);
    }
    for (uint32_t i = 0; called >> i && i < LIMIT_PARAMS; i++) {
        if (called >> i & 1) {
            uint32_t value = argument_of(h->flow, h->module, h->call, def, type_known(receiver), i);
            uint32_t param = value == PROGRAM_NONE ? LIMIT_PARAMS : param_named(facts, h->symbol_scope, value);
            h->mask |= param < LIMIT_PARAMS ? UINT64_C(1) << param : 0;
        }
        if (i == LIMIT_PARAMS - 1) {
            break;
        }
    }
}

static bool passes_a_param(const struct facts *facts, uint32_t scope, const struct facts_expr *call) {
    uint32_t count;
    const uint32_t *list = facts_list(facts, call->b, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if (param_named(facts, scope, list[i + 1]) < LIMIT_PARAMS) {
            return true;
        }
    }
    return false;
}

/* Bit i: the function's body calls its i-th parameter on the caller's thread. */
static uint64_t called_params(struct flow *self, uint32_t def, uint32_t depth) {
    uint32_t memo = map_get(&self->called_params, def);
    if (memo != MAP_NONE) {
        return self->param_masks.data[memo];
    }
    if (depth > LIMIT_CALLBACK_DEPTH) {
        return 0;
    }
    memo = self->param_masks.len;
    vec_push(&self->param_masks, 0);
    map_set(&self->called_params, def, memo);
    const struct program_module *m = program_module_at(self->program, program_def_module(self->program, def));
    uint32_t scope = def - m->scope_base;
    const struct facts_scope *s = &m->facts.scopes[scope];
    struct handing h = {self, program_def_module(self->program, def), 0, scope, 0, depth};
    if (s->param_count == 0 || (s->flags & SCOPE_ASYNC)) {
        return 0;
    }
    for (uint32_t e = s->first_expr; e < s->end_expr; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        if (x->kind != EXPR_CALL || facts_owner(&m->facts, x->scope) != scope) {
            continue;
        }
        uint32_t param = param_named(&m->facts, scope, x->a);
        if (param < LIMIT_PARAMS) {
            h.mask |= UINT64_C(1) << param;
        } else if (passes_a_param(&m->facts, scope, x)) {
            h.call = e;
            targets_of(self, program_eval(self->program, h.module, x->a), visit_handed, &h);
        }
    }
    self->param_masks.data[memo] = h.mask;
    return h.mask;
}

static void lift_callbacks(struct walk *w, uint32_t def, bool bound) {
    uint64_t mask = called_params(w->flow, def, 0);
    for (uint32_t i = 0; i < LIMIT_PARAMS && mask >> i; i++) {
        if (mask >> i & 1) {
            uint32_t value = argument_of(w->flow, w->module, w->site.expr, def, bound, i);
            if (value != PROGRAM_NONE) {
                pass_callable(w, value, EDGE_RUNS);
            }
        }
    }
}

/* --- calls -------------------------------------------------------------------------------------------------------- */

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

static void enter(struct walk *w, uint32_t expr, uint32_t type);
static void run_special(struct walk *w, uint32_t type, uint32_t name);

/* Calls that the arguments make harmless. */
static bool is_disarmed(struct walk *w, uint32_t def, uint32_t receiver, const struct program_trait *trait) {
    bool bound = type_known(receiver);
    if (trait->kind == KIND_LOCK || trait->kind == KIND_QUEUE) {
        return argument_is(w, def, bound, NAME_BLOCKING, EXPR_FALSE) || argument_is(w, def, bound, NAME_BLOCK, EXPR_FALSE);
    }
    return false;
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
            if (!is_own_handle(w, &trait) && !(call && is_disarmed(w, def, receiver, &trait))) {
                add_edge(w, def, receiver, EDGE_RUNS, soft);
            }
            break;
        case WORD_STARTS_LOOP:
            add_edge(w, def, receiver, EDGE_RUNS, soft);
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
        case WORD_ENTERS:
            if (value != PROGRAM_NONE) {
                enter(w, value, program_eval(w->program, w->module, value));
            }
            break;
        default:
            break;
        }
    }
}

static void run_iterated(struct walk *w, uint32_t type);

/* What takes an iterator apart before it returns, by name: builtins and methods of builtin types. */
static bool is_consumer(const struct facts *facts, uint32_t callee) {
    static const char *const names[] = {"list", "tuple", "set",    "frozenset", "dict",   "sum",    "any", "all",
                                        "max",  "min",   "sorted", "next",      "join",   "extend", "update", "bytes"};
    const struct facts_expr *e = &facts->exprs[callee];
    struct span name = e->kind == EXPR_NAME        ? facts_text(facts, e->a)
                       : e->kind == EXPR_ATTRIBUTE ? facts_text(facts, e->b)
                                                   : SPAN("");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_is(name, names[i])) {
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
    if (program_module_at(w->program, module)->name != NAME_BUILTINS ||
        !(is_consumer(w->facts, w->facts->exprs[w->site.expr].a) ||
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
        if (kind == EXPR_CALL || kind == EXPR_NAME || kind == EXPR_ATTRIBUTE) {
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
    return is_project(w, def) ? type_known(result) && !type_known(program_awaited(w->program, result))
                              : !type_known(program_awaited(w->program, result));
}

static void visit_called(void *context, uint32_t def, uint32_t receiver, bool soft) {
    struct walk *w = context;
    w->resolved = true;
    if (is_contradicted(w, def)) {
        return;
    }
    if (!is_project(w, def)) {
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

static void begin(struct walk *w, enum flow_site_kind kind, uint32_t expr, uint32_t start, uint32_t end) {
    w->site = (struct flow_site){.module = w->module,
                                 .expr = expr,
                                 .start = start,
                                 .end = end,
                                 .function = w->function,
                                 .first_edge = w->flow->edges.len,
                                 .kind = (uint8_t)kind};
    w->resolved = false;
}

static void finish(struct walk *w, bool keep_unresolved) {
    if (w->site.edge_count == 0 && !(keep_unresolved && !w->resolved)) {
        return;
    }
    if (w->site.edge_count == 0) {
        w->site.flags |= SITE_UNRESOLVED;
    }
    if (ranges_hold(w->flow->ranges.dead.data, w->flow->ranges.dead.len, w->site.start) ||
        (w->omitted && guards_exclude(w->guards, w->omitted, w->site.start))) {
        w->flow->edges.len = w->site.first_edge;
        return;
    }
    if (ranges_hold(w->flow->ranges.once.data, w->flow->ranges.once.len, w->site.start)) {
        w->site.flags |= SITE_ONCE;
    }
    vec_push(&w->flow->sites, w->site);
    w->flow->functions.data[w->function].site_count++;
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
static uint32_t eval_for_receiver(struct walk *w, uint32_t expr) {
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

static void walk_call(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t callee = eval_for_receiver(w, e->a);
    begin(w, SITE_CALL, expr, e->start, e->end);
    w->site.flags |= (e->flags & EXPR_FLAG_AWAITED) ? SITE_AWAITED : 0;
    if (is_called_param(w, e->a, callee)) {
        return;
    }
    targets_of(w->flow, callee, visit_called, w);
    w->resolved |= type_known(callee) && types_get(program_types(w->program), callee).kind != TYPE_MISSING;
    finish(w, true);
}

/* --- implicit calls ----------------------------------------------------------------------------------------------- */

static void walk_property(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t name = program_name(w->program, w->module, e->b);
    if (!program_is_property_name(w->program, name)) {
        return;
    }
    uint32_t getter = program_property(w->program, eval_for_receiver(w, e->a), name);
    if (type_known(getter)) {
        begin(w, SITE_PROPERTY, expr, e->start, e->end);
        targets_of(w->flow, getter, visit_called, w);
        finish(w, false);
    }
}

static void walk_setter(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t name = program_name(w->program, w->module, e->b);
    if (!program_is_property_name(w->program, name)) {
        return;
    }
    uint32_t setter = program_setter(w->program, eval_for_receiver(w, e->a), name);
    if (type_known(setter)) {
        begin(w, SITE_PROPERTY, expr, e->start, e->end);
        targets_of(w->flow, setter, visit_called, w);
        finish(w, false);
    }
}

static void walk_special(struct walk *w, enum flow_site_kind kind, uint32_t expr, uint32_t object, uint32_t name) {
    struct type_table *types = program_types(w->program);
    if (name == INTERN_NONE || !program_has_special(w->program, name)) {
        return;
    }
    uint32_t type = eval_for_receiver(w, object);
    enum type_kind k = types_get(types, type).kind;
    if (k != TYPE_INSTANCE && k != TYPE_EXACT && k != TYPE_UNION) {
        return;
    }
    uint32_t method = program_special(w->program, type, name);
    if (type_known(method)) {
        const struct facts_expr *e = &w->facts->exprs[expr];
        begin(w, kind, expr, e->start, e->end);
        targets_of(w->flow, method, visit_called, w);
        finish(w, false);
    }
}

static void walk_compare(struct walk *w, uint32_t expr) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, w->facts->exprs[expr].b, &count);
    for (uint32_t i = 0; i + 2 < count; i += 2) {
        uint32_t op = list[i + 1];
        if (op != OP_IS && op != OP_IS_NOT && op <= OP_IS_NOT) {
            bool in = op == OP_IN || op == OP_NOT_IN;
            walk_special(w, SITE_OPERATOR, expr, in ? list[i + 2] : list[i], program_operator_name((uint8_t)op));
        }
    }
}

static void run_special(struct walk *w, uint32_t type, uint32_t name) {
    uint32_t method = program_special(w->program, type, name);
    if (type_known(method)) {
        targets_of(w->flow, method, visit_called, w);
    }
}

static void run_iterated(struct walk *w, uint32_t type) {
    struct type_table *types = program_types(w->program);
    uint32_t members = types_member_count(types, type);
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(types, type, i);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_GENERATOR && t.entity != TYPE_NOBODY) {
            add_edge(w, t.entity, TYPE_UNKNOWN, EDGE_RUNS, (member & TYPE_SOFT) != 0);
        } else if (t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT) {
            run_special(w, member, NAME_ITER);
            uint32_t iter = program_special(w->program, member, NAME_ITER);
            uint32_t iterator = program_result(w->program, iter, PROGRAM_NONE, PROGRAM_NONE);
            struct type it = types_get(types, iterator);
            if (it.kind == TYPE_GENERATOR && it.entity != TYPE_NOBODY) {
                add_edge(w, it.entity, TYPE_UNKNOWN, EDGE_RUNS, (member & TYPE_SOFT) != 0);
            } else {
                run_special(w, type_known(iterator) ? iterator : member, NAME_NEXT);
            }
        }
    }
}

/* contextlib.closing(x): leaving it runs x.close(). */
static bool is_closing(const struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    if (e->kind != EXPR_CALL) {
        return false;
    }
    const struct facts_expr *callee = &w->facts->exprs[e->a];
    return span_is(facts_text(w->facts, callee->kind == EXPR_NAME ? callee->a : callee->b), "closing");
}

/* What entering and leaving a context manager runs. */
static void enter(struct walk *w, uint32_t expr, uint32_t type) {
    struct type_table *types = program_types(w->program);
    for (uint32_t k = 0; k < types_member_count(types, type); k++) {
        uint32_t member = types_member(types, type, k);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_CONTEXT && t.entity != TYPE_NOBODY) {
            add_edge(w, t.entity, TYPE_UNKNOWN, EDGE_RUNS, (member & TYPE_SOFT) != 0);
        } else if (t.kind == TYPE_CONTEXT && is_closing(w, expr)) {
            run_special(w, types_arg(types, member, 0), NAME_CLOSE);
        } else {
            run_special(w, member, NAME_ENTER);
            run_special(w, member, NAME_EXIT);
        }
    }
}

static void walk_iteration(struct walk *w, uint32_t iterable) {
    const struct facts_expr *e = &w->facts->exprs[iterable];
    begin(w, SITE_FOR, iterable, e->start, e->end);
    run_iterated(w, eval_for_receiver(w, iterable));
    finish(w, false);
}

/* Generator expressions that are only made: what they would run is left out. One that is an argument, iterated or taken
 * apart counts as run where it stands. */
static void find_lazy(struct walk *w, const struct facts_scope *scope) {
    struct map *lazy = &w->flow->lazy_scopes;
    map_free(lazy);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &w->facts->exprs[e];
        uint32_t count = 0, first = 0, step = 1;
        const uint32_t *list = NULL;
        if (x->kind == EXPR_COMP && x->op == COMP_GENERATOR) {
            map_set(lazy, x->a, 1);
        } else if (x->kind == EXPR_CALL) {
            list = facts_list(w->facts, x->b, &count);
            first = 1;
            step = 2;
        } else if (x->kind == EXPR_COMP) {
            list = facts_list(w->facts, x->b, &count);
        }
        for (uint32_t i = first; i < count; i += step) {
            if (list[i] < w->facts->expr_count && w->facts->exprs[list[i]].kind == EXPR_COMP) {
                map_set(lazy, w->facts->exprs[list[i]].a, 2);
            }
        }
        if ((x->kind == EXPR_STARRED || x->kind == EXPR_YIELD_FROM) && w->facts->exprs[x->a].kind == EXPR_COMP) {
            map_set(lazy, w->facts->exprs[x->a].a, 2);
        }
    }
    for (uint32_t s = scope->stmt + 1; scope->kind == SCOPE_FUNCTION && s < w->facts->stmts[scope->stmt].end; s++) {
        const struct facts_stmt *stmt = &w->facts->stmts[s];
        if (stmt->kind == STMT_FOR && w->facts->exprs[stmt->a].kind == EXPR_COMP) {
            map_set(lazy, w->facts->exprs[stmt->a].a, 2);
        }
    }
}

static bool is_lazy(const struct walk *w, uint32_t scope) {
    for (; w->flow->lazy_scopes.len && scope != FACTS_NONE && w->facts->scopes[scope].kind == SCOPE_COMPREHENSION;
         scope = w->facts->scopes[scope].parent) {
        if (map_get(&w->flow->lazy_scopes, scope) == 1) {
            return true;
        }
    }
    return false;
}

static void walk_comprehension(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, e->b, &count);
    if (is_lazy(w, e->a)) {
        return;
    }
    for (uint32_t i = 2; i + 2 < count; i += 3 + list[i + 2]) {
        if (!(w->facts->exprs[list[i]].flags & EXPR_FLAG_AWAITED)) {
            walk_iteration(w, list[i]);
        }
    }
}

static void walk_with(struct walk *w, const struct facts_stmt *stmt) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, stmt->list, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        const struct facts_expr *e = &w->facts->exprs[list[i]];
        begin(w, SITE_WITH, list[i], e->start, e->end);
        enter(w, list[i], eval_for_receiver(w, list[i]));
        finish(w, false);
    }
}

/* `a, *rest = value`: taking it apart iterates. */
static void walk_unpacking(struct walk *w, const struct facts_stmt *stmt) {
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, stmt->list, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint8_t kind = w->facts->exprs[list[i]].kind;
        uint8_t value = w->facts->exprs[stmt->a].kind;
        if ((kind == EXPR_TUPLE || kind == EXPR_LIST) && (value == EXPR_CALL || value == EXPR_NAME)) {
            walk_iteration(w, stmt->a);
            return;
        }
    }
}

static void walk_stmts(struct walk *w) {
    const struct facts_scope *scope = &w->facts->scopes[w->scope];
    if (scope->kind != SCOPE_FUNCTION) {
        return;
    }
    for (uint32_t s = scope->stmt + 1; s < w->facts->stmts[scope->stmt].end; s++) {
        const struct facts_stmt *stmt = &w->facts->stmts[s];
        if (stmt->scope != w->scope || (stmt->flags & STMT_FLAG_ASYNC)) {
            continue;
        }
        if (stmt->kind == STMT_WITH) {
            walk_with(w, stmt);
        } else if (stmt->kind == STMT_FOR) {
            walk_iteration(w, stmt->a);
        } else if (stmt->kind == STMT_ASSIGN) {
            walk_unpacking(w, stmt);
        }
    }
}

/* x[k] reads, `x[k] = v` sets, `del x[k]` deletes. */
static uint32_t item_method(const struct walk *w, uint32_t expr) {
    const struct facts_scope *scope = &w->facts->scopes[w->scope];
    if (!(w->facts->exprs[expr].flags & EXPR_FLAG_STORE)) {
        return NAME_GETITEM;
    }
    for (uint32_t s = scope->stmt + 1; scope->kind == SCOPE_FUNCTION && s < w->facts->stmts[scope->stmt].end; s++) {
        uint32_t count;
        const uint32_t *list = facts_list(w->facts, w->facts->stmts[s].list, &count);
        for (uint32_t i = 0; w->facts->stmts[s].kind == STMT_DELETE && i < count; i++) {
            if (list[i] == expr) {
                return NAME_DELITEM;
            }
        }
    }
    return NAME_SETITEM;
}

static void walk_expr(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    switch (e->kind) {
    case EXPR_CALL:
        walk_call(w, expr);
        break;
    case EXPR_ATTRIBUTE:
        if (e->flags & EXPR_FLAG_STORE) {
            walk_setter(w, expr);
        } else {
            walk_property(w, expr);
        }
        break;
    case EXPR_SUBSCRIPT:
        walk_special(w, SITE_ITEM, expr, e->a, item_method(w, expr));
        break;
    case EXPR_BINARY:
        walk_special(w, SITE_OPERATOR, expr, e->a, program_operator_name(e->op));
        break;
    case EXPR_COMPARE:
        walk_compare(w, expr);
        break;
    case EXPR_COMP:
        walk_comprehension(w, expr);
        break;
    case EXPR_YIELD_FROM:
        walk_iteration(w, e->a);
        break;
    case EXPR_STARRED:
        if (!(e->flags & EXPR_FLAG_STORE)) {
            walk_iteration(w, e->a);
        }
        break;
    default:
        break;
    }
}

static int by_position(const void *a, const void *b) {
    const struct flow_site *x = a, *y = b;
    return x->start != y->start ? (x->start < y->start ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

/* The function whose run evaluates what stands in a scope: comprehensions and class bodies run where they stand. */
static uint32_t runs_in(const struct facts *facts, uint32_t scope) {
    while (scope != 0 && (facts->scopes[scope].kind == SCOPE_COMPREHENSION || facts->scopes[scope].kind == SCOPE_CLASS)) {
        scope = facts->scopes[scope].parent;
    }
    return scope;
}

void sites_collect(struct flow *self, uint32_t function) {
    uint32_t def = self->functions.data[function].def;
    uint32_t module = program_def_module(self->program, def);
    const struct program_module *m = program_module_at(self->program, module);
    struct walk w = {.flow = self, .program = self->program, .facts = &m->facts, .module = module,
                     .function = function, .scope = def - m->scope_base,
                     .receiver = self->functions.data[function].receiver};
    w.self_symbol = self_symbol(&m->facts, w.scope);
    struct flow_guards own = {0}; /* a copy: finding those of targets moves the list */
    if (self->functions.data[function].omitted && guards_for(self, def)) {
        own = *guards_for(self, def);
        w.guards = &own;
        w.omitted = self->functions.data[function].omitted;
    }
    const struct facts_scope *scope = &m->facts.scopes[w.scope];
    ranges_find(self->program, module, w.scope, &self->ranges);
    self->functions.data[function].first_site = self->sites.len;
    find_lazy(&w, scope);
    for (uint32_t e = scope->first_expr; e < scope->end_expr; e++) {
        const struct facts_expr *x = &m->facts.exprs[e];
        if (!(x->flags & EXPR_FLAG_ANNOTATION) && !is_lazy(&w, x->scope) &&
            (x->scope == w.scope || runs_in(&m->facts, x->scope) == w.scope)) {
            walk_expr(&w, e);
        }
    }
    walk_stmts(&w);
    struct flow_function *f = &self->functions.data[function];
    if (f->site_count) {
        qsort(self->sites.data + f->first_site, f->site_count, sizeof *self->sites.data, by_position);
    }
}
