#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static void test_small(void **state) {
    struct arena arena;
    arena_init(&arena);
    assert_null(arena.head);
    char *last = NULL;
    for (size_t size = 0; size < 5000; size++) {
        char *bytes = arena_alloc(&arena, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % 16, 0);
        assert_ptr_not_equal(bytes, last);
        memset(bytes, (int)size, size);
        last = bytes;
    }
    arena_release(&arena);
    assert_null(arena.head);
}

static void test_values_survive_growth(void **state) {
    struct arena arena = {0};
    enum { COUNT = 30000 };
    char *values[COUNT];
    for (int i = 0; i < COUNT; i++)
        values[i] = arena_printf(&arena, "value %d", i);
    char expected[32];
    for (int i = 0; i < COUNT; i++) {
        snprintf(expected, sizeof expected, "value %d", i);
        assert_string_equal(values[i], expected);
    }
    arena_release(&arena);
}

static void test_big_stands_alone(void **state) {
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 16);
    char *big = arena_zalloc(&arena, 3 << 20);
    char *next = arena_alloc(&arena, 16);
    assert_in_range((uintptr_t)next, (uintptr_t)small, (uintptr_t)small + 64); /* the small block goes on */
    assert_int_equal(big[0] | big[(3 << 20) - 1], 0);
    big[(3 << 20) - 1] = 1;
    arena_release(&arena);
}

static void test_big_first(void **state) {
    struct arena arena = {0};
    memset(arena_alloc(&arena, 5 << 20), 1, 5 << 20);
    memset(arena_alloc(&arena, 100), 1, 100);
    arena_reset(&arena);
    memset(arena_alloc(&arena, 100), 1, 100);
    arena_release(&arena);
}

static void test_reset_reuses(void **state) {
    struct arena arena = {0};
    arena_reset(&arena); /* of an empty one */
    char *first = arena_alloc(&arena, 1000);
    arena_reset(&arena);
    assert_ptr_equal(arena_alloc(&arena, 1000), first);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++)
            memset(arena_alloc(&arena, 1000), round, 1000);
        arena_reset(&arena);
        assert_non_null(arena.head);
    }
    arena_release(&arena);
}

static void test_reset_drops_huge(void **state) {
    struct arena arena = {0};
    arena_alloc(&arena, 64 << 20);
    arena_reset(&arena);
    assert_null(arena.head);
    arena_release(&arena);
}

static void test_text(void **state) {
    struct arena arena = {0};
    assert_string_equal(arena_strdup(&arena, ""), "");
    assert_string_equal(arena_strdup(&arena, "abc"), "abc");
    assert_string_equal(arena_strndup(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_strndup(&arena, NULL, 0), "");
    assert_memory_equal(arena_strndup(&arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_printf(&arena, "%s-%d", "x", 7), "x-7");
    assert_string_equal(arena_printf(&arena, "%s", ""), "");
    assert_int_equal(strlen(arena_printf(&arena, "%*d", 100000, 1)), 100000);
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_values_survive_growth),
        cmocka_unit_test(test_big_stands_alone),
        cmocka_unit_test(test_big_first),
        cmocka_unit_test(test_reset_reuses),
        cmocka_unit_test(test_reset_drops_huge),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
