#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_bytes(const void *bytes, size_t length) { return XXH3_64bits(bytes, length); }

uint64_t hash_mix(uint64_t a, uint64_t b) {
    uint64_t mixed = a * 0x9E3779B97F4A7C15u + b; /* unequal treatment of a and b: the order counts */
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}
