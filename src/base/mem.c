#include "base/mem.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#ifdef LP_FAIL_ALLOC
#include <stdatomic.h>

static atomic_long remaining; /* allocations up to and including the failing one; never fails when it starts at 0 */

/* A constructor, so that counting starts before the first thread. */
__attribute__((constructor)) static void read_limit(void) {
    const char *text = getenv("LOADPATH_FAIL_ALLOC");
    atomic_store(&remaining, text ? strtol(text, NULL, 10) : 0);
}

static bool must_fail(void) { return atomic_fetch_sub(&remaining, 1) == 1; }
#else
static bool must_fail(void) { return false; }
#endif

__attribute__((weak)) _Noreturn void mem_exhausted(size_t size) {
    (void)size;
    abort();
}

static void *checked(void *pointer, size_t size) {
    if (!pointer)
        mem_exhausted(size);
    return pointer;
}

/* malloc(0) may be NULL, which must not look like failure. */
static size_t at_least_one(size_t size) { return size ? size : 1; }

void *mem_alloc(size_t size) { return checked(must_fail() ? NULL : malloc(at_least_one(size)), size); }

void *mem_calloc(size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        mem_exhausted(SIZE_MAX);
    return checked(must_fail() ? NULL : calloc(1, at_least_one(total)), total);
}

void *mem_realloc(void *pointer, size_t size) {
    return checked(must_fail() ? NULL : realloc(pointer, at_least_one(size)), size);
}

void *mem_pages(size_t size) {
    void *pages = checked(must_fail() ? NULL : aligned_alloc(MEM_PAGE, size), size);
#ifdef MADV_HUGEPAGE
    madvise(pages, size, MADV_HUGEPAGE); /* a wish: without it the pages are small */
#endif
    return pages;
}

void mem_free(void *pointer) { free(pointer); }
