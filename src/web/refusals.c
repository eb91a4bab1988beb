/* Functions that refuse: with 401 or 403, with an exception that is named for it, or by sending to a login page. What refuses
 * only those who brought a credential refuses nobody. */
#include "web/internal.h"

bool text_holds(struct span text, const char *part) {
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.len; i++) {
        if (strncasecmp(text.data + i, part, length) == 0) {
            return true;
        }
    }
    return false;
}

static uint8_t refusal_of_name(struct span name) {
    static const char *const unauthenticated[] = {"unauthorized",
                                                  "unauthenticated",
                                                  "notauthenticated",
                                                  "authenticationfailed",
                                                  "authenticationerror",
                                                  "autherror",
                                                  "authexception",
                                                  "invalidtoken",
                                                  "invalidcredentials",
                                                  "credentialsexception",
                                                  "credentials_exception",
                                                  "http_401",
                                                  NULL};
    static const char *const forbidden[] = {"forbidden",
                                            "permissiondenied",
                                            "permission_denied",
                                            "accessdenied",
                                            "access_denied",
                                            "notauthorized",
                                            "permissionerror",
                                            "insufficientpermission",
                                            "insufficient_permission",
                                            "http_403",
                                            NULL};
    for (uint32_t i = 0; unauthenticated[i]; i++) {
        if (text_holds(name, unauthenticated[i])) {
            return KIND_GUARDS_AUTHENTICATION;
        }
    }
    for (uint32_t i = 0; forbidden[i]; i++) {
        if (text_holds(name, forbidden[i])) {
            return KIND_GUARDS_AUTHORISATION;
        }
    }
    return KIND_COUNT;
}

static uint8_t refusal_of_status(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    if (e->kind == EXPR_NUMBER) {
        struct span text = facts_text(facts, e->a);
        return span_is(text, "401")   ? KIND_GUARDS_AUTHENTICATION
               : span_is(text, "403") ? KIND_GUARDS_AUTHORISATION
                                      : KIND_COUNT;
    }
    return e->kind == EXPR_ATTRIBUTE ? refusal_of_name(facts_text(facts, e->b)) : KIND_COUNT;
}

static bool mentions_login(const struct facts *facts, uint32_t expr, uint32_t depth) {
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    const uint32_t *list;
    if (depth > 4) {
        return false;
    }
    if (e->kind == EXPR_STRING || e->kind == EXPR_NAME) {
        struct span text = facts_text(facts, e->a);
        return text_holds(text, "login") || text_holds(text, "signin") || text_holds(text, "sign_in");
    }
    if (e->kind == EXPR_ATTRIBUTE) {
        return text_holds(facts_text(facts, e->b), "login");
    }
    if (e->kind == EXPR_CALL) {
        list = facts_list(facts, e->b, &count);
        for (uint32_t i = 1; i < count; i += 2) {
            if (mentions_login(facts, list[i], depth + 1)) {
                return true;
            }
        }
    }
    return false;
}

/* abort(401), HTTPException(status_code=403), JSONResponse(…, status_code=401), redirect(url_for("login")) */
static uint8_t refusal_of_call(const struct facts *facts, uint32_t call) {
    const struct facts_expr *e = &facts->exprs[call];
    struct span name = facts_last_name(facts, e->a);
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    if (span_is(name, "redirect") || span_is(name, "RedirectResponse") || span_is(name, "HttpResponseRedirect")) {
        return mentions_login(facts, call, 0) ? KIND_GUARDS_AUTHENTICATION : KIND_COUNT;
    }
    if (span_is(name, "redirect_to_login") || span_is(name, "HttpResponseForbidden") ||
        span_is(name, "handle_no_permission")) {
        return KIND_GUARDS_AUTHENTICATION;
    }
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        bool keyword = list[i] < FACTS_ARG_DOUBLE_STAR;
        struct span key = keyword ? facts_text(facts, list[i]) : SPAN("");
        /* ServiceError(Code.UNAUTHENTICATED, …) */
        uint8_t named = !keyword && facts->exprs[list[i + 1]].kind == EXPR_ATTRIBUTE &&
                                (text_holds(name, "Exception") || text_holds(name, "Error"))
                            ? refusal_of_name(facts_text(facts, facts->exprs[list[i + 1]].b))
                            : KIND_COUNT;
        if (named != KIND_COUNT) {
            return named;
        }
        bool status = keyword ? span_is(key, "status_code") || span_is(key, "status") || span_is(key, "code")
                              : i <= 2 && (text_holds(name, "abort") || text_holds(name, "Exception") ||
                                           text_holds(name, "Error") || text_holds(name, "Response"));
        uint8_t kind = status ? refusal_of_status(facts, list[i + 1]) : KIND_COUNT;
        if (kind != KIND_COUNT) {
            return kind;
        }
    }
    return KIND_COUNT;
}

struct raised {
    struct web *web;
    uint8_t kind;
};

