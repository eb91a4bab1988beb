#include "base/buffer.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/text.h"

#define FIRST_CAP 64

/* Room for `length` more bytes and the NUL. */
static void reserve(struct buffer *self, size_t length) {
    size_t needed;
    if (__builtin_add_overflow(self->len + 1, length, &needed))
        mem_exhausted(SIZE_MAX);
    if (needed <= self->cap)
        return;
    size_t cap = self->cap ? self->cap : FIRST_CAP;
    while (cap < needed)
        cap = cap > SIZE_MAX / 2 ? needed : cap * 2;
    self->data = mem_realloc(self->data, cap);
    self->cap = cap;
}

void buffer_add(struct buffer *self, const void *bytes, size_t length) {
    reserve(self, length);
    if (length)
        memcpy(self->data + self->len, bytes, length);
    self->len += length;
    self->data[self->len] = '\0';
}

void buffer_puts(struct buffer *self, const char *text) { buffer_add(self, text, strlen(text)); }

void buffer_putc(struct buffer *self, char byte) {
    reserve(self, 1);
    self->data[self->len++] = byte;
    self->data[self->len] = '\0';
}

void buffer_printf(struct buffer *self, const char *format, ...) {
    reserve(self, FIRST_CAP);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(self->data + self->len, self->cap - self->len, format, arguments);
    va_end(arguments);
    BUG_ON(length < 0);
    if ((size_t)length >= self->cap - self->len) {
        reserve(self, (size_t)length);
        va_start(arguments, format);
        vsnprintf(self->data + self->len, self->cap - self->len, format, arguments);
        va_end(arguments);
    }
    self->len += (size_t)length;
}

/* Characters that change how a line is shown without being seen: C1 controls, line separators, marks and overrides of
 * direction (CVE-2021-42574), zero-width space, byte order mark. */
static bool is_deceptive(uint32_t point) {
    return (point >= 0x80 && point <= 0x9F) || point == 0x061C || point == 0x200B || point == 0x200E ||
           point == 0x200F || (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
           point == 0xFEFF;
}

static bool is_control(char byte) {
    unsigned char code = (unsigned char)byte;
    return (code < 0x20 && code != '\t') || code == 0x7F;
}

/* Bytes at the start of text that may be shown as they are. */
static size_t safe_run(const char *text, size_t length) {
    size_t i = 0;
    while (i < length) {
        size_t size = text_utf8(text + i, length - i);
        if (!size || is_control(text[i]) || (size > 1 && is_deceptive(text_code_point(text + i, size))))
            break;
        i += size;
    }
    return i;
}

void buffer_put_safe(struct buffer *self, const char *text, size_t length) {
    for (size_t i = 0; i < length;) {
        size_t run = safe_run(text + i, length - i);
        buffer_add(self, text + i, run);
        i += run;
        if (i == length)
            return;
        size_t size = text_utf8(text + i, length - i);
        if (size > 1)
            buffer_printf(self, "\\u{%x}", text_code_point(text + i, size));
        else
            buffer_printf(self, "\\x%02x", (unsigned char)text[i]);
        i += size ? size : 1;
    }
}

void buffer_free(struct buffer *self) {
    mem_free(self->data);
    *self = (struct buffer){0};
}
