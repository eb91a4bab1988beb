#include "base/hash.h"
#include "base/mem.h"
#include "facts/layout.h"

/* Facts of unknown origin. Everything is checked that lets a later reader leave an array, loop, or meet a record that
 * is not what facts.h says of it; what is merely wrong is not. */

struct check {
    const struct facts *f;
    uint32_t source_size;
    uint64_t
        entries;   /* of pool lists that may still be named: every list has one user, so that reading all is linear */
    uint8_t *used; /* by expression: it is an operand of another one. Nothing is shared, a walk down is linear too */
};

/* ---- indices and lists ---- */

static bool is_string(const struct check *c, uint32_t i) { return i < c->f->string_count; }
static bool is_expr(const struct check *c, uint32_t i) { return i < c->f->expr_count; }
static bool is_symbol(const struct check *c, uint32_t i) { return i < c->f->symbol_count; }
static bool is_stmt(const struct check *c, uint32_t i) { return i < c->f->stmt_count; }
static bool is_scope(const struct check *c, uint32_t i) { return i < c->f->scope_count; }

static bool maybe_string(const struct check *c, uint32_t i) { return i == FACTS_NONE || is_string(c, i); }
static bool maybe_expr(const struct check *c, uint32_t i) { return i == FACTS_NONE || is_expr(c, i); }
static bool maybe_symbol(const struct check *c, uint32_t i) { return i == FACTS_NONE || is_symbol(c, i); }
static bool maybe_stmt(const struct check *c, uint32_t i) { return i == FACTS_NONE || is_stmt(c, i); }

static bool is_kind(const struct check *c, uint32_t expr, enum facts_expr_kind kind) {
    return is_expr(c, expr) && c->f->exprs[expr].kind == kind;
}

static bool is_scope_kind(const struct check *c, uint32_t scope, enum facts_scope_kind kind) {
    return is_scope(c, scope) && c->f->scopes[scope].kind == kind;
}

static bool is_range(const struct check *c, uint32_t start, uint32_t end) {
    return start <= end && end <= c->source_size;
}

static bool is_position(const struct check *c, uint32_t position) { return position <= c->source_size; }

/* The entries of a list, NULL when it is none. */
static const uint32_t *open_list(struct check *c, uint32_t list, uint32_t *count) {
    if (list >= c->f->pool_count || c->f->pool[list] >= c->f->pool_count - list)
        return NULL;
    *count = c->f->pool[list];
    if (*count > c->entries)
        return NULL;
    c->entries -= *count;
    return c->f->pool + list + 1;
}

/* Takes an operand of the expression `limit`: it stands before it, which rules out cycles, and has no other user. */
static bool take(struct check *c, uint32_t operand, uint32_t limit) {
    if (operand >= limit || c->used[operand])
        return false;
    c->used[operand] = 1;
    return true;
}

/* A list of expressions below `limit`. `absent`: which entries may be FACTS_NONE. */
enum absent { NEVER, ALWAYS, EVEN, ODD };

static bool may_be_absent(enum absent absent, uint32_t i) {
    return absent == ALWAYS || (absent == EVEN && i % 2 == 0) || (absent == ODD && i % 2 == 1);
}

static bool is_list(struct check *c, uint32_t list, uint32_t limit, enum absent absent, uint32_t *count) {
    const uint32_t *entries = open_list(c, list, count);
    if (!entries)
        return false;
    for (uint32_t i = 0; i < *count; i++)
        if (entries[i] >= limit && !(entries[i] == FACTS_NONE && may_be_absent(absent, i)))
            return false;
    return true;
}

/* A list of operands of the expression `limit`. */
static bool takes_list(struct check *c, uint32_t list, uint32_t limit, enum absent absent, uint32_t *count) {
    const uint32_t *entries = open_list(c, list, count);
    if (!entries)
        return false;
    for (uint32_t i = 0; i < *count; i++)
        if (!(entries[i] == FACTS_NONE && may_be_absent(absent, i)) && !take(c, entries[i], limit))
            return false;
    return true;
}

/* The same where the number of entries does not matter. */
static bool is_any_list(struct check *c, uint32_t list, uint32_t limit) {
    uint32_t count;
    return is_list(c, list, limit, NEVER, &count);
}

