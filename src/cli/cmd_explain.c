#include <string.h>
#include <unistd.h>

#include "base/term.h"
#include "check/check.h"
#include "cli/cli.h"
#include "cli/markdown.h"
#include "cli/registry.h"

static struct span document_of(const struct check *check) {
    for (unsigned i = 0; i < check_docs_count; i++)
        if (strcmp(check_docs[i].id, check->id) == 0)
            return (struct span){check_docs[i].text, check_docs[i].length};
    return SPAN("");
}

static bool wants_colour(const struct options *options) {
    if (options->colour && strcmp(options->colour, "auto") != 0)
        return strcmp(options->colour, "always") == 0;
    return term_colour(STDOUT_FILENO);
}

/* Into a pipe or a file the document goes as it is. */
static void put_document(const struct options *options, struct span document, struct buffer *out) {
    bool colour = wants_colour(options);
    if (colour || isatty(STDOUT_FILENO))
        markdown_render(document, term_width(STDOUT_FILENO), colour, out);
    else
        buffer_add(out, document.data, document.len);
}

static bool explain(const struct options *options, const char *name, struct buffer *out, struct error *error) {
    const struct check *check = registry_find(name, error);
    if (!check)
        return false;
    if (out->len)
        buffer_putc(out, '\n');
    put_document(options, document_of(check), out);
    return true;
}

enum cli_status cmd_explain(const struct options *options, struct arena *arena) {
    (void)arena;
    struct buffer out = {0};
    struct error error;
    bool known = options->operands.count != 0;
    if (!known)
        error_set(&error, NULL, 0, "loadpath rules lists them", "loadpath explain takes the code of a check");
    for (uint32_t i = 0; known && i < options->operands.count; i++)
        known = explain(options, options->operands.items[i], &out, &error);
    if (known)
        return cli_print(&out, NULL, STATUS_CLEAN);
    buffer_free(&out);
    return cli_trouble(&error);
}
