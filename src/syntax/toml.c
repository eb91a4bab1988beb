#include "syntax/toml.h"

#include <string.h>
#include <tree_sitter/api.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/vec.h"
#include "syntax/string.h"
#include "syntax/toml_text.h"

const TSLanguage *tree_sitter_toml(void);

#define TOML_SIZE_LIMIT (16u << 20) /* bytes of a document */
#define TOML_DEPTH_LIMIT 64u        /* arrays and tables inside each other */

/* ---- node kinds ---- */

enum symbol {
    SYMBOL_OTHER,
    SYMBOL_PAIR,
    SYMBOL_TABLE,
    SYMBOL_TABLES,
    SYMBOL_BARE_KEY,
    SYMBOL_QUOTED_KEY,
    SYMBOL_DOTTED_KEY,
    SYMBOL_STRING,
    SYMBOL_INTEGER,
    SYMBOL_FLOAT,
    SYMBOL_BOOLEAN,
    SYMBOL_DATE,
    SYMBOL_ARRAY,
    SYMBOL_INLINE_TABLE
};

static const struct {
    const char *spelling;
    enum symbol symbol;
} spellings[] = {
    {"pair", SYMBOL_PAIR},
    {"table", SYMBOL_TABLE},
    {"table_array_element", SYMBOL_TABLES},
    {"bare_key", SYMBOL_BARE_KEY},
    {"quoted_key", SYMBOL_QUOTED_KEY},
    {"dotted_key", SYMBOL_DOTTED_KEY},
    {"string", SYMBOL_STRING},
    {"integer", SYMBOL_INTEGER},
    {"float", SYMBOL_FLOAT},
    {"boolean", SYMBOL_BOOLEAN},
    {"offset_date_time", SYMBOL_DATE},
    {"local_date_time", SYMBOL_DATE},
    {"local_date", SYMBOL_DATE},
    {"local_time", SYMBOL_DATE},
    {"array", SYMBOL_ARRAY},
    {"inline_table", SYMBOL_INLINE_TABLE},
};

#define SYMBOLS 128u

static void number_symbols(uint8_t symbols[SYMBOLS], const TSLanguage *language) {
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const char *spelling = spellings[i].spelling;
        TSSymbol symbol = ts_language_symbol_for_name(language, spelling, (uint32_t)strlen(spelling), true);
        BUG_ON(!symbol || symbol >= SYMBOLS); /* a build with another grammar */
        symbols[symbol] = (uint8_t)spellings[i].symbol;
    }
}

/* ---- the document so far ---- */

/* How a value came to be, which decides who may add to it. */
enum origin {
    ORIGIN_CLOSED,   /* written as a value */
    ORIGIN_IMPLICIT, /* a table on the way to another one's header: may have a header itself */
    ORIGIN_HEADER,   /* a table with a header */
    ORIGIN_DOTTED,   /* a table on the way of a dotted key: open to other keys under the same header */
    ORIGIN_TABLES    /* an array of tables with headers */
};

struct node {
    struct toml_value value;  /* first, so that a value is its node */
    struct toml_value *last;  /* of its children */
    const struct node *table; /* that holds its key */
    enum origin origin;
    uint32_t section; /* the header that it stands under */
    uint32_t number;  /* of this node */
};

struct reader {
    const char *path;
    struct span text;
    struct arena *arena;
    struct error *error;
    uint8_t symbols[SYMBOLS];
    TSTreeCursor cursor;
    struct map keys;          /* table number and key to an index of `keyed` */
    VEC(struct node *) keyed; /* nodes with a key */
    uint32_t count, section;
};

static struct node *node_of(struct toml_value *value) { return (struct node *)value; }

static struct node *new_node(struct reader *r, enum toml_kind kind, enum origin origin, uint32_t line) {
    struct node *node = arena_zalloc(r->arena, sizeof *node);
    node->value.kind = kind;
    node->value.line = line;
    node->origin = origin;
    node->section = r->section;
    node->number = r->count++;
    return node;
}

