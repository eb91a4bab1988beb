/* The one bridge to jansson: strings of a project may hold any bytes, JSON may not. */
#ifndef LP_BASE_JSON_H
#define LP_BASE_JSON_H

#include <jansson.h>

#include "base/buffer.h"
#include "base/text.h"

/* A JSON string of any bytes; invalid UTF-8 becomes U+FFFD. */
json_t *json_text(struct span text);
/* Sets object[key] to a string of C text, or to null when text is NULL. */
void json_put(json_t *object, const char *key, const char *text);
/* Sets object[key] to a number. */
void json_put_int(json_t *object, const char *key, long long number);
/* Appends value as JSON in ASCII (so that no terminal is told anything by a name), two spaces of indentation, keys in
 * insertion order, and a final newline. */
void json_write(struct buffer *out, const json_t *value);

#endif
