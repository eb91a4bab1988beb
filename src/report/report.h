/* Output formats: one file each, one vtable. A reporter writes to a buffer and never prints. */
#ifndef LP_REPORT_REPORT_H
#define LP_REPORT_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"
#include "finding/finding.h"

struct report_summary {
    uint32_t files, lines; /* analysed */
    uint32_t counted_only; /* tests, migrations, vendored, generated */
    uint32_t unreadable;   /* files that could not be read */
    uint32_t functions, async_functions, entry_points;
    uint32_t calls, unresolved; /* call sites; those whose callee stayed unknown */
    uint32_t shown, hidden_confidence, suppressed;
    uint32_t errors, warnings, notes;
};

struct report_input {
    const struct finding *const *findings; /* those to show, in order */
    uint32_t count;
    struct report_summary summary;
    bool colour;
    bool quiet;         /* findings only, no summary line */
    unsigned width;     /* columns that a line of source may take */
    const char *prefix; /* of shown paths: the root as seen from the current folder, with a final `/`; or "" */
    const char *below;  /* the current folder as seen from the root, with a final `/`; "" when it is not below it */
    /* The source line `line` (from 1) of a file without its line end; empty when it cannot be had. */
    struct span (*line)(void *context, const char *path, uint32_t line);
    void *context;
};

struct report_format {
    const char *name; /* as --format takes it */
    const char *help;
    void (*write)(const struct report_input *input, struct buffer *out);
    /* How many findings of each code, instead of the findings. */
    void (*statistics)(const struct report_input *input, struct buffer *out);
};

/* All formats; ends with a NULL name. */
extern const struct report_format report_formats[];
/* The format of a name, or NULL. */
const struct report_format *report_find(const char *name);
/* Appends a path of the project as an editor started in the current folder opens it, made safe. */
void report_put_path(const struct report_input *input, const char *path, struct buffer *out);

#endif
