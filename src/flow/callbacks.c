/* Parameters that a function calls: what a callback runs is judged at the call that passes it. */
#include "flow/internal.h"

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
    } else if (!program_is_model(program, def)) {
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

uint64_t callbacks_called(struct flow *self, uint32_t def) {
    return called_params(self, def, 0);
}

uint32_t callbacks_argument(struct flow *self, uint32_t module, uint32_t call, uint32_t def, bool bound, uint32_t index) {
    return argument_of(self, module, call, def, bound, index);
}
