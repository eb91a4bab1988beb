#include "base/map.h"

#include <string.h>

#include "base/error.h"
#include "base/mem.h"

#define FIRST_CAP 16u
#define LARGEST_CAP (1u << 31)

static uint32_t first_slot(uint64_t key, uint32_t cap) {
    uint64_t mixed = (key ^ key >> 32) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(mixed >> (64 - __builtin_ctz(cap))); /* the top bits depend on all of the key */
}

/* The slot that holds key, or the free one where it belongs. */
static struct map_slot *find(const struct map *self, uint64_t key) {
    uint32_t i = first_slot(key, self->cap);
    while (self->slots[i].value != MAP_NONE && self->slots[i].key != key)
        i = (i + 1) & (self->cap - 1);
    return &self->slots[i];
}

static bool fits(uint64_t count, uint32_t cap) { return count * 10 <= (uint64_t)cap * 7; }

static void rehash(struct map *self, uint32_t cap) {
    struct map_slot *slots = mem_alloc((size_t)cap * sizeof *slots);
    memset(slots, 0xFF, (size_t)cap * sizeof *slots); /* every value MAP_NONE */
    struct map old = *self;
    self->slots = slots;
    self->cap = cap;
    for (uint32_t i = 0; i < old.cap; i++)
        if (old.slots[i].value != MAP_NONE)
            *find(self, old.slots[i].key) = old.slots[i];
    mem_free(old.slots);
}

uint32_t map_get(const struct map *self, uint64_t key) { return self->cap ? find(self, key)->value : MAP_NONE; }

void map_set(struct map *self, uint64_t key, uint32_t value) {
    BUG_ON(value == MAP_NONE);
    *map_at(self, key) = value;
}

uint32_t *map_at(struct map *self, uint64_t key) {
    map_reserve(self, self->len + 1);
    struct map_slot *slot = find(self, key);
    if (slot->value == MAP_NONE) {
        slot->key = key;
        self->len++;
    }
    return &slot->value;
}

void map_reserve(struct map *self, uint32_t count) {
    if (fits(count, self->cap))
        return;
    uint32_t cap = self->cap ? self->cap : FIRST_CAP;
    while (!fits(count, cap)) {
        BUG_ON(cap == LARGEST_CAP);
        cap *= 2;
    }
    rehash(self, cap);
}

void map_free(struct map *self) {
    mem_free(self->slots);
    *self = (struct map){0};
}
