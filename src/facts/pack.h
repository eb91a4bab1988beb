/* The packed library models: the facts of every stub in one run of bytes, compiled into the binary.
 *
 * Layout: header; `count` entries sorted by name; then two lists of names (offset and length each): names of functions
 * that register or schedule callables, and names of properties and special methods that a word says something of, over all models, so that a caller knows which names
 * are worth a question before any model is opened; then texts and facts (each facts run 8-byte aligned). All offsets count
 * from the header's first byte. Written by the packer at build time, hence trusted. */
#ifndef LP_FACTS_PACK_H
#define LP_FACTS_PACK_H

#include <stdint.h>

#define PACK_MAGIC 0x4b50504cu /* "LPPK" */

struct pack_text {
    uint32_t offset, length;
};

struct pack_entry {
    struct pack_text name;
    uint32_t facts, facts_size;
};

struct pack_header {
    uint32_t magic, count;
    uint32_t registrars, registrar_count; /* offset of the list of struct pack_text, and its length */
    uint32_t properties, property_count;
};

#endif
