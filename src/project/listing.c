#include "project/listing.h"

#include <string.h>

#include "base/fs.h"
#include "project/tree.h"

static bool is_one_of(struct span name, const char *const *names) {
    for (; *names; names++)
        if (span_is(name, *names))
            return true;
    return false;
}

bool listing_is_python(struct span name) { return span_ends(name, ".py") || span_ends(name, ".pyi"); }

bool listing_is_manifest(struct span name) {
    static const char *const manifests[] = {"pyproject.toml", "setup.py",  "setup.cfg",  "requirements.txt",
                                            "Pipfile",        "manage.py", "Dockerfile", NULL};
    return is_one_of(name, manifests);
}

void listing_join(struct buffer *out, const char *root, struct span path) {
    out->len = 0;
    buffer_puts(out, root);
    if (path.len) {
        buffer_putc(out, '/');
        buffer_add(out, path.data, path.len);
    }
}

void listing_add(struct listing *self, struct span path) {
    struct span name = path_name(path);
    self->entries++;
    if (!listing_is_python(name) && !listing_is_manifest(name) && !listing_is_deployment(path))
        return;
    if (self->paths.len == LISTING_LARGEST)
        self->overflow = true;
    else
        vec_push(&self->paths, arena_strndup(&self->arena, path.data, path.len));
}

/* A folder named build or dist that is a package is somebody's code. */
static bool is_package_on_disk(const char *root, struct span folder) {
    struct buffer path = {0};
    listing_join(&path, root, folder);
    buffer_puts(&path, "/__init__.py");
    bool found = fs_kind(path.data) == FS_FILE;
    buffer_free(&path);
    return found;
}

bool listing_unwanted(const char *root, struct span folder) {
    static const char *const tools[] = {
        "__pycache__", "__pypackages__", "node_modules", "site-packages",    "dist-packages",
        "venv",        "virtualenv",     "htmlcov",      "bower_components", NULL};
    static const char *const products[] = {"build", "dist", "_build", "buck-out", NULL};
    struct span name = path_name(folder);
    if (span_starts(name, ".") || is_one_of(name, tools) || span_ends(name, ".egg-info"))
        return true;
    return is_one_of(name, products) && !is_package_on_disk(root, folder);
}

/* The length of the leading folders that both paths share. */
static size_t common_folders(struct span a, struct span b) {
    size_t shorter = a.len < b.len ? a.len : b.len, common = 0, i = 0;
    for (; i < shorter && a.data[i] == b.data[i]; i++)
        if (a.data[i] == '/')
            common = i;
    bool whole = i == shorter && (a.len == i || a.data[i] == '/') && (b.len == i || b.data[i] == '/');
    return whole ? shorter : common;
}

static struct span span_of_buffer(const struct buffer *text) { return (struct span){text->data, text->len}; }

static void keep(struct buffer *out, struct span text) {
    out->len = 0;
    buffer_add(out, text.data, text.len);
}

bool real_folders_has(struct real_folders *self, struct span folder) {
    if (self->fake.len && common_folders(folder, span_of_buffer(&self->fake)) == self->fake.len)
        return false;
    size_t known = common_folders(folder, span_of_buffer(&self->real));
    while (known < folder.len) {
        size_t from = known ? known + 1 : 0;
        const char *slash = memchr(folder.data + from, '/', folder.len - from);
        known = slash ? (size_t)(slash - folder.data) : folder.len;
        struct span part = {folder.data, known};
        listing_join(&self->scratch, self->root, part);
        if (fs_kind(self->scratch.data) != FS_FOLDER) {
            keep(&self->fake, part);
            return false;
        }
    }
    keep(&self->real, folder);
    return true;
}

void real_folders_free(struct real_folders *self) {
    buffer_free(&self->real);
    buffer_free(&self->fake);
    buffer_free(&self->scratch);
}
