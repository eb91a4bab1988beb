/* Collects the facts of one file while it is lowered, then writes them as one run of bytes.
 * One builder serves many files: facts_builder_reset keeps the memory. Not shared between threads. */
#ifndef LP_FACTS_BUILDER_H
#define LP_FACTS_BUILDER_H

#include "base/buffer.h"
#include "base/intern.h"
#include "base/vec.h"
#include "facts/facts.h"

struct facts_builder {
    struct intern strings; /* string numbers are the interner's */
    VEC(struct facts_scope) scopes;
    VEC(struct facts_param) params;
    VEC(struct facts_symbol) symbols;   /* in order of appearance; sorted and renumbered by finish */
    VEC(struct facts_binding) bindings; /* likewise; `symbol` of a BIND_NARROW is the NAME expression it narrows */
    VEC(struct facts_store) stores;
    VEC(struct facts_import) imports;
    VEC(struct facts_stmt) stmts;
    VEC(struct facts_expr) exprs;
    VEC(uint32_t) pool;
    VEC(uint32_t) lines;
    VEC(struct facts_comment) comments;
    VEC(struct facts_fault) faults;
    VEC(uint32_t) all;
    /* Private to builder.c. */
    uint32_t *slots;   /* hash table of symbols by scope and name: symbol + 1, 0 is free */
    uint32_t slot_cap; /* 0 or a power of two */
    uint32_t empty;    /* the pool's empty list + 1, or 0 */
    VEC(uint32_t) scratch;
    VEC(struct facts_symbol) sorted_symbols;
    VEC(struct facts_binding) sorted_bindings;
};

/* Forgets the last file; a zeroed builder is ready as it is. */
void facts_builder_reset(struct facts_builder *self);
void facts_builder_free(struct facts_builder *self);
/* The string number of text in this file. */
uint32_t facts_builder_string(struct facts_builder *self, struct span text);
/* Appends a pool list and returns its index. */
uint32_t facts_builder_list(struct facts_builder *self, const uint32_t *entries, uint32_t count);
/* The symbol of name in scope, made when new. */
uint32_t facts_builder_symbol(struct facts_builder *self, uint32_t scope, uint32_t name);
/* Records a fault, up to FACTS_FAULT_LIMIT. */
void facts_builder_fault(struct facts_builder *self, enum facts_fault_kind kind, const char *text, uint32_t start,
                         uint32_t end);
/* Groups symbols by scope and bindings by symbol, resolves every NAME lexically, and appends the finished bytes to
 * *out, which must be empty or end at a multiple of 8 bytes. source is the decoded text, hash that of the bytes on
 * disk. Bindings of a name declared global or nonlocal move to the symbol that the declaration means; narrowings of names
 * that the file does not bind are dropped. */
void facts_builder_finish(struct facts_builder *self, struct span source, uint64_t hash, struct buffer *out);

#endif
