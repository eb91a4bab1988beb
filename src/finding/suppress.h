/* Suppression comments: `# loadpath: ignore[LP101] reason`, `# loadpath: ignore`, `# noqa: LP101`, `# noqa`. */
#ifndef LP_FINDING_SUPPRESS_H
#define LP_FINDING_SUPPRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

#define SUPPRESS_CODES 16u /* names kept of one comment; further ones have no effect */

struct suppression {
    bool all; /* no codes named */
    uint32_t code_count;
    struct span codes[SUPPRESS_CODES]; /* parts of the comment: "LP101", a prefix "LP1", an id; codes of other tools in
                                          a noqa are left out */
    struct span reason;                /* after the bracket or the codes; may be empty */
    bool native;                       /* spelled `loadpath: ignore`: an unused one is a finding */
};

/* Reads the comment text from `loadpath:` or `noqa` on. False when it is none, or a noqa only for other tools. The
 * result points into the comment. */
bool suppress_parse(struct span comment, struct suppression *out);
/* True when the suppression covers this code or id: by the code or its prefix, the id, its group or its last part. */
bool suppress_covers(const struct suppression *self, const char *code, const char *id);

#endif
