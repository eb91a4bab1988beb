#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/intern.h"

static void test_numbers_in_order(void **state) {
    struct intern names = {0};
    assert_int_equal(intern_find(&names, SPAN("a")), INTERN_NONE);
    assert_int_equal(intern_add(&names, SPAN("a")), 0);
    assert_int_equal(intern_add(&names, SPAN("b")), 1);
    assert_int_equal(intern_add(&names, SPAN("a")), 0);
    assert_int_equal(intern_add(&names, SPAN("")), 2);
    assert_int_equal(intern_add(&names, span_of(NULL)), 2);
    assert_int_equal(intern_find(&names, SPAN("b")), 1);
    assert_int_equal(intern_find(&names, SPAN("c")), INTERN_NONE);
    assert_int_equal(names.len, 3);
    assert_string_equal(intern_string(&names, 1), "b");
    assert_string_equal(intern_string(&names, 2), "");
    intern_free(&names);
    assert_int_equal(intern_add(&names, SPAN("b")), 0); /* usable afterwards */
    intern_free(&names);
}

static void test_copies(void **state) {
    struct intern names = {0};
    char text[] = "abcdef";
    uint32_t number = intern_add(&names, (struct span){text, 3});
    memset(text, 'x', 6);
    assert_string_equal(intern_string(&names, number), "abc");
    assert_int_equal(intern_text(&names, number).len, 3);
    intern_free(&names);
}

static void test_bytes_with_nul(void **state) {
    struct intern names = {0};
    uint32_t whole = intern_add(&names, SPAN("a\0b")), part = intern_add(&names, SPAN("a"));
    assert_int_not_equal(whole, part);
    assert_true(span_eq(intern_text(&names, whole), SPAN("a\0b")));
    intern_free(&names);
}

/* Equal hashes of unequal text stay apart. */
static void test_collisions(void **state) {
    struct intern names = {0};
    assert_int_equal(intern_add_hashed(&names, SPAN("a"), 42), 0);
    assert_int_equal(intern_add_hashed(&names, SPAN("b"), 42), 1);
    assert_int_equal(intern_add_hashed(&names, SPAN("ab"), 42), 2);
    assert_int_equal(intern_add_hashed(&names, SPAN("b"), 42), 1);
    intern_free(&names);
}

static void test_many(void **state) {
    struct intern names = {0};
    enum { COUNT = 100000 };
    char text[32];
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < COUNT; i++) {
            snprintf(text, sizeof text, "name_%u", i);
            struct span span = span_of(text);
            uint32_t number =
                i % 2 ? intern_add(&names, span) : intern_add_hashed(&names, span, intern_hash(span.data, span.len));
            assert_int_equal(number, i);
        }
    }
    assert_int_equal(names.len, COUNT);
    for (uint32_t i = 0; i < COUNT; i += 97) {
        snprintf(text, sizeof text, "name_%u", i);
        assert_string_equal(intern_string(&names, i), text);
        assert_int_equal(intern_find(&names, span_of(text)), i);
    }
    intern_free(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_in_order), cmocka_unit_test(test_copies), cmocka_unit_test(test_bytes_with_nul),
        cmocka_unit_test(test_collisions),       cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
