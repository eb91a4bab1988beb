#include "facts/resolve.h"

#include <string.h>

/* Scratch arrays of one run. While expressions are visited in order, `current` holds for every string the symbol that
 * it means in the scope at hand: entering a scope overlays its symbols, leaving it restores what they hid. Expressions
 * of one scope stand together (operands before users), so a scope is entered a small number of times. The symbols of a
 * class are seen only by its own expressions and are looked up instead. */
struct resolver {
    struct facts_builder *builder;
    uint32_t *renumber; /* by old symbol: its place in the sorted order */
    uint32_t *counts;   /* of the counting sorts */
    uint32_t *current;  /* by string: symbol or FACTS_NONE */
    uint32_t *hidden;   /* by symbol: what it overlaid */
    uint32_t *entered;  /* by scope: 1 while its symbols are overlaid */
    uint32_t *path;     /* scopes on the way down */
    uint32_t scope;     /* the innermost entered scope */
};

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

static void allocate(struct resolver *self, struct facts_builder *builder) {
    uint32_t strings = builder->strings.len, scopes = builder->scopes.len, symbols = builder->symbols.len;
    uint32_t counts = larger(strings, larger(scopes, symbols)) + 1;
    uint32_t total = counts + strings + 2 * symbols + 2 * scopes;
    vec_clear(&builder->scratch);
    vec_reserve(&builder->scratch, total);
    uint32_t *next = builder->scratch.data;
    self->builder = builder;
    self->counts = next, next += counts;
    self->current = next, next += strings;
    self->renumber = next, next += symbols;
    self->hidden = next, next += symbols;
    self->entered = next, next += scopes;
    self->path = next;
    memset(self->current, 0xFF, strings * sizeof *self->current);
    memset(self->entered, 0, scopes * sizeof *self->entered);
}

/* Turns counts[key + 1] = number of records into counts[key] = first place of key. */
static void accumulate(uint32_t *counts, uint32_t keys) {
    for (uint32_t key = 0; key < keys; key++)
        counts[key + 1] += counts[key];
}

/* Two stable counting sorts: by name, then by scope. `hidden` is free to hold the order in between. */
static void sort_symbols(struct resolver *self) {
    struct facts_builder *builder = self->builder;
    uint32_t count = builder->symbols.len;
    const struct facts_symbol *symbols = builder->symbols.data;
    memset(self->counts, 0, (builder->strings.len + 1) * sizeof *self->counts);
    for (uint32_t i = 0; i < count; i++)
        self->counts[symbols[i].name + 1]++;
    accumulate(self->counts, builder->strings.len);
    for (uint32_t i = 0; i < count; i++)
        self->hidden[self->counts[symbols[i].name]++] = i;

    memset(self->counts, 0, (builder->scopes.len + 1) * sizeof *self->counts);
    for (uint32_t i = 0; i < count; i++)
        self->counts[symbols[i].scope + 1]++;
    accumulate(self->counts, builder->scopes.len);
    for (uint32_t scope = 0; scope < builder->scopes.len; scope++) {
        builder->scopes.data[scope].first_symbol = self->counts[scope];
        builder->scopes.data[scope].symbol_count = self->counts[scope + 1] - self->counts[scope];
    }
    vec_clear(&builder->sorted_symbols);
    vec_reserve(&builder->sorted_symbols, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t old = self->hidden[i], place = self->counts[symbols[old].scope]++;
        builder->sorted_symbols.data[place] = symbols[old];
        self->renumber[old] = place;
    }
    if (count)
        memcpy(builder->symbols.data, builder->sorted_symbols.data, count * sizeof *symbols);
}

/* The symbol of name in one scope, by bisection. */
static uint32_t find(const struct facts_builder *builder, uint32_t scope, uint32_t name) {
    uint32_t low = builder->scopes.data[scope].first_symbol;
    uint32_t end = low + builder->scopes.data[scope].symbol_count, high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (builder->symbols.data[middle].name < name)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && builder->symbols.data[low].name == name ? low : FACTS_NONE;
}

/* What a use of symbol means. */
static uint32_t meaning(const struct facts_builder *builder, uint32_t symbol) {
    const struct facts_symbol *record = &builder->symbols.data[symbol];
    return record->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL) ? record->target : symbol;
}

/* The symbol that a nonlocal declaration means: that of the nearest function around. */
static uint32_t find_nonlocal(const struct facts_builder *builder, const struct facts_symbol *symbol) {
    for (uint32_t scope = builder->scopes.data[symbol->scope].parent; scope != FACTS_NONE;
         scope = builder->scopes.data[scope].parent) {
        uint8_t kind = builder->scopes.data[scope].kind;
        if (kind != SCOPE_FUNCTION && kind != SCOPE_LAMBDA)
            continue;
        uint32_t found = find(builder, scope, symbol->name);
        if (found != FACTS_NONE)
            return meaning(builder, found);
    }
    return FACTS_NONE;
}

/* Outer scopes come first, so that a nonlocal of a nonlocal finds the outer one done. */
static void find_targets(struct facts_builder *builder) {
    for (uint32_t i = 0; i < builder->symbols.len; i++) {
        struct facts_symbol *symbol = &builder->symbols.data[i];
        if (symbol->flags & SYMBOL_GLOBAL)
            symbol->target = find(builder, 0, symbol->name);
        else if (symbol->flags & SYMBOL_NONLOCAL)
            symbol->target = find_nonlocal(builder, symbol);
    }
}

