#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "finding/suppress.h"

/* What a comment says, in one line: "native all | codes | reason", or "none". */
static const char *read(const char *comment) {
    static char text[256];
    struct suppression found;
    if (!suppress_parse(span_of(comment), &found))
        return "none";
    int at = snprintf(text, sizeof text, "%s%s |", found.native ? "native" : "noqa", found.all ? " all" : "");
    for (uint32_t i = 0; i < found.code_count; i++)
        at += snprintf(text + at, sizeof text - (size_t)at, " %.*s", (int)found.codes[i].len, found.codes[i].data);
    snprintf(text + at, sizeof text - (size_t)at, " | %.*s", (int)found.reason.len,
             found.reason.len ? found.reason.data : "");
    return text;
}

static bool covers(const char *comment, const char *code, const char *id) {
    struct suppression found;
    return suppress_parse(span_of(comment), &found) && suppress_covers(&found, code, id);
}

static void test_native(void **state) {
    assert_string_equal(read("loadpath: ignore"), "native all | | ");
    assert_string_equal(read("loadpath: ignore because it is cached"), "native all | | because it is cached");
    assert_string_equal(read("loadpath: ignore[LP101]"), "native | LP101 | ");
    assert_string_equal(read("loadpath:ignore[LP101,LP102] \t measured \r\n"), "native | LP101 LP102 | measured");
    assert_string_equal(read("Loadpath: Ignore [ LP101 , LP1 ]: why"), "native | LP101 LP1 | why");
    assert_string_equal(read("loadpath: ignore[async/blocking-call] - small"), "native | async/blocking-call | small");
    assert_string_equal(read("loadpath: ignore[]"), "native | | ");
    assert_string_equal(read("loadpath: ignore[LP101"), "native | LP101 | ");
}

static void test_noqa(void **state) {
    assert_string_equal(read("noqa"), "noqa all | | ");
    assert_string_equal(read("NOQA"), "noqa all | | ");
    assert_string_equal(read("noqa: LP101"), "noqa | LP101 | ");
    assert_string_equal(read("noqa:LP101,E501 , LP102 short"), "noqa | LP101 LP102 | short");
    assert_string_equal(read("noqa : E501 LP101"), "noqa | LP101 | ");
}

static void test_none(void **state) {
    assert_string_equal(read(""), "none");
    assert_string_equal(read("noqa: E501"), "none");
    assert_string_equal(read("noqa:"), "none");
    assert_string_equal(read("noqa: LPX"), "none");
    assert_string_equal(read("noqa-file"), "none");
    assert_string_equal(read("loadpath:"), "none");
    assert_string_equal(read("loadpath: ignored"), "none");
    assert_string_equal(read("loadpath: disable=LP101"), "none");
    assert_string_equal(read("loadpath ignore[LP101]"), "none");
}

static void test_two_in_one_comment(void **state) {
    assert_string_equal(read("noqa: F401  # loadpath: ignore[LP101] why"), "native | LP101 | why");
    assert_string_equal(read("noqa: F401  # noqa: LP101"), "noqa | LP101 | ");
    assert_string_equal(read("noqa: F401 the noqa is for flake8"), "none");
}

static void test_covers(void **state) {
    assert_true(covers("loadpath: ignore", "LP101", "async/blocking-call"));
    assert_true(covers("noqa", "LP101", "async/blocking-call"));
    assert_true(covers("loadpath: ignore[LP101]", "LP101", "async/blocking-call"));
    assert_true(covers("loadpath: ignore[LP1]", "LP101", "async/blocking-call"));
    assert_true(covers("noqa: LP10", "LP101", "async/blocking-call"));
    assert_true(covers("loadpath: ignore[async/blocking-call]", "LP101", "async/blocking-call"));
    assert_true(covers("loadpath: ignore[blocking-call]", "LP101", "async/blocking-call"));
    assert_true(covers("loadpath: ignore[async]", "LP101", "async/blocking-call"));
    assert_false(covers("loadpath: ignore[LP102]", "LP101", "async/blocking-call"));
    assert_false(covers("loadpath: ignore[LP1011]", "LP101", "async/blocking-call"));
    assert_false(covers("loadpath: ignore[LP2]", "LP101", "async/blocking-call"));
    assert_false(covers("loadpath: ignore[asyn]", "LP101", "async/blocking-call"));
    assert_false(covers("loadpath: ignore[]", "LP101", "async/blocking-call"));
    assert_false(covers("noqa: E501", "LP101", "async/blocking-call"));
}

static void test_more_codes_than_kept(void **state) {
    char comment[1024] = "loadpath: ignore[";
    for (int i = 0; i < 100; i++)
        strcat(comment, "LP101, ");
    strcat(comment, "] why");
    struct suppression found;
    assert_true(suppress_parse(span_of(comment), &found));
    assert_int_equal(found.code_count, SUPPRESS_CODES);
    assert_true(span_is(found.reason, "why"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_native), cmocka_unit_test(test_noqa),
        cmocka_unit_test(test_none),   cmocka_unit_test(test_two_in_one_comment),
        cmocka_unit_test(test_covers), cmocka_unit_test(test_more_codes_than_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
