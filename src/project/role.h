/* What part a file plays, told by its path and its neighbours. For src/project; others read project_file.role. */
#ifndef LP_PROJECT_ROLE_H
#define LP_PROJECT_ROLE_H

#include <stdbool.h>

#include "project/config.h"
#include "project/project.h"
#include "project/tree.h"

/* The role of a Python file of the tree, path relative to the root. Constant in its arguments. */
enum project_role role_of(const struct tree *tree, const struct config *config, const char *path);
/* The bit (1 << role) of a role that is only counted by default, by the name the configuration gives it ("tests",
 * "migrations", "vendored", "generated"); 0 for other names. */
unsigned role_counted_parse(const char *name);

#endif
