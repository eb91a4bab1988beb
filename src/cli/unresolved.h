/* The calls whose target stayed unknown: what an analysis could not follow. For cmd_check. */
#ifndef LP_CLI_UNRESOLVED_H
#define LP_CLI_UNRESOLVED_H

#include "base/buffer.h"
#include "cli/target.h"
#include "engine/engine.h"

/* Appends `path:line:column: source of the call` for each of them below the target's paths, sorted, and a last line
 * with their number. */
void unresolved_list(const struct engine *engine, const struct target *target, struct buffer *out);

#endif
