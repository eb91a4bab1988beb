#include "syntax/python.h"

#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "syntax/lower.h"

const TSLanguage *tree_sitter_python(void);

/* Recovery from errors may take many tries at the same place. A parse is given up after this many hundreds of steps a
 * byte, and some for a start. */
#define WORK_PER_KIB 100u
#define WORK_AT_LEAST 100000u

struct syntax_python {
    struct lower lower;
    struct buffer decoded;
};

struct syntax_python *syntax_python_new(const char **missing) {
    struct syntax_python *self = mem_calloc(1, sizeof *self);
    struct lower *l = &self->lower;
    l->language = tree_sitter_python();
    l->parser = ts_parser_new();
    *missing = kinds_init(&l->kinds, l->language);
    if (!*missing && !ts_parser_set_language(l->parser, l->language))
        *missing = "a version that the runtime reads";
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
    ts_parser_delete(l->parser);
    facts_builder_free(&l->builder);
    vec_free(&l->levels);
    vec_free(&l->frames);
    vec_free(&l->values);
    vec_free(&l->params);
    vec_free(&l->list);
    vec_free(&l->trees);
    buffer_free(&l->scratch);
    buffer_free(&self->decoded);
    mem_free(self);
}

/* ---- parsing ---- */

struct work {
    uint64_t done, limit; /* calls of the progress callback */
};

static bool is_overworked(TSParseState *state) {
    struct work *work = state->payload;
    return ++work->done > work->limit;
}

struct source {
    const char *text;
    uint32_t size;
};

static const char *read_source(void *payload, uint32_t byte, TSPoint position, uint32_t *read) {
    (void)position;
    const struct source *source = payload;
    *read = byte < source->size ? source->size - byte : 0;
    return byte < source->size ? source->text + byte : "";
}

/* NULL when the parser would not come to an end in reasonable time. */
static TSTree *parse(TSParser *parser, const char *text, uint32_t size) {
    struct source source = {text, size};
    struct work work = {0, WORK_AT_LEAST + (uint64_t)size / 1024 * WORK_PER_KIB};
    TSInput input = {.payload = &source, .read = read_source, .encoding = TSInputEncodingUTF8};
    TSParseOptions options = {.payload = &work, .progress_callback = is_overworked};
    TSTree *tree = ts_parser_parse_with_options(parser, NULL, input, options);
    if (!tree)
        ts_parser_reset(parser);
    return tree;
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

static void lower_source(struct lower *l) {
    TSTree *tree = parse(l->parser, l->text, l->size);
    if (!tree) {
        facts_builder_fault(&l->builder, FAULT_LIMIT, "time to parse one file", 0, 0);
        lower_nothing(l);
        return;
    }
    TSNode root = ts_tree_root_node(tree);
    add_faults(l, root);
    lower_tree(l, root);
    ts_tree_delete(tree);
    for (uint32_t i = 0; i < l->trees.len; i++)
        ts_tree_delete(l->trees.data[i]);
    vec_clear(&l->trees);
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
        lower_source(l);
        add_lines(l);
        number_comments(l);
    }
    facts_builder_finish(&l->builder, source, hash_bytes(bytes.data, bytes.len), out);
}

uint64_t syntax_python_parse_only(struct syntax_python *self, struct span bytes) {
    TSTree *tree = ts_parser_parse_string(self->lower.parser, NULL, bytes.data, (uint32_t)bytes.len);
    ts_tree_delete(tree);
    return bytes.len;
}
