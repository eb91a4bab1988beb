/* A growing run of bytes that a report or a serialiser writes to. Always NUL-terminated past `len`. */
#ifndef LP_BASE_BUFFER_H
#define LP_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *data; /* NULL while empty */
    size_t len, cap;
};

void buffer_add(struct buffer *self, const void *bytes, size_t length);
void buffer_puts(struct buffer *self, const char *text);
void buffer_putc(struct buffer *self, char byte);
void buffer_printf(struct buffer *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Appends text with control characters (tab excepted), bidirectional overrides and invalid UTF-8 made visible as \xNN
 * or \u{N}: the only way names and source of a project reach a terminal. */
void buffer_put_safe(struct buffer *self, const char *text, size_t length);
/* Frees the bytes; the buffer is empty and usable afterwards. */
void buffer_free(struct buffer *self);

#endif