static bool maybe_list(struct check *c, uint32_t list, uint32_t limit) {
    return list == FACTS_NONE || is_any_list(c, list, limit);
}

static bool is_keyword(const struct check *c, uint32_t keyword) {
    return keyword >= FACTS_ARG_DOUBLE_STAR || is_string(c, keyword);
}

/* The bases of a class. */
static bool is_argument_list(struct check *c, uint32_t list) {
    uint32_t count;
    const uint32_t *entries = open_list(c, list, &count);
    if (!entries || count % 2)
        return false;
    for (uint32_t i = 0; i < count; i += 2)
        if (!is_keyword(c, entries[i]) || !is_expr(c, entries[i + 1]))
            return false;
    return true;
}

/* ---- expressions ---- */

static bool takes_arguments(struct check *c, uint32_t list, uint32_t limit) {
    uint32_t count;
    const uint32_t *entries = open_list(c, list, &count);
    if (!entries || count % 2)
        return false;
    for (uint32_t i = 0; i < count; i += 2)
        if (!is_keyword(c, entries[i]) || !take(c, entries[i + 1], limit))
            return false;
    return true;
}

static bool takes_comparison(struct check *c, uint32_t list, uint32_t limit) {
    uint32_t count;
    const uint32_t *entries = open_list(c, list, &count);
    if (!entries || count < 3 || count % 2 == 0)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (i % 2 ? entries[i] > OP_IS_NOT : !take(c, entries[i], limit))
            return false;
    return true;
}

static bool takes_clauses(struct check *c, const uint32_t *entries, uint32_t count, uint32_t limit) {
    for (uint32_t i = 0; i < count;) {
        if (count - i < 3 || !take(c, entries[i], limit) || !take(c, entries[i + 1], limit) ||
            entries[i + 2] > count - i - 3)
            return false;
        uint32_t end = i + 3 + entries[i + 2];
        for (i += 3; i < end; i++)
            if (!take(c, entries[i], limit))
                return false;
    }
    return true;
}

static bool is_comprehension(struct check *c, const struct facts_expr *expr, uint32_t limit) {
    uint32_t count;
    const uint32_t *entries = open_list(c, expr->b, &count);
    if (!entries || count < 5 || !is_scope_kind(c, expr->a, SCOPE_COMPREHENSION) || expr->op > COMP_GENERATOR)
        return false;
    bool pair = expr->op == COMP_DICT;
    if (!take(c, entries[0], limit) || (pair ? !take(c, entries[1], limit) : entries[1] != FACTS_NONE))
        return false;
    return takes_clauses(c, entries + 2, count - 2, limit);
}

static bool takes_three(struct check *c, uint32_t list, uint32_t limit, enum absent absent) {
    uint32_t count;
    return takes_list(c, list, limit, absent, &count) && count == 3;
}

static bool takes_pairs(struct check *c, uint32_t list, uint32_t limit) {
    uint32_t count;
    return takes_list(c, list, limit, EVEN, &count) && count % 2 == 0;
}

static bool takes_any(struct check *c, uint32_t list, uint32_t limit) {
    uint32_t count;
    return takes_list(c, list, limit, NEVER, &count);
}

/* Expressions that consist of their list. */
static bool list_fits(struct check *c, const struct facts_expr *expr, uint32_t limit) {
    switch ((enum facts_expr_kind)expr->kind) {
    case EXPR_COMPARE: return takes_comparison(c, expr->b, limit);
    case EXPR_TERNARY: return takes_three(c, expr->b, limit, NEVER);
    case EXPR_SLICE: return takes_three(c, expr->b, limit, ALWAYS);
    case EXPR_DICT: return takes_pairs(c, expr->b, limit);
    case EXPR_LIST:
    case EXPR_TUPLE:
    case EXPR_SET:
    case EXPR_FSTRING:
    case EXPR_OPAQUE: return takes_any(c, expr->b, limit);
    default: return false;
    }
}

