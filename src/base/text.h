/* Strings that know their length, and the few questions asked of them. A span owns nothing. */
#ifndef LP_BASE_TEXT_H
#define LP_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
    const char *data; /* not NUL-terminated */
    size_t len;
};

#define SPAN(literal) ((struct span){(literal), sizeof(literal) - 1})

struct span span_of(const char *text); /* of a C string; NULL gives an empty span */
bool span_eq(struct span a, struct span b);
bool span_is_slow(struct span a, const char *text);
/* Most questions are answered by the first byte. */
static inline bool span_is(struct span a, const char *text) {
    return a.len ? a.data[0] == text[0] && span_is_slow(a, text) : text[0] == '\0';
}
bool span_starts(struct span a, const char *prefix);
bool span_ends(struct span a, const char *suffix);
int span_compare(struct span a, struct span b); /* by bytes, as memcmp, shorter first */
/* Length of the valid UTF-8 sequence at text[0..length), or 0 when it is invalid. */
size_t text_utf8(const char *text, size_t length);
/* The code point of the valid sequence of `size` bytes at text (size as text_utf8 gave it); the byte itself for 0. */
uint32_t text_code_point(const char *text, size_t size);
/* Characters (code points) in text; an invalid byte counts as one. */
size_t text_width(const char *text, size_t length);
/* Edit distance bounded by `limit` (for "did you mean"); returns limit + 1 when larger. */
unsigned text_distance(const char *a, const char *b, unsigned limit);

#endif