static void append(struct node *parent, struct node *child) {
    if (parent->last)
        parent->last->next = &child->value;
    else
        parent->value.first = &child->value;
    parent->last = &child->value;
}

/* The hash under which a key of a table stands or would stand; *found is its node or NULL. */
static uint64_t find_key(const struct reader *r, const struct node *table, const char *key, struct node **found) {
    uint64_t hash = hash_mix(hash_bytes(key, strlen(key)), table->number);
    for (;; hash++) {
        uint32_t index = map_get(&r->keys, hash);
        *found = index == MAP_NONE ? NULL : r->keyed.data[index];
        if (!*found || ((*found)->table == table && strcmp((*found)->value.key, key) == 0))
            return hash;
    }
}

/* Gives a table an entry; the key must be new to it. */
static void add_entry(struct reader *r, struct node *table, const char *key, struct node *entry) {
    struct node *found;
    uint64_t hash = find_key(r, table, key, &found);
    entry->value.key = key;
    entry->table = table;
    map_set(&r->keys, hash, r->keyed.len);
    vec_push(&r->keyed, entry);
    append(table, entry);
}

/* ---- where the cursor stands ---- */

static TSNode here(const struct reader *r) { return ts_tree_cursor_current_node(&r->cursor); }
static uint32_t line_here(const struct reader *r) { return ts_node_start_point(here(r)).row + 1; }

static enum symbol symbol_here(const struct reader *r) {
    TSSymbol symbol = ts_node_symbol(here(r));
    return symbol < SYMBOLS ? (enum symbol)r->symbols[symbol] : SYMBOL_OTHER;
}

static struct span text_of(const struct reader *r, TSNode node) {
    uint32_t start = ts_node_start_byte(node);
    return (struct span){r->text.data + start, ts_node_end_byte(node) - start};
}

static bool fail(const struct reader *r, uint32_t line, const char *remedy, const char *what, const char *key) {
    return error_set(r->error, r->path, line, remedy, key ? "%s: %s" : "%s", what, key);
}

/* ---- keys ---- */

struct path {
    VEC(char *) parts;
};

static bool read_path(struct reader *r, struct path *path) {
    struct span text = text_of(r, here(r));
    while (text.len) {
        char *part = toml_key_part(&text, r->arena);
        if (!part)
            return fail(r, line_here(r), "use the escapes that TOML knows", "a key holds an invalid escape", NULL);
        if (path->parts.len == TOML_DEPTH_LIMIT)
            return fail(r, line_here(r), "use a shorter key", "a key has more than 64 components", NULL);
        vec_push(&path->parts, part);
    }
    return true;
}

/* The table that `key` of `table` leads on to, made when there is none; NULL with an error when it is not open. */
static struct node *step(struct reader *r, struct node *table, const char *key, enum origin origin) {
    struct node *found;
    find_key(r, table, key, &found);
    if (!found) {
        found = new_node(r, TOML_TABLE, origin, line_here(r));
        add_entry(r, table, key, found);
        return found;
    }
    if (origin == ORIGIN_IMPLICIT && found->origin == ORIGIN_TABLES)
        return node_of(found->last);
    bool open = origin == ORIGIN_IMPLICIT ? found->origin != ORIGIN_CLOSED
                                          : found->origin == ORIGIN_DOTTED && found->section == r->section;
    if (open)
        return found;
    fail(r, line_here(r), "write all its keys in one place",
         found->value.kind == TOML_TABLE ? "the table is defined already" : "the key has a value that is no table",
         key);
    return NULL;
}

/* The table that holds the last component of a path. */
static struct node *walk(struct reader *r, struct node *table, const struct path *path, enum origin origin) {
    for (uint32_t i = 0; table && i + 1 < path->parts.len; i++)
        table = step(r, table, path->parts.data[i], origin);
    return table;
}

/* ---- values ---- */

static struct node *read_value(struct reader *r, uint32_t depth);
static bool read_pair(struct reader *r, struct node *table, uint32_t depth);

