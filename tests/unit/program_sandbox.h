/* A linked program made of sources in the test itself. */
#ifndef LP_TESTS_PROGRAM_SANDBOX_H
#define LP_TESTS_PROGRAM_SANDBOX_H

#include "base/buffer.h"
#include "flow/flow.h"
#include "program/program.h"

#define SANDBOX_FILES 12

struct program_sandbox_file {
    const char *path; /* "app/main.py"; an __init__.py is a package */
    const char *text;
};

struct program_sandbox {
    struct program *program;
    struct buffer facts[SANDBOX_FILES];
    char modules[SANDBOX_FILES][64];
};

/* Links the files (ended by a NULL path), all in one source root, with the built-in library models. */
void program_sandbox_open(struct program_sandbox *self, const struct program_sandbox_file *files);
void program_sandbox_close(struct program_sandbox *self);
/* The type of the argument of the n-th call `reveal(…)` in a file, described. */
const char *program_sandbox_reveal(struct program_sandbox *self, uint32_t file, unsigned n);
/* The def with this dotted name ("app.main.f"); fails the test when there is none. */
uint32_t program_sandbox_def(struct program_sandbox *self, const char *dotted);

#endif
