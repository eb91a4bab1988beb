#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/map.h"

static void test_empty(void **state) {
    struct map map = {0};
    assert_int_equal(map_get(&map, 0), MAP_NONE);
    assert_int_equal(map_get(&map, UINT64_MAX), MAP_NONE);
    map_free(&map);
}

static void test_set_and_replace(void **state) {
    struct map map = {0};
    map_set(&map, 0, 7); /* key 0 is a key */
    map_set(&map, UINT64_MAX, 8);
    map_set(&map, 5, 0);
    assert_int_equal(map_get(&map, 0), 7);
    assert_int_equal(map_get(&map, UINT64_MAX), 8);
    assert_int_equal(map_get(&map, 5), 0);
    assert_int_equal(map.len, 3);
    map_set(&map, 0, 9);
    assert_int_equal(map_get(&map, 0), 9);
    assert_int_equal(map.len, 3);
    map_free(&map);
    assert_int_equal(map.len + map.cap, 0);
    map_set(&map, 1, 1); /* usable afterwards */
    assert_int_equal(map_get(&map, 1), 1);
    map_free(&map);
}

static void fill(uint64_t (*key_of)(uint32_t)) {
    enum { COUNT = 200000 };
    struct map map = {0};
    for (uint32_t i = 0; i < COUNT; i++)
        map_set(&map, key_of(i), i);
    assert_int_equal(map.len, COUNT);
    assert_int_equal(map.cap & (map.cap - 1), 0);
    assert_true((uint64_t)map.len * 10 <= (uint64_t)map.cap * 7);
    for (uint32_t i = 0; i < COUNT; i++)
        if (map_get(&map, key_of(i)) != i)
            fail_msg("key of %u", i);
    assert_int_equal(map_get(&map, key_of(COUNT)), MAP_NONE);
    map_free(&map);
}

static uint64_t in_order(uint32_t i) { return i; }
static uint64_t high_only(uint32_t i) { return map_pair(i, 0); }
static uint64_t both_halves(uint32_t i) { return map_pair(i, i + 1); }
static uint64_t grid(uint32_t i) { return map_pair(i % 500, i / 500); }
static uint64_t aligned(uint32_t i) { return (uint64_t)i << 12; }

/* Shapes that a weak mix turns into one long run of collisions. */
static void test_many(void **state) {
    fill(in_order);
    fill(high_only);
    fill(both_halves);
    fill(grid);
    fill(aligned);
}

static void test_at(void **state) {
    struct map map = {0};
    uint32_t *value = map_at(&map, 11);
    assert_int_equal(*value, MAP_NONE);
    *value = 4;
    assert_int_equal(map.len, 1);
    assert_int_equal(*map_at(&map, 11), 4);
    assert_int_equal(map.len, 1);
    assert_int_equal(map_get(&map, 11), 4);
    map_free(&map);
}

static void test_reserve(void **state) {
    struct map map = {0};
    map_reserve(&map, 0);
    assert_int_equal(map.cap, 0);
    map_set(&map, 3, 3);
    map_reserve(&map, 5000);
    assert_int_equal(map_get(&map, 3), 3);
    uint32_t cap = map.cap;
    for (uint32_t i = 0; i < 5000; i++)
        map_set(&map, i, i);
    assert_int_equal(map.cap, cap);
    map_free(&map);
}

static void test_pair(void **state) {
    assert_true(map_pair(1, 2) == 0x100000002u);
    assert_true(map_pair(UINT32_MAX, UINT32_MAX) == UINT64_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty), cmocka_unit_test(test_set_and_replace), cmocka_unit_test(test_many),
        cmocka_unit_test(test_at),    cmocka_unit_test(test_reserve),         cmocka_unit_test(test_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
