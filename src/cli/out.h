/* The only way to the terminal. What goes to standard output is written whole or reported as trouble: a closed pipe or
 * a full disk never looks like success. Messages go to standard error. */
#ifndef LP_CLI_OUT_H
#define LP_CLI_OUT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/* Called once at start: keeps files from taking the place of a closed standard descriptor, and makes a closed pipe an
 * error of the write instead of the end of the process. */
void out_init(void);
/* Writes everything to standard output; false after a message when that cannot be done. */
bool out_write(const struct buffer *text);
/* "loadpath: path:line: message (remedy)" on standard error. */
void out_error(const struct error *error);
/* "loadpath: warning: …" on standard error. */
void out_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
