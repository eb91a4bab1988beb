#include "facts/builder.h"

#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "facts/layout.h"
#include "facts/resolve.h"

#define FIRST_SLOTS 256u
#define KEPT_SLOTS (1u << 13) /* tables above this go back after the file that needed them */
#define SIZE_LIMIT (UINT32_MAX - 64u)

/* The interner has no way to forget its strings and keep its memory. */
static void reset_strings(struct intern *strings) {
    if (strings->slot_cap > KEPT_SLOTS) {
        intern_free(strings);
        return;
    }
    arena_reset(&strings->arena);
    strings->len = 0;
    if (strings->slot_cap)
        memset(strings->slots, 0, strings->slot_cap * sizeof *strings->slots);
}

static void reset_slots(struct facts_builder *self) {
    if (self->slot_cap > KEPT_SLOTS) {
        mem_free(self->slots);
        self->slots = NULL;
        self->slot_cap = 0;
    }
    if (self->slot_cap)
        memset(self->slots, 0, self->slot_cap * sizeof *self->slots);
}

void facts_builder_reset(struct facts_builder *self) {
    reset_strings(&self->strings);
    reset_slots(self);
    vec_clear(&self->scopes);
    vec_clear(&self->params);
    vec_clear(&self->symbols);
    vec_clear(&self->bindings);
    vec_clear(&self->stores);
    vec_clear(&self->imports);
    vec_clear(&self->stmts);
    vec_clear(&self->exprs);
    vec_clear(&self->pool);
    vec_clear(&self->lines);
    vec_clear(&self->comments);
    vec_clear(&self->faults);
    vec_clear(&self->all);
    self->empty = 0;
}

void facts_builder_free(struct facts_builder *self) {
    intern_free(&self->strings);
    mem_free(self->slots);
    vec_free(&self->scopes);
    vec_free(&self->params);
    vec_free(&self->symbols);
    vec_free(&self->bindings);
    vec_free(&self->stores);
    vec_free(&self->imports);
    vec_free(&self->stmts);
    vec_free(&self->exprs);
    vec_free(&self->pool);
    vec_free(&self->lines);
    vec_free(&self->comments);
    vec_free(&self->faults);
    vec_free(&self->all);
    vec_free(&self->scratch);
    vec_free(&self->sorted_symbols);
    vec_free(&self->sorted_bindings);
    *self = (struct facts_builder){0};
}

uint32_t facts_builder_string(struct facts_builder *self, struct span text) { return intern_add(&self->strings, text); }

uint32_t facts_builder_list(struct facts_builder *self, const uint32_t *entries, uint32_t count) {
    if (!count && self->empty)
        return self->empty - 1;
    uint32_t list = self->pool.len;
    vec_reserve(&self->pool, count + 1);
    self->pool.data[list] = count;
    if (count)
        memcpy(self->pool.data + list + 1, entries, count * sizeof *entries);
    else
        self->empty = list + 1;
    self->pool.len = list + 1 + count;
    return list;
}

/* ---- symbols by scope and name ---- */

static uint32_t symbol_hash(uint32_t scope, uint32_t name) {
    uint32_t mixed = scope * 0x9E3779B1u ^ name * 0x85EBCA77u;
    return mixed ^ mixed >> 15;
}

static uint32_t *find_slot(const struct facts_builder *self, uint32_t scope, uint32_t name) {
    uint32_t i = symbol_hash(scope, name) & (self->slot_cap - 1);
    while (self->slots[i]) {
        const struct facts_symbol *symbol = &self->symbols.data[self->slots[i] - 1];
        if (symbol->name == name && symbol->scope == scope)
            break;
        i = (i + 1) & (self->slot_cap - 1);
    }
    return &self->slots[i];
}

static void grow_slots(struct facts_builder *self) {
    self->slot_cap = self->slot_cap ? self->slot_cap * 2 : FIRST_SLOTS;
    mem_free(self->slots);
    self->slots = mem_calloc(self->slot_cap, sizeof *self->slots);
    for (uint32_t i = 0; i < self->symbols.len; i++)
        *find_slot(self, self->symbols.data[i].scope, self->symbols.data[i].name) = i + 1;
}

uint32_t facts_builder_symbol(struct facts_builder *self, uint32_t scope, uint32_t name) {
    if ((uint64_t)self->symbols.len * 2 >= self->slot_cap)
        grow_slots(self);
    uint32_t *slot = find_slot(self, scope, name);
    if (!*slot) {
        struct facts_symbol symbol = {.name = name, .scope = scope, .target = FACTS_NONE};
        vec_push(&self->symbols, symbol);
        *slot = self->symbols.len;
    }
    return *slot - 1;
}

void facts_builder_fault(struct facts_builder *self, enum facts_fault_kind kind, const char *text, uint32_t start,
                         uint32_t end) {
    if (self->faults.len >= FACTS_FAULT_LIMIT)
        return;
    struct facts_fault fault = {kind, text ? facts_builder_string(self, span_of(text)) : FACTS_NONE, start, end};
    vec_push(&self->faults, fault);
}

/* ---- writing ---- */

