#include "finding/suppress.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* A letter of a code or of an id. */
static bool is_name(char c) { return isalnum((unsigned char)c) || c == '/' || c == '-' || c == '_'; }

static struct span skip(struct span text, size_t count) { return (struct span){text.data + count, text.len - count}; }

static struct span skip_blanks(struct span text) {
    while (text.len && is_blank(*text.data))
        text = skip(text, 1);
    return text;
}

static struct span trim(struct span text) {
    while (text.len && (is_blank(*text.data) || *text.data == ':' || *text.data == '-'))
        text = skip(text, 1);
    while (text.len && isspace((unsigned char)text.data[text.len - 1]))
        text.len--;
    return text;
}

static bool starts_fold(struct span text, const char *prefix) {
    size_t length = strlen(prefix);
    return text.len >= length && strncasecmp(text.data, prefix, length) == 0;
}

/* Cuts the name at the start of *rest off; empty when there is none. */
static struct span take_name(struct span *rest) {
    size_t length = 0;
    while (length < rest->len && is_name(rest->data[length]))
        length++;
    struct span name = {rest->data, length};
    *rest = skip(*rest, length);
    return name;
}

static void add_code(struct suppression *self, struct span name) {
    if (self->code_count < SUPPRESS_CODES)
        self->codes[self->code_count++] = name;
}

/* Letters, then digits, as every linter spells its codes. The first word that is none ends the list of a noqa. */
static bool is_code(struct span name) {
    size_t i = 0;
    while (i < name.len && isupper((unsigned char)name.data[i]))
        i++;
    size_t letters = i;
    while (i < name.len && isdigit((unsigned char)name.data[i]))
        i++;
    return letters && i > letters && i == name.len;
}

static bool is_ours(struct span code) {
    return span_starts(code, "LP") && code.len > 2 && isdigit((unsigned char)code.data[2]);
}

/* `[LP101, LP2] reason`, or just a reason. */
static bool parse_native(struct span rest, struct suppression *out) {
    rest = skip_blanks(rest);
    if (!starts_fold(rest, "ignore") || (rest.len > 6 && is_name(rest.data[6])))
        return false;
    rest = skip_blanks(skip(rest, 6));
    out->native = true;
    out->all = !rest.len || *rest.data != '[';
    if (!out->all) {
        rest = skip(rest, 1);
        while (rest.len && *rest.data != ']') {
            struct span name = take_name(&rest);
            if (name.len)
                add_code(out, name);
            else
                rest = skip(rest, 1);
        }
        rest = rest.len ? skip(rest, 1) : rest;
    }
    out->reason = trim(rest);
    return true;
}

/* Codes between commas or blanks. */
static struct span parse_codes(struct span rest, struct suppression *out) {
    for (;;) {
        while (rest.len && (is_blank(*rest.data) || *rest.data == ','))
            rest = skip(rest, 1);
        struct span after = rest, name = take_name(&after);
        if (!is_code(name))
            return rest;
        if (is_ours(name))
            add_code(out, name);
        rest = after;
    }
}

static bool parse_noqa(struct span rest, struct suppression *out) {
    if (rest.len && is_name(*rest.data))
        return false;
    struct span after = skip_blanks(rest);
    out->all = !after.len || *after.data != ':';
    if (!out->all)
        after = parse_codes(skip(after, 1), out);
    out->reason = trim(after);
    return out->all || out->code_count;
}

static bool parse_here(struct span text, struct suppression *out) {
    *out = (struct suppression){0};
    if (starts_fold(text, "noqa"))
        return parse_noqa(skip(text, 4), out);
    return starts_fold(text, "loadpath:") && parse_native(skip(text, 9), out);
}

/* What follows the next `#`; empty when there is none. */
static struct span next_comment(struct span text) {
    const char *mark = text.len ? memchr(text.data, '#', text.len) : NULL;
    return mark ? skip_blanks(skip(text, (size_t)(mark - text.data) + 1)) : (struct span){0};
}

/* A noqa for another tool may stand before ours: `# noqa: F401  # loadpath: ignore[LP101]`. */
bool suppress_parse(struct span comment, struct suppression *out) {
    for (struct span rest = comment; rest.len; rest = next_comment(rest))
        if (parse_here(rest, out))
            return true;
    return false;
}

/* The part of an id before or after its slash. */
static bool is_part(struct span name, const char *id) {
    const char *slash = strchr(id, '/');
    return slash && (span_eq(name, (struct span){id, (size_t)(slash - id)}) || span_is(name, slash + 1));
}

static bool covers(struct span name, const char *code, const char *id) {
    if (is_ours(name))
        return strncmp(code, name.data, name.len) == 0;
    return span_is(name, id) || is_part(name, id);
}

bool suppress_covers(const struct suppression *self, const char *code, const char *id) {
    for (uint32_t i = 0; i < self->code_count; i++)
        if (covers(self->codes[i], code, id))
            return true;
    return self->all;
}
