#include "base/text.h"

#include <string.h>

#include "base/mem.h"

struct span span_of(const char *text) {
    return (struct span){text, text ? strlen(text) : 0};
}

/* memcmp of no bytes may still not be given NULL. */
static int compare_bytes(const char *a, const char *b, size_t length) { return length ? memcmp(a, b, length) : 0; }

bool span_eq(struct span a, struct span b) { return a.len == b.len && compare_bytes(a.data, b.data, a.len) == 0; }

bool span_is_slow(struct span a, const char *text) { return span_eq(a, span_of(text)); }

bool span_starts(struct span a, const char *prefix) {
    size_t length = strlen(prefix);
    return a.len >= length && compare_bytes(a.data, prefix, length) == 0;
}

bool span_ends(struct span a, const char *suffix) {
    size_t length = strlen(suffix);
    return a.len >= length && (!length || memcmp(a.data + a.len - length, suffix, length) == 0);
}

int span_compare(struct span a, struct span b) {
    int order = compare_bytes(a.data, b.data, a.len < b.len ? a.len : b.len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The bytes a sequence of several must have by its first one, and the bounds of the second (table 3-7 of Unicode). */
static size_t sequence_shape(unsigned char first, unsigned char *low, unsigned char *high) {
    *low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    *high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

size_t text_utf8(const char *text, size_t length) {
    if (!length)
        return 0;
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] < 0x80)
        return 1;
    unsigned char low, high;
    size_t size = sequence_shape(bytes[0], &low, &high);
    if (!size || size > length || bytes[1] < low || bytes[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    return size;
}

uint32_t text_code_point(const char *text, size_t size) {
    const unsigned char *bytes = (const unsigned char *)text;
    if (size <= 1)
        return bytes[0];
    uint32_t point = bytes[0] & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++)
        point = point << 6 | (bytes[i] & 0x3F);
    return point;
}

size_t text_width(const char *text, size_t length) {
    size_t width = 0;
    for (size_t i = 0; i < length; width++) {
        size_t size = text_utf8(text + i, length - i);
        i += size ? size : 1;
    }
    return width;
}

static unsigned min3(unsigned a, unsigned b, unsigned c) {
    unsigned low = a < b ? a : b;
    return low < c ? low : c;
}

/* One row of the edit matrix, only the columns within `limit` of the diagonal. Yields the smallest cell. */
static unsigned distance_row(unsigned *row, char letter, size_t i, const char *b, size_t b_len, unsigned limit) {
    size_t from = i > limit ? i - limit : 1;
    size_t to = b_len - i > limit && b_len > i ? i + limit : b_len;
    unsigned diagonal = row[from - 1], smallest = limit + 1;
    row[from - 1] = from == 1 ? (unsigned)i : limit + 1;
    if (from == 1)
        smallest = row[0];
    for (size_t j = from; j <= to; j++) {
        unsigned above = row[j];
        unsigned cost = min3(above + 1, row[j - 1] + 1, diagonal + (b[j - 1] != letter));
        row[j] = cost > limit ? limit + 1 : cost;
        smallest = row[j] < smallest ? row[j] : smallest;
        diagonal = above;
    }
    return smallest;
}

unsigned text_distance(const char *a, const char *b, unsigned limit) {
    size_t a_len = strlen(a), b_len = strlen(b);
    if ((a_len > b_len ? a_len - b_len : b_len - a_len) > limit)
        return limit + 1;
    unsigned *row = mem_calloc(b_len + 1, sizeof *row);
    for (size_t j = 0; j <= b_len; j++)
        row[j] = j > limit ? limit + 1 : (unsigned)j;
    unsigned smallest = 0;
    for (size_t i = 1; i <= a_len && smallest <= limit; i++)
        smallest = distance_row(row, a[i - 1], i, b, b_len, limit);
    unsigned distance = smallest <= limit ? row[b_len] : limit + 1;
    mem_free(row);
    return distance;
}
