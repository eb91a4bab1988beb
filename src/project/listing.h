/* The two ways to list a folder's files: git and a walk. For discover.c only. */
#ifndef LP_PROJECT_LISTING_H
#define LP_PROJECT_LISTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/vec.h"

#define LISTING_LARGEST 1000000u /* paths; more is no project but a disk */

struct listing {
    const char *root;         /* absolute */
    struct arena arena;       /* of the paths */
    VEC(const char *) paths;  /* Python files, manifests and deployment files relative to the root, unsorted; maybe gone */
    uint32_t entries;         /* all that was listed, whatever its name */
    uint32_t skipped_links;   /* to folders */
    uint32_t skipped_folders; /* unreadable */
    bool overflow;            /* more than LISTING_LARGEST */
};

/* Adds what git knows or does not ignore below a folder of the root ("" is the root itself), nested repositories
 * included. False when git is missing or refuses, or it is no work tree. Runs nothing the repository configures. */
bool listing_git(struct listing *self, const char *folder);
/* Adds what stands below a folder, symbolic links not followed, the usual build and tool folders left out. */
void listing_walk(struct listing *self, const char *folder);

/* Keeps a path when its name is of use. */
void listing_add(struct listing *self, struct span path);
/* Whether a folder, path relative to the root, is one that no project wants to see unless it is committed. */
bool listing_unwanted(const char *root, struct span folder);
/* Whether the name is that of a Python file; of a manifest that makes its folder a project. */
bool listing_is_python(struct span name);
bool listing_is_manifest(struct span name);
/* Whether a path is that of a file that says how the project is run: Dockerfile, compose file, Procfile, script, … */
bool listing_is_deployment(struct span path);
/* root + "/" + path in *out, replaced. */
void listing_join(struct buffer *out, const char *root, struct span path);

/* Tells real folders from those behind a symbolic link. Remembers the last answer, so that asking in the order of the
 * names costs one look a folder. */
struct real_folders {
    const char *root;
    struct buffer real, fake; /* the last folder that was found good, and bad; relative to the root */
    struct buffer scratch;
};
bool real_folders_has(struct real_folders *self, struct span folder);
void real_folders_free(struct real_folders *self);

#endif
