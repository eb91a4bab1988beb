/* Any bytes as a TOML file: a document, or an error that says where. */
#include <stddef.h>
#include <stdint.h>

#include "syntax/toml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena = {0};
    struct error error = {.line = 0};
    const struct toml_value *root = toml_parse("fuzz", (struct span){(const char *)data, size}, &arena, &error);
    BUG_ON(!root && !error.message[0]);
    BUG_ON(root && root->kind != TOML_TABLE);
    toml_get(root, "tool.loadpath");
    arena_release(&arena);
    return 0;
}
