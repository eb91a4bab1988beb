/* A hash map from 64-bit keys to 32-bit values: open addressing, no removal. Key 0 is allowed. */
#ifndef LP_BASE_MAP_H
#define LP_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

struct map_slot {
    uint64_t key;
    uint32_t value; /* MAP_NONE marks a free slot */
};

struct map {
    struct map_slot *slots;
    uint32_t len, cap; /* cap is 0 or a power of two */
};

#define MAP_NONE UINT32_MAX

/* The value of key, or MAP_NONE. */
uint32_t map_get(const struct map *self, uint64_t key);
/* Sets key to value (not MAP_NONE), replacing an earlier one. */
void map_set(struct map *self, uint64_t key, uint32_t value);
/* The slot value of key, inserted as MAP_NONE when missing; valid until the next change of the map. The caller must
 * store a value other than MAP_NONE through it. */
uint32_t *map_at(struct map *self, uint64_t key);
/* Makes room for `count` keys in all. */
void map_reserve(struct map *self, uint32_t count);
void map_free(struct map *self);
/* Joins two 32-bit numbers to one key. */
static inline uint64_t map_pair(uint32_t high, uint32_t low) { return (uint64_t)high << 32 | low; }

#endif
