/* Growing arrays, typed by a macro: `VEC(uint32_t) items = {0}; vec_push(&items, 7u);`
 * The owner calls vec_free. Indices are 32 bits; growing past that limit is a bug and stops the program. */
#ifndef LP_BASE_VEC_H
#define LP_BASE_VEC_H

#include <stddef.h>
#include <stdint.h>

#define VEC(T)             \
    struct {               \
        T *data;           \
        uint32_t len, cap; \
    }

/* Appends one value (evaluated once). */
#define vec_push(v, value)                                                                                      \
    ((v)->len == (v)->cap ? (void)((v)->data = vec_grow((v)->data, &(v)->cap, sizeof *(v)->data, 1)) : (void)0, \
     (v)->data[(v)->len++] = (value))
/* Makes room for n more; does not change len. */
#define vec_reserve(v, n) \
    ((v)->cap - (v)->len < (n) ? (void)((v)->data = vec_grow((v)->data, &(v)->cap, sizeof *(v)->data, (n))) : (void)0)
/* Removes and yields the last value; the vector must not be empty. */
#define vec_pop(v) ((v)->data[--(v)->len])
/* Keeps the memory, forgets the values. */
#define vec_clear(v) ((v)->len = 0)
/* Frees the memory; the vector is empty and usable afterwards. */
#define vec_free(v) (mem_free((v)->data), (v)->data = NULL, (v)->len = (v)->cap = 0)

/* Grows `data` so that at least `extra` more elements than *cap fit; used by the macros only. */
void *vec_grow(void *data, uint32_t *cap, size_t size, uint32_t extra);

#include "base/mem.h"

#endif
