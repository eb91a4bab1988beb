#include "project/tree.h"

#include <string.h>

struct span path_folder(struct span path) {
    const char *slash = path.len ? memrchr(path.data, '/', path.len) : NULL;
    return (struct span){path.data, slash ? (size_t)(slash - path.data) : 0};
}

struct span path_name(struct span path) {
    size_t folder = path_folder(path).len;
    size_t skip = folder || (path.len && *path.data == '/') ? folder + 1 : 0;
    return (struct span){path.data + skip, path.len - skip};
}

static bool holds(const struct intern *names, struct span text) {
    return names->len && intern_find(names, text) != INTERN_NONE;
}

bool tree_has(const struct tree *self, struct span folder, const char *name) {
    char path[4096]; /* no longer path can be opened */
    size_t length = strlen(name), at = folder.len ? folder.len + 1 : 0;
    if (at + length > sizeof path)
        return false;
    if (at) {
        memcpy(path, folder.data, folder.len);
        path[folder.len] = '/';
    }
    memcpy(path + at, name, length);
    return holds(&self->names, (struct span){path, at + length});
}

bool tree_is_package(const struct tree *self, struct span folder) { return holds(&self->packages, folder); }

bool tree_is_project(const struct tree *self, struct span folder) {
    return !folder.len || holds(&self->projects, folder);
}

void tree_free(struct tree *self) {
    vec_free(&self->files);
    vec_free(&self->deployments);
    arena_release(&self->arena);
    intern_free(&self->names);
    intern_free(&self->packages);
    intern_free(&self->projects);
}
