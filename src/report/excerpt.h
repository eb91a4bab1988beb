/* One line of source made ready to be shown with a range of it underlined: tabs become blanks, characters that could
 * deceive are made visible, and a long line is cut so that the range stays in view. For the reports of this folder. */
#ifndef LP_REPORT_EXCERPT_H
#define LP_REPORT_EXCERPT_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

struct excerpt {
    struct buffer text; /* without a line end */
    uint32_t before;    /* columns of the terminal before the range */
    uint32_t range;     /* columns that the range takes, at least 1 */
};

/* Columns count characters from 1, the end exclusive; UINT32_MAX as end means the end of the line. `width` is what the
 * text may take at most, as far as one character and the marks of a cut fit in. The caller calls excerpt_free. */
void excerpt_make(struct excerpt *self, struct span line, uint32_t column, uint32_t end_column, uint32_t width);
void excerpt_free(struct excerpt *self);

#endif
