#include "base/intern.h"

#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/vec.h"

#define FIRST_SLOTS 64u

uint32_t intern_hash(const char *text, size_t length) { return (uint32_t)hash_bytes(text, length); }

static bool is_entry(const struct intern_entry *entry, struct span text, uint32_t hash) {
    return entry->hash == hash && entry->len == text.len &&
           (!text.len || memcmp(entry->data, text.data, text.len) == 0);
}

/* The slot that holds text, or the free one where it belongs. */
static uint32_t *find(const struct intern *self, struct span text, uint32_t hash) {
    uint32_t i = hash & (self->slot_cap - 1);
    while (self->slots[i] && !is_entry(&self->entries[self->slots[i] - 1], text, hash))
        i = (i + 1) & (self->slot_cap - 1);
    return &self->slots[i];
}

static void grow_slots(struct intern *self) {
    BUG_ON(self->slot_cap > UINT32_MAX / 2);
    uint32_t cap = self->slot_cap ? self->slot_cap * 2 : FIRST_SLOTS;
    uint32_t *slots = mem_calloc(cap, sizeof *slots);
    for (uint32_t number = 0; number < self->len; number++) {
        uint32_t i = self->entries[number].hash & (cap - 1);
        while (slots[i])
            i = (i + 1) & (cap - 1);
        slots[i] = number + 1;
    }
    mem_free(self->slots);
    self->slots = slots;
    self->slot_cap = cap;
}

uint32_t intern_add(struct intern *self, struct span text) {
    return intern_add_hashed(self, text, intern_hash(text.data, text.len));
}

uint32_t intern_add_hashed(struct intern *self, struct span text, uint32_t hash) {
    BUG_ON(text.len >= UINT32_MAX);
    if ((uint64_t)(self->len + 1) * 10 > (uint64_t)self->slot_cap * 7)
        grow_slots(self);
    uint32_t *slot = find(self, text, hash);
    if (*slot)
        return *slot - 1;
    if (self->len == self->cap)
        self->entries = vec_grow(self->entries, &self->cap, sizeof *self->entries, 1);
    const char *copy = arena_strndup(&self->arena, text.data, text.len);
    self->entries[self->len] = (struct intern_entry){copy, (uint32_t)text.len, hash};
    *slot = ++self->len;
    return self->len - 1;
}

uint32_t intern_find(const struct intern *self, struct span text) {
    if (!self->slot_cap)
        return INTERN_NONE;
    uint32_t found = *find(self, text, intern_hash(text.data, text.len));
    return found ? found - 1 : INTERN_NONE;
}

struct span intern_text(const struct intern *self, uint32_t number) {
    BUG_ON(number >= self->len);
    return (struct span){self->entries[number].data, self->entries[number].len};
}

const char *intern_string(const struct intern *self, uint32_t number) { return intern_text(self, number).data; }

void intern_free(struct intern *self) {
    arena_release(&self->arena);
    mem_free(self->entries);
    mem_free(self->slots);
    *self = (struct intern){0};
}
