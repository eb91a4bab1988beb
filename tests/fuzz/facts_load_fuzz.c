/* Damaged facts: refused, or harmless to a reader. The input is a list of changes to the facts of a small file,
 * six bytes each: a 16-bit word number and what that word becomes. The checksum is made to fit. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "facts/dump.h"
#include "facts/layout.h"
#include "syntax/python.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char source[] =
    "import a.b as c\n__all__ = ['f']\nclass C(c.D, m=1):\n    x: int = 1\n    def f(self, y: 'C' = 2, *z):\n"
    "        self.x = [i for i in y if i < 3]  # noqa\n        with y as z: return lambda q: (q[1:2], {1: f'{q}'})\n"
    "match c:\n    case C(): pass\nc.d(*a, k=1) if a else b\ntype T = int\nx = (\n";

/* The undamaged facts; kept for the life of the process. */
static const struct buffer *whole(void) {
    static struct buffer bytes;
    if (!bytes.len) {
        const char *missing;
        struct syntax_python *python = syntax_python_new(&missing);
        BUG_ON(!python);
        syntax_python_lower(python, SPAN(source), &bytes);
        syntax_python_free(python);
    }
    return &bytes;
}

static void change(uint32_t *words, size_t count, const uint8_t *data, size_t size) {
    for (; size >= 6; data += 6, size -= 6) {
        uint16_t place;
        memcpy(&place, data, sizeof place);
        memcpy(&words[place % count], data + 2, sizeof *words);
    }
}

/* The whole run, changed; freed by the caller. */
static struct facts_header *damaged(const uint8_t *data, size_t size) {
    const struct buffer *bytes = whole();
    struct facts_header *header = malloc(bytes->len);
    BUG_ON(!header);
    memcpy(header, bytes->data, bytes->len);
    change((uint32_t *)(void *)header, bytes->len / sizeof(uint32_t), data, size);
    header->magic = FACTS_MAGIC;
    header->version = FACTS_VERSION;
    header->size = (uint32_t)bytes->len;
    header->checksum = hash_bytes((const char *)header + FACTS_CHECKED_FROM, bytes->len - FACTS_CHECKED_FROM);
    return header;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct buffer text;
    struct facts_header *header = damaged(data, size);
    struct facts facts;
    text.len = 0;
    if (facts_load(&facts, header, header->size))
        facts_dump(&facts, &text);
    free(header);
    return 0;
}