static bool operands_fit(struct check *c, const struct facts_expr *expr, uint32_t limit) {
    switch ((enum facts_expr_kind)expr->kind) {
    case EXPR_NAME: return is_string(c, expr->a) && maybe_symbol(c, expr->b);
    case EXPR_ATTRIBUTE: return take(c, expr->a, limit) && is_string(c, expr->b);
    case EXPR_CALL: return take(c, expr->a, limit) && takes_arguments(c, expr->b, limit);
    case EXPR_SUBSCRIPT:
    case EXPR_BINARY:
    case EXPR_BOOL: return take(c, expr->a, limit) && take(c, expr->b, limit);
    case EXPR_WALRUS: return take(c, expr->a, limit) && take(c, expr->b, limit) && is_kind(c, expr->a, EXPR_NAME);
    case EXPR_AWAIT:
    case EXPR_YIELD_FROM:
    case EXPR_STARRED:
    case EXPR_UNARY: return take(c, expr->a, limit) && expr->b == FACTS_NONE;
    case EXPR_YIELD: return (expr->a == FACTS_NONE || take(c, expr->a, limit)) && expr->b == FACTS_NONE;
    case EXPR_LAMBDA: return is_scope_kind(c, expr->a, SCOPE_LAMBDA) && take(c, expr->b, limit);
    case EXPR_COMP: return is_comprehension(c, expr, limit);
    case EXPR_STRING:
    case EXPR_NUMBER: return is_string(c, expr->a) && expr->b == FACTS_NONE;
    case EXPR_NONE:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_ELLIPSIS: return expr->a == FACTS_NONE && expr->b == FACTS_NONE;
    default: return expr->a == FACTS_NONE && list_fits(c, expr, limit);
    }
}

static bool exprs_fit(struct check *c) {
    for (uint32_t i = 0; i < c->f->expr_count; i++) {
        const struct facts_expr *expr = &c->f->exprs[i];
        if (!is_scope(c, expr->scope) || expr->op > OP_IS_NOT || !is_range(c, expr->start, expr->end) ||
            !operands_fit(c, expr, i))
            return false;
    }
    return true;
}

/* ---- statements ---- */

enum part { NO_PART, EXPR_PART, MAYBE_PART, NAME_PART, MAYBE_NAME_PART, FUNCTION_PART, CLASS_PART };
enum part_list { NO_LIST, ANY_LIST, SOME_LIST, ONE_LIST, ITEM_LIST, IMPORT_LIST };

/* What a, b and list hold. */
static const struct {
    uint8_t a, b, list;
} parts[] = {
    [STMT_EXPR] = {EXPR_PART, NO_PART, NO_LIST},
    [STMT_ASSIGN] = {EXPR_PART, NO_PART, SOME_LIST},
    [STMT_ANN_ASSIGN] = {MAYBE_PART, EXPR_PART, ONE_LIST},
    [STMT_AUG_ASSIGN] = {EXPR_PART, NO_PART, ONE_LIST},
    [STMT_RETURN] = {MAYBE_PART, NO_PART, NO_LIST},
    [STMT_RAISE] = {MAYBE_PART, MAYBE_PART, NO_LIST},
    [STMT_ASSERT] = {EXPR_PART, MAYBE_PART, NO_LIST},
    [STMT_DELETE] = {NO_PART, NO_PART, ANY_LIST},
    [STMT_PASS] = {NO_PART, NO_PART, NO_LIST},
    [STMT_BREAK] = {NO_PART, NO_PART, NO_LIST},
    [STMT_CONTINUE] = {NO_PART, NO_PART, NO_LIST},
    [STMT_GLOBAL] = {NO_PART, NO_PART, NO_LIST},
    [STMT_NONLOCAL] = {NO_PART, NO_PART, NO_LIST},
    [STMT_IMPORT] = {NO_PART, NO_PART, IMPORT_LIST},
    [STMT_IF] = {EXPR_PART, NO_PART, NO_LIST},
    [STMT_ELIF] = {EXPR_PART, NO_PART, NO_LIST},
    [STMT_ELSE] = {NO_PART, NO_PART, NO_LIST},
    [STMT_WHILE] = {EXPR_PART, NO_PART, NO_LIST},
    [STMT_FOR] = {EXPR_PART, EXPR_PART, NO_LIST},
    [STMT_TRY] = {NO_PART, NO_PART, NO_LIST},
    [STMT_EXCEPT] = {MAYBE_PART, MAYBE_NAME_PART, NO_LIST},
    [STMT_FINALLY] = {NO_PART, NO_PART, NO_LIST},
    [STMT_WITH] = {NO_PART, NO_PART, ITEM_LIST},
    [STMT_FUNCTION] = {FUNCTION_PART, NO_PART, NO_LIST},
    [STMT_CLASS] = {CLASS_PART, NO_PART, NO_LIST},
    [STMT_MATCH] = {EXPR_PART, NO_PART, NO_LIST},
    [STMT_CASE] = {MAYBE_PART, NO_PART, ANY_LIST},
    [STMT_TYPE_ALIAS] = {NAME_PART, EXPR_PART, NO_LIST},
    [STMT_OTHER] = {NO_PART, NO_PART, ANY_LIST},
};

