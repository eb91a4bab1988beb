/* What names mean: the last step of the builder, of no concern to anyone else. */
#ifndef LP_FACTS_RESOLVE_H
#define LP_FACTS_RESOLVE_H

#include "facts/builder.h"

/* Sorts symbols by scope and name, groups bindings by symbol, follows global and nonlocal, and gives every NAME its
 * symbol. Linear in the facts, whatever the nesting. */
void facts_resolve(struct facts_builder *self);

#endif
