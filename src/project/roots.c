/* The rule. The source root of a file is the first of these that there is:
 *
 * 1. the longest folder of the configuration's `src` that the file stands in;
 * 2. the parent of the highest package (a folder with an __init__.py) that the file stands in, looking up no further
 *    than to a base; folders without an __init__.py on the way there are namespace packages inside that package;
 * 3. for a file in no package (a namespace package, a flat service): the base.
 *
 * A base is a folder that is no package and holds a manifest (pyproject.toml, setup.py, setup.cfg, requirements.txt,
 * Pipfile, manage.py, Dockerfile), or is named src and stands in one that holds a manifest, or is the project's root.
 *
 * The module name is the dotted path from the source root. A file that can be imported under several names, from the
 * repository's and from a service's folder, gets the one of this rule; who links imports may try the others.
 *
 * When the project's root is itself a package, it may be an inner folder of a larger tree: then the names of the
 * packages above it lead its modules (`loadpath check src/app/api` has app.api.routes), unless something shows that it
 * is a top folder, .git or a manifest, in which an __init__.py strayed. The same holds for a configured `src` above the
 * project's root. Both are called the lead here. */
#include "project/roots.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/fs.h"

#define LEAD_MOST 64 /* packages above the project's root */

struct roots {
    struct project *project;
    const struct tree *tree;
    struct intern found;  /* source roots in order of first use; number 0 is "" */
    VEC(struct span) src; /* configured ones, relative to the project's root */
    const char *lead;     /* put before the modules of root "": "", "app.api" */
    struct buffer module; /* the name being put together */
};

static bool is_below(struct span path, struct span folder) {
    return !folder.len ||
           (path.len > folder.len && path.data[folder.len] == '/' && memcmp(path.data, folder.data, folder.len) == 0);
}

static bool configured(const struct roots *self, struct span path, struct span *root) {
    bool found = false;
    for (uint32_t i = 0; i < self->src.len; i++) {
        struct span candidate = self->src.data[i];
        if (is_below(path, candidate) && (!found || candidate.len > root->len)) {
            *root = candidate;
            found = true;
        }
    }
    return found;
}

/* A folder that imports start from whatever stands above it. An __init__.py in it says that they do not. */
static bool is_known_root(const struct tree *tree, struct span folder) {
    if (tree_is_package(tree, folder))
        return false;
    return tree_is_project(tree, folder) ||
           (span_is(path_name(folder), "src") && tree_is_project(tree, path_folder(folder)));
}

static struct span detected(const struct roots *self, struct span folder) {
    struct span highest = {0};
    for (; folder.len && !is_known_root(self->tree, folder); folder = path_folder(folder))
        if (tree_is_package(self->tree, folder))
            highest = folder;
    if (!folder.len && *self->lead)
        return folder; /* a part of the package that leads here */
    return highest.len ? path_folder(highest) : folder;
}

/* ---- the lead ---------------------------------------------------------------------------------------------------- */

static bool is_top(const struct roots *self, const char *folder) {
    struct arena *arena = &self->project->arena;
    return fs_kind(fs_join(arena, folder, ".git")) != FS_MISSING ||
           (self->tree->projects.len && intern_find(&self->tree->projects, SPAN("")) != INTERN_NONE);
}

static bool is_package_on_disk(const struct roots *self, const char *folder) {
    return fs_kind(fs_join(&self->project->arena, folder, "__init__.py")) == FS_FILE;
}

/* The dotted names of the packages that end in the project's root. */
static const char *lead_of_packages(const struct roots *self) {
    struct arena *arena = &self->project->arena;
    const char *folder = self->project->folder, *lead = "";
    if (!tree_is_package(self->tree, SPAN("")) || is_top(self, folder))
        return "";
    for (int up = 0; up < LEAD_MOST && is_package_on_disk(self, folder); up++) {
        const char *name = strrchr(folder, '/');
        if (!name || !name[1])
            break;
        lead = arena_printf(arena, "%s%s%s", name + 1, *lead ? "." : "", lead);
        folder = name == folder ? "/" : arena_strndup(arena, folder, (size_t)(name - folder));
    }
    return lead;
}

