/* Any bytes as a Python file: lowering survives, and what it makes passes the check of cached facts. */
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "facts/dump.h"
#include "syntax/python.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct syntax_python *python;
    static struct buffer bytes, text;
    const char *missing;
    if (!python)
        python = syntax_python_new(&missing);
    BUG_ON(!python);
    bytes.len = text.len = 0;
    syntax_python_lower(python, (struct span){(const char *)data, size}, &bytes);
    struct facts facts;
    BUG_ON(!facts_load(&facts, bytes.data, bytes.len));
    facts_dump(&facts, &text);
    return 0;
}
