/* Reading a finished tree where it lies in memory. tree-sitter's own cursor keeps rows, columns and descendant counts
 * that the lowering has no use for: one walk with it costs 13 % of the parse, all that lowering may cost in the end.
 * This header looks at the runtime's subtrees directly; header and library come from one pinned package, so that they
 * cannot disagree. Nothing else may include the runtime's private headers. Private to src/syntax. */
#ifndef LP_SYNTAX_TREE_H
#define LP_SYNTAX_TREE_H

#include <tree_sitter/api.h>

#include <tree_sitter/../../src/subtree.h>

_Static_assert(TREE_SITTER_LANGUAGE_VERSION == 15, "check this file against the new runtime");

/* The subtree behind a node, living as long as its tree. */
static inline const Subtree *tree_subtree(TSNode node) { return node.id; }

/* Bytes of a subtree without the blanks before it. */
static inline uint32_t tree_size(Subtree self) {
    return self.data.is_inline ? self.data.size_bytes : self.ptr->size.bytes;
}

/* Bytes of the blanks before it. */
static inline uint32_t tree_padding(Subtree self) {
    return self.data.is_inline ? self.data.padding_bytes : self.ptr->padding.bytes;
}

static inline uint32_t tree_child_count(Subtree self) { return self.data.is_inline ? 0 : self.ptr->child_count; }

static inline const Subtree *tree_children(Subtree self) { return ts_subtree_children(self); }

/* The names that a production gives to its children, indexed by child without extras; NULL when it gives none. */
static inline const TSSymbol *tree_aliases(const TSLanguage *language, Subtree self) {
    if (self.data.is_inline || !self.ptr->child_count || !self.ptr->production_id)
        return NULL;
    return &language->alias_sequences[self.ptr->production_id * language->max_alias_sequence_length];
}

#endif
