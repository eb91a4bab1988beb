/* The files of a project before anything is said about them: what there is, and what stands beside what.
 * Made by discovery, read by roles and source roots; for src/project only. */
#ifndef LP_PROJECT_TREE_H
#define LP_PROJECT_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/intern.h"
#include "base/text.h"
#include "base/vec.h"

struct tree_file {
    const char *path; /* relative to the root; text in the tree's `names` */
    uint64_t size;    /* in bytes */
};

struct tree {
    VEC(struct tree_file) files; /* Python files sorted by the bytes of their paths, each once */
    struct intern names;         /* their paths, to ask whether one is there */
    VEC(struct tree_file) deployments; /* files that say how the project is run, likewise sorted; paths in `arena` */
    struct arena arena;
    struct intern packages;   /* folders with an __init__.py or __init__.pyi */
    struct intern projects;   /* folders with a manifest: pyproject.toml, requirements.txt, Dockerfile, … */
    uint32_t skipped_links;   /* symbolic links named like a Python file or leading to a folder */
    uint32_t skipped_large;   /* Python files above PROJECT_LARGEST_FILE */
    uint32_t skipped_folders; /* folders that cannot be read */
    uint32_t skipped_deployments; /* above PROJECT_LARGEST_DEPLOYMENT, or more than PROJECT_DEPLOYMENTS */
};

/* Finds the files below root (an absolute path), through git when asked to and possible. *self must be zeroed; it is to
 * be freed whatever the result. */
bool tree_discover(struct tree *self, const char *root, bool through_git, struct error *error);
void tree_free(struct tree *self);

/* Whether this path (relative to the root) names a Python file of the tree. */
bool tree_has(const struct tree *self, struct span folder, const char *name);
/* Whether the folder ("" is the root) is a package; whether it holds a manifest (the root always counts as such). */
bool tree_is_package(const struct tree *self, struct span folder);
bool tree_is_project(const struct tree *self, struct span folder);

/* The folder of a path, "" for one without a slash, and the last component. */
struct span path_folder(struct span path);
struct span path_name(struct span path);

#endif
