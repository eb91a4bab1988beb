#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/near.h"

static const char *nearest(const char *wanted) {
    static const char *const words[] = {"select", "ignore", "format", "output-format", "check", "LP101", "LP102"};
    struct near near = near_init(wanted);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        near_try(&near, words[i]);
    near_try(&near, NULL);
    return near.best ? near.best : "none";
}

static void test_nearest(void **state) {
    assert_string_equal(nearest("selct"), "select");
    assert_string_equal(nearest("select"), "select");
    assert_string_equal(nearest("chekc"), "check");
    assert_string_equal(nearest("output-fromat"), "output-format");
    assert_string_equal(nearest("LP100"), "LP101"); /* the first of equally near ones */
}

static void test_nothing_near(void **state) {
    assert_string_equal(nearest(""), "none");
    assert_string_equal(nearest("x"), "none");
    assert_string_equal(nearest("zzzzzz"), "none");
    assert_string_equal(nearest("a very long word that is like none of them"), "none");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nearest), cmocka_unit_test(test_nothing_near)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