static const char *dotted(struct arena *arena, struct span path) {
    char *text = arena_strndup(arena, path.data, path.len);
    for (char *at = text; *at; at++)
        if (*at == '/')
            *at = '.';
    return text;
}

/* One folder of `src`, which is relative to the configuration's folder, seen from the project's root. */
static void add_src(struct roots *self, struct span src) {
    struct span prefix = span_of(self->project->config.prefix);
    struct span here = {prefix.data, prefix.len ? prefix.len - 1 : 0}; /* the project's root */
    if (is_below(src, here) && src.len) {
        vec_push(&self->src, ((struct span){src.data + prefix.len, src.len - prefix.len}));
    } else if (span_eq(src, here) || is_below(here, src)) {
        size_t skip = src.len && src.len < here.len ? src.len + 1 : src.len;
        vec_push(&self->src, SPAN(""));
        self->lead = dotted(&self->project->arena, (struct span){here.data + skip, here.len - skip});
    }
}

static void read_src(struct roots *self) {
    const struct config_names *src = &self->project->config.src;
    for (uint32_t i = 0; i < src->count; i++)
        add_src(self, span_of(src->items[i]));
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

/* The path from the source root on, without the suffix and a final __init__. */
static struct span module_path(struct span path, struct span root, bool *is_package) {
    size_t skip = root.len ? root.len + 1 : 0;
    struct span rest = {path.data + skip, path.len - skip};
    rest.len -= span_ends(rest, ".pyi") ? 4 : 3;
    *is_package = span_is(path_name(rest), "__init__");
    return *is_package ? path_folder(rest) : rest;
}

static const char *module_name(struct roots *self, struct span module, const char *lead) {
    struct buffer *out = &self->module;
    out->len = 0;
    buffer_puts(out, lead);
    if (*lead && module.len)
        buffer_putc(out, '.');
    size_t start = out->len;
    buffer_add(out, module.data, module.len);
    for (size_t i = start; i < out->len; i++)
        if (out->data[i] == '/')
            out->data[i] = '.';
    return out->len ? arena_strndup(&self->project->arena, out->data, out->len) : "";
}

static void name_file(struct roots *self, struct project_file *file) {
    struct span path = span_of(file->path), root = {0};
    if (!configured(self, path, &root))
        root = detected(self, path_folder(path));
    struct span module = module_path(path, root, &file->is_package);
    file->root = intern_add(&self->found, root);
    file->module = module_name(self, module, root.len ? "" : self->lead);
}

/* ---- the list of roots ------------------------------------------------------------------------------------------- */

static int longest_first(const void *a, const void *b) {
    const char *left = *(const char *const *)a, *right = *(const char *const *)b;
    size_t left_length = strlen(left), right_length = strlen(right);
    if (left_length != right_length)
        return left_length < right_length ? 1 : -1;
    return strcmp(left, right);
}

/* Copies the roots in their final order and renumbers the files' references. */
static void list_roots(struct roots *self) {
    struct project *project = self->project;
    uint32_t count = self->found.len;
    uint32_t *position = arena_alloc(&project->arena, count * sizeof *position);
    project->roots = arena_alloc(&project->arena, count * sizeof *project->roots);
    project->root_count = count;
    for (uint32_t i = 0; i < count; i++)
        project->roots[i] = arena_strdup(&project->arena, intern_string(&self->found, i));
    qsort(project->roots, count, sizeof *project->roots, longest_first);
    for (uint32_t i = 0; i < count; i++)
        position[intern_find(&self->found, span_of(project->roots[i]))] = i;
    for (uint32_t i = 0; i < project->file_count; i++)
        project->files[i].root = position[project->files[i].root];
}

void roots_assign(struct project *project, const struct tree *tree) {
    struct roots self = {.project = project, .tree = tree, .lead = ""};
    intern_add(&self.found, SPAN(""));
    self.lead = lead_of_packages(&self);
    read_src(&self);
    for (uint32_t i = 0; i < project->file_count; i++)
        name_file(&self, &project->files[i]);
    list_roots(&self);
    intern_free(&self.found);
    vec_free(&self.src);
    buffer_free(&self.module);
}
