/* What of an analysis is shown: the findings below the given paths, sure enough and not suppressed, and their counts. */
#ifndef LP_CLI_VIEW_H
#define LP_CLI_VIEW_H

#include <stdbool.h>

#include "base/vec.h"
#include "cli/target.h"
#include "engine/engine.h"

struct view {
    VEC(const struct finding *) shown;
    struct report_summary summary;
};

/* Picks from the engine's findings by the confidence of its configuration. The findings stay the engine's. */
void view_init(struct view *self, const struct engine *engine, const struct target *target);
void view_free(struct view *self);
/* True when a shown finding is as grave as the gate or graver. */
bool view_fails(const struct view *self, enum finding_severity gate);

#endif
