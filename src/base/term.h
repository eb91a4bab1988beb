/* What a terminal can do. Nothing here prints. */
#ifndef LP_BASE_TERM_H
#define LP_BASE_TERM_H

#include <stdbool.h>

/* True when the descriptor is a terminal, NO_COLOR is unset or empty, and TERM is not "dumb". */
bool term_colour(int descriptor);
/* Columns of the terminal, or 80. */
unsigned term_width(int descriptor);

#endif
