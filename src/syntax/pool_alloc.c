#include "syntax/pool_alloc.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <tree_sitter/api.h>

#include "base/mem.h"

#define GRAIN       16u  /* bytes; sizes are rounded up to it */
#define SMALL       1024u /* larger blocks come from the system */
#define CLASSES     (SMALL / GRAIN + 1)
#define CHUNK_BYTES MEM_PAGE

/* Before every block. Small blocks know their class, others have class 0. */
struct header {
    uint64_t class;
};

/* A block from the system: in a ring, so that all of a pool can be dropped at once. Outside of any pool it is alone. */
struct large {
    struct large *next, *before;
    uint64_t unused; /* keeps the block behind it aligned */
    struct header header;
};

struct chunk {
    struct chunk *next;
    uint64_t unused; /* keeps the blocks behind it aligned */
};

struct pool_alloc {
    void *free[CLASSES]; /* the first word of a free block points to the next */
    char *next, *end;
    struct chunk *chunks, *at; /* all, in the order made; the one that blocks are cut from */
    struct large large;        /* the ring's anchor */
};

static _Thread_local struct pool_alloc *current;

static void ring_alone(struct large *block) { block->next = block->before = block; }

static void ring_join(struct large *block, struct large *anchor) {
    block->next = anchor->next;
    block->before = anchor;
    anchor->next->before = block;
    anchor->next = block;
}

static void ring_leave(struct large *block) {
    block->next->before = block->before;
    block->before->next = block->next;
}

struct pool_alloc *pool_alloc_new(void) {
    struct pool_alloc *self = mem_calloc(1, sizeof(struct pool_alloc));
    ring_alone(&self->large);
    return self;
}

static void use_chunk(struct pool_alloc *self, struct chunk *chunk) {
    self->at = chunk;
    self->next = chunk ? (char *)(chunk + 1) : NULL;
    self->end = chunk ? (char *)chunk + CHUNK_BYTES : NULL;
}

void pool_alloc_reset(struct pool_alloc *self) {
    memset(self->free, 0, sizeof self->free);
    use_chunk(self, self->chunks);
    while (self->large.next != &self->large) {
        struct large *block = self->large.next;
        ring_leave(block);
        mem_free(block);
    }
}

void pool_alloc_free(struct pool_alloc *self) {
    if (!self) {
        return;
    }
    pool_alloc_reset(self);
    while (self->chunks) {
        struct chunk *next = self->chunks->next;
        mem_free(self->chunks);
        self->chunks = next;
    }
    mem_free(self);
}

struct pool_alloc *pool_alloc_use(struct pool_alloc *self) {
    struct pool_alloc *before = current;
    current = self;
    return before;
}

static void *from_system(size_t size) {
    struct large *block = mem_alloc(sizeof *block + size);
    ring_alone(block);
    if (current) {
        ring_join(block, &current->large);
    }
    block->header.class = 0;
    return block + 1;
}

static struct large *large_of(struct header *header) {
    return (struct large *)(void *)((char *)header - offsetof(struct large, header));
}

static void next_chunk(struct pool_alloc *self) {
    struct chunk **end = self->at ? &self->at->next : &self->chunks;
    if (!*end) {
        *end = mem_pages(CHUNK_BYTES);
        (*end)->next = NULL;
    }
    use_chunk(self, *end);
}

static void *from_chunk(struct pool_alloc *pool, size_t class) {
    size_t size = sizeof(struct header) + class * GRAIN;
    if ((size_t)(pool->end - pool->next) < size) {
        next_chunk(pool);
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
    if (header->class == 0) {
        ring_leave(large_of(header));
        mem_free(large_of(header));
    } else if (current) { /* a small block outside of any pool cannot be: its parser sets the pool */
        memcpy(block, &current->free[header->class], sizeof block);
        current->free[header->class] = block;
    }
}

static void *pool_realloc(void *block, size_t size) {
    if (!block) {
        return pool_malloc(size);
    }
    struct header *header = (struct header *)block - 1;
    if (header->class == 0) {
        struct large *large = large_of(header);
        ring_leave(large);
        large = mem_realloc(large, sizeof *large + size);
        ring_alone(large);
        if (current) {
            ring_join(large, &current->large);
        }
        return large + 1;
    }
    size_t old = header->class * GRAIN;
    if (size <= old) {
        return block;
    }
    void *grown = memcpy(pool_malloc(size), block, old);
    pool_free(block);
    return grown;
}

/* Before the first parser and before threads: tree-sitter keeps its allocator in plain globals. */
__attribute__((constructor)) static void install(void) { ts_set_allocator(pool_malloc, pool_calloc, pool_realloc, pool_free); }
