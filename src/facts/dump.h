/* Facts as text for a human and for goldens: `loadpath facts FILE`. */
#ifndef LP_FACTS_DUMP_H
#define LP_FACTS_DUMP_H

#include "base/buffer.h"
#include "facts/facts.h"

/* Appends one line a scope, symbol, binding, statement and so on; expressions are printed inside the statements that
 * hold them, in a form close to the source. */
void facts_dump(const struct facts *self, struct buffer *out);

#endif
