/* Python source to facts. One struct syntax_python a worker: it owns memory for a parser and scratch memory and is
 * reused for file after file. The tree is dropped as soon as its facts are written. */
#ifndef LP_SYNTAX_PYTHON_H
#define LP_SYNTAX_PYTHON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

struct syntax_python;

/* NULL when the grammar lacks a node kind this file knows: a broken build, named on stderr by the caller via *missing. */
struct syntax_python *syntax_python_new(const char **missing);
void syntax_python_free(struct syntax_python *self);
/* Lowers the bytes of one file (any bytes) and appends its facts to *out (see facts_builder_finish for alignment).
 * Never fails: what cannot be read becomes a fault among the facts. */
void syntax_python_lower(struct syntax_python *self, struct span bytes, struct buffer *out);
/* Decodes a source file as Python would: BOM, coding line (utf-8, latin-1 and ascii; other encodings of one byte a character
 * are read as latin-1, the rest too, with a fault), invalid bytes replaced. *owned receives new memory when bytes had to
 * change, else the result points into bytes. *bad receives the offset of the first invalid byte or UINT32_MAX. */
struct span syntax_decode(struct span bytes, struct buffer *owned, uint32_t *bad);

#endif