static bool is_value(enum symbol symbol) { return symbol >= SYMBOL_STRING; }

static bool read_elements(struct reader *r, struct node *array, uint32_t depth) {
    bool good = true;
    for (bool more = ts_tree_cursor_goto_first_child(&r->cursor); more && good;) {
        if (is_value(symbol_here(r))) {
            struct node *element = read_value(r, depth);
            good = element != NULL;
            if (good)
                append(array, element);
        }
        more = ts_tree_cursor_goto_next_sibling(&r->cursor);
    }
    ts_tree_cursor_goto_parent(&r->cursor);
    return good;
}

static bool read_entries(struct reader *r, struct node *table, uint32_t depth) {
    bool good = true;
    uint32_t section = r->section;
    r->section = r->count; /* dotted keys of an inline table are closed with it */
    for (bool more = ts_tree_cursor_goto_first_child(&r->cursor); more && good;) {
        if (symbol_here(r) == SYMBOL_PAIR)
            good = read_pair(r, table, depth);
        more = ts_tree_cursor_goto_next_sibling(&r->cursor);
    }
    ts_tree_cursor_goto_parent(&r->cursor);
    r->section = section;
    return good;
}

static bool read_scalar(struct reader *r, struct node *node) {
    struct span text = text_of(r, here(r));
    node->value.text = arena_strndup(r->arena, text.data, text.len);
    switch (node->value.kind) {
    case TOML_STRING:
        node->value.text = toml_string(text, r->arena);
        if (!node->value.text)
            return fail(r, node->value.line, "use the escapes that TOML knows", "a string holds an invalid escape",
                        NULL);
        return true;
    case TOML_INTEGER:
        if (!toml_integer(text, &node->value.number))
            return fail(r, node->value.line, "use a number of at most 64 bits", "an integer is out of range", NULL);
        return true;
    case TOML_BOOLEAN: node->value.number = text.data[0] == 't'; return true;
    default: return true;
    }
}

static const uint8_t kinds[] = {
    [SYMBOL_STRING] = TOML_STRING,      [SYMBOL_INTEGER] = TOML_INTEGER, [SYMBOL_FLOAT] = TOML_FLOAT,
    [SYMBOL_BOOLEAN] = TOML_BOOLEAN,    [SYMBOL_DATE] = TOML_DATE,       [SYMBOL_ARRAY] = TOML_ARRAY,
    [SYMBOL_INLINE_TABLE] = TOML_TABLE,
};

/* The value under the cursor; NULL with an error. Nesting is bounded, so this may call itself. */
static struct node *read_value(struct reader *r, uint32_t depth) {
    enum symbol symbol = symbol_here(r);
    struct node *node = new_node(r, (enum toml_kind)kinds[symbol], ORIGIN_CLOSED, line_here(r));
    if (depth == TOML_DEPTH_LIMIT) {
        fail(r, node->value.line, "nest less deeply", "arrays and tables are nested more than 64 deep", NULL);
        return NULL;
    }
    bool good = symbol == SYMBOL_ARRAY          ? read_elements(r, node, depth + 1)
                : symbol == SYMBOL_INLINE_TABLE ? read_entries(r, node, depth + 1)
                                                : read_scalar(r, node);
    return good ? node : NULL;
}

/* ---- pairs and tables ---- */

static bool add_pair(struct reader *r, struct node *table, const struct path *path, struct node *value) {
    struct node *found;
    const char *key = path->parts.data[path->parts.len - 1];
    struct node *holder = walk(r, table, path, ORIGIN_DOTTED);
    if (!holder)
        return false;
    find_key(r, holder, key, &found);
    if (found)
        return fail(r, value->value.line, "remove one of them", "the key is defined twice", key);
    add_entry(r, holder, key, value);
    return true;
}

static bool is_key(enum symbol symbol) {
    return symbol == SYMBOL_BARE_KEY || symbol == SYMBOL_QUOTED_KEY || symbol == SYMBOL_DOTTED_KEY;
}