static bool part_fits(const struct check *c, uint32_t part, enum part wanted) {
    switch (wanted) {
    case NO_PART: return part == FACTS_NONE;
    case EXPR_PART: return is_expr(c, part);
    case MAYBE_PART: return maybe_expr(c, part);
    case NAME_PART: return is_kind(c, part, EXPR_NAME);
    case MAYBE_NAME_PART: return part == FACTS_NONE || is_kind(c, part, EXPR_NAME);
    case FUNCTION_PART: return is_scope_kind(c, part, SCOPE_FUNCTION);
    case CLASS_PART: return is_scope_kind(c, part, SCOPE_CLASS);
    }
    return false;
}

static bool part_list_fits(struct check *c, uint32_t list, enum part_list wanted) {
    uint32_t count;
    if (wanted == NO_LIST)
        return list == FACTS_NONE;
    if (!is_list(c, list, wanted == IMPORT_LIST ? c->f->import_count : c->f->expr_count,
                 wanted == ITEM_LIST ? ODD : NEVER, &count))
        return false;
    switch (wanted) {
    case SOME_LIST: return count > 0;
    case ONE_LIST: return count == 1;
    case ITEM_LIST: return count % 2 == 0;
    default: return true;
    }
}

static bool parts_fit(struct check *c, const struct facts_stmt *stmt) {
    if (stmt->kind >= sizeof parts / sizeof *parts)
        return false;
    return part_fits(c, stmt->a, (enum part)parts[stmt->kind].a) &&
           part_fits(c, stmt->b, (enum part)parts[stmt->kind].b) &&
           part_list_fits(c, stmt->list, (enum part_list)parts[stmt->kind].list);
}

/* A statement ends after itself and within the one around it. */
static bool is_nested(const struct check *c, uint32_t i) {
    const struct facts_stmt *stmt = &c->f->stmts[i];
    if (stmt->end <= i || stmt->end > c->f->stmt_count)
        return false;
    return stmt->parent == FACTS_NONE || (stmt->parent < i && stmt->end <= c->f->stmts[stmt->parent].end);
}

static bool stmts_fit(struct check *c) {
    for (uint32_t i = 0; i < c->f->stmt_count; i++) {
        const struct facts_stmt *stmt = &c->f->stmts[i];
        if (!is_nested(c, i) || !is_scope(c, stmt->scope) || stmt->op > OP_IS_NOT ||
            !is_range(c, stmt->start, stmt->stop) || !parts_fit(c, stmt))
            return false;
    }
    return true;
}

/* ---- scopes, parameters, symbols, bindings ---- */

static bool is_scope_tree(const struct check *c, uint32_t i) {
    const struct facts_scope *scope = &c->f->scopes[i];
    if (i == 0)
        return scope->kind == SCOPE_MODULE && scope->parent == FACTS_NONE;
    return scope->kind > SCOPE_MODULE && scope->kind <= SCOPE_COMPREHENSION && scope->parent < i;
}

/* The statement of a definition, the expression of a lambda or comprehension. */
static bool has_place(const struct check *c, const struct facts_scope *scope) {
    bool defined = scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS;
    if (scope->kind == SCOPE_MODULE)
        return scope->stmt == FACTS_NONE && scope->expr == FACTS_NONE;
    return is_stmt(c, scope->stmt) && (defined ? scope->expr == FACTS_NONE : is_expr(c, scope->expr));
}

