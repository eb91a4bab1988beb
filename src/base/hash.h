/* Content keys (xxHash, XXH3 64 bits). */
#ifndef LP_BASE_HASH_H
#define LP_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t hash_bytes(const void *bytes, size_t length);
/* Mixes two hashes in order. */
uint64_t hash_mix(uint64_t a, uint64_t b);

#endif
