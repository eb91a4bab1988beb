#include "syntax/python.h"

#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "syntax/lower.h"
#include "syntax/pool_alloc.h"

const TSLanguage *tree_sitter_python(void);

/* A parse is given up when it takes more than this. Recovery from errors may try many ways, counted in hundreds of
 * steps; the grammar's scanner may look ahead over the same comments and line ends for every token, counted in chunks
 * of text read. Ordinary files need less than a tenth. */
#define STEPS_AT_LEAST 20000u
#define STEPS_PER_KIB 100u
#define CHUNK 4096u
#define CHUNKS_AT_LEAST 16384u
#define READS_PER_CHUNK 64u

struct syntax_python {
    struct lower lower;
    struct buffer decoded;
    struct buffer joined;    /* see join_comments */
    struct pool_alloc *pool; /* all that tree-sitter allocates for one file */
};

/* NULL when the runtime does not read the grammar's version. */
static TSParser *parser_new(const TSLanguage *language) {
    TSParser *parser = ts_parser_new();
    if (ts_parser_set_language(parser, language))
        return parser;
    ts_parser_delete(parser);
    return NULL;
}

struct syntax_python *syntax_python_new(const char **missing) {
    struct syntax_python *self = mem_calloc(1, sizeof *self);
    struct lower *l = &self->lower;
    self->pool = pool_alloc_new();
    l->language = tree_sitter_python();
    *missing = kinds_init(&l->kinds, l->language);
    TSParser *parser = parser_new(l->language);
    if (!*missing && !parser)
        *missing = "a version that the runtime reads";
    ts_parser_delete(parser);
    if (*missing) {
        syntax_python_free(self);
        return NULL;
    }
    return self;
}

void syntax_python_free(struct syntax_python *self) {
    if (!self)
        return;
    struct lower *l = &self->lower;
    pool_alloc_free(self->pool);
    facts_builder_free(&l->builder);
    vec_free(&l->levels);
    vec_free(&l->frames);
    vec_free(&l->values);
    vec_free(&l->params);
    vec_free(&l->list);
    buffer_free(&l->scratch);
    buffer_free(&self->decoded);
    buffer_free(&self->joined);
    mem_free(self);
}

/* ---- parsing ---- */

struct source {
    const char *text;
    uint32_t size;
    uint64_t steps, chunks; /* that may still be taken */
};

static bool is_overworked(TSParseState *state) {
    struct source *source = state->payload;
    if (!source->steps || !source->chunks)
        return true;
    source->steps--;
    return false;
}

static const char *read_chunk(void *payload, uint32_t byte, TSPoint position, uint32_t *read) {
    (void)position;
    struct source *source = payload;
    *read = 0;
    if (byte >= source->size || !source->chunks)
        return "";
    source->chunks--;
    uint32_t length = CHUNK - byte % CHUNK, left = source->size - byte;
    *read = length < left ? length : left;
    return source->text + byte;
}

/* NULL when the parser would not come to an end in reasonable time. */
static TSTree *parse(TSParser *parser, const char *text, uint32_t size) {
    struct source source = {text, size, STEPS_AT_LEAST + (uint64_t)size / 1024 * STEPS_PER_KIB,
                            CHUNKS_AT_LEAST + (uint64_t)size / CHUNK * READS_PER_CHUNK};
    TSInput input = {.payload = &source, .read = read_chunk, .encoding = TSInputEncodingUTF8};
    TSParseOptions options = {.payload = &source, .progress_callback = is_overworked};
    TSTree *tree = ts_parser_parse_with_options(parser, NULL, input, options);
    return source.chunks ? tree : NULL; /* without chunks left, what it read last was no true end */
}

/* ---- comments ---- */

static bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f'; }

/* The first byte of a line that is not blank; '\n' for a blank line. */
static char first_byte(struct span source, uint32_t start) {
    size_t i = start;
    while (i < source.len && is_blank(source.data[i]))
        i++;
    return i < source.len ? source.data[i] : '\n';
}

/* The source with the line ends between comments on lines of their own made carriage returns, which for the parser do
 * not end a comment: a block of them is one token. Otherwise each of its tokens costs the scanner a look over the rest
 * of the block, and a thousand lines of commented-out code a second. In strings it changes nothing that is looked at,
 * since values are taken from the source itself. */
