#include "syntax/string.h"

#include <string.h>

struct string_form string_form(const char *text, size_t length) {
    struct string_form form = {0};
    size_t i = 0;
    for (; i < length && text[i] != '"' && text[i] != '\'' && text[i] != '`'; i++) { /* ` is Python 2's repr */
        switch (text[i] | 0x20) {
        case 'r': form.raw = true; break;
        case 'b': form.bytes = true; break;
        case 'f':
        case 't': form.format = true; break;
        case 'u': break;
        default: return (struct string_form){0};
        }
        if (i == 3)
            return (struct string_form){0};
    }
    if (i < length)
        form.quotes = length - i >= 3 && text[i + 1] == text[i] && text[i + 2] == text[i] ? 3 : 1;
    form.opening = (uint8_t)(i + form.quotes);
    return form;
}

struct span string_cut(struct span text, size_t limit) {
    if (text.len <= limit)
        return text;
    size_t len = limit;
    while (len && ((unsigned char)text.data[len] & 0xC0) == 0x80)
        len--;
    return (struct span){text.data, len};
}

/* ---- escapes ---- */

static int digit(char byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    char lower = byte | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

/* Reads up to `most` digits of a base; returns how many there are. */
static size_t read_digits(const char *text, size_t length, size_t most, int base, uint32_t *value) {
    size_t i = 0;
    *value = 0;
    for (; i < most && i < length && digit(text[i]) < base; i++)
        *value = *value * (uint32_t)base + (uint32_t)digit(text[i]);
    return i;
}

static void put_utf8(struct buffer *out, uint32_t point) {
    char bytes[4];
    size_t len = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (len == 1)
        bytes[0] = (char)point;
    for (size_t i = len; len > 1 && i-- > 0; point >>= 6)
        bytes[i] = (char)(i ? 0x80 | (point & 0x3F) : (0xF00u >> len & 0xFF) | point);
    buffer_add(out, bytes, len);
}

static void put_point(struct buffer *out, uint32_t point, bool bytes) {
    if (bytes)
        buffer_putc(out, (char)point);
    else
        put_utf8(out, point);
}

/* \xNN, \uNNNN, \UNNNNNNNN with `width` digits after the letter. Returns the bytes used, 0 when it is none. */
static size_t put_hexadecimal(struct buffer *out, const char *text, size_t length, size_t width, bool bytes) {
    uint32_t point;
    if (read_digits(text + 2, length - 2, width, 16, &point) != width)
        return 0;
    if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return 0;
    put_point(out, point, bytes);
    return 2 + width;
}

static size_t put_octal(struct buffer *out, const char *text, size_t length, bool bytes) {
    uint32_t point;
    size_t digits = read_digits(text + 1, length - 1, 3, 8, &point);
    put_point(out, bytes ? point & 0xFF : point, bytes);
    return 1 + digits;
}

/* The escape at text[0] == '\\'; returns the bytes used, 0 when it stays as written. */
static size_t put_escape(struct buffer *out, const char *text, size_t length, bool bytes) {
    static const char names[] = "abfnrtv\\'\"", values[] = "\a\b\f\n\r\t\v\\'\"";
    if (length < 2)
        return 0;
    const char *name = text[1] ? strchr(names, text[1]) : NULL;
    if (name) {
        buffer_putc(out, values[name - names]);
        return 2;
    }
    switch (text[1]) {
    case '\n': return 2;
    case '\r': return length > 2 && text[2] == '\n' ? 3 : 2;
    case 'x': return put_hexadecimal(out, text, length, 2, bytes);
    case 'u': return bytes ? 0 : put_hexadecimal(out, text, length, 4, false);
    case 'U': return bytes ? 0 : put_hexadecimal(out, text, length, 8, false);
    default: return text[1] >= '0' && text[1] <= '7' ? put_octal(out, text, length, bytes) : 0;
    }
}

/* ---- values ---- */

static bool is_special(struct string_form form, char byte) {
    return (byte == '\\' && !form.raw) || byte == '\r' || (form.format && (byte == '{' || byte == '}'));
}

/* Bytes at the start of text that stand for themselves. */
static size_t plain_run(struct string_form form, struct span text) {
    size_t i = 0;
    while (i < text.len && !is_special(form, text.data[i]))
        i++;
    return i;
}

/* What stands at a special byte; returns the bytes used. */
static size_t put_special(struct buffer *out, struct string_form form, struct span text) {
    size_t used = 0;
    if (text.data[0] == '\\')
        used = put_escape(out, text.data, text.len, form.bytes);
    else if (text.len > 1 && text.data[0] == '\r' && text.data[1] == '\n')
        return 1;
    else if (text.len > 1 && text.data[0] != '\r' && text.data[1] == text.data[0])
        used = 2, buffer_putc(out, text.data[0]);
    if (used)
        return used;
    buffer_putc(out, text.data[0]);
    return 1;
}

/* Nothing in the text needs decoding: the usual case, decided by searches that look at many bytes at once. */
static bool is_plain(struct string_form form, struct span text) {
    if (!text.len)
        return true;
    if (!form.raw && memchr(text.data, '\\', text.len))
        return false;
    if (form.format && (memchr(text.data, '{', text.len) || memchr(text.data, '}', text.len)))
        return false;
    return !memchr(text.data, '\r', text.len);
}

struct span string_value(struct string_form form, struct span text, size_t limit, struct buffer *scratch) {
    /* An escape is at most ten bytes a byte of value; what lies far behind the limit cannot matter. */
    if (text.len > limit * 12)
        text.len = limit * 12;
    if (is_plain(form, text))
        return string_cut(text, limit);
    scratch->len = 0;
    while (text.len && scratch->len <= limit) {
        size_t run = plain_run(form, text);
        buffer_add(scratch, text.data, run);
        if (run < text.len)
            run += put_special(scratch, form, (struct span){text.data + run, text.len - run});
        text.data += run;
        text.len -= run;
    }
    return string_cut((struct span){scratch->data, scratch->len}, limit);
}
