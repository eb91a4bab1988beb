#include "project/project.h"

#include <string.h>

#include "base/fs.h"
#include "base/glob.h"
#include "base/text.h"
#include "project/role.h"
#include "project/roots.h"
#include "project/tree.h"

/* ---- where the project is, and what it wants --------------------------------------------------------------------- */

static const char *folder_of(const char *path, struct arena *arena) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_strndup(arena, path, (size_t)(slash - path));
}

/* The folder that was meant, as it was spelled; *real is its canonical path. */
static bool find_folder(struct project *self, const char *path, const char **spelled, struct error *error) {
    *spelled = fs_is_file(path) ? folder_of(path, &self->arena) : path;
    self->folder = fs_real(*spelled, &self->arena);
    if (!self->folder)
        return error_set(error, path, 0, "name an existing folder or file", "no such file or folder");
    return fs_kind(self->folder) == FS_FOLDER ||
           error_set(error, path, 0, "name a folder or a Python file", "not a folder");
}

static bool read_config(struct project *self, const char *folder, const char *config_path, struct error *error) {
    config_init(&self->config);
    if (!config_path)
        return config_find(&self->config, folder, &self->arena, error);
    return !*config_path || config_read(&self->config, config_path, &self->arena, error);
}

/* Patterns are relative to the configuration's folder. One that stands elsewhere, not above the project, is taken to
 * speak of the project's root. */
static const char *prefix_of(const struct project *self, struct arena *arena) {
    const char *above = self->config.path ? fs_real(folder_of(self->config.path, arena), arena) : NULL;
    size_t length = above ? strlen(above) : 0;
    if (length && above[length - 1] == '/')
        length--;
    if (!above || strncmp(self->folder, above, length) != 0 || self->folder[length] != '/' || !self->folder[length + 1])
        return "";
    return arena_printf(arena, "%s/", self->folder + length + 1);
}

/* ---- which files ------------------------------------------------------------------------------------------------- */

/* The patterns of exclude but those that leave out the project's root itself: who names a folder wants it read. */
static struct config_names exclusions(struct project *self) {
    const struct config_names *exclude = &self->config.exclude;
    size_t length = strlen(self->config.prefix);
    const char *root = arena_strndup(&self->arena, self->config.prefix, length ? length - 1 : 0);
    struct config_names kept = {arena_alloc(&self->arena, exclude->count * sizeof *kept.items), 0, NULL};
    for (uint32_t i = 0; i < exclude->count; i++)
        if (!length || !strchr(exclude->items[i], '/') || !glob_match(exclude->items[i], root))
            kept.items[kept.count++] = exclude->items[i];
    return kept;
}

/* A stub beside its module says nothing that the module does not. */
static bool is_shadowed_stub(const struct tree *tree, const char *path) {
    size_t length = strlen(path);
    struct span module = {path, length - 1};
    return path[length - 1] == 'i' && tree->names.len && intern_find(&tree->names, module) != INTERN_NONE;
}

static void keep_files(struct project *self, const struct tree *tree) {
    struct config_names exclude = exclusions(self);
    const struct config_names *include = &self->config.include;
    self->files = arena_zalloc(&self->arena, tree->files.len * sizeof *self->files);
    for (uint32_t i = 0; i < tree->files.len; i++) {
        const char *path = tree->files.data[i].path;
        if ((include->count && !config_matches(&self->config, include, path)) ||
            config_matches(&self->config, &exclude, path) || is_shadowed_stub(tree, path))
            continue;
        self->files[self->file_count++] = (struct project_file){
            .path = arena_strdup(&self->arena, path),
            .size = tree->files.data[i].size,
            .role = (uint8_t)role_of(tree, &self->config, path),
            .is_stub = span_ends(span_of(path), ".pyi"),
        };
    }
}

static void keep_deployments(struct project *self, const struct tree *tree) {
    struct config_names exclude = exclusions(self);
    self->deployments = arena_zalloc(&self->arena, tree->deployments.len * sizeof *self->deployments);
    for (uint32_t i = 0; i < tree->deployments.len; i++) {
        const char *path = tree->deployments.data[i].path;
        if (!config_matches(&self->config, &exclude, path))
            self->deployments[self->deployment_count++] = (struct project_deployment){
                .path = arena_strdup(&self->arena, path), .role = (uint8_t)role_of(tree, &self->config, path)};
    }
}

static bool find_files(struct project *self, struct error *error) {
    struct tree tree = {0};
    bool found = tree_discover(&tree, self->folder, self->config.respect_gitignore, error);
    if (found) {
        keep_files(self, &tree);
        keep_deployments(self, &tree);
        roots_assign(self, &tree);
        self->skipped_links = tree.skipped_links;
        self->skipped_large = tree.skipped_large;
        self->skipped_folders = tree.skipped_folders;
        self->skipped_deployments = tree.skipped_deployments;
    }
    tree_free(&tree);
    return found;
}

bool project_open(struct project *self, const char *path, const char *config_path, struct error *error) {
    const char *spelled;
    *self = (struct project){0};
    bool opened = find_folder(self, path, &spelled, error) && read_config(self, spelled, config_path, error);
    if (opened) {
        self->config.prefix = prefix_of(self, &self->arena);
        opened = find_files(self, error);
    }
    if (!opened)
        arena_release(&self->arena);
    return opened;
}

void project_close(struct project *self) { arena_release(&self->arena); }
