#include "base/json.h"

#include <string.h>

#include "base/mem.h"

static json_t *checked(json_t *value) {
    if (!value)
        mem_exhausted(0);
    return value;
}

static bool is_utf8(struct span text) {
    for (size_t i = 0, size; i < text.len; i += size) {
        size = text_utf8(text.data + i, text.len - i);
        if (!size)
            return false;
    }
    return true;
}

static void add_repaired(struct buffer *out, struct span text) {
    for (size_t i = 0; i < text.len;) {
        size_t size = text_utf8(text.data + i, text.len - i);
        if (size)
            buffer_add(out, text.data + i, size);
        else
            buffer_puts(out, "\xEF\xBF\xBD");
        i += size ? size : 1;
    }
}

json_t *json_text(struct span text) {
    if (is_utf8(text))
        return checked(json_stringn_nocheck(text.len ? text.data : "", text.len));
    struct buffer repaired = {0};
    add_repaired(&repaired, text);
    json_t *string = checked(json_stringn_nocheck(repaired.data, repaired.len));
    buffer_free(&repaired);
    return string;
}

json_t *json_new_object(void) { return checked(json_object()); }

json_t *json_new_array(void) { return checked(json_array()); }

void json_put_value(json_t *object, const char *key, json_t *value) {
    struct buffer repaired = {0};
    if (!is_utf8(span_of(key))) {
        add_repaired(&repaired, span_of(key));
        key = repaired.data;
    }
    if (json_object_set_new_nocheck(object, key, checked(value)) != 0)
        mem_exhausted(0);
    buffer_free(&repaired);
}

void json_put(json_t *object, const char *key, const char *text) {
    json_put_value(object, key, text ? json_text(span_of(text)) : json_null());
}

void json_put_int(json_t *object, const char *key, long long number) { json_put_value(object, key, json_integer(number)); }

void json_put_bool(json_t *object, const char *key, bool value) { json_put_value(object, key, json_boolean(value)); }

void json_append(json_t *array, json_t *value) {
    if (json_array_append_new(array, checked(value)) != 0)
        mem_exhausted(0);
}

static int write_bytes(const char *bytes, size_t length, void *out) {
    buffer_add(out, bytes, length);
    return 0;
}

void json_write(struct buffer *out, const json_t *value) {
    /* 15 digits: every decimal of that length survives, so that 0.1 is written as 0.1. */
    size_t flags = JSON_INDENT(2) | JSON_ENSURE_ASCII | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15);
    if (json_dump_callback(value, write_bytes, out, flags) != 0)
        mem_exhausted(0);
    buffer_putc(out, '\n');
}
