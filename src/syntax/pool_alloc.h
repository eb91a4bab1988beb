/* Memory for tree-sitter: one free list a size, one pool a parser. A parser makes and drops a million small nodes a second,
 * all within one thread, which is much less work here than in a general allocator.
 *
 * tree-sitter's allocator hooks take no context, so the pool in use is the one thread-local variable of this program: set
 * around every call into the runtime that may allocate for a parser, and unset again. */
#ifndef LP_SYNTAX_POOL_ALLOC_H
#define LP_SYNTAX_POOL_ALLOC_H

struct pool_alloc;

/* Makes tree-sitter use these pools. Once, before any parser is made and before threads are; without it all works the same
 * with the system's allocator. */
void pool_alloc_install(void);
struct pool_alloc *pool_alloc_new(void);
/* Frees the pool and all that was allocated from it. */
void pool_alloc_free(struct pool_alloc *self);
/* From here on this thread's tree-sitter allocates from the pool (NULL: from the system). What is freed must be freed with
 * the same pool in use. Returns the pool that was in use. */
struct pool_alloc *pool_alloc_use(struct pool_alloc *self);

#endif
