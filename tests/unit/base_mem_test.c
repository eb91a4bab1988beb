#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

static jmp_buf out_of_memory;
static size_t wanted;

/* Takes the place of the library's default, as the command line does. */
_Noreturn void mem_exhausted(size_t size) {
    wanted = size;
    longjmp(out_of_memory, 1);
}

static void test_alloc(void **state) {
    char *bytes = mem_alloc(100);
    memset(bytes, 'x', 100);
    bytes = mem_realloc(bytes, 200);
    assert_int_equal(bytes[99], 'x');
    mem_free(bytes);
    mem_free(NULL);
}

static void test_nothing_is_unique(void **state) {
    void *a = mem_alloc(0), *b = mem_alloc(0), *c = mem_calloc(0, 8), *d = mem_realloc(NULL, 0);
    assert_non_null(a);
    assert_non_null(c);
    assert_non_null(d);
    assert_ptr_not_equal(a, b);
    d = mem_realloc(d, 0);
    assert_non_null(d);
    mem_free(a);
    mem_free(b);
    mem_free(c);
    mem_free(d);
}

static void test_calloc_zeroes(void **state) {
    unsigned char *bytes = mem_calloc(33, 7);
    for (size_t i = 0; i < 33 * 7; i++)
        assert_int_equal(bytes[i], 0);
    mem_free(bytes);
}

static void test_calloc_overflow(void **state) {
    volatile size_t count = SIZE_MAX / 2;
    if (setjmp(out_of_memory) == 0) {
        mem_calloc(count, 3);
        fail_msg("an impossible size was given");
    }
    assert_int_equal(wanted, SIZE_MAX);
}

#ifdef LP_FAIL_ALLOC
static int allocations_until_failure(void) {
    static volatile int done;
    if (setjmp(out_of_memory) != 0)
        return done;
    for (done = 0; done < 20; done++)
        mem_free(mem_alloc(8));
    return done;
}

static int run_with_limit(const char *limit) {
    pid_t child = fork();
    if (child == 0) {
        setenv("LOADPATH_FAIL_ALLOC", limit, 1);
        execl("/proc/self/exe", "mem_test", "count", (char *)NULL);
        _exit(99);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void test_nth_allocation_fails(void **state) {
    assert_int_equal(run_with_limit("1"), 0);
    assert_int_equal(run_with_limit("5"), 4);
    assert_int_equal(run_with_limit("0"), 20);
}
#endif

int main(int argc, char **argv) {
#ifdef LP_FAIL_ALLOC
    if (argc == 2 && strcmp(argv[1], "count") == 0)
        return allocations_until_failure();
#endif
    (void)argc;
    (void)argv;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alloc),
        cmocka_unit_test(test_nothing_is_unique),
        cmocka_unit_test(test_calloc_zeroes),
        cmocka_unit_test(test_calloc_overflow),
#ifdef LP_FAIL_ALLOC
        cmocka_unit_test(test_nth_allocation_fails),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