static bool read_pair(struct reader *r, struct node *table, uint32_t depth) {
    struct path path = {{0}};
    struct node *value = NULL;
    bool good = true;
    for (bool more = ts_tree_cursor_goto_first_child(&r->cursor); more && good;) {
        enum symbol symbol = symbol_here(r);
        if (is_key(symbol))
            good = read_path(r, &path);
        else if (is_value(symbol))
            good = (value = read_value(r, depth)) != NULL;
        more = ts_tree_cursor_goto_next_sibling(&r->cursor);
    }
    ts_tree_cursor_goto_parent(&r->cursor);
    if (good && value && path.parts.len)
        good = add_pair(r, table, &path, value);
    vec_free(&path.parts);
    return good;
}

/* The table that a [header] opens. */
static struct node *open_table(struct reader *r, struct node *holder, const char *key) {
    struct node *found;
    find_key(r, holder, key, &found);
    if (!found) {
        found = new_node(r, TOML_TABLE, ORIGIN_HEADER, line_here(r));
        add_entry(r, holder, key, found);
    } else if (found->origin != ORIGIN_IMPLICIT) {
        fail(r, line_here(r), "join the two", "the table is defined twice", key);
        return NULL;
    }
    found->origin = ORIGIN_HEADER;
    found->value.line = line_here(r);
    return found;
}

/* The table that a [[header]] adds to its array. */
static struct node *open_element(struct reader *r, struct node *holder, const char *key) {
    struct node *found;
    find_key(r, holder, key, &found);
    if (!found) {
        found = new_node(r, TOML_ARRAY, ORIGIN_TABLES, line_here(r));
        add_entry(r, holder, key, found);
    } else if (found->origin != ORIGIN_TABLES) {
        fail(r, line_here(r), "use another name, or [[…]] for all of them", "the key is not an array of tables", key);
        return NULL;
    }
    struct node *element = new_node(r, TOML_TABLE, ORIGIN_HEADER, line_here(r));
    append(found, element);
    return element;
}

static struct node *read_header(struct reader *r, struct node *root, bool element) {
    struct path path = {{0}};
    struct node *table = NULL;
    if (read_path(r, &path) && (table = walk(r, root, &path, ORIGIN_IMPLICIT)))
        table = (element ? open_element : open_table)(r, table, path.parts.data[path.parts.len - 1]);
    vec_free(&path.parts);
    return table;
}

static bool read_table(struct reader *r, struct node *root, bool element) {
    struct node *table = NULL;
    bool good = true;
    r->section = r->count;
    for (bool more = ts_tree_cursor_goto_first_child(&r->cursor); more && good;) {
        enum symbol symbol = symbol_here(r);
        if (is_key(symbol))
            good = (table = read_header(r, root, element)) != NULL;
        else if (symbol == SYMBOL_PAIR && table)
            good = read_pair(r, table, 0);
        more = ts_tree_cursor_goto_next_sibling(&r->cursor);
    }
    ts_tree_cursor_goto_parent(&r->cursor);
    return good;
}

static struct node *read_document(struct reader *r) {
    struct node *root = new_node(r, TOML_TABLE, ORIGIN_HEADER, 1);
    bool good = true;
    for (bool more = ts_tree_cursor_goto_first_child(&r->cursor); more && good;) {
        enum symbol symbol = symbol_here(r);
        if (symbol == SYMBOL_PAIR)
            good = read_pair(r, root, 0);
        else if (symbol == SYMBOL_TABLE || symbol == SYMBOL_TABLES)
            good = read_table(r, root, symbol == SYMBOL_TABLES);
        more = ts_tree_cursor_goto_next_sibling(&r->cursor);
    }
    return good ? root : NULL;
}

/* ---- syntax errors ---- */

