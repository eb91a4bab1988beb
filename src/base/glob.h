/* Path patterns of the configuration, as gitignore and ruff spell them: `*` and `?` within a component, `**` across
 * components, `[a-z]`, and a pattern without a slash matches any component's whole name. Linear time. */
#ifndef LP_BASE_GLOB_H
#define LP_BASE_GLOB_H

#include <stdbool.h>

/* True when the pattern matches path or one of its leading folders. Path is relative with `/`. */
bool glob_match(const char *pattern, const char *path);

#endif
