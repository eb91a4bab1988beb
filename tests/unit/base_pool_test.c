#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/pool.h"

struct record {
    uint32_t threads;
    pthread_t caller;
    atomic_uint *runs; /* one an index: each is written by its own worker only, unless the pool is wrong */
    atomic_uint strange;
};

static void note(void *context, uint32_t worker, uint32_t index) {
    struct record *record = context;
    atomic_fetch_add(&record->runs[index], 1);
    if (worker >= record->threads)
        atomic_fetch_add(&record->strange, 1);
    if (record->threads == 1 && !pthread_equal(pthread_self(), record->caller))
        atomic_fetch_add(&record->strange, 1);
}

static void assert_runs_all(uint32_t threads, uint32_t count) {
    struct record record = {.threads = threads ? threads : pool_processors(), .caller = pthread_self()};
    if (count == 1)
        record.threads = 1; /* one item runs inline */
    record.runs = calloc(count + 1, sizeof *record.runs);
    pool_run(threads, count, note, &record);
    for (uint32_t i = 0; i < count; i++)
        assert_int_equal(record.runs[i], 1);
    assert_int_equal(record.runs[count], 0);
    assert_int_equal(record.strange, 0);
    free(record.runs);
}

static void test_every_index_once(void **state) {
    const uint32_t threads[] = {0, 1, 2, 3, 8, 64};
    const uint32_t counts[] = {0, 1, 2, 7, 1000, 20000};
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++)
        for (size_t j = 0; j < sizeof counts / sizeof *counts; j++)
            assert_runs_all(threads[i], counts[j]);
}

static void sum(void *context, uint32_t worker, uint32_t index) {
    uint64_t *slots = context;
    slots[index] = (uint64_t)index * index;
    (void)worker;
}

/* Plain writes to an own slot are seen after the call: joins order them. */
static void test_results_are_visible(void **state) {
    enum { COUNT = 5000 };
    uint64_t slots[COUNT] = {0};
    pool_run(8, COUNT, sum, slots);
    for (uint64_t i = 0; i < COUNT; i++)
        assert_true(slots[i] == i * i);
}

struct nested {
    atomic_uint total;
};

static void inner(void *context, uint32_t worker, uint32_t index) {
    struct nested *nested = context;
    atomic_fetch_add(&nested->total, 1);
    (void)worker;
    (void)index;
}

static void outer(void *context, uint32_t worker, uint32_t index) {
    pool_run(2, 10, inner, context);
    (void)worker;
    (void)index;
}

static void test_pools_nest(void **state) {
    struct nested nested = {0};
    pool_run(4, 10, outer, &nested);
    assert_int_equal(nested.total, 100);
}

static void test_processors(void **state) { assert_true(pool_processors() >= 1); }

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_index_once),
        cmocka_unit_test(test_results_are_visible),
        cmocka_unit_test(test_pools_nest),
        cmocka_unit_test(test_processors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
