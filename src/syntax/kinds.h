/* The node kinds of the Python grammar as numbers of our own, dense and known when this is compiled, so that the walk
 * is made of flat switches. kinds.def lists them. Private to src/syntax. */
#ifndef LP_SYNTAX_KINDS_H
#define LP_SYNTAX_KINDS_H

#include <stdbool.h>
#include <stdint.h>
#include <tree_sitter/api.h>

enum kind {
#define KIND(name, spelling, named, shape, family) KIND_##name,
#include "syntax/kinds.def"
#undef KIND
    KIND_ERROR,       /* what the parser could not read */
    KIND_OTHER,       /* a rule unknown to kinds.def */
    KIND_OTHER_TOKEN, /* a literal token unknown to kinds.def */
    KIND_COUNT
};

enum shape { SHAPE_SKIP, SHAPE_TOKEN, SHAPE_LEAF, SHAPE_THROUGH, SHAPE_NODE };

enum family {
    FAMILY_NONE,
    FAMILY_EXPR,     /* lower_expr.c */
    FAMILY_SIMPLE,   /* lower_simple.c */
    FAMILY_COMPOUND, /* lower_compound.c */
    FAMILY_IMPORT,   /* lower_import.c */
    FAMILY_DEFINE,   /* lower_define.c */
    FAMILY_PATTERN,  /* lower_match.c */
    FAMILY_COUNT
};

#define KINDS_SYMBOL_LIMIT 512u /* symbols of a grammar, internal ones included */

struct kinds {
    uint8_t of[KINDS_SYMBOL_LIMIT]; /* by grammar symbol */
    uint32_t count;
};

/* Numbers the symbols of a grammar. Returns NULL, or the spelling of a kind that the grammar lacks. */
const char *kinds_init(struct kinds *self, const TSLanguage *language);
/* How the walk treats a kind. */
extern const uint8_t kinds_shape[KIND_COUNT];
/* Which file of the lowering handles a NODE. */
extern const uint8_t kinds_family[KIND_COUNT];

/* The kind of a grammar symbol; errors have symbols beyond the table. */
static inline enum kind kinds_of(const struct kinds *self, TSSymbol symbol) {
    return symbol < self->count ? (enum kind)self->of[symbol] : KIND_ERROR;
}

#endif
