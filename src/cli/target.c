#include "cli/target.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "cli/options.h"

static const char *const markers[] = {".git", "pyproject.toml", "loadpath.toml"};

static bool is_project(const char *folder, struct arena *arena) {
    for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
        if (fs_kind(fs_join(arena, folder, markers[i])) != FS_MISSING)
            return true;
    return false;
}

/* The folder that holds a canonical path; NULL for "/". */
static const char *parent(const char *path, struct arena *arena) {
    const char *slash = strrchr(path, '/');
    if (!path[1])
        return NULL;
    return slash == path ? "/" : arena_strndup(arena, path, (size_t)(slash - path));
}

/* What stands after `folder` in a canonical path at or below it, without a leading slash; NULL when it is elsewhere. */
static const char *relative_to(const char *folder, const char *path) {
    size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    if (strncmp(path, folder, length) != 0 || (path[length] && path[length] != '/'))
        return NULL;
    return path[length] ? path + length + 1 : path + length;
}

static bool holds_all(const char *folder, const struct config_names *paths) {
    for (uint32_t i = 0; i < paths->count; i++)
        if (!relative_to(folder, paths->items[i]))
            return false;
    return true;
}

static const char *folder_of(const char *path, struct arena *arena) {
    return fs_kind(path) == FS_FOLDER ? path : parent(path, arena);
}

/* The nearest project around canonical paths; without one, the folder of a path that the others are in. */
static const char *find_root(const struct config_names *paths, struct arena *arena) {
    const char *folder = folder_of(paths->items[0], arena);
    for (; folder; folder = parent(folder, arena))
        if (is_project(folder, arena) && holds_all(folder, paths))
            return folder;
    for (uint32_t i = 0; i < paths->count; i++) {
        folder = folder_of(paths->items[i], arena);
        if (holds_all(folder, paths))
            return folder;
    }
    return NULL;
}

static bool resolve(const struct config_names *paths, struct config_names *real, struct arena *arena,
                    struct error *error) {
    static const char *const here[] = {"."};
    uint32_t count = paths->count ? paths->count : 1;
    const char *const *items = paths->count ? paths->items : here;
    for (uint32_t i = 0; i < count; i++) {
        const char *path = fs_real(items[i], arena);
        if (!path)
            return error_set(error, items[i], 0, NULL, "%s", strerror(errno));
        options_add_name(real, path, arena);
    }
    return true;
}

static const char *with_slash(const char *folder, struct arena *arena) {
    return !*folder || strcmp(folder, "/") == 0 ? folder : arena_printf(arena, "%s/", folder);
}

/* "../../other/": up to the nearest folder around both. The whole path when only "/" is around both. */
static const char *across(const char *from, const char *to, struct arena *arena) {
    const char *up = "";
    for (const char *around = parent(from, arena); around && around[1]; around = parent(around, arena)) {
        const char *rest = relative_to(around, to);
        up = arena_printf(arena, "%s../", up);
        if (rest)
            return arena_printf(arena, "%s%s", up, with_slash(rest, arena));
    }
    return with_slash(to, arena);
}

static void place(struct target *self, struct arena *arena) {
    const char *here = fs_real(".", arena);
    const char *down = here ? relative_to(here, self->root) : NULL;
    const char *below = here ? relative_to(self->root, here) : NULL;
    self->prefix = self->below = "";
    if (down)
        self->prefix = with_slash(down, arena);
    else if (below)
        self->below = with_slash(below, arena);
    else
        self->prefix = here ? across(here, self->root, arena) : with_slash(self->root, arena);
}

bool target_find(struct target *self, const struct config_names *paths, struct arena *arena, struct error *error) {
    struct config_names real = {0};
    *self = (struct target){0};
    if (!resolve(paths, &real, arena, error))
        return false;
    self->root = find_root(&real, arena);
    if (!self->root)
        return error_set(error, NULL, 0, "check them one at a time", "no project holds all of the given paths");
    for (uint32_t i = 0; i < real.count; i++)
        options_add_name(&self->scope, relative_to(self->root, real.items[i]), arena);
    place(self, arena);
    return true;
}

static bool is_below(const char *folder, const char *path) {
    size_t length = strlen(folder);
    return !length || (strncmp(path, folder, length) == 0 && (!path[length] || path[length] == '/'));
}

bool target_covers(const struct target *self, const char *path) {
    for (uint32_t i = 0; i < self->scope.count; i++)
        if (is_below(self->scope.items[i], path))
            return true;
    return false;
}
