/* Expressions as text, for facts_dump. A name is followed by `@` and the number of the scope whose symbol it means,
 * when the file has one for it. */
#ifndef LP_FACTS_DUMP_EXPR_H
#define LP_FACTS_DUMP_EXPR_H

#include "base/buffer.h"
#include "facts/facts.h"

/* Cut soon after `limit` bytes. */
void facts_dump_expr(const struct facts *self, uint32_t expr, size_t limit, struct buffer *out);
/* An argument list, without parentheses. */
void facts_dump_arguments(const struct facts *self, uint32_t list, size_t limit, struct buffer *out);
/* "+", "is not", …; empty for OP_NO. */
const char *facts_operator_text(enum facts_op op);

#endif
