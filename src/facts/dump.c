#include "facts/dump.h"

#include <string.h>

#include "base/vec.h"
#include "facts/dump_expr.h"

/* ---- words ---- */

struct word {
    uint32_t flag;
    const char *text;
};

static const char *const scope_kinds[] = {[SCOPE_MODULE] = "module",
                                          [SCOPE_CLASS] = "class",
                                          [SCOPE_FUNCTION] = "function",
                                          [SCOPE_LAMBDA] = "lambda",
                                          [SCOPE_COMPREHENSION] = "comprehension"};

static const struct word scope_flags[] = {
    {SCOPE_ASYNC, "async"},   {SCOPE_GENERATOR, "generator"},     {SCOPE_STUB, "stub"},
    {SCOPE_AWAITS, "awaits"}, {SCOPE_TYPING, "typing"},           {SCOPE_HAS_ALL, "has-all"},
    {SCOPE_STAR, "star"},     {SCOPE_CONDITIONAL, "conditional"}, {0, NULL}};

static const struct word symbol_flags[] = {{SYMBOL_PARAM, "param"},       {SYMBOL_GLOBAL, "global"},
                                           {SYMBOL_NONLOCAL, "nonlocal"}, {SYMBOL_IMPORTED, "imported"},
                                           {SYMBOL_DEFINED, "defined"},   {0, NULL}};

static const char *const binding_kinds[] = {[BIND_ASSIGN] = "assign",   [BIND_ANNOTATION] = "annotation",
                                            [BIND_AUGMENT] = "augment", [BIND_FOR] = "for",
                                            [BIND_WITH] = "with",       [BIND_EXCEPT] = "except",
                                            [BIND_IMPORT] = "import",   [BIND_FUNCTION] = "function",
                                            [BIND_CLASS] = "class",     [BIND_PARAM] = "param",
                                            [BIND_WALRUS] = "walrus",   [BIND_MATCH] = "match",
                                            [BIND_NARROW] = "narrow",   [BIND_TYPE_ALIAS] = "type",
                                            [BIND_DELETE] = "delete"};

static const struct word binding_flags[] = {{BINDING_ASYNC, "async"},       {BINDING_TYPING, "typing"},
                                            {BINDING_FALLBACK, "fallback"}, {BINDING_CONDITIONAL, "conditional"},
                                            {BINDING_STAR, "star"},         {0, NULL}};

static const struct word import_flags[] = {
    {IMPORT_TYPING, "typing"}, {IMPORT_TRY, "try"}, {IMPORT_FALLBACK, "fallback"}, {IMPORT_ALIAS, "alias"}, {0, NULL}};

static const char *const stmt_kinds[] = {[STMT_EXPR] = "expr",
                                         [STMT_ASSIGN] = "assign",
                                         [STMT_ANN_ASSIGN] = "ann-assign",
                                         [STMT_AUG_ASSIGN] = "aug-assign",
                                         [STMT_RETURN] = "return",
                                         [STMT_RAISE] = "raise",
                                         [STMT_ASSERT] = "assert",
                                         [STMT_DELETE] = "delete",
                                         [STMT_PASS] = "pass",
                                         [STMT_BREAK] = "break",
                                         [STMT_CONTINUE] = "continue",
                                         [STMT_GLOBAL] = "global",
                                         [STMT_NONLOCAL] = "nonlocal",
                                         [STMT_IMPORT] = "import",
                                         [STMT_IF] = "if",
                                         [STMT_ELIF] = "elif",
                                         [STMT_ELSE] = "else",
                                         [STMT_WHILE] = "while",
                                         [STMT_FOR] = "for",
                                         [STMT_TRY] = "try",
                                         [STMT_EXCEPT] = "except",
                                         [STMT_FINALLY] = "finally",
                                         [STMT_WITH] = "with",
                                         [STMT_FUNCTION] = "function",
                                         [STMT_CLASS] = "class",
                                         [STMT_MATCH] = "match",
                                         [STMT_CASE] = "case",
                                         [STMT_TYPE_ALIAS] = "type",
                                         [STMT_OTHER] = "other"};