/* Where everything will lie; false when it does not fit the format's 32 bits. */
static bool lay_out(const struct facts_builder *self, struct facts_header *header) {
    const uint32_t counts[FACTS_SECTIONS] = {
        [FACTS_STRINGS] = self->strings.len,   [FACTS_SCOPES] = self->scopes.len,
        [FACTS_PARAMS] = self->params.len,     [FACTS_SYMBOLS] = self->symbols.len,
        [FACTS_BINDINGS] = self->bindings.len, [FACTS_STORES] = self->stores.len,
        [FACTS_IMPORTS] = self->imports.len,   [FACTS_STMTS] = self->stmts.len,
        [FACTS_EXPRS] = self->exprs.len,       [FACTS_POOL] = self->pool.len,
        [FACTS_LINES] = self->lines.len,       [FACTS_COMMENTS] = self->comments.len,
        [FACTS_FAULTS] = self->faults.len,     [FACTS_ALL] = self->all.len,
    };
    uint64_t text = 0;
    for (uint32_t i = 0; i < self->strings.len; i++)
        text += (uint64_t)self->strings.entries[i].len + 1;
    uint64_t offset = sizeof *header;
    for (int section = 0; section < FACTS_SECTIONS; section++) {
        uint64_t count = section == FACTS_BYTES ? text : counts[section];
        uint64_t bytes = count * facts_record_size[section];
        if (offset + bytes > SIZE_LIMIT)
            return false;
        header->sections[section].offset = (uint32_t)offset;
        header->sections[section].count = (uint32_t)count;
        offset += (bytes + FACTS_ALIGNMENT - 1) / FACTS_ALIGNMENT * FACTS_ALIGNMENT;
    }
    header->size = (uint32_t)offset;
    return true;
}

/* What remains of a file whose facts do not fit: an empty module and the fault that says so. */
static void give_up(struct facts_builder *self) {
    static const uint32_t first_line = 0;
    facts_builder_reset(self);
    struct facts_scope module = {.kind = SCOPE_MODULE,
                                 .parent = FACTS_NONE,
                                 .name = FACTS_NONE,
                                 .stmt = FACTS_NONE,
                                 .expr = FACTS_NONE,
                                 .decorators = FACTS_NONE,
                                 .bases = FACTS_NONE,
                                 .returns = FACTS_NONE,
                                 .docstring = FACTS_NONE,
                                 .type_params = FACTS_NONE};
    vec_push(&self->scopes, module);
    vec_push(&self->lines, first_line);
    facts_builder_fault(self, FAULT_LIMIT, "facts of one file: 4 GiB", 0, 0);
}

static char *reserve(struct buffer *out, uint32_t size) {
    size_t needed = out->len + size + 1;
    if (needed > out->cap) {
        out->data = mem_realloc(out->data, needed);
        out->cap = needed;
    }
    char *start = out->data + out->len;
    out->len += size;
    out->data[out->len] = '\0';
    return start;
}

static void write_strings(const struct intern *strings, struct facts_string *records, char *bytes) {
    uint32_t offset = 0;
    for (uint32_t i = 0; i < strings->len; i++) {
        const struct intern_entry *entry = &strings->entries[i];
        records[i] = (struct facts_string){offset, entry->len, entry->hash};
        memcpy(bytes + offset, entry->data, entry->len + 1u);
        offset += entry->len + 1u;
    }
}

static void write_sections(const struct facts_builder *self, const struct facts_header *header, char *base) {
    const void *const data[FACTS_SECTIONS] = {
        [FACTS_SCOPES] = self->scopes.data,     [FACTS_PARAMS] = self->params.data,
        [FACTS_SYMBOLS] = self->symbols.data,   [FACTS_BINDINGS] = self->bindings.data,
        [FACTS_STORES] = self->stores.data,     [FACTS_IMPORTS] = self->imports.data,
        [FACTS_STMTS] = self->stmts.data,       [FACTS_EXPRS] = self->exprs.data,
        [FACTS_POOL] = self->pool.data,         [FACTS_LINES] = self->lines.data,
        [FACTS_COMMENTS] = self->comments.data, [FACTS_FAULTS] = self->faults.data,
        [FACTS_ALL] = self->all.data,
    };
    for (int section = 0; section < FACTS_SECTIONS; section++) {
        size_t bytes = header->sections[section].count * facts_record_size[section];
        char *start = base + header->sections[section].offset;
        if (data[section] && bytes)
            memcpy(start, data[section], bytes);
        size_t padding = -bytes % FACTS_ALIGNMENT;
        memset(start + bytes, 0, padding);
    }
    write_strings(&self->strings, (struct facts_string *)(void *)(base + header->sections[FACTS_STRINGS].offset),
                  base + header->sections[FACTS_BYTES].offset);
}

void facts_builder_finish(struct facts_builder *self, struct span source, uint64_t hash, struct buffer *out) {
    BUG_ON(out->len % FACTS_ALIGNMENT);
    struct facts_header header = {
        .magic = FACTS_MAGIC, .version = FACTS_VERSION, .source_size = (uint32_t)source.len, .source_hash = hash};
    facts_resolve(self);
    if (!lay_out(self, &header)) {
        give_up(self);
        facts_resolve(self);
        BUG_ON(!lay_out(self, &header));
    }
    char *base = reserve(out, header.size);
    write_sections(self, &header, base);
    memcpy(base, &header, sizeof header);
    uint64_t checksum = hash_bytes(base + FACTS_CHECKED_FROM, header.size - FACTS_CHECKED_FROM);
    memcpy(base + offsetof(struct facts_header, checksum), &checksum, sizeof checksum);
}
