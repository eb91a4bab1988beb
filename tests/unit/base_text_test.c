#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static void test_span(void **state) {
    struct span hello = SPAN("hello"), none = span_of(NULL);
    assert_int_equal(hello.len, 5);
    assert_int_equal(none.len, 0);
    assert_int_equal(span_of("abc").len, 3);
    assert_true(span_eq(hello, span_of("hello")));
    assert_false(span_eq(hello, SPAN("hellO")));
    assert_false(span_eq(hello, SPAN("hell")));
    assert_true(span_eq(none, SPAN("")));
    assert_true(span_is(hello, "hello"));
    assert_false(span_is(hello, "hello!"));
    assert_true(span_is(none, ""));
}

static void test_span_ends(void **state) {
    struct span hello = SPAN("hello");
    assert_true(span_starts(hello, "he"));
    assert_true(span_starts(hello, ""));
    assert_true(span_starts(hello, "hello"));
    assert_false(span_starts(hello, "hello!"));
    assert_false(span_starts(hello, "lo"));
    assert_true(span_ends(hello, "lo"));
    assert_true(span_ends(hello, ""));
    assert_true(span_ends(hello, "hello"));
    assert_false(span_ends(hello, "xhello"));
    assert_false(span_ends(hello, "he"));
    assert_true(span_starts(span_of(NULL), ""));
    assert_true(span_ends(span_of(NULL), ""));
    assert_false(span_ends(span_of(NULL), "x"));
}

static void test_span_compare(void **state) {
    assert_true(span_compare(SPAN("a"), SPAN("b")) < 0);
    assert_true(span_compare(SPAN("b"), SPAN("a")) > 0);
    assert_true(span_compare(SPAN("a"), SPAN("ab")) < 0);
    assert_true(span_compare(SPAN("ab"), SPAN("a")) > 0);
    assert_int_equal(span_compare(SPAN("ab"), SPAN("ab")), 0);
    assert_true(span_compare(SPAN("\x7F"), SPAN("\x80")) < 0); /* bytes are unsigned */
    assert_int_equal(span_compare(span_of(NULL), SPAN("")), 0);
    assert_true(span_compare(span_of(NULL), SPAN("a")) < 0);
}

static const struct {
    const char *text;
    size_t length, size;
} sequences[] = {
    {"", 0, 0},
    {"a", 1, 1},
    {"\0", 1, 1},
    {"\x7F", 1, 1},
    {"\x80", 1, 0}, /* a continuation alone */
    {"\xC3\xA9", 2, 2},
    {"\xC2\x80", 2, 2}, /* the first of two bytes */
    {"\xC1\xBF", 2, 0}, /* overlong */
    {"\xC0\x80", 2, 0}, /* overlong NUL */
    {"\xC3", 1, 0},     /* cut off */
    {"\xC3\x41", 2, 0},
    {"\xE0\xA0\x80", 3, 3}, /* U+0800 */
    {"\xE0\x9F\xBF", 3, 0}, /* overlong */
    {"\xE2\x82\xAC", 3, 3},
    {"\xE2\x82", 2, 0},
    {"\xE2\x82\x41", 3, 0},
    {"\xED\x9F\xBF", 3, 3}, /* U+D7FF */
    {"\xED\xA0\x80", 3, 0}, /* surrogates */
    {"\xED\xBF\xBF", 3, 0},
    {"\xEE\x80\x80", 3, 3},     /* U+E000 */
    {"\xF0\x90\x80\x80", 4, 4}, /* U+10000 */
    {"\xF0\x8F\xBF\xBF", 4, 0}, /* overlong */
    {"\xF4\x8F\xBF\xBF", 4, 4}, /* U+10FFFF */
    {"\xF4\x90\x80\x80", 4, 0}, /* past the last */
    {"\xF5\x80\x80\x80", 4, 0},
    {"\xF8\x88\x80\x80\x80", 5, 0}, /* five bytes */
    {"\xFF", 1, 0},
};

static void test_utf8(void **state) {
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
        /* A copy of the exact size, so that reading past it is seen by the sanitizer. */
        char *copy = malloc(sequences[i].length + 1);
        char *text = copy + 1;
        memcpy(text, sequences[i].text, sequences[i].length);
        if (text_utf8(text, sequences[i].length) != sequences[i].size)
            fail_msg("sequence %zu", i);
        free(copy);
    }
    assert_int_equal(text_utf8("\xC3\xA9xyz", 5), 2);
}

static size_t encode(uint32_t point, char *out) {
    if (point < 0x80)
        return out[0] = (char)point, 1;
    size_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = size; --i > 0; point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)((0xF00u >> size & 0xFF) | point);
    return size;
}

static void test_every_code_point(void **state) {
    char bytes[4];
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        size_t size = encode(point, bytes);
        size_t expected = point >= 0xD800 && point <= 0xDFFF ? 0 : size;
        if (text_utf8(bytes, size) != expected || (expected && text_code_point(bytes, size) != point))
            fail_msg("U+%04X", point);
    }
    assert_int_equal(text_code_point("\xFF", 0), 0xFF);
}

static void test_width(void **state) {
    assert_int_equal(text_width("", 0), 0);
    assert_int_equal(text_width("abc", 3), 3);
    assert_int_equal(text_width("h\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10), 4);
    assert_int_equal(text_width("\xFF\xFEz", 3), 3);
    assert_int_equal(text_width("\xE2\x82", 2), 2);
}

static unsigned full_distance(const char *a, const char *b) {
    if (!*a || !*b)
        return (unsigned)(strlen(a) + strlen(b));
    if (*a == *b)
        return full_distance(a + 1, b + 1);
    unsigned drop = full_distance(a + 1, b), add = full_distance(a, b + 1), swap = full_distance(a + 1, b + 1);
    unsigned least = drop < add ? drop : add;
    return 1 + (least < swap ? least : swap);
}

static void test_distance(void **state) {
    assert_int_equal(text_distance("", "", 3), 0);
    assert_int_equal(text_distance("select", "select", 0), 0);
    assert_int_equal(text_distance("select", "slect", 2), 1);
    assert_int_equal(text_distance("select", "selekt", 0), 1);
    assert_int_equal(text_distance("kitten", "sitting", 3), 3);
    assert_int_equal(text_distance("kitten", "sitting", 2), 3);
    assert_int_equal(text_distance("abc", "", 3), 3);
    assert_int_equal(text_distance("", "abcd", 3), 4);
    assert_int_equal(text_distance("abcdef", "uvwxyz", 2), 3);
}

static void test_distance_agrees_with_definition(void **state) {
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        char words[2][8] = {"", ""};
        for (int word = 0; word < 2; word++) {
            seed = seed * 1664525u + 1013904223u;
            size_t length = (seed >> 24) % 7;
            for (size_t i = 0; i < length; i++) {
                seed = seed * 1664525u + 1013904223u;
                words[word][i] = (char)('a' + (seed >> 28) % 3);
            }
        }
        unsigned limit = (unsigned)round % 8, expected = full_distance(words[0], words[1]);
        if (text_distance(words[0], words[1], limit) != (expected > limit ? limit + 1 : expected))
            fail_msg("\"%s\" and \"%s\" within %u", words[0], words[1], limit);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_span),
        cmocka_unit_test(test_span_ends),
        cmocka_unit_test(test_span_compare),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_every_code_point),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_distance_agrees_with_definition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
