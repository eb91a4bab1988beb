/* TOML through tree-sitter-toml: a document as a flat list of keys with values and line numbers. */
#ifndef LP_SYNTAX_TOML_H
#define LP_SYNTAX_TOML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum toml_kind { TOML_STRING, TOML_INTEGER, TOML_FLOAT, TOML_BOOLEAN, TOML_DATE, TOML_ARRAY, TOML_TABLE };

struct toml_value {
    enum toml_kind kind;
    uint32_t line;              /* from 1 */
    const char *key;            /* last component of its key, decoded; NULL for array elements and the root */
    const char *text;           /* STRING: decoded value; others: as written */
    int64_t number;             /* INTEGER, BOOLEAN */
    struct toml_value *first;   /* ARRAY elements, TABLE entries, in order */
    struct toml_value *next;    /* next sibling */
};

/* Parses a document into the arena. NULL with an error that names path, line and what was expected when it is not
 * TOML (a syntax error, a duplicate key, a table redefined). */
struct toml_value *toml_parse(const char *path, struct span text, struct arena *arena, struct error *error);
/* The entry of a table by dotted path ("tool.loadpath"), or NULL. */
const struct toml_value *toml_get(const struct toml_value *table, const char *dotted);

#endif
