/* Memory for tree-sitter: one pool a parser, one free list a size. A parser makes and drops a million small nodes a second,
 * all within one thread, which is much less work here than in a general allocator; and all that one file needed is dropped
 * at once.
 *
 * tree-sitter's allocator hooks take no context, so the pool in use is the one thread-local variable of this program: set
 * around every call into the runtime that may allocate for a parser, and unset again. Outside, the system's allocator
 * serves. The hooks are set when the program starts. */
#ifndef LP_SYNTAX_POOL_ALLOC_H
#define LP_SYNTAX_POOL_ALLOC_H

struct pool_alloc;

struct pool_alloc *pool_alloc_new(void);
/* Drops all that was allocated from the pool, the parser too; keeps the memory for what comes next. */
void pool_alloc_reset(struct pool_alloc *self);
/* Frees the pool and all that was allocated from it. */
void pool_alloc_free(struct pool_alloc *self);
/* From here on this thread's tree-sitter allocates from the pool (NULL: from the system). What is freed must be freed with
 * the same pool in use. Returns the pool that was in use. */
struct pool_alloc *pool_alloc_use(struct pool_alloc *self);

#endif