static bool scope_lists_fit(struct check *c, const struct facts_scope *scope) {
    return maybe_list(c, scope->decorators, c->f->expr_count) &&
           (scope->bases == FACTS_NONE || is_argument_list(c, scope->bases)) &&
           maybe_list(c, scope->type_params, c->f->string_count);
}

static bool scopes_fit(struct check *c) {
    uint32_t symbols = 0;
    for (uint32_t i = 0; i < c->f->scope_count; i++) {
        const struct facts_scope *scope = &c->f->scopes[i];
        if (!is_scope_tree(c, i) || !has_place(c, scope) || !scope_lists_fit(c, scope))
            return false;
        if (!maybe_string(c, scope->name) || !maybe_expr(c, scope->returns) || !maybe_string(c, scope->docstring))
            return false;
        if (scope->first_symbol != symbols || scope->symbol_count > c->f->symbol_count - symbols)
            return false;
        symbols += scope->symbol_count;
        if (scope->first_param > c->f->param_count || scope->param_count > c->f->param_count - scope->first_param)
            return false;
        if (scope->first_expr > scope->end_expr || scope->end_expr > c->f->expr_count ||
            !is_range(c, scope->start, scope->end))
            return false;
    }
    return c->f->scope_count > 0 && symbols == c->f->symbol_count;
}

static bool params_fit(const struct check *c) {
    for (uint32_t i = 0; i < c->f->param_count; i++) {
        const struct facts_param *param = &c->f->params[i];
        if (param->kind > PARAM_DOUBLE_STAR || !is_string(c, param->name) || !is_symbol(c, param->symbol) ||
            !maybe_expr(c, param->annotation) || !maybe_expr(c, param->value) || !is_position(c, param->start))
            return false;
    }
    return true;
}

/* Names rise within a scope; what a global or nonlocal declaration means is no such declaration itself. */
static bool symbols_fit(const struct check *c) {
    uint32_t bindings = 0;
    for (uint32_t i = 0; i < c->f->symbol_count; i++) {
        const struct facts_symbol *symbol = &c->f->symbols[i];
        if (!is_string(c, symbol->name) || !is_scope(c, symbol->scope) || !maybe_symbol(c, symbol->target))
            return false;
        if (symbol->target != FACTS_NONE && c->f->symbols[symbol->target].target != FACTS_NONE)
            return false;
        if (i - c->f->scopes[symbol->scope].first_symbol >= c->f->scopes[symbol->scope].symbol_count)
            return false;
        if (i && symbol[-1].scope == symbol->scope && symbol[-1].name >= symbol->name)
            return false;
        if (symbol->first_binding != bindings || symbol->binding_count > c->f->binding_count - bindings)
            return false;
        bindings += symbol->binding_count;
    }
    return bindings == c->f->binding_count;
}

static bool source_fits(const struct check *c, const struct facts_binding *binding) {
    switch ((enum facts_binding_kind)binding->kind) {
    case BIND_IMPORT: return binding->source < c->f->import_count;
    case BIND_FUNCTION: return is_scope_kind(c, binding->source, SCOPE_FUNCTION);
    case BIND_CLASS: return is_scope_kind(c, binding->source, SCOPE_CLASS);
    case BIND_PARAM: return binding->source < c->f->param_count;
    default: return binding->kind <= BIND_DELETE && binding->source == FACTS_NONE;
    }
}

static bool bindings_fit(const struct check *c) {
    for (uint32_t i = 0; i < c->f->binding_count; i++) {
        const struct facts_binding *binding = &c->f->bindings[i];
        if (!is_symbol(c, binding->symbol) || !source_fits(c, binding) || !maybe_expr(c, binding->value) ||
            !maybe_expr(c, binding->annotation) || !is_position(c, binding->start))
            return false;
        if (!(binding->kind == BIND_NARROW ? maybe_stmt(c, binding->stmt) : is_stmt(c, binding->stmt)))
            return false;
        const struct facts_symbol *symbol = &c->f->symbols[binding->symbol];
        if (i - symbol->first_binding >= symbol->binding_count)
            return false;
    }
    return true;
}