static const struct word stmt_flags[] = {{STMT_FLAG_ASYNC, "async"},
                                         {STMT_FLAG_GROUP, "group"},
                                         {STMT_FLAG_TYPING, "typing"},
                                         {STMT_FLAG_MAIN, "main"},
                                         {0, NULL}};

static const char *const fault_kinds[] = {
    [FAULT_SYNTAX] = "syntax", [FAULT_MISSING] = "missing", [FAULT_ENCODING] = "encoding", [FAULT_LIMIT] = "limit"};

/* ---- small pieces ---- */

/* Bytes of an expression where it is repeated: statements show it whole, and scopes that nest a thousand times would
 * repeat each other's. */
#define REPEATED_LIMIT 200u

struct dump {
    const struct facts *facts;
    struct buffer *out;
    size_t limit;
};

static void put_words(struct dump *d, const struct word *words, uint32_t flags) {
    for (; words->text; words++)
        if (flags & words->flag)
            buffer_printf(d->out, " %s", words->text);
}

static void put_string(struct dump *d, uint32_t string) {
    struct span text = facts_text(d->facts, string);
    buffer_put_safe(d->out, text.data, text.len);
}

static void put_position(struct dump *d, uint32_t position) {
    uint32_t line, column;
    facts_position(d->facts, position, &line, &column);
    buffer_printf(d->out, "%u:%u", line, column);
}

/* before, then the expression; nothing when there is none. */
static void put_expr(struct dump *d, const char *before, uint32_t expr) {
    if (expr == FACTS_NONE)
        return;
    buffer_puts(d->out, before);
    facts_dump_expr(d->facts, expr, d->limit, d->out);
}

static void put_list(struct dump *d, const char *before, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = facts_list(d->facts, list, &count);
    for (uint32_t i = 0; i < count; i++)
        put_expr(d, i ? ", " : before, entries[i]);
}

/* ---- scopes and symbols ---- */

static void put_param(struct dump *d, const struct facts_param *param) {
    static const char *const marks[] = {[PARAM_STAR] = "*", [PARAM_DOUBLE_STAR] = "**"};
    if (param->kind < sizeof marks / sizeof *marks && marks[param->kind])
        buffer_puts(d->out, marks[param->kind]);
    put_string(d, param->name);
    put_expr(d, ": ", param->annotation);
    put_expr(d, param->annotation == FACTS_NONE ? "=" : " = ", param->value);
}

/* With the markers of positional-only and keyword-only parameters put back. */
static void put_params(struct dump *d, const struct facts_scope *scope) {
    const struct facts_param *params = d->facts->params + scope->first_param;
    bool bare = false;
    buffer_puts(d->out, " (");
    for (uint32_t i = 0; i < scope->param_count; i++) {
        bool first_keyword = params[i].kind == PARAM_KEYWORD_ONLY && !bare && (!i || params[i - 1].kind < PARAM_STAR);
        if (i)
            buffer_puts(d->out, ", ");
        if (first_keyword)
            buffer_puts(d->out, "*, ");
        bare |= first_keyword;
        put_param(d, &params[i]);
        if (params[i].kind == PARAM_POSITIONAL_ONLY &&
            (i + 1 == scope->param_count || params[i + 1].kind != PARAM_POSITIONAL_ONLY))
            buffer_puts(d->out, ", /");
    }
    buffer_puts(d->out, ")");
}

static void put_binding(struct dump *d, const struct facts_binding *binding) {
    buffer_printf(d->out, "    %s ", binding_kinds[binding->kind]);
    put_position(d, binding->start);
    put_words(d, binding_flags, binding->flags);
    if (binding->unpack)
        buffer_printf(d->out, " part %u", binding->unpack - 1u);
    if (binding->kind == BIND_NARROW && binding->stmt != FACTS_NONE)
        buffer_printf(d->out, " in %u", binding->stmt);
    put_expr(d, ": ", binding->annotation);
    put_expr(d, " = ", binding->value);
    buffer_puts(d->out, "\n");
}

