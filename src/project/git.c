#include <string.h>
#include <sys/stat.h>

#include "base/fs.h"
#include "project/listing.h"
#include "project/tree.h"

#define OUTPUT_LARGEST ((uint64_t)512 << 20)
#define NESTED_MOST 64u /* repositories in the repository; one run of git each */

struct git {
    struct listing *listing;
    const char *folder;       /* that git ran in, relative to the root */
    VEC(const char *) nested; /* repositories still to be listed, relative to the root */
    uint32_t nested_seen;
    struct real_folders real;
    struct buffer path;        /* of the entry, relative to the root */
    struct buffer last_folder; /* of the last untracked entry */
    bool last_unwanted;
};

/* One entry of the listing: "H 100644 HASH STAGE<tab>PATH" for a tracked file, "? PATH" for another. */
struct entry {
    bool tracked;
    struct span mode; /* octal; empty for what is not tracked */
    struct span path; /* relative to the folder git ran in */
};

/* The repository's configuration is the project's and may be hostile, but what git is told here goes before it: no
 * monitor and no hook is run, and a missing object (of a partial clone) is not fetched through a command or a network.
 * Nothing is written. */
/* clang-format off */
static const char *const command[] = {
    "git", "--no-optional-locks", "--literal-pathspecs",
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.sshCommand=false",
    "-c", "safe.bareRepository=explicit",
    "-c", "protocol.allow=never",
    "-c", "protocol.file.allow=never",
    "-c", "protocol.git.allow=never",
    "-c", "protocol.ssh.allow=never",
    "-c", "protocol.http.allow=never",
    "-c", "protocol.https.allow=never",
    "-c", "protocol.ext.allow=never",
    "ls-files", "-z", "-t", "--stage", "--cached", "--others", "--exclude-standard",
    NULL};
/* clang-format on */

static bool parse_entry(struct span line, struct entry *out) {
    if (line.len < 3 || line.data[1] != ' ')
        return false;
    struct span rest = {line.data + 2, line.len - 2};
    out->tracked = *line.data != '?';
    out->mode = (struct span){0};
    out->path = rest;
    if (!out->tracked)
        return true;
    const char *space = memchr(rest.data, ' ', rest.len), *tab = memchr(rest.data, '\t', rest.len);
    if (!space || !tab)
        return false;
    out->mode = (struct span){rest.data, (size_t)(space - rest.data)};
    out->path = (struct span){tab + 1, (size_t)(rest.data + rest.len - tab - 1)};
    return true;
}

/* An index is a file that anybody may have written: its paths must lead downward and not into .git. */
static bool is_downward(struct span path) {
    bool good = path.len > 0;
    while (good) {
        const char *slash = memchr(path.data, '/', path.len);
        struct span name = {path.data, slash ? (size_t)(slash - path.data) : path.len};
        good = name.len && !span_is(name, ".") && !span_is(name, "..") && !span_is(name, ".git");
        if (!slash)
            return good;
        path = (struct span){slash + 1, path.len - name.len - 1};
    }
    return false;
}

static bool is_below_unwanted(const struct git *self, struct span folder) {
    size_t judged = strlen(self->folder); /* what leads to a nested repository was judged with that */
    for (size_t end = judged + 1; end <= folder.len; end++)
        if ((end == folder.len || folder.data[end] == '/') &&
            listing_unwanted(self->listing->root, (struct span){folder.data, end}))
            return true;
    return false;
}

/* Whether an untracked file stands in a folder like venv. Committed files there are the project's own will. */
static bool is_unwanted(struct git *self, struct span folder) {
    if (!folder.len)
        return false;
    if (!span_eq(folder, (struct span){self->last_folder.data, self->last_folder.len})) {
        self->last_folder.len = 0;
        buffer_add(&self->last_folder, folder.data, folder.len);
        self->last_unwanted = is_below_unwanted(self, folder);
    }
    return self->last_unwanted;
}

/* A submodule, or a repository that was cloned into this one. One that is not checked out has no .git. */
static void add_nested(struct git *self, struct span path) {
    struct listing *listing = self->listing;
    struct buffer dot_git = {0};
    listing_join(&dot_git, listing->root, path);
    buffer_puts(&dot_git, "/.git");
    if (!real_folders_has(&self->real, path) || fs_kind(dot_git.data) == FS_MISSING)
        ;
    else if (self->nested_seen == NESTED_MOST)
        listing->skipped_folders++;
    else {
        self->nested_seen++;
        vec_push(&self->nested, arena_strndup(&listing->arena, path.data, path.len));
    }
    buffer_free(&dot_git);
}

static void count_link(struct git *self, struct span path) {
    struct buffer full = {0};
    struct stat status;
    listing_join(&full, self->listing->root, path);
    if (!listing_is_python(path_name(path)) && stat(full.data, &status) == 0 && S_ISDIR(status.st_mode))
        self->listing->skipped_links++;
    buffer_free(&full);
}

static struct span full_path(struct git *self, struct span path) {
    self->path.len = 0;
    if (*self->folder) {
        buffer_puts(&self->path, self->folder);
        buffer_putc(&self->path, '/');
    }
    buffer_add(&self->path, path.data, path.len);
    return (struct span){self->path.data, self->path.len};
}

static void take_entry(struct git *self, struct entry entry) {
    bool is_folder = span_ends(entry.path, "/"); /* only a nested repository is listed so */
    entry.path.len -= is_folder;
    if (!is_downward(entry.path))
        return;
    struct span path = full_path(self, entry.path);
    if (!entry.tracked && is_unwanted(self, is_folder ? path : path_folder(path)))
        return;
    if (is_folder || span_is(entry.mode, "160000")) {
        self->listing->entries++;
        add_nested(self, path);
        return;
    }
    if (span_is(entry.mode, "120000"))
        count_link(self, path);
    listing_add(self->listing, path);
}

static void take_entries(struct git *self, struct span output) {
    while (output.len && !self->listing->overflow) {
        const char *end = memchr(output.data, '\0', output.len);
        struct span line = {output.data, end ? (size_t)(end - output.data) : output.len};
        struct entry entry;
        if (parse_entry(line, &entry))
            take_entry(self, entry);
        size_t used = line.len + (end != NULL);
        output = (struct span){output.data + used, output.len - used};
    }
}

static bool list(struct git *self, const char *folder) {
    struct buffer where = {0}, output = {0};
    listing_join(&where, self->listing->root, span_of(folder));
    self->folder = folder;
    self->last_folder.len = 0;
    bool done = fs_run(where.data, command, OUTPUT_LARGEST, &output);
    if (done)
        take_entries(self, (struct span){output.data, output.len});
    buffer_free(&where);
    buffer_free(&output);
    return done;
}

bool listing_git(struct listing *self, const char *folder) {
    struct git git = {.listing = self, .real = {.root = self->root}};
    bool done = list(&git, folder);
    while (git.nested.len && !self->overflow) {
        const char *nested = vec_pop(&git.nested);
        if (!list(&git, nested))
            listing_walk(self, nested);
    }
    vec_free(&git.nested);
    real_folders_free(&git.real);
    buffer_free(&git.path);
    buffer_free(&git.last_folder);
    return done;
}
