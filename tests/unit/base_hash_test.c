#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/hash.h"

/* Published values of XXH3 64 bits with seed 0: cache keys must not change with the library. */
static void test_known_values(void **state) {
    assert_true(hash_bytes("", 0) == 0x2D06800538D394C2u);
    assert_true(hash_bytes(NULL, 0) == 0x2D06800538D394C2u);
}

static void test_every_bit_counts(void **state) {
    char bytes[300];
    memset(bytes, 0, sizeof bytes);
    uint64_t plain = hash_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes * 8; i++) {
        bytes[i / 8] ^= (char)(1 << i % 8);
        assert_true(hash_bytes(bytes, sizeof bytes) != plain);
        bytes[i / 8] ^= (char)(1 << i % 8);
    }
    assert_true(hash_bytes(bytes, sizeof bytes) == plain);
    assert_true(hash_bytes(bytes, sizeof bytes - 1) != plain);
}

static void test_alignment_does_not_count(void **state) {
    char bytes[64] = "";
    for (size_t shift = 0; shift < 16; shift++) {
        memcpy(bytes + shift, "the same text anywhere", 22);
        assert_true(hash_bytes(bytes + shift, 22) == hash_bytes("the same text anywhere", 22));
    }
}

static void test_mix_is_ordered(void **state) {
    assert_true(hash_mix(1, 2) == hash_mix(1, 2));
    assert_true(hash_mix(1, 2) != hash_mix(2, 1));
    assert_true(hash_mix(0, 1) != hash_mix(0, 2));
    assert_true(hash_mix(1, 0) != hash_mix(2, 0));
    assert_true(hash_mix(hash_mix(1, 2), 3) != hash_mix(1, hash_mix(2, 3)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_values),
        cmocka_unit_test(test_every_bit_counts),
        cmocka_unit_test(test_alignment_does_not_count),
        cmocka_unit_test(test_mix_is_ordered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
