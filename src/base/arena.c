#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"

/* Under AddressSanitizer free bytes are poisoned and allocations stand apart, so that an overrun or a use after reset
 * is caught although malloc never hears of either. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISON 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(ARENA_POISON)
#include <sanitizer/asan_interface.h>
#define GAP 16
#define POISON(at, size) __asan_poison_memory_region((at), (size))
#define UNPOISON(at, size) __asan_unpoison_memory_region((at), (size))
#else
#define GAP 0
#define POISON(at, size) ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
#endif

#define ALIGNMENT 16
#define FIRST_BLOCK ((size_t)64 << 10)
#define LARGEST_BLOCK ((size_t)1 << 20)

struct arena_block {
    _Alignas(ALIGNMENT) struct arena_block *next;
    size_t size; /* bytes after this header */
};

static char *block_bytes(struct arena_block *block) { return (char *)(block + 1); }

static struct arena_block *block_new(size_t size) {
    struct arena_block *block = mem_alloc(sizeof *block + size);
    block->next = NULL;
    block->size = size;
    POISON(block_bytes(block), size);
    return block;
}

static void free_blocks(struct arena_block *block) {
    while (block) {
        struct arena_block *next = block->next;
        mem_free(block);
        block = next;
    }
}

static void use_block(struct arena *self, struct arena_block *block) {
    self->head = block;
    self->next = block_bytes(block);
    self->end = self->next + block->size;
}

static size_t next_block_size(const struct arena *self) {
    if (!self->head)
        return FIRST_BLOCK;
    size_t doubled = self->head->size < LARGEST_BLOCK ? self->head->size * 2 : LARGEST_BLOCK;
    return doubled < LARGEST_BLOCK ? doubled : LARGEST_BLOCK;
}

/* A big allocation goes behind the newest block, whose free bytes stay in use. */
static void *own_block(struct arena *self, size_t size) {
    struct arena_block *block = block_new(size);
    if (self->head) {
        block->next = self->head->next;
        self->head->next = block;
    } else {
        use_block(self, block);
        self->next = self->end;
    }
    return block_bytes(block);
}

static __attribute__((noinline)) void *alloc_slow(struct arena *self, size_t size) {
    size_t block_size = next_block_size(self);
    if (size > block_size / 4)
        return own_block(self, size);
    struct arena_block *block = block_new(block_size);
    block->next = self->head;
    use_block(self, block);
    self->next += size;
    return block_bytes(block);
}

void arena_init(struct arena *self) { *self = (struct arena){0}; }

void *arena_alloc(struct arena *self, size_t size) {
    if (size > SIZE_MAX / 2)
        mem_exhausted(size);
    size_t rounded = ((size ? size : 1) + ALIGNMENT - 1 + GAP) & ~(size_t)(ALIGNMENT - 1);
    char *bytes = self->next;
    if ((size_t)(self->end - bytes) >= rounded)
        self->next = bytes + rounded;
    else
        bytes = alloc_slow(self, rounded);
    UNPOISON(bytes, size);
    return bytes;
}

void *arena_zalloc(struct arena *self, size_t size) { return memset(arena_alloc(self, size), 0, size); }

char *arena_strndup(struct arena *self, const char *text, size_t length) {
    char *copy = arena_alloc(self, length + 1);
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(struct arena *self, const char *text) { return arena_strndup(self, text, strlen(text)); }

char *arena_printf(struct arena *self, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    BUG_ON(length < 0);

    char *text = arena_alloc(self, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

void arena_reset(struct arena *self) {
    struct arena_block *kept = self->head;
    /* One huge file must not decide what a worker holds on to. */
    if (!kept || kept->size > LARGEST_BLOCK) {
        arena_release(self);
        return;
    }
    free_blocks(kept->next);
    kept->next = NULL;
    POISON(block_bytes(kept), kept->size);
    use_block(self, kept);
}

void arena_release(struct arena *self) {
    free_blocks(self->head);
    arena_init(self);
}