static void put_symbol(struct dump *d, uint32_t index) {
    const struct facts_symbol *symbol = &d->facts->symbols[index];
    buffer_puts(d->out, "  symbol ");
    put_string(d, symbol->name);
    put_words(d, symbol_flags, symbol->flags);
    if (symbol->target != FACTS_NONE)
        buffer_printf(d->out, " of scope %u", d->facts->symbols[symbol->target].scope);
    buffer_puts(d->out, "\n");
    for (uint32_t i = 0; i < symbol->binding_count; i++)
        put_binding(d, &d->facts->bindings[symbol->first_binding + i]);
}

static void put_bases(struct dump *d, uint32_t list) {
    if (list == FACTS_NONE)
        return;
    buffer_puts(d->out, " (");
    facts_dump_arguments(d->facts, list, d->limit, d->out);
    buffer_puts(d->out, ")");
}

static void put_type_params(struct dump *d, uint32_t list) {
    uint32_t count;
    const uint32_t *names = facts_list(d->facts, list, &count);
    for (uint32_t i = 0; i < count; i++) {
        buffer_puts(d->out, i ? ", " : " [");
        put_string(d, names[i]);
    }
    if (count)
        buffer_puts(d->out, "]");
}

static void put_scope(struct dump *d, uint32_t index) {
    const struct facts_scope *scope = &d->facts->scopes[index];
    buffer_printf(d->out, "scope %u %s ", index, scope_kinds[scope->kind]);
    if (scope->name != FACTS_NONE) {
        put_string(d, scope->name);
        buffer_puts(d->out, " ");
    }
    put_position(d, scope->start);
    buffer_puts(d->out, "-");
    put_position(d, scope->end);
    if (scope->parent != FACTS_NONE)
        buffer_printf(d->out, " in %u", scope->parent);
    put_words(d, scope_flags, scope->flags);
    put_type_params(d, scope->type_params);
    if (scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_LAMBDA)
        put_params(d, scope);
    put_bases(d, scope->bases);
    put_expr(d, " -> ", scope->returns);
    put_list(d, " @ ", scope->decorators);
    if (scope->docstring != FACTS_NONE) {
        buffer_puts(d->out, " \"");
        put_string(d, scope->docstring);
        buffer_puts(d->out, "\"");
    }
    buffer_puts(d->out, "\n");
    for (uint32_t i = 0; i < scope->symbol_count; i++)
        put_symbol(d, scope->first_symbol + i);
}

/* ---- statements ---- */

static void put_import(struct dump *d, const struct facts_import *import) {
    buffer_puts(d->out, " ");
    for (uint32_t i = 0; i < import->level; i++)
        buffer_puts(d->out, ".");
    put_string(d, import->module);
    if (import->name != FACTS_NONE) {
        buffer_puts(d->out, " name ");
        put_string(d, import->name);
    }
    if (import->symbol != FACTS_NONE) {
        buffer_puts(d->out, " as ");
        put_string(d, d->facts->symbols[import->symbol].name);
    }
    put_words(d, import_flags, import->flags);
}

static void put_imports(struct dump *d, uint32_t list) {
    uint32_t count;
    const uint32_t *imports = facts_list(d->facts, list, &count);
    for (uint32_t i = 0; i < count; i++) {
        buffer_puts(d->out, i ? "," : "");
        put_import(d, &d->facts->imports[imports[i]]);
    }
}

static void put_with(struct dump *d, uint32_t list) {
    uint32_t count;
    const uint32_t *items = facts_list(d->facts, list, &count);
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        put_expr(d, i ? ", " : " ", items[i]);
        put_expr(d, " as ", items[i + 1]);
    }
}

