/* The values of string literals. Private to src/syntax. */
#ifndef LP_SYNTAX_STRING_H
#define LP_SYNTAX_STRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

struct string_form {
    uint8_t opening; /* bytes of prefix and opening quotes */
    uint8_t quotes;  /* 1 or 3; 0 when there is none */
    bool raw, bytes, format;
};

/* How a literal starts. */
struct string_form string_form(const char *text, size_t length);
/* The value of what stands between the quotes: `text` itself when that says it all, else bytes in *scratch. Escapes
 * that name a character or a surrogate stay as written. At most `limit` bytes, never a part of a character. */
struct span string_value(struct string_form form, struct span text, size_t limit, struct buffer *scratch);
/* The first bytes of text, at most `limit`, without a broken character at the end. */
struct span string_cut(struct span text, size_t limit);

#endif
