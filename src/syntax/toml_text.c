#include "syntax/toml_text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- escapes ---- */

static int digit(char byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    char lower = byte | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static char *put_utf8(char *out, uint32_t point) {
    if (point < 0x80) {
        *out++ = (char)point;
    } else if (point < 0x800) {
        *out++ = (char)(0xC0 | point >> 6);
        *out++ = (char)(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        *out++ = (char)(0xE0 | point >> 12);
        *out++ = (char)(0x80 | (point >> 6 & 0x3F));
        *out++ = (char)(0x80 | (point & 0x3F));
    } else {
        *out++ = (char)(0xF0 | point >> 18);
        *out++ = (char)(0x80 | (point >> 12 & 0x3F));
        *out++ = (char)(0x80 | (point >> 6 & 0x3F));
        *out++ = (char)(0x80 | (point & 0x3F));
    }
    return out;
}

/* \uNNNN or \UNNNNNNNN; NULL when it is no character or NUL. */
static char *put_point(char *out, struct span *text, size_t digits) {
    uint32_t point = 0;
    if (text->len < 2 + digits)
        return NULL;
    for (size_t i = 0; i < digits; i++) {
        int value = digit(text->data[2 + i]);
        if (value < 0 || point > 0x10FFFF)
            return NULL;
        point = point * 16 + (uint32_t)value;
    }
    if (!point || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return NULL;
    text->data += 2 + digits;
    text->len -= 2 + digits;
    return put_utf8(out, point);
}

static bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/* A backslash at the end of a line swallows all blanks up to the next text. */
static char *skip_line_end(char *out, struct span *text) {
    size_t i = 1;
    while (i < text->len && is_space(text->data[i]))
        i++;
    text->data += i;
    text->len -= i;
    return out;
}

/* The escape at the start of text, which is moved behind it. */
static char *put_escape(char *out, struct span *text) {
    static const char names[] = "btnfr\"\\", values[] = "\b\t\n\f\r\"\\";
    if (text->len < 2)
        return NULL;
    if (is_space(text->data[1]))
        return skip_line_end(out, text);
    if (text->data[1] == 'u' || text->data[1] == 'U')
        return put_point(out, text, text->data[1] == 'u' ? 4 : 8);
    const char *name = text->data[1] ? strchr(names, text->data[1]) : NULL;
    if (!name)
        return NULL;
    *out++ = values[name - names];
    text->data += 2;
    text->len -= 2;
    return out;
}

/* ---- strings ---- */

/* What stands between the quotes; a newline right after three of them does not count. */
static struct span inside(struct span literal, bool *multiline) {
    size_t quotes =
        literal.len >= 6 && literal.data[1] == literal.data[0] && literal.data[2] == literal.data[0] ? 3 : 1;
    struct span text = {literal.data + quotes, literal.len - 2 * quotes};
    *multiline = quotes == 3;
    if (*multiline && text.len && text.data[0] == '\r')
        text.data++, text.len--;
    if (*multiline && text.len && text.data[0] == '\n')
        text.data++, text.len--;
    return text;
}

char *toml_string(struct span literal, struct arena *arena) {
    if (literal.len < 2)
        return NULL;
    bool escapes = literal.data[0] == '"', multiline;
    struct span text = inside(literal, &multiline);
    if (memchr(text.data, '\0', text.len))
        return NULL;
    char *value = arena_alloc(arena, text.len + 1), *out = value; /* an escape never grows */
    while (text.len && out) {
        if (escapes && text.data[0] == '\\') {
            out = put_escape(out, &text);
            continue;
        }
        if (!(multiline && text.len > 1 && text.data[0] == '\r' && text.data[1] == '\n'))
            *out++ = text.data[0];
        text.data++;
        text.len--;
    }
    if (!out)
        return NULL;
    *out = '\0';
    return value;
}

/* ---- keys ---- */

static void skip_blanks(struct span *text) {
    while (text->len && (text->data[0] == ' ' || text->data[0] == '\t'))
        text->data++, text->len--;
}

/* Bytes of the component at the start of text, quotes included. */
static size_t part_length(struct span text) {
    size_t i = 1;
    char quote = text.data[0];
    if (quote != '"' && quote != '\'') {
        while (i < text.len && text.data[i] != '.' && text.data[i] != ' ' && text.data[i] != '\t')
            i++;
        return i;
    }
    while (i < text.len && text.data[i] != quote)
        i += quote == '"' && text.data[i] == '\\' && i + 1 < text.len ? 2 : 1;
    return i < text.len ? i + 1 : text.len;
}

char *toml_key_part(struct span *text, struct arena *arena) {
    skip_blanks(text);
    if (!text->len)
        return NULL;
    struct span part = {text->data, part_length(*text)};
    text->data += part.len;
    text->len -= part.len;
    skip_blanks(text);
    if (text->len && text->data[0] == '.')
        text->data++, text->len--;
    bool quoted = part.data[0] == '"' || part.data[0] == '\'';
    return quoted ? toml_string(part, arena) : arena_strndup(arena, part.data, part.len);
}

/* ---- numbers ---- */

bool toml_integer(struct span text, int64_t *number) {
    char digits[80];
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '_')
            continue;
        if (len + 1 == sizeof digits)
            return false;
        digits[len++] = text.data[i];
    }
    digits[len] = '\0';
    int base = 10;
    const char *start = digits;
    if (len > 2 && digits[0] == '0' && strchr("xob", digits[1])) {
        base = digits[1] == 'x' ? 16 : digits[1] == 'o' ? 8 : 2;
        start += 2;
    }
    char *end;
    errno = 0;
    *number = strtoll(start, &end, base);
    return errno == 0 && *end == '\0' && end > start;
}
