/* What Python calls each file: source roots and module names. For project.c only; the rule stands in roots.c. */
#ifndef LP_PROJECT_ROOTS_H
#define LP_PROJECT_ROOTS_H

#include "project/project.h"
#include "project/tree.h"

/* Fills module, root and is_package of the project's files, and its roots. */
void roots_assign(struct project *project, const struct tree *tree);

#endif
