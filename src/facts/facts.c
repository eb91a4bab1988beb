#include "facts/facts.h"

#include "base/intern.h"
#include "facts/layout.h"

const size_t facts_record_size[FACTS_SECTIONS] = {
    [FACTS_STRINGS] = sizeof(struct facts_string),
    [FACTS_BYTES] = 1,
    [FACTS_SCOPES] = sizeof(struct facts_scope),
    [FACTS_PARAMS] = sizeof(struct facts_param),
    [FACTS_SYMBOLS] = sizeof(struct facts_symbol),
    [FACTS_BINDINGS] = sizeof(struct facts_binding),
    [FACTS_STORES] = sizeof(struct facts_store),
    [FACTS_IMPORTS] = sizeof(struct facts_import),
    [FACTS_STMTS] = sizeof(struct facts_stmt),
    [FACTS_EXPRS] = sizeof(struct facts_expr),
    [FACTS_POOL] = sizeof(uint32_t),
    [FACTS_LINES] = sizeof(uint32_t),
    [FACTS_COMMENTS] = sizeof(struct facts_comment),
    [FACTS_FAULTS] = sizeof(struct facts_fault),
    [FACTS_ALL] = sizeof(uint32_t),
};

static void set_arrays(struct facts *self, const struct facts_header *header) {
    const char *base = (const char *)header;
#define ARRAY(section, field, counter)                                     \
    self->field = (const void *)(base + header->sections[section].offset); \
    self->counter = header->sections[section].count
    ARRAY(FACTS_STRINGS, strings, string_count);
    self->bytes = base + header->sections[FACTS_BYTES].offset;
    ARRAY(FACTS_SCOPES, scopes, scope_count);
    ARRAY(FACTS_PARAMS, params, param_count);
    ARRAY(FACTS_SYMBOLS, symbols, symbol_count);
    ARRAY(FACTS_BINDINGS, bindings, binding_count);
    ARRAY(FACTS_STORES, stores, store_count);
    ARRAY(FACTS_IMPORTS, imports, import_count);
    ARRAY(FACTS_STMTS, stmts, stmt_count);
    ARRAY(FACTS_EXPRS, exprs, expr_count);
    ARRAY(FACTS_POOL, pool, pool_count);
    ARRAY(FACTS_LINES, lines, line_count);
    ARRAY(FACTS_COMMENTS, comments, comment_count);
    ARRAY(FACTS_FAULTS, faults, fault_count);
    ARRAY(FACTS_ALL, all, all_count);
#undef ARRAY
    self->header = header;
}

bool facts_open(struct facts *self, const void *bytes, size_t size) {
    const struct facts_header *header = bytes;
    if (size < sizeof *header || (uintptr_t)bytes % FACTS_ALIGNMENT)
        return false;
    if (header->magic != FACTS_MAGIC || header->version != FACTS_VERSION || header->size != size)
        return false;
    set_arrays(self, header);
    return true;
}

struct span facts_text(const struct facts *self, uint32_t string) {
    if (string == FACTS_NONE)
        return (struct span){"", 0};
    const struct facts_string *entry = &self->strings[string];
    return (struct span){self->bytes + entry->offset, entry->length};
}

const uint32_t *facts_list(const struct facts *self, uint32_t list, uint32_t *count) {
    if (list == FACTS_NONE) {
        *count = 0;
        return self->pool;
    }
    *count = self->pool[list];
    return self->pool + list + 1;
}

void facts_position(const struct facts *self, uint32_t position, uint32_t *line, uint32_t *column) {
    uint32_t low = 0, high = self->line_count; /* the line lies in [low, high) */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (self->lines[middle] <= position)
            low = middle;
        else
            high = middle;
    }
    *line = low + 1;
    *column = position - self->lines[low] + 1;
}

uint32_t facts_symbol_of(const struct facts *self, uint32_t scope, struct span name) {
    uint32_t hash = intern_hash(name.data, name.len);
    uint32_t first = self->scopes[scope].first_symbol, end = first + self->scopes[scope].symbol_count;
    for (uint32_t symbol = first; symbol < end; symbol++) {
        uint32_t string = self->symbols[symbol].name;
        if (self->strings[string].hash == hash && span_eq(facts_text(self, string), name))
            return symbol;
    }
    return FACTS_NONE;
}

uint32_t facts_owner(const struct facts *self, uint32_t scope) {
    while (self->scopes[scope].kind == SCOPE_COMPREHENSION)
        scope = self->scopes[scope].parent;
    return scope;
}

struct span facts_last_name(const struct facts *self, uint32_t expr) {
    const struct facts_expr *e = &self->exprs[expr];
    return e->kind == EXPR_NAME        ? facts_text(self, e->a)
           : e->kind == EXPR_ATTRIBUTE ? facts_text(self, e->b)
                                       : SPAN("");
}

struct span facts_decorator_name(const struct facts *self, uint32_t expr) {
    while (self->exprs[expr].kind == EXPR_CALL) {
        expr = self->exprs[expr].a;
    }
    return facts_last_name(self, expr);
}
