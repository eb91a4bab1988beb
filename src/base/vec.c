#include "base/vec.h"

#include "base/error.h"

#define FIRST_CAP 8

void *vec_grow(void *data, uint32_t *cap, size_t size, uint32_t extra) {
    uint64_t needed = (uint64_t)*cap + extra;
    BUG_ON(needed > UINT32_MAX);
    uint64_t grown = (uint64_t)*cap * 2;
    if (grown < FIRST_CAP)
        grown = FIRST_CAP;
    if (grown < needed)
        grown = needed;
    if (grown > UINT32_MAX)
        grown = UINT32_MAX;
    size_t bytes;
    if (__builtin_mul_overflow((size_t)grown, size, &bytes))
        mem_exhausted(SIZE_MAX);
    data = mem_realloc(data, bytes);
    *cap = (uint32_t)grown;
    return data;
}
