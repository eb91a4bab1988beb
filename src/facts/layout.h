/* How the sections of a facts file lie in its bytes: shared by the builder that writes them and the loader that checks
 * them, of no concern to anyone else. */
#ifndef LP_FACTS_LAYOUT_H
#define LP_FACTS_LAYOUT_H

#include "facts/facts.h"

/* Sections and the header start at multiples of this many bytes. */
#define FACTS_ALIGNMENT 8u
/* The checksum covers everything from here on. */
#define FACTS_CHECKED_FROM (offsetof(struct facts_header, checksum) + sizeof(uint64_t))

/* Decoding replaces a byte by three at most. */
#define FACTS_DECODED_LIMIT (FACTS_SOURCE_LIMIT * 3u)

/* Bytes of one record of each section. */
extern const size_t facts_record_size[FACTS_SECTIONS];

#endif
