#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "project/listing.h"
#include "project/project.h"
#include "project/tree.h"

static int by_bytes(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void add_file(struct tree *self, struct span path, uint64_t size) {
    uint32_t number = intern_add(&self->names, path);
    vec_push(&self->files, ((struct tree_file){intern_string(&self->names, number), size}));
    if (span_is(path_name(path), "__init__.py") || span_is(path_name(path), "__init__.pyi"))
        intern_add(&self->packages, path_folder(path));
}

static void add_deployment(struct tree *self, struct span path, uint64_t size) {
    if (size > PROJECT_LARGEST_DEPLOYMENT || self->deployments.len == PROJECT_DEPLOYMENTS)
        self->skipped_deployments++;
    else
        vec_push(&self->deployments, ((struct tree_file){arena_strndup(&self->arena, path.data, path.len), size}));
}

/* What was listed is a claim: git lists deleted files and does not see that a folder has become a link. */
static void take(struct tree *self, struct span path, struct real_folders *real) {
    struct stat status;
    if (!real_folders_has(real, path_folder(path)))
        return;
    listing_join(&real->scratch, real->root, path);
    if (lstat(real->scratch.data, &status) != 0)
        return;
    bool is_python = listing_is_python(path_name(path));
    self->skipped_links += is_python && S_ISLNK(status.st_mode);
    if (!S_ISREG(status.st_mode))
        return;
    if (listing_is_manifest(path_name(path)))
        intern_add(&self->projects, path_folder(path));
    if (is_python && (uint64_t)status.st_size > PROJECT_LARGEST_FILE)
        self->skipped_large++;
    else if (is_python)
        add_file(self, path, (uint64_t)status.st_size);
    else if (listing_is_deployment(path))
        add_deployment(self, path, (uint64_t)status.st_size);
}

static void take_all(struct tree *self, struct listing *listing) {
    struct real_folders real = {.root = listing->root};
    const char **paths = listing->paths.data;
    if (listing->paths.len)
        qsort(paths, listing->paths.len, sizeof *paths, by_bytes);
    for (uint32_t i = 0; i < listing->paths.len; i++)
        if (!i || strcmp(paths[i], paths[i - 1]) != 0) /* an unmerged file is listed once a side */
            take(self, span_of(paths[i]), &real);
    self->skipped_links += listing->skipped_links;
    self->skipped_folders += listing->skipped_folders;
    real_folders_free(&real);
}

/* A folder that git ignores as a whole, or knows nothing of, was named for a reason: it is walked. */
static void list(struct listing *self, bool through_git) {
    if (!through_git || !listing_git(self, "") || !self->entries)
        listing_walk(self, "");
}

bool tree_discover(struct tree *self, const char *root, bool through_git, struct error *error) {
    struct listing listing = {.root = root};
    list(&listing, through_git);
    bool readable = listing.entries || !listing.skipped_folders, bounded = !listing.overflow;
    if (readable && bounded)
        take_all(self, &listing);
    vec_free(&listing.paths);
    arena_release(&listing.arena);
    if (!readable)
        return error_set(error, root, 0, "check its permissions", "cannot read folder");
    return bounded || error_set(error, root, 0, "name a folder below it", "more than %u files", LISTING_LARGEST);
}
