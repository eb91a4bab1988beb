#include "base/glob.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* The character at *at, which moves past it; a byte that is not UTF-8 counts as a character. */
static uint32_t take(const char **at, const char *end) {
    size_t size = text_utf8(*at, (size_t)(end - *at));
    uint32_t point = text_code_point(*at, size);
    *at += size ? size : 1;
    return point;
}

static uint32_t take_escaped(const char **at, const char *end) {
    if (**at == '\\' && *at + 1 < end)
        ++*at;
    return take(at, end);
}

/* The `]` that closes the class opened before `at`, or NULL. One that stands first is a member. */
static const char *class_end(const char *at, const char *end) {
    if (at < end && (*at == '!' || *at == '^'))
        at++;
    for (const char *first = at; at < end; at++) {
        if (*at == ']' && at > first)
            return at;
        if (*at == '\\' && at + 1 < end)
            at++;
    }
    return NULL;
}

/* Whether the class between `at` and its closing bracket holds the character. */
static bool class_holds(const char *at, const char *close, uint32_t character) {
    bool negated = *at == '!' || *at == '^', found = false;
    at += negated;
    while (at < close) {
        uint32_t low = take_escaped(&at, close), high = low;
        if (close - at >= 2 && *at == '-') {
            at++;
            high = take_escaped(&at, close);
        }
        found |= low <= character && character <= high;
    }
    return found != negated;
}

/* One pattern element other than `*` against one character; both move past theirs when they agree. */
static bool match_one(const char **pattern, const char *pattern_end, const char **name, const char *name_end) {
    const char *p = *pattern, *n = *name;
    const char *close = *p == '[' ? class_end(p + 1, pattern_end) : NULL;
    uint32_t character = take(&n, name_end);
    bool agrees;
    if (close) {
        agrees = class_holds(p + 1, close, character);
        p = close + 1;
    } else if (*p == '?') {
        agrees = true;
        p++;
    } else {
        agrees = take_escaped(&p, pattern_end) == character;
    }
    if (agrees) {
        *pattern = p;
        *name = n;
    }
    return agrees;
}

/* One component. Only the last `*` is ever tried again: what an earlier one could give, the later one covers. */
static bool match_name(struct span pattern, struct span name) {
    const char *p = pattern.data, *p_end = p + pattern.len;
    const char *n = name.data, *n_end = n + name.len;
    const char *after_star = NULL, *retry = NULL;
    while (n < n_end) {
        if (p < p_end && *p == '*') {
            after_star = ++p;
            retry = n;
        } else if (p == p_end || !match_one(&p, p_end, &n, n_end)) {
            if (!after_star)
                return false;
            take(&retry, n_end);
            p = after_star;
            n = retry;
        }
    }
    while (p < p_end && *p == '*')
        p++;
    return p == p_end;
}

/* Splits off the first component. */
static struct span next_component(struct span *rest) {
    const char *slash = memchr(rest->data, '/', rest->len);
    struct span component = {rest->data, slash ? (size_t)(slash - rest->data) : rest->len};
    size_t taken = component.len + (slash != NULL);
    *rest = (struct span){rest->data + taken, rest->len - taken};
    return component;
}

static bool match_any_component(struct span pattern, struct span path) {
    while (path.len)
        if (match_name(pattern, next_component(&path)))
            return true;
    return false;
}

/* Component by component from the root. As a match of a leading folder is enough, `**` may take as little as it can,
 * and again only the last one is ever tried again. */
static bool match_anchored(struct span pattern, struct span path) {
    struct span after_stars = {0}, retry = {0};
    while (path.len) {
        struct span rest_pattern = pattern, rest_path = path;
        struct span wanted = next_component(&rest_pattern), name = next_component(&rest_path);
        if (span_is(wanted, "**")) {
            if (!rest_pattern.len)
                return true;
            after_stars = rest_pattern;
            retry = path;
            pattern = rest_pattern;
        } else if (match_name(wanted, name)) {
            if (!rest_pattern.len)
                return true;
            pattern = rest_pattern;
            path = rest_path;
        } else if (after_stars.len) {
            next_component(&retry);
            pattern = after_stars;
            path = retry;
        } else {
            return false;
        }
    }
    return false;
}

bool glob_match(const char *pattern, const char *path) {
    struct span wanted = span_of(pattern);
    while (wanted.len && wanted.data[wanted.len - 1] == '/')
        wanted.len--;
    bool anchored = wanted.len && memchr(wanted.data, '/', wanted.len);
    if (span_starts(wanted, "./"))
        wanted = (struct span){wanted.data + 2, wanted.len - 2};
    else if (span_starts(wanted, "/"))
        wanted = (struct span){wanted.data + 1, wanted.len - 1};
    if (!wanted.len)
        return false;
    return anchored ? match_anchored(wanted, span_of(path)) : match_any_component(wanted, span_of(path));
}
