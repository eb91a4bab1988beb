/* The words of library models (checks/models/README.md): what a modelled function says of its call. */
#ifndef LP_PROGRAM_TRAITS_H
#define LP_PROGRAM_TRAITS_H

#include <stdbool.h>
#include <stdint.h>

#include "facts/words.h"

enum program_runs { RUNS_THREAD, RUNS_LOOP, RUNS_CALLER };

struct program_trait {
    uint8_t word; /* enum facts_word */
    uint8_t kind; /* enum facts_kind; KIND_COUNT when the word has none */
    uint8_t runs; /* enum program_runs, of entry */
    bool cheap;   /* of blocks */
    bool lazy;    /* of blocks on a property: the value loads itself when it is first used, not when it is read */
    uint32_t arg, path, methods; /* interned parameter names, or for methods the method itself; INTERN_NONE */
    uint32_t instead;            /* interned text or INTERN_NONE */
    uint32_t named, guards;      /* interned parameter names of router and mounts, or INTERN_NONE */
    uint32_t name;               /* of relates: the constructor's parameter that names the attribute */
    uint32_t fallback;           /* of relates: the attribute's name otherwise; of unbounded: dotted name of what sets a default */
    uint32_t options;            /* of unbounded: interned parameter name */
    uint32_t next;               /* next trait of the same def, 0 ends */
};

#endif