/* ---- the rest ---- */

static bool stores_fit(const struct check *c) {
    for (uint32_t i = 0; i < c->f->store_count; i++) {
        const struct facts_store *store = &c->f->stores[i];
        if (store->kind > BIND_DELETE || !is_stmt(c, store->stmt) || !is_scope(c, store->scope) ||
            !maybe_expr(c, store->value) || !maybe_expr(c, store->annotation))
            return false;
        if (!is_kind(c, store->target, EXPR_ATTRIBUTE) && !is_kind(c, store->target, EXPR_SUBSCRIPT))
            return false;
    }
    return true;
}

static bool imports_fit(const struct check *c) {
    for (uint32_t i = 0; i < c->f->import_count; i++) {
        const struct facts_import *import = &c->f->imports[i];
        bool named = import->module != FACTS_NONE || (import->level && import->name != FACTS_NONE);
        if (!named || import->level > c->source_size || !maybe_string(c, import->module) ||
            !maybe_string(c, import->name) || !maybe_symbol(c, import->symbol) || !is_scope(c, import->scope) ||
            !is_stmt(c, import->stmt) || !is_position(c, import->start))
            return false;
    }
    return true;
}

static bool strings_fit(const struct check *c) {
    uint32_t bytes = c->f->header->sections[FACTS_BYTES].count;
    for (uint32_t i = 0; i < c->f->string_count; i++) {
        const struct facts_string *string = &c->f->strings[i];
        if (string->offset >= bytes || string->length >= bytes - string->offset ||
            c->f->bytes[string->offset + string->length] != '\0')
            return false;
    }
    return true;
}

static bool lines_fit(const struct check *c) {
    if (!c->f->line_count || c->f->lines[0] != 0)
        return false;
    for (uint32_t i = 1; i < c->f->line_count; i++)
        if (c->f->lines[i] <= c->f->lines[i - 1] || c->f->lines[i] > c->source_size)
            return false;
    return true;
}

static bool notes_fit(const struct check *c) {
    for (uint32_t i = 0; i < c->f->comment_count; i++) {
        const struct facts_comment *comment = &c->f->comments[i];
        if (comment->line - 1 >= c->f->line_count || !is_string(c, comment->text) ||
            !is_range(c, comment->start, comment->end))
            return false;
    }
    for (uint32_t i = 0; i < c->f->fault_count; i++) {
        const struct facts_fault *fault = &c->f->faults[i];
        if (fault->kind > FAULT_LIMIT || !maybe_string(c, fault->text) || !is_range(c, fault->start, fault->end))
            return false;
    }
    for (uint32_t i = 0; i < c->f->all_count; i++)
        if (!is_string(c, c->f->all[i]))
            return false;
    return true;
}

/* ---- the whole ---- */

static bool sections_fit(const struct facts_header *header) {
    for (int section = 0; section < FACTS_SECTIONS; section++) {
        uint64_t offset = header->sections[section].offset;
        uint64_t bytes = (uint64_t)header->sections[section].count * facts_record_size[section];
        if (offset % FACTS_ALIGNMENT || offset < sizeof *header || offset + bytes > header->size)
            return false;
    }
    return header->source_size <= FACTS_DECODED_LIMIT;
}

static bool records_fit(struct check *c) {
    return strings_fit(c) && lines_fit(c) && scopes_fit(c) && symbols_fit(c) && params_fit(c) && exprs_fit(c) &&
           stmts_fit(c) && bindings_fit(c) && stores_fit(c) && imports_fit(c) && notes_fit(c);
}

bool facts_load(struct facts *self, const void *bytes, size_t size) {
    const struct facts_header *header = bytes;
    if (!facts_open(self, bytes, size) || !sections_fit(header))
        return false;
    if (hash_bytes((const char *)bytes + FACTS_CHECKED_FROM, size - FACTS_CHECKED_FROM) != header->checksum)
        return false;
    struct check c = {self, header->source_size, self->pool_count, mem_calloc(self->expr_count, 1)};
    bool good = records_fit(&c);
    mem_free(c.used);
    return good;
}