static const char *join_comments(const struct lower *l, struct buffer *joined) {
    struct span source = {l->text, l->size};
    const uint32_t *lines = l->builder.lines.data;
    uint32_t last = UINT32_MAX; /* the last comment, with blank lines behind it at most */
    joined->len = 0;
    for (uint32_t line = 0; line < l->builder.lines.len; line++) {
        char first = first_byte(source, lines[line]);
        if (first == '#' && last != UINT32_MAX) {
            if (!joined->len)
                buffer_add(joined, l->text, l->size);
            for (uint32_t i = last + 1; i <= line; i++)
                joined->data[lines[i] - 1] = '\r';
        }
        if (first != '\n')
            last = first == '#' ? line : UINT32_MAX;
    }
    return joined->len ? joined->data : l->text;
}

/* ---- what is not in the tree's expressions and statements ---- */

static void add_lines(struct lower *l) {
    uint32_t start = 0;
    vec_push(&l->builder.lines, start);
    const char *at = l->text, *end = at + l->size;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        start = (uint32_t)(++at - l->text);
        vec_push(&l->builder.lines, start);
    }
}

/* Comments come in order, lines too. */
static void number_comments(struct lower *l) {
    uint32_t line = 0;
    for (uint32_t i = 0; i < l->builder.comments.len; i++) {
        struct facts_comment *comment = &l->builder.comments.data[i];
        while (line + 1 < l->builder.lines.len && l->builder.lines.data[line + 1] <= comment->start)
            line++;
        comment->line = line + 1;
    }
}

/* What stands before the first bad byte is as it was on disk, but for a byte order mark. */
static void add_encoding_fault(struct lower *l, struct span bytes, uint32_t bad) {
    if (bad == UINT32_MAX)
        return;
    uint32_t position = bytes.len >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0 ? bad - 3 : bad;
    if (position > l->size)
        position = l->size;
    facts_builder_fault(&l->builder, FAULT_ENCODING, NULL, position, position);
}

static void add_fault(struct lower *l, TSNode node) {
    uint32_t start = ts_node_start_byte(node), end = ts_node_end_byte(node);
    if (ts_node_is_missing(node))
        facts_builder_fault(&l->builder, FAULT_MISSING, ts_node_type(node), start, end);
    else
        facts_builder_fault(&l->builder, FAULT_SYNTAX, NULL, start, end);
}

/* Errors and missing tokens, in order. Only files with errors are walked this second time, and only where they are. */
static void add_faults(struct lower *l, TSNode root) {
    if (!ts_node_has_error(root))
        return;
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    bool more = true;
    while (more && l->builder.faults.len < FACTS_FAULT_LIMIT) {
        TSNode node = ts_tree_cursor_current_node(&cursor);
        bool fault = ts_node_is_error(node) || ts_node_is_missing(node);
        if (fault)
            add_fault(l, node);
        if (!fault && ts_node_has_error(node) && ts_tree_cursor_goto_first_child(&cursor))
            continue;
        while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)) && ts_tree_cursor_goto_parent(&cursor))
            ;
    }
    ts_tree_cursor_delete(&cursor);
}

/* ---- one file ---- */

/* Parser and trees live in the pool until the file is done, and go with all that is in it. */
static void lower_source(struct lower *l, struct buffer *joined) {
    l->parser = parser_new(l->language);
    TSTree *tree = parse(l->parser, join_comments(l, joined), l->size);
    if (tree) {
        TSNode root = ts_tree_root_node(tree);
        add_faults(l, root);
        lower_tree(l, root);
    } else {
        facts_builder_fault(&l->builder, FAULT_LIMIT, "time to parse one file", 0, 0);
        lower_nothing(l);
    }
    ts_parser_delete(l->parser);
}

void syntax_python_lower(struct syntax_python *self, struct span bytes, struct buffer *out) {
    struct lower *l = &self->lower;
    facts_builder_reset(&l->builder);
    struct span source = {"", 0};
    if (bytes.len > FACTS_SOURCE_LIMIT) {
        facts_builder_fault(&l->builder, FAULT_LIMIT, "source of one file: 64 MiB", 0, 0);
        l->text = source.data;
        l->size = 0;
        lower_nothing(l);
        add_lines(l);
    } else {
        uint32_t bad;
        source = syntax_decode(bytes, &self->decoded, &bad);
        if (!source.len)
            source.data = "";
        l->text = source.data;
        l->size = (uint32_t)source.len;
        add_encoding_fault(l, bytes, bad);
        add_lines(l);
        struct pool_alloc *before = pool_alloc_use(self->pool);
        lower_source(l, &self->joined);
        pool_alloc_use(before);
        pool_alloc_reset(self->pool);
        number_comments(l);
    }
    facts_builder_finish(&l->builder, source, hash_bytes(bytes.data, bytes.len), out);
}
