/* Arenas: memory freed all at once. One per worker (reset per file), one per project (released once).
 * Not shared between threads. Nothing is freed singly. */
#ifndef LP_BASE_ARENA_H
#define LP_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *head; /* newest block first */
    char *next, *end;         /* free bytes of the newest block */
};

/* Makes an empty arena; allocates nothing yet. A zeroed struct arena is also a valid empty arena. */
void arena_init(struct arena *self);
/* Returns `size` bytes aligned to 16, uninitialised, living until reset or release. */
void *arena_alloc(struct arena *self, size_t size);
/* As arena_alloc, zeroed. */
void *arena_zalloc(struct arena *self, size_t size);
/* Copies `length` bytes and a terminating NUL. */
char *arena_strndup(struct arena *self, const char *text, size_t length);
/* As arena_strndup of a whole C string. */
char *arena_strdup(struct arena *self, const char *text);
/* printf into the arena. */
char *arena_printf(struct arena *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Forgets all allocations but keeps one block for reuse. */
void arena_reset(struct arena *self);
/* Frees all blocks; the arena is empty and usable afterwards. */
void arena_release(struct arena *self);

#endif
