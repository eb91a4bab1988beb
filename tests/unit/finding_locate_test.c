#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "finding/locate.h"

/* Two files, and how often each was asked for. */
struct shelf {
    struct span a, b;
    int asked;
};

static bool read(void *context, const char *path, struct span *text) {
    struct shelf *shelf = context;
    shelf->asked++;
    if (strcmp(path, "a.py") == 0)
        *text = shelf->a;
    else if (strcmp(path, "b.py") == 0)
        *text = shelf->b;
    else
        return false;
    return true;
}

static struct finding_place locate(const char *text, uint32_t start, uint32_t end) {
    struct shelf shelf = {.a = span_of(text)};
    struct source_cache cache;
    struct finding finding = {.place = {.path = "a.py", .start = start, .end = end}};
    source_cache_init(&cache, read, &shelf);
    finding_locate(&finding, &cache);
    source_cache_free(&cache);
    return finding.place;
}

static void check(const char *text, uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint32_t end_line,
                  uint32_t end_column) {
    struct finding_place place = locate(text, start, end);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.end_line, end_line);
    assert_int_equal(place.end_column, end_column);
}

static void test_lines(void **state) {
    check("abc\ndef\n", 0, 3, 1, 1, 1, 4);
    check("abc\ndef\n", 4, 7, 2, 1, 2, 4);
    check("abc\ndef\n", 5, 6, 2, 2, 2, 3);
    check("abc\ndef\n", 1, 6, 1, 2, 2, 3);
    check("abc\r\ndef", 5, 8, 2, 1, 2, 4);
    check("abc\rdef", 4, 7, 2, 1, 2, 4);
    check("\n\n\nx", 3, 4, 4, 1, 4, 2);
}

static void test_characters(void **state) {
    check("\xC3\xA4 = \xE6\x97\xA5(x)", 5, 11, 1, 5, 1, 9); /* ä = 日(x) */
    check("\tx", 1, 2, 1, 2, 1, 3);
    check("\xFF\xFEx", 2, 3, 1, 3, 1, 4); /* a byte that is no UTF-8 is one character */
}

/* Marks every few thousand bytes must agree with counting from the start, wherever a character straddles one. */
static void test_long_lines(void **state) {
    enum { SIZE = 3 * 20000 };
    static char text[SIZE + 8];
    for (int shift = 0; shift < 3; shift++) {
        memset(text, 'x', (size_t)shift);
        for (int i = shift; i + 3 <= SIZE; i += 3)
            memcpy(text + i, "\xE6\x97\xA5", 3);
        text[shift + SIZE - 3] = '\0';
        for (uint32_t i = 0; i < SIZE / 3 - 1; i += 97)
            check(text, (uint32_t)shift + 3 * i, (uint32_t)shift + 3 * i + 3, 1, (uint32_t)shift + i + 1, 1,
                  (uint32_t)shift + i + 2);
    }
}

static void test_borders(void **state) {
    check("", 0, 0, 1, 1, 1, 1);
    check("", 5, 9, 1, 1, 1, 1);
    check("abc", 3, 3, 1, 4, 1, 4);
    check("abc\n", 4, 4, 2, 1, 2, 1);
    check("abc", 2, 400, 1, 3, 1, 4);
    check("abc", UINT32_MAX, UINT32_MAX, 1, 4, 1, 4);
    check("abc", 2, 1, 1, 3, 1, 3); /* an end before its start counts as the start */
}

static void test_each_file_once(void **state) {
    struct shelf shelf = {.a = SPAN("x\ny\n"), .b = SPAN("1\n22\n")};
    struct source_cache cache;
    struct finding_related steps[] = {
        {.place = {.path = "b.py", .start = 2, .end = 4}},
        {.place = {.path = "a.py", .start = 2, .end = 3}},
        {.place = {.path = "gone.py", .start = 2, .end = 3, .line = 8}},
        {.place = {.path = NULL}},
    };
    struct finding finding = {.place = {.path = "a.py", .end = 1}, .related = steps, .related_count = 4};
    source_cache_init(&cache, read, &shelf);
    finding_locate(&finding, &cache);
    finding_locate(&finding, &cache);
    assert_int_equal(shelf.asked, 3);
    assert_int_equal(finding.place.line, 1);
    assert_int_equal(steps[0].place.line, 2);
    assert_int_equal(steps[0].place.end_column, 3);
    assert_int_equal(steps[1].place.line, 2);
    assert_int_equal(steps[2].place.line, 8);
    assert_int_equal(steps[3].place.line, 0);
    source_cache_free(&cache);
}

static void test_line_of_source(void **state) {
    struct shelf shelf = {.a = SPAN("one\r\n\ntwo\rlast")};
    struct source_cache cache;
    source_cache_init(&cache, read, &shelf);
    assert_true(span_is(source_cache_line(&cache, "a.py", 1), "one"));
    assert_true(span_is(source_cache_line(&cache, "a.py", 2), ""));
    assert_true(span_is(source_cache_line(&cache, "a.py", 3), "two"));
    assert_true(span_is(source_cache_line(&cache, "a.py", 4), "last"));
    assert_true(span_is(source_cache_line(&cache, "a.py", 5), ""));
    assert_true(span_is(source_cache_line(&cache, "a.py", 0), ""));
    assert_true(span_is(source_cache_line(&cache, "gone.py", 1), ""));
    assert_int_equal(shelf.asked, 2);
    source_cache_free(&cache);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),   cmocka_unit_test(test_characters),     cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_borders), cmocka_unit_test(test_each_file_once), cmocka_unit_test(test_line_of_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
