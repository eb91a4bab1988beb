/* The one bridge to jansson: strings of a project may hold any bytes, JSON may not. */
#ifndef LP_BASE_JSON_H
#define LP_BASE_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "base/text.h"

/* A new object or array; never NULL. */
json_t *json_new_object(void);
json_t *json_new_array(void);
/* Takes the value: sets object[key], appends to an array. */
void json_put_value(json_t *object, const char *key, json_t *value);
void json_append(json_t *array, json_t *value);
/* A JSON string of any bytes; invalid UTF-8 becomes U+FFFD. */
json_t *json_text(struct span text);
/* Sets object[key] to a string of C text, or to null when text is NULL. */
void json_put(json_t *object, const char *key, const char *text);
/* Sets object[key] to a number; to true or false. */
void json_put_int(json_t *object, const char *key, long long number);
void json_put_bool(json_t *object, const char *key, bool value);
/* Appends value as JSON in ASCII (so that no terminal is told anything by a name), two spaces of indentation, keys in
 * insertion order, and a final newline. */
void json_write(struct buffer *out, const json_t *value);

#endif
