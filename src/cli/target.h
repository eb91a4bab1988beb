/* What a command works on: the project that the given paths belong to, and the part of it that they name. */
#ifndef LP_CLI_TARGET_H
#define LP_CLI_TARGET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "project/config.h"

struct target {
    const char *root;          /* canonical absolute path of the project's folder */
    struct config_names scope; /* the given paths relative to the root; "" is all of it */
    const char *prefix;        /* the root as seen from the current folder, with a final `/`; or "" */
    const char *below;         /* the current folder as seen from the root, with a final `/`; or "" */
};

/* Finds the project of the paths ("." when there are none): the nearest folder at or above the first one that holds
 * .git, pyproject.toml or loadpath.toml and all the others; a folder outside of any is a project of its own. Strings
 * live in the arena. False with an error when a path does not exist or no project holds them all. */
bool target_find(struct target *self, const struct config_names *paths, struct arena *arena, struct error *error);
/* True when a path of the project is one of the given ones or below it. */
bool target_covers(const struct target *self, const char *path);

#endif
