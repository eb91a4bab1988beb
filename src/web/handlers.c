/* From what is registered to the functions that answer. */
#include "web/internal.h"

static const struct {
    const char *method, *verb;
} verbs[] = {{"get", "GET"},       {"post", "POST"},    {"put", "PUT"},         {"patch", "PATCH"},
             {"delete", "DELETE"}, {"head", "HEAD"},    {"options", "OPTIONS"}, {"dispatch_request", NULL},
             {"on_connect", NULL}, {"on_receive", NULL}};

void handlers_of_class(struct web *self, uint32_t class_def, handler_fn *visit, void *context) {
    bool any = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (any && !verbs[i].verb) {
            break;
        }
        uint32_t method = class_method(self, class_def, verbs[i].method);
        if (method != PROGRAM_NONE) {
            any = true;
            visit(context, method, verbs[i].verb, class_def);
        }
    }
    if (!any) {
        visit(context, class_def, NULL, class_def);
    }
}

struct search {
    struct web *web;
    handler_fn *visit;
    void *context;
    uint32_t depth;
};

static void follow(struct search *s, uint32_t module, uint32_t expr);

static void visit_origin(void *context, uint32_t module, uint32_t expr) {
    struct search *s = context;
    if (facts_of(s->web, module)->exprs[expr].kind == EXPR_CALL) {
        follow(s, module, expr);
    }
}

/* View.as_view("users"), login_required(view), partial(view, x) */
static void follow_call(struct search *s, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(s->web, module);
    const struct facts_expr *e = &facts->exprs[expr], *callee = &facts->exprs[e->a];
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    if (callee->kind == EXPR_ATTRIBUTE && span_starts(facts_text(facts, callee->b), "as_")) {
        follow(s, module, callee->a);
    } else if (count && list[0] == FACTS_ARG_POSITIONAL) {
        guard_add(s->web, LEVEL_URLS, module, e->a);
        follow(s, module, list[1]);
    } else if (callee->kind == EXPR_CALL) {
        follow(s, module, e->a);
    }
}

static void follow(struct search *s, uint32_t module, uint32_t expr) {
    const struct program_frame *before = s->web->frame;
    if (program_stands_for(s->web->program, &s->web->frame, &module, &expr)) {
        follow(s, module, expr);
        s->web->frame = before;
        return;
    }
    struct type_table *types = program_types(s->web->program);
    const struct facts_expr *e = &facts_of(s->web, module)->exprs[expr];
    if (++s->depth > LIMIT_MOUNTS) {
        return;
    }
    if (e->kind == EXPR_CALL) {
        follow_call(s, module, expr);
        s->depth--;
        return;
    }
    uint32_t type = program_eval(s->web->program, module, expr);
    bool any = false;
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        bool ours = (t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD || t.kind == TYPE_CLASS) &&
                    !program_is_model(s->web->program, t.entity);
        if (ours && t.kind == TYPE_CLASS) {
            handlers_of_class(s->web, t.entity, s->visit, s->context);
        } else if (ours) {
            s->visit(s->context, t.entity, NULL, PROGRAM_NONE);
        }
        any |= ours;
    }
    if (!any) {
        program_origins_in(s->web->program, s->web->frame, module, expr, visit_origin, s);
    }
    s->depth--;
}

void handlers_of(struct web *self, uint32_t module, uint32_t expr, handler_fn *visit, void *context) {
    struct search s = {self, visit, context, 0};
    follow(&s, module, expr);
}
