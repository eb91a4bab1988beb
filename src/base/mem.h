/* Memory that cannot fail.
 *
 * Every allocation of the project goes through here, so that running out of memory stops the program in one
 * place: mem_exhausted, which the command line replaces by its own (the library's default aborts). All functions
 * are safe to call from any thread. A build with LP_FAIL_ALLOC counts allocations and makes the n-th one fail. */
#ifndef LP_BASE_MEM_H
#define LP_BASE_MEM_H

#include <stddef.h>

#define MEM_PAGE ((size_t)2 << 20)

/* Returns `size` bytes, never NULL (a size of 0 gives a unique pointer). Freed with mem_free. */
void *mem_alloc(size_t size);
/* As mem_alloc, zeroed; count * size is checked for overflow. */
void *mem_calloc(size_t count, size_t size);
/* As realloc, never NULL. */
void *mem_realloc(void *pointer, size_t size);
/* Returns `size` bytes, a multiple of MEM_PAGE, aligned to it, and on huge pages where the system has them: for memory that
 * much is cut from. Freed with mem_free. */
void *mem_pages(size_t size);
/* Frees what the functions above returned; NULL is allowed. */
void mem_free(void *pointer);
/* Called once when memory is exhausted; must not return. Weak: a program may define its own. */
_Noreturn void mem_exhausted(size_t size);

#endif
