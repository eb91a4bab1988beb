/* The text of TOML keys and strings. Private to src/syntax. */
#ifndef LP_SYNTAX_TOML_TEXT_H
#define LP_SYNTAX_TOML_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* The value of a string literal with its quotes, NUL-terminated in the arena. NULL when an escape names no character,
 * or the character NUL, which values here cannot hold. */
char *toml_string(struct span literal, struct arena *arena);
/* The next component of a dotted key at *text, which is moved behind it and the dot that follows. NULL as above. */
char *toml_key_part(struct span *text, struct arena *arena);
/* The value of an integer as written; false when it does not fit 64 bits. */
bool toml_integer(struct span text, int64_t *number);

#endif