static void visit_raised(void *context, uint32_t module, uint32_t expr) {
    struct raised *r = context;
    const struct facts *facts = facts_of(r->web, module);
    if (r->kind == KIND_COUNT && facts->exprs[expr].kind == EXPR_CALL) {
        r->kind = refusal_of_call(facts, expr);
    }
}

static uint8_t refusal_of_raise(struct web *self, uint32_t module, uint32_t expr) {
    const struct facts *facts = facts_of(self, module);
    const struct facts_expr *e = &facts->exprs[expr];
    struct raised r = {self, refusal_of_name(facts_last_name(facts, e->kind == EXPR_CALL ? e->a : expr))};
    if (r.kind == KIND_COUNT && e->kind == EXPR_CALL) {
        r.kind = refusal_of_call(facts, expr);
    } else if (r.kind == KIND_COUNT) {
        program_origins(self->program, module, expr, visit_raised, &r);
    }
    return r.kind;
}

static uint8_t refusal_of_return(const struct facts *facts, uint32_t expr) {
    uint32_t count = 0;
    const struct facts_expr *e = &facts->exprs[expr];
    const uint32_t *list = e->kind == EXPR_TUPLE ? facts_list(facts, e->b, &count) : NULL;
    return count >= 2 ? refusal_of_status(facts, list[1]) : KIND_COUNT;
}

/* `token`, `user and user.banned`, `(user := current())`: true for who brought something. */
static bool asks_presence(const struct facts *facts, uint32_t condition) {
    const struct facts_expr *e = &facts->exprs[condition];
    while (e->kind == EXPR_BOOL && e->op == OP_AND) {
        e = &facts->exprs[e->a];
    }
    return e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_WALRUS;
}

/* `not token`, `user is None` */
static bool asks_absence(const struct facts *facts, uint32_t condition) {
    const struct facts_expr *e = &facts->exprs[condition];
    uint32_t count;
    if (e->kind == EXPR_COMPARE) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        return count == 3 && list[1] == OP_IS && facts->exprs[list[2]].kind == EXPR_NONE;
    }
    return e->kind == EXPR_UNARY && e->op == OP_NOT;
}

/* What only happens to those who brought a credential lets all others in. */
static bool is_optional(const struct facts *facts, uint32_t stmt, uint32_t function) {
    for (uint32_t p = facts->stmts[stmt].parent; p != FACTS_NONE && p != function; p = facts->stmts[p].parent) {
        uint8_t kind = facts->stmts[p].kind;
        if ((kind == STMT_IF || kind == STMT_ELIF) && asks_presence(facts, facts->stmts[p].a)) {
            return true;
        }
    }
    return false;
}

/* `if not token: return None`: without a credential the function goes on quietly. */
static bool lets_pass(const struct facts *facts, uint32_t stmt) {
    const struct facts_stmt *s = &facts->stmts[stmt];
    bool nothing = s->kind == STMT_RETURN && (s->a == FACTS_NONE || facts->exprs[s->a].kind == EXPR_NONE);
    uint32_t parent = s->parent;
    return nothing && parent != FACTS_NONE && facts->stmts[parent].kind == STMT_IF &&
           asks_absence(facts, facts->stmts[parent].a);
}

static uint8_t refusal_of_stmt(struct web *self, uint32_t module, const struct facts_stmt *s) {
    const struct facts *facts = facts_of(self, module);
    uint8_t kind = KIND_COUNT;
    if (s->a == FACTS_NONE ||
        (s->kind != STMT_RAISE && s->kind != STMT_RETURN && s->kind != STMT_EXPR && s->kind != STMT_ASSIGN)) {
        return KIND_COUNT;
    }
    uint32_t value = facts->exprs[s->a].kind == EXPR_AWAIT ? facts->exprs[s->a].a : s->a;
    kind = s->kind == STMT_RAISE    ? refusal_of_raise(self, module, value)
           : s->kind == STMT_RETURN ? refusal_of_return(facts, value)
                                    : KIND_COUNT;
    return kind == KIND_COUNT && facts->exprs[value].kind == EXPR_CALL ? refusal_of_call(facts, value) : kind;
}

/* What the statements of a function, those of functions inside included, refuse with. */
uint8_t refusal_of_body(struct web *self, uint32_t module, const struct facts_scope *scope) {
    const struct facts *facts = facts_of(self, module);
    if (scope->kind != SCOPE_FUNCTION) {
        return KIND_COUNT;
    }
    for (uint32_t i = scope->stmt + 1; i < facts->stmts[scope->stmt].end; i++) {
        if (lets_pass(facts, i)) {
            return KIND_COUNT;
        }
        uint8_t kind = refusal_of_stmt(self, module, &facts->stmts[i]);
        if (kind != KIND_COUNT && !is_optional(facts, i, scope->stmt)) {
            return kind;
        }
    }
    return KIND_COUNT;
}
