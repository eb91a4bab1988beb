/* The Markdown of a check's document made readable on a terminal. For the commands of this folder. */
#ifndef LP_CLI_MARKDOWN_H
#define LP_CLI_MARKDOWN_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

/* Appends the document: headings set off, paragraphs filled to `width` columns, fences dropped, code indented. */
void markdown_render(struct span document, unsigned width, bool colour, struct buffer *out);

#endif
