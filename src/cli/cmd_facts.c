#include "base/fs.h"
#include "cli/cli.h"
#include "facts/dump.h"
#include "facts/facts.h"
#include "syntax/python.h"

static bool lower(const struct buffer *source, struct buffer *bytes, struct error *error) {
    const char *missing = NULL;
    struct syntax_python *syntax = syntax_python_new(&missing);
    if (!syntax)
        return error_set(error, NULL, 0, "build loadpath again", "the Python grammar lacks '%s'", missing);
    syntax_python_lower(syntax, (struct span){source->data, source->len}, bytes);
    syntax_python_free(syntax);
    return true;
}

static bool dump(const char *path, struct buffer *out, struct error *error) {
    struct buffer source = {0}, bytes = {0};
    struct facts facts;
    bool done = fs_read(path, FACTS_SOURCE_LIMIT, &source, error) && lower(&source, &bytes, error);
    if (done && facts_open(&facts, bytes.data, bytes.len))
        facts_dump(&facts, out);
    buffer_free(&bytes);
    buffer_free(&source);
    return done;
}

enum cli_status cmd_facts(const struct options *options, struct arena *arena) {
    (void)arena;
    struct buffer out = {0};
    struct error error;
    if (options->operands.count != 1) {
        error_set(&error, NULL, 0, NULL, "loadpath facts takes one file");
        return cli_trouble(&error);
    }
    if (!dump(options->operands.items[0], &out, &error)) {
        buffer_free(&out);
        return cli_trouble(&error);
    }
    return cli_print(&out, NULL, STATUS_CLEAN);
}
