/* The only place that knows PCRE2. Compiled patterns are constant and shared; matching runs with match limits, so a
 * hostile text costs bounded time and then counts as no match. Beyond 32 KiB a text is searched in pieces of whole
 * lines, so a match that crosses from one piece to the next is not found whole. */
#ifndef LP_BASE_RE_H
#define LP_BASE_RE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

struct re;

/* Compiles a pattern (UTF mode off: bytes). NULL and an error with the position in the pattern when it is bad. */
struct re *re_compile(const char *pattern, bool ignore_case, struct error *error);
/* True when the pattern is found in text; group 0 goes to *at and *length when these are not NULL. */
bool re_search(const struct re *self, struct span text, size_t *at, size_t *length);
void re_free(struct re *self);

#endif
