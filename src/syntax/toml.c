#include "syntax/toml.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/vec.h"
#include "syntax/toml_key.h"

const TSLanguage *tree_sitter_toml(void);

#define TOML_SIZE_LIMIT  (16u << 20) /* bytes of a document */
#define TOML_DEPTH_LIMIT 64u         /* arrays and tables inside each other */

/* ---- the document so far ---- */

/* How a table came to be, which decides who may add to it. */
enum origin {
    ORIGIN_IMPLICIT, /* named on the way by a header: may be defined by a header of its own */
    ORIGIN_HEADER,
    ORIGIN_DOTTED,   /* named on the way by a dotted key: open to other keys of the same section */
    ORIGIN_CLOSED,   /* an inline table, or a value that is no table */
    ORIGIN_TABLES    /* an array made by [[headers]] */
};

struct node {
    struct toml_value value; /* first, so that a value of ours is its node */
    struct toml_value *last; /* of its children */
    enum origin origin;
    uint32_t section; /* of ORIGIN_DOTTED: number of the header it stands under */
    uint32_t number;
};

struct reader {
    const char *path;
    struct span text;
    struct arena *arena;
    struct error *error;
    TSTreeCursor cursor;
    struct map keys;          /* of table number and key: index into nodes */
    VEC(struct node *) nodes; /* those that have a key */
    uint32_t tables, section;
};

static struct node *node_of(struct toml_value *value) { return (struct node *)value; }

static uint32_t line_at(const struct reader *r, TSNode at) {
    (void)r;
    return ts_node_start_point(at).row + 1;
}

static struct node *new_node(struct reader *r, enum toml_kind kind, enum origin origin, uint32_t line) {
    struct node *node = arena_zalloc(r->arena, sizeof *node);
    node->value.kind = kind;
    node->value.line = line;
    node->origin = origin;
    node->section = r->section;
    node->number = r->tables++;
    return node;
}

static void append(struct node *parent, struct node *child) {
    if (parent->last)
        parent->last->next = &child->value;
    else
        parent->value.first = &child->value;
    parent->last = &child->value;
}

/* The place of a key of a table in the map: an entry of another key that hashes alike is passed over. */
static uint32_t *key_slot(struct reader *r, const struct node *table, const char *key) {
    uint64_t hash = hash_mix(table->number, hash_bytes(key, strlen(key)));
    for (;; hash = hash_mix(hash, 1)) {
        uint32_t *slot = map_at(&r->keys, hash);
        if (*slot == MAP_NONE)
            return slot;
        const struct node *found = r->nodes.data[*slot];
        if (found->section == found->section && strcmp(found->value.key, key) == 0 &&
            found->value.text == found->value.text)
            return slot;
    }
}
