/* A folder to build small projects in: made for one test, removed after it. For the tests of src/project only; a step
 * that fails ends the test. */
#ifndef LP_TESTS_PROJECT_SANDBOX_H
#define LP_TESTS_PROJECT_SANDBOX_H

#include <stdbool.h>

#include "project/project.h"

struct sandbox {
    char folder[128]; /* absolute, canonical */
};

void sandbox_open(struct sandbox *self);
void sandbox_close(struct sandbox *self);
/* folder + "/" + path, valid until 8 further calls. */
const char *sandbox_path(const struct sandbox *self, const char *path);
/* Writes a file with the folders that lead to it. A path that ends in a slash makes the folder only. */
void sandbox_write(const struct sandbox *self, const char *path, const char *text);
/* Writes many empty files: paths separated by blanks. */
void sandbox_touch(const struct sandbox *self, const char *paths);
void sandbox_link(const struct sandbox *self, const char *target, const char *path);
/* Runs git in a folder of the sandbox with up to three words; false when there is no git. */
bool sandbox_git(const struct sandbox *self, const char *folder, const char *a, const char *b, const char *c);

/* The paths of the project's files joined by blanks: "a.py app/b.py". Valid until the next call. */
const char *project_paths(const struct project *project);
const struct project_file *project_find(const struct project *project, const char *path);

#endif
