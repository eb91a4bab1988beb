#include "syntax/pool_alloc.h"

#include <stdint.h>
#include <string.h>
#include <tree_sitter/api.h>

#include "base/mem.h"

#define GRAIN       16u  /* bytes; sizes are rounded up to it */
#define SMALL       1024u /* larger blocks come from the system */
#define CLASSES     (SMALL / GRAIN + 1)
#define CHUNK_BYTES (256u << 10)

/* Before every block. Small blocks know their class, others have class 0. */
struct header {
    uint64_t class;
};

struct chunk {
    struct chunk *next;
    uint64_t unused; /* keeps the blocks behind it aligned */
};

struct pool_alloc {
    void *free[CLASSES]; /* the first word of a free block points to the next */
    char *next, *end;
    struct chunk *chunks;
};

static _Thread_local struct pool_alloc *current;

struct pool_alloc *pool_alloc_new(void) { return mem_calloc(1, sizeof(struct pool_alloc)); }

void pool_alloc_free(struct pool_alloc *self) {
    struct chunk *chunk = self ? self->chunks : NULL;
    while (chunk) {
        struct chunk *next = chunk->next;
        mem_free(chunk);
        chunk = next;
    }
    mem_free(self);
}

struct pool_alloc *pool_alloc_use(struct pool_alloc *self) {
    struct pool_alloc *before = current;
    current = self;
    return before;
}

static void *from_system(size_t size) {
    struct header *header = mem_alloc(sizeof *header + size);
    header->class = 0;
    return header + 1;
}

static void *from_chunk(struct pool_alloc *pool, size_t class) {
    size_t size = sizeof(struct header) + class * GRAIN;
    if ((size_t)(pool->end - pool->next) < size) {
        struct chunk *chunk = mem_alloc(CHUNK_BYTES);
        chunk->next = pool->chunks;
        pool->chunks = chunk;
        pool->next = (char *)(chunk + 1);
        pool->end = (char *)chunk + CHUNK_BYTES;
    }
    struct header *header = (struct header *)(void *)pool->next;
    pool->next += size;
    header->class = class;
    return header + 1;
}

static void *pool_malloc(size_t size) {
    struct pool_alloc *pool = current;
    if (!pool || size > SMALL) {
        return from_system(size);
    }
    size_t class = size ? (size + GRAIN - 1) / GRAIN : 1;
    void *block = pool->free[class];
    if (!block) {
        return from_chunk(pool, class);
    }
    memcpy(&pool->free[class], block, sizeof block);
    return block;
}

static void *pool_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        mem_exhausted(SIZE_MAX);
    }
    return memset(pool_malloc(count * size), 0, count * size);
}

static void pool_free(void *block) {
    if (!block) {
        return;
    }
    struct header *header = (struct header *)block - 1;
    if (header->class == 0 || !current) {
        /* A small block outside of any pool cannot be: its parser sets the pool. */
        if (header->class == 0) {
            mem_free(header);
        }
        return;
    }
    memcpy(block, &current->free[header->class], sizeof block);
    current->free[header->class] = block;
}

static void *pool_realloc(void *block, size_t size) {
    if (!block) {
        return pool_malloc(size);
    }
    struct header *header = (struct header *)block - 1;
    if (header->class == 0) {
        header = mem_realloc(header, sizeof *header + size);
        return header + 1;
    }
    size_t old = header->class * GRAIN;
    if (size <= old) {
        return block;
    }
    void *grown = memcpy(pool_malloc(size), block, old);
    pool_free(block);
    return grown;
}

void pool_alloc_install(void) { ts_set_allocator(pool_malloc, pool_calloc, pool_realloc, pool_free); }
