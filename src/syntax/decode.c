#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "syntax/python.h"

enum encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_UNKNOWN };

/* ---- the coding line ---- */

static bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\f'; }
static bool is_name_byte(char byte) {
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte == '-' ||
           byte == '_' || byte == '.';
}

static size_t line_length(struct span text) {
    size_t i = 0;
    while (i < text.len && text.data[i] != '\n' && text.data[i] != '\r')
        i++;
    return i;
}

/* The name in a comment line with `coding:` or `coding=`, empty when it has none. *comment: whether it is a comment or
 * blank, so that the next line may name the coding. */
static struct span coding_name(struct span line, bool *comment) {
    struct span none = {NULL, 0};
    size_t i = 0;
    while (i < line.len && is_blank(line.data[i]))
        i++;
    *comment = i == line.len || line.data[i] == '#';
    for (; *comment && i + 7 < line.len; i++) {
        if (memcmp(line.data + i, "coding", 6) != 0 || (line.data[i + 6] != ':' && line.data[i + 6] != '='))
            continue;
        size_t start = i + 7;
        while (start < line.len && is_blank(line.data[start]))
            start++;
        size_t end = start;
        while (end < line.len && is_name_byte(line.data[end]))
            end++;
        return end > start ? (struct span){line.data + start, end - start} : none;
    }
    return none;
}

/* Compares as Python does: case, `-` and `_` do not count. */
static bool same_coding(struct span name, const char *known) {
    size_t i = 0;
    for (; i < name.len && known[i]; i++) {
        char byte = name.data[i] == '_' ? '-' : name.data[i];
        if (byte >= 'A' && byte <= 'Z')
            byte |= 0x20;
        if (byte != known[i])
            return false;
    }
    return !known[i] && (i == name.len || name.data[i] == '-' || name.data[i] == '_');
}

/* Other encodings of one byte a character, by how their names begin: read as Latin-1, in which only names and strings that
 * are not ASCII come out otherwise than they were meant. */
static bool is_single_byte(struct span name) {
    static const char *const prefixes[] = {"cp12", "cp8",  "windows-12", "iso-8859-", "iso8859-", "iso8859_",
                                           "koi8", "mac-", "mac_",       "latin",     "tis-620",  "hp-roman8"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t length = strlen(prefixes[i]);
        if (name.len >= length && strncasecmp(name.data, prefixes[i], length) == 0)
            return true;
    }
    return false;
}

static enum encoding encoding_named(struct span name) {
    static const struct {
        const char *name;
        enum encoding encoding;
    } known[] = {
        {"utf-8", ENCODING_UTF8},        {"utf8", ENCODING_UTF8},        {"ascii", ENCODING_UTF8},
        {"us-ascii", ENCODING_UTF8},     {"latin-1", ENCODING_LATIN1},   {"latin1", ENCODING_LATIN1},
        {"iso-8859-1", ENCODING_LATIN1}, {"iso8859-1", ENCODING_LATIN1}, {"iso-latin-1", ENCODING_LATIN1},
        {"l1", ENCODING_LATIN1},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (same_coding(name, known[i].name))
            return known[i].encoding;
    return is_single_byte(name) ? ENCODING_LATIN1 : ENCODING_UNKNOWN;
}

/* The encoding that the first two lines declare; *name is empty when they declare none. */
static enum encoding declared_encoding(struct span text, struct span *name) {
    bool comment = true;
    for (int line = 0; line < 2 && comment; line++) {
        size_t length = line_length(text);
        *name = coding_name((struct span){text.data, length}, &comment);
        if (name->len)
            return encoding_named(*name);
        size_t skip = length < text.len ? length + 1 : length;
        if (skip > length && skip < text.len && text.data[length] == '\r' && text.data[skip] == '\n')
            skip++;
        text.data += skip;
        text.len -= skip;
    }
    return ENCODING_UTF8;
}

/* ---- bytes ---- */

/* Bytes at the start of text that are ASCII, eight at a time. */
static size_t ascii_run(struct span text) {
    size_t i = 0;
    uint64_t word;
    for (; i + sizeof word <= text.len; i += sizeof word) {
        memcpy(&word, text.data + i, sizeof word);
        if (word & 0x8080808080808080u)
            break;
    }
    while (i < text.len && !((unsigned char)text.data[i] & 0x80))
        i++;
    return i;
}

/* Offset of the first byte that is not valid UTF-8, or the length. */
static size_t valid_run(struct span text) {
    size_t i = 0;
    while (i < text.len) {
        i += ascii_run((struct span){text.data + i, text.len - i});
        if (i == text.len)
            break;
        size_t size = text_utf8(text.data + i, text.len - i);
        if (!size)
            return i;
        i += size;
    }
    return i;
}

static void add_latin1(struct span text, struct buffer *out) {
    while (text.len) {
        size_t run = ascii_run(text);
        buffer_add(out, text.data, run);
        if (run < text.len) {
            unsigned char byte = (unsigned char)text.data[run++];
            char utf8[2] = {(char)(0xC0 | byte >> 6), (char)(0x80 | (byte & 0x3F))};
            buffer_add(out, utf8, sizeof utf8);
        }
        text.data += run;
        text.len -= run;
    }
}

static void add_replaced(struct span text, struct buffer *out) {
    while (text.len) {
        size_t run = valid_run(text);
        buffer_add(out, text.data, run);
        if (run < text.len) {
            buffer_puts(out, "\xEF\xBF\xBD");
            run++;
        }
        text.data += run;
        text.len -= run;
    }
}

/* A CR without LF ends a line in Python, but not in the grammar. */
static bool has_lone_cr(struct span text) {
    for (const char *at = text.data, *end = at + text.len; at < end; at++) {
        at = memchr(at, '\r', (size_t)(end - at));
        if (!at)
            return false;
        if (at + 1 == end || at[1] != '\n')
            return true;
    }
    return false;
}

static void replace_lone_crs(char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'))
            text[i] = '\n';
}

struct span syntax_decode(struct span bytes, struct buffer *owned, uint32_t *bad) {
    bool bom = bytes.len >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0;
    struct span text = bom ? (struct span){bytes.data + 3, bytes.len - 3} : bytes, name = {NULL, 0};
    enum encoding encoding = bom || !text.len ? ENCODING_UTF8 : declared_encoding(text, &name);
    size_t valid = valid_run(text);
    *bad = UINT32_MAX;
    if (encoding == ENCODING_UTF8 && valid < text.len)
        *bad = (uint32_t)(text.data + valid - bytes.data);
    else if (encoding == ENCODING_UNKNOWN)
        *bad = (uint32_t)(name.data - bytes.data);
    bool plain = valid == text.len && ascii_run(text) == text.len;
    bool change = encoding == ENCODING_UTF8 ? valid < text.len : !plain;
    if (!change && !(text.len && has_lone_cr(text)))
        return text;
    owned->len = 0;
    if (encoding == ENCODING_UTF8)
        add_replaced(text, owned);
    else
        add_latin1(text, owned);
    replace_lone_crs(owned->data, owned->len);
    return (struct span){owned->data, owned->len};
}