/* The final number of the symbol that a binding of `old` gives a value to. */
static uint32_t bound_symbol(const struct resolver *self, uint32_t old) {
    uint32_t own = self->renumber[old], target = meaning(self->builder, own);
    return target == FACTS_NONE ? own : target;
}

static void renumber_symbols(struct resolver *self) {
    struct facts_builder *builder = self->builder;
    for (uint32_t i = 0; i < builder->params.len; i++)
        builder->params.data[i].symbol = self->renumber[builder->params.data[i].symbol];
    for (uint32_t i = 0; i < builder->imports.len; i++) {
        struct facts_import *import = &builder->imports.data[i];
        if (import->symbol != FACTS_NONE)
            import->symbol = bound_symbol(self, import->symbol);
    }
}

/* ---- names ---- */

static void enter(struct resolver *self, uint32_t scope) {
    const struct facts_scope *record = &self->builder->scopes.data[scope];
    self->entered[scope] = 1;
    self->scope = scope;
    if (record->kind == SCOPE_CLASS)
        return;
    for (uint32_t i = record->first_symbol; i < record->first_symbol + record->symbol_count; i++) {
        uint32_t name = self->builder->symbols.data[i].name;
        self->hidden[i] = self->current[name];
        self->current[name] = meaning(self->builder, i);
    }
}

static void leave(struct resolver *self) {
    const struct facts_scope *record = &self->builder->scopes.data[self->scope];
    self->entered[self->scope] = 0;
    self->scope = record->parent;
    if (record->kind == SCOPE_CLASS)
        return;
    for (uint32_t i = record->first_symbol; i < record->first_symbol + record->symbol_count; i++)
        self->current[self->builder->symbols.data[i].name] = self->hidden[i];
}

static void go_to(struct resolver *self, uint32_t scope) {
    uint32_t steps = 0;
    while (!self->entered[scope]) {
        self->path[steps++] = scope;
        scope = self->builder->scopes.data[scope].parent;
    }
    while (self->scope != scope)
        leave(self);
    while (steps)
        enter(self, self->path[--steps]);
}

static uint32_t look_up(const struct resolver *self, uint32_t name) {
    if (self->builder->scopes.data[self->scope].kind == SCOPE_CLASS) {
        uint32_t own = find(self->builder, self->scope, name);
        if (own != FACTS_NONE)
            return meaning(self->builder, own);
    }
    return self->current[name];
}

static void resolve_names(struct resolver *self) {
    struct facts_builder *builder = self->builder;
    enter(self, 0);
    for (uint32_t i = 0; i < builder->exprs.len; i++) {
        struct facts_expr *expr = &builder->exprs.data[i];
        if (expr->kind != EXPR_NAME)
            continue;
        if (expr->scope != self->scope)
            go_to(self, expr->scope);
        expr->b = look_up(self, expr->a);
    }
}

/* ---- bindings ---- */

/* What a binding says of its symbol. */
static const uint8_t symbol_flags[] = {
    [BIND_DELETE] = 0,
    [BIND_IMPORT] = SYMBOL_IMPORTED,
    [BIND_FUNCTION] = SYMBOL_DEFINED,
    [BIND_CLASS] = SYMBOL_DEFINED,
    [BIND_PARAM] = SYMBOL_PARAM,
};

/* Gives every binding its final symbol and drops those without (narrowings of what the file does not bind);
 * counts[symbol + 1] receives their number. */
static void settle_bindings(struct resolver *self) {
    struct facts_builder *builder = self->builder;
    uint32_t kept = 0;
    memset(self->counts, 0, (builder->symbols.len + 1) * sizeof *self->counts);
    for (uint32_t i = 0; i < builder->bindings.len; i++) {
        struct facts_binding binding = builder->bindings.data[i];
        binding.symbol =
            binding.kind == BIND_NARROW ? builder->exprs.data[binding.symbol].b : bound_symbol(self, binding.symbol);
        if (binding.symbol == FACTS_NONE)
            continue;
        builder->symbols.data[binding.symbol].flags |= symbol_flags[binding.kind];
        self->counts[binding.symbol + 1]++;
        builder->bindings.data[kept++] = binding;
    }
    builder->bindings.len = kept;
}

static void sort_bindings(struct resolver *self) {
    struct facts_builder *builder = self->builder;
    settle_bindings(self);
    uint32_t count = builder->bindings.len;
    accumulate(self->counts, builder->symbols.len);
    for (uint32_t i = 0; i < builder->symbols.len; i++) {
        builder->symbols.data[i].first_binding = self->counts[i];
        builder->symbols.data[i].binding_count = self->counts[i + 1] - self->counts[i];
    }
    vec_clear(&builder->sorted_bindings);
    vec_reserve(&builder->sorted_bindings, count);
    for (uint32_t i = 0; i < count; i++) {
        const struct facts_binding *binding = &builder->bindings.data[i];
        builder->sorted_bindings.data[self->counts[binding->symbol]++] = *binding;
    }
    if (count)
        memcpy(builder->bindings.data, builder->sorted_bindings.data, count * sizeof *builder->bindings.data);
}

void facts_resolve(struct facts_builder *builder) {
    struct resolver self = {0};
    allocate(&self, builder);
    sort_symbols(&self);
    find_targets(builder);
    renumber_symbols(&self);
    resolve_names(&self);
    sort_bindings(&self);
}
