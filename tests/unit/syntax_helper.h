/* Python source to facts and their dump, for the tests of facts and syntax. One lowering at a time. */
#ifndef TESTS_SYNTAX_HELPER_H
#define TESTS_SYNTAX_HELPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "facts/facts.h"

/* Facts of some source, valid until the next call; the test fails when facts_load refuses them. */
const struct facts *helper_lower(const char *source, size_t length);
/* The same as text. */
const char *helper_dump(const char *source);
/* The bytes of the last lowering, 8-byte aligned, for a test to damage. */
struct buffer *helper_bytes(void);
/* Fails the test unless every line of `wanted` (separated by newlines) occurs in the dump of the source, in order. */
void helper_expect(const char *source, const char *wanted);
/* Fails the test when `unwanted` occurs in the dump. */
void helper_reject(const char *source, const char *unwanted);
/* Frees everything; the teardown of a group. */
int helper_free(void **state);

/* `count` copies of a text, NUL-terminated; freed by the caller. */
char *helper_repeat(const char *text, size_t count);

#endif
