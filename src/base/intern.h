/* Interned strings: equal text, equal number. Numbers count from 0 in order of first appearance. */
#ifndef LP_BASE_INTERN_H
#define LP_BASE_INTERN_H

#include "base/arena.h"
#include "base/text.h"

struct intern_entry {
    const char *data; /* NUL-terminated copy in the interner's arena */
    uint32_t len;
    uint32_t hash;
};

struct intern {
    struct arena arena;
    struct intern_entry *entries;
    uint32_t *slots; /* entry + 1, 0 is free */
    uint32_t len, cap, slot_cap;
};

#define INTERN_NONE UINT32_MAX

/* The hash that intern_hashed expects (low 32 bits of XXH3). */
uint32_t intern_hash(const char *text, size_t length);
/* The number of text, added when new. */
uint32_t intern_add(struct intern *self, struct span text);
/* As intern_add with the hash already known. */
uint32_t intern_add_hashed(struct intern *self, struct span text, uint32_t hash);
/* The number of text, or INTERN_NONE when it was never added. */
uint32_t intern_find(const struct intern *self, struct span text);
/* The text of a number; valid as long as the interner. */
struct span intern_text(const struct intern *self, uint32_t number);
/* The same as a C string. */
const char *intern_string(const struct intern *self, uint32_t number);
void intern_free(struct intern *self);

#endif