static void put_stmt_parts(struct dump *d, const struct facts_stmt *stmt) {
    switch ((enum facts_stmt_kind)stmt->kind) {
    case STMT_IMPORT: put_imports(d, stmt->list); break;
    case STMT_WITH: put_with(d, stmt->list); break;
    case STMT_FUNCTION:
    case STMT_CLASS:
        buffer_printf(d->out, " scope %u ", stmt->a);
        put_string(d, d->facts->scopes[stmt->a].name);
        break;
    case STMT_ASSIGN:
    case STMT_ANN_ASSIGN:
    case STMT_AUG_ASSIGN:
        put_list(d, " ", stmt->list);
        put_expr(d, ": ", stmt->b);
        if (stmt->kind == STMT_AUG_ASSIGN)
            buffer_printf(d->out, " %s", facts_operator_text((enum facts_op)stmt->op));
        put_expr(d, stmt->kind == STMT_AUG_ASSIGN ? "= " : " = ", stmt->a);
        break;
    case STMT_FOR:
        put_expr(d, " ", stmt->b);
        put_expr(d, " in ", stmt->a);
        break;
    default:
        put_expr(d, " ", stmt->a);
        put_expr(d, stmt->kind == STMT_EXCEPT ? " as " : ", ", stmt->b);
        put_list(d, " list ", stmt->list);
        break;
    }
}

static void put_stmt(struct dump *d, uint32_t index, uint32_t depth) {
    const struct facts_stmt *stmt = &d->facts->stmts[index];
    buffer_printf(d->out, "%5u ", index);
    put_position(d, stmt->start);
    buffer_puts(d->out, "-");
    put_position(d, stmt->stop);
    for (uint32_t i = 0; i < depth + 1; i++)
        buffer_puts(d->out, "  ");
    buffer_puts(d->out, stmt_kinds[stmt->kind]);
    put_words(d, stmt_flags, stmt->flags);
    put_stmt_parts(d, stmt);
    buffer_puts(d->out, "\n");
}

#define INDENT_LIMIT 32u /* levels of statements that are indented */

static void put_stmts(struct dump *d) {
    VEC(uint32_t) ends = {0}; /* of the statements around */
    for (uint32_t i = 0; i < d->facts->stmt_count; i++) {
        while (ends.len && ends.data[ends.len - 1] <= i)
            ends.len--;
        put_stmt(d, i, ends.len < INDENT_LIMIT ? ends.len : INDENT_LIMIT);
        vec_push(&ends, d->facts->stmts[i].end);
    }
    vec_free(&ends);
}

/* ---- the rest ---- */

static void put_store(struct dump *d, const struct facts_store *store) {
    buffer_printf(d->out, "store %s", binding_kinds[store->kind]);
    put_words(d, binding_flags, store->flags);
    if (store->unpack)
        buffer_printf(d->out, " part %u", store->unpack - 1u);
    buffer_printf(d->out, " in %u", store->scope);
    put_expr(d, " ", store->target);
    put_expr(d, ": ", store->annotation);
    put_expr(d, " = ", store->value);
    buffer_puts(d->out, "\n");
}

static void put_comment(struct dump *d, const struct facts_comment *comment) {
    buffer_printf(d->out, "comment %u ", comment->line);
    put_string(d, comment->text);
    buffer_puts(d->out, "\n");
}

static void put_fault(struct dump *d, const struct facts_fault *fault) {
    buffer_printf(d->out, "fault %s ", fault_kinds[fault->kind]);
    put_position(d, fault->start);
    buffer_puts(d->out, "-");
    put_position(d, fault->end);
    if (fault->text != FACTS_NONE) {
        buffer_puts(d->out, " ");
        put_string(d, fault->text);
    }
    buffer_puts(d->out, "\n");
}

void facts_dump(const struct facts *self, struct buffer *out) {
    struct dump d = {self, out, REPEATED_LIMIT};
    for (uint32_t i = 0; i < self->scope_count; i++)
        put_scope(&d, i);
    d.limit = SIZE_MAX;
    put_stmts(&d);
    d.limit = REPEATED_LIMIT;
    for (uint32_t i = 0; i < self->store_count; i++)
        put_store(&d, &self->stores[i]);
    for (uint32_t i = 0; i < self->all_count; i++) {
        buffer_puts(out, i ? " " : "all ");
        put_string(&d, self->all[i]);
        if (i + 1 == self->all_count)
            buffer_puts(out, "\n");
    }
    for (uint32_t i = 0; i < self->comment_count; i++)
        put_comment(&d, &self->comments[i]);
    for (uint32_t i = 0; i < self->fault_count; i++)
        put_fault(&d, &self->faults[i]);
}
