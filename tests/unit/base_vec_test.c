#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/vec.h"

static void test_push_and_pop(void **state) {
    VEC(uint32_t) items = {0};
    for (uint32_t i = 0; i < 100000; i++)
        vec_push(&items, i * 3);
    assert_int_equal(items.len, 100000);
    assert_true(items.cap >= items.len);
    for (uint32_t i = 0; i < items.len; i++)
        assert_int_equal(items.data[i], i * 3);
    assert_int_equal(vec_pop(&items), 99999 * 3);
    assert_int_equal(items.len, 99999);
    vec_free(&items);
    assert_null(items.data);
    assert_int_equal(items.len + items.cap, 0);
    vec_push(&items, 1); /* usable afterwards */
    assert_int_equal(items.data[0], 1);
    vec_free(&items);
}

static void test_value_is_evaluated_once(void **state) {
    VEC(int) items = {0};
    int next = 0;
    for (int i = 0; i < 20; i++)
        vec_push(&items, next++);
    assert_int_equal(next, 20);
    assert_int_equal(items.data[19], 19);
    vec_free(&items);
}

static void test_pushes_own_element(void **state) {
    VEC(int) items = {0};
    vec_push(&items, 42);
    for (int i = 0; i < 1000; i++)
        vec_push(&items, items.data[0]);
    assert_int_equal(items.data[1000], 42);
    vec_free(&items);
}

static void test_reserve(void **state) {
    VEC(uint64_t) items = {0};
    vec_reserve(&items, 1000u);
    assert_int_equal(items.len, 0);
    assert_true(items.cap >= 1000);
    uint64_t *before = items.data;
    for (uint32_t i = 0; i < 1000; i++)
        vec_push(&items, i);
    assert_ptr_equal(items.data, before);
    uint32_t none = 0;
    vec_reserve(&items, none);
    assert_ptr_equal(items.data, before);
    vec_clear(&items);
    assert_int_equal(items.len, 0);
    assert_ptr_equal(items.data, before);
    vec_free(&items);
}

static void test_structs(void **state) {
    struct point {
        int x, y;
    };
    VEC(struct point) items = {0};
    vec_push(&items, ((struct point){1, 2}));
    vec_push(&items, ((struct point){3, 4}));
    assert_int_equal(items.data[1].y, 4);
    vec_free(&items);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_push_and_pop),
        cmocka_unit_test(test_value_is_evaluated_once),
        cmocka_unit_test(test_pushes_own_element),
        cmocka_unit_test(test_reserve),
        cmocka_unit_test(test_structs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
