#include "syntax_helper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/dump.h"
#include "syntax/python.h"

static struct syntax_python *python;
static struct buffer bytes, text;
static struct facts facts;

const struct facts *helper_lower(const char *source, size_t length) {
    const char *missing = NULL;
    if (!python)
        python = syntax_python_new(&missing);
    if (!python)
        fail_msg("the grammar lacks %s", missing);
    /* On the heap and without a NUL, so that a sanitizer sees reads past the end. */
    char *copy = malloc(length ? length : 1);
    memcpy(copy, source, length);
    bytes.len = 0;
    syntax_python_lower(python, (struct span){copy, length}, &bytes);
    free(copy);
    assert_true(facts_load(&facts, bytes.data, bytes.len));
    return &facts;
}

const char *helper_dump(const char *source) {
    helper_lower(source, strlen(source));
    text.len = 0;
    facts_dump(&facts, &text);
    return text.data;
}

struct buffer *helper_bytes(void) {
    return &bytes;
}

void helper_expect(const char *source, const char *wanted) {
    const char *dump = helper_dump(source), *from = dump;
    while (*wanted) {
        size_t length = strcspn(wanted, "\n");
        const char *found = memmem(from, strlen(from), wanted, length);
        if (!found)
            fail_msg("source:\n%s\nhas no (further) \"%.*s\" in:\n%s", source, (int)length, wanted, dump);
        from = found + length;
        wanted += length + (wanted[length] == '\n');
    }
}

void helper_reject(const char *source, const char *unwanted) {
    const char *dump = helper_dump(source);
    if (strstr(dump, unwanted))
        fail_msg("source:\n%s\nhas \"%s\" in:\n%s", source, unwanted, dump);
}

int helper_free(void **state) {
    (void)state;
    syntax_python_free(python);
    python = NULL;
    buffer_free(&bytes);
    buffer_free(&text);
    return 0;
}

char *helper_repeat(const char *piece, size_t count) {
    size_t length = strlen(piece);
    char *all = malloc(length * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * length, piece, length);
    all[length * count] = '\0';
    return all;
}