/* Leaves the cursor at the first error or missing token. */
static void find_error(struct reader *r) {
    for (;;) {
        TSNode node = here(r);
        if (ts_node_is_error(node) || ts_node_is_missing(node))
            return;
        if (ts_node_has_error(node) && ts_tree_cursor_goto_first_child(&r->cursor))
            continue;
        while (!ts_tree_cursor_goto_next_sibling(&r->cursor))
            if (!ts_tree_cursor_goto_parent(&r->cursor))
                return;
    }
}

static uint32_t line_of(struct span text, size_t offset) {
    uint32_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text.data[i] == '\n';
    return line;
}

/* The rest of the line at a position, without blanks at its end. */
static struct span line_rest(const struct reader *r, size_t start) {
    struct span text = {r->text.data + start, r->text.len - start};
    const char *end = memchr(text.data, '\n', text.len);
    if (end)
        text.len = (size_t)(end - text.data);
    while (text.len && (unsigned char)text.data[text.len - 1] <= ' ')
        text.len--;
    return string_cut(text, 40);
}

static bool fail_syntax(struct reader *r) {
    static const char remedy[] = "write `key = value` on a line of its own, quote text, close quotes and brackets";
    find_error(r);
    TSNode node = here(r);
    size_t start = ts_node_start_byte(node);
    if (ts_node_is_missing(node))
        return error_set(r->error, r->path, line_here(r), remedy, "not TOML: %s is missing", ts_node_type(node));
    while (start < r->text.len && (unsigned char)r->text.data[start] <= ' ')
        start++;
    struct span near = line_rest(r, start);
    if (!near.len)
        near = SPAN("the file ends too early");
    return error_set(r->error, r->path, line_of(r->text, start), remedy, "not TOML: %.*s", (int)near.len, near.data);
}

/* ---- the whole ---- */

static bool check_text(const struct reader *r) {
    if (r->text.len > TOML_SIZE_LIMIT)
        return fail(r, 0, "split the file", "the file is larger than 16 MiB", NULL);
    for (size_t i = 0, size; i < r->text.len; i += size) {
        size = text_utf8(r->text.data + i, r->text.len - i);
        if (!size)
            return fail(r, line_of(r->text, i), "save the file as UTF-8", "the file is not UTF-8", NULL);
        if (!r->text.data[i])
            return fail(r, line_of(r->text, i), "remove it", "the file holds a NUL byte", NULL);
    }
    return true;
}

static struct toml_value *read_tree(struct reader *r, TSTree *tree) {
    TSNode root = ts_tree_root_node(tree);
    struct node *document = NULL;
    r->cursor = ts_tree_cursor_new(root);
    if (ts_node_has_error(root))
        fail_syntax(r);
    else
        document = read_document(r);
    ts_tree_cursor_delete(&r->cursor);
    map_free(&r->keys);
    vec_free(&r->keyed);
    return document ? &document->value : NULL;
}

struct toml_value *toml_parse(const char *path, struct span text, struct arena *arena, struct error *error) {
    struct reader reader = {.path = path, .text = text, .arena = arena, .error = error};
    if (text.len >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0)
        reader.text = (struct span){text.data + 3, text.len - 3};
    if (!reader.text.len)
        reader.text.data = "";
    if (!check_text(&reader))
        return NULL;
    number_symbols(reader.symbols, tree_sitter_toml());
    TSParser *parser = ts_parser_new();
    BUG_ON(!ts_parser_set_language(parser, tree_sitter_toml()));
    TSTree *tree = ts_parser_parse_string(parser, NULL, reader.text.data, (uint32_t)reader.text.len);
    struct toml_value *document = read_tree(&reader, tree);
    ts_tree_delete(tree);
    ts_parser_delete(parser);
    return document;
}

const struct toml_value *toml_get(const struct toml_value *table, const char *dotted) {
    while (table && *dotted) {
        size_t length = strcspn(dotted, ".");
        const struct toml_value *entry = table->kind == TOML_TABLE ? table->first : NULL;
        while (entry && !(strncmp(entry->key, dotted, length) == 0 && !entry->key[length]))
            entry = entry->next;
        table = entry;
        dotted += length + (dotted[length] == '.');
    }
    return table;
}
