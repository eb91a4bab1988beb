#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "project/listing.h"
#include "project/tree.h"

struct walk {
    struct listing *listing;
    VEC(struct span) folders; /* still to be read, relative to the root, in the listing's arena */
    struct buffer path;       /* of what is looked at */
};

static unsigned char type_of(int folder, const struct dirent *entry) {
    struct stat status;
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type;
    if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return DT_UNKNOWN;
    return IFTODT(status.st_mode);
}

static bool leads_to_folder(int folder, const char *name) {
    struct stat status;
    return fstatat(folder, name, &status, 0) == 0 && S_ISDIR(status.st_mode);
}

static void visit_folder(struct walk *self, struct span path) {
    struct listing *listing = self->listing;
    listing->entries++;
    if (!listing_unwanted(listing->root, path))
        vec_push(&self->folders, ((struct span){arena_strndup(&listing->arena, path.data, path.len), path.len}));
}

/* A link named like a Python file is listed, as those from git are: discovery drops and counts both. */
static void visit(struct walk *self, int folder, const struct dirent *entry) {
    struct span path = {self->path.data, self->path.len};
    switch (type_of(folder, entry)) {
    case DT_DIR: visit_folder(self, path); break;
    case DT_REG: listing_add(self->listing, path); break;
    case DT_LNK:
        if (listing_is_python(span_of(entry->d_name)))
            listing_add(self->listing, path);
        else
            self->listing->skipped_links += leads_to_folder(folder, entry->d_name);
        break;
    default: break;
    }
}

static void join_entry(struct walk *self, struct span folder, const char *name) {
    self->path.len = 0;
    if (folder.len) {
        buffer_add(&self->path, folder.data, folder.len);
        buffer_putc(&self->path, '/');
    }
    buffer_puts(&self->path, name);
}

static bool read_entries(struct walk *self, DIR *stream, struct span folder) {
    struct dirent *entry;
    while ((errno = 0, entry = readdir(stream)) && !self->listing->overflow) {
        if (span_is(span_of(entry->d_name), ".") || span_is(span_of(entry->d_name), ".."))
            continue;
        join_entry(self, folder, entry->d_name);
        visit(self, dirfd(stream), entry);
    }
    return errno == 0;
}

/* Only the root itself may be reached through a link; it is a canonical path anyway. */
static DIR *open_folder(struct walk *self, struct span folder) {
    listing_join(&self->path, self->listing->root, folder);
    int descriptor = open(self->path.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.len ? O_NOFOLLOW : 0));
    DIR *stream = descriptor < 0 ? NULL : fdopendir(descriptor);
    if (!stream && descriptor >= 0)
        close(descriptor);
    return stream;
}

static void read_folder(struct walk *self, struct span folder) {
    DIR *stream = open_folder(self, folder);
    if (!stream || !read_entries(self, stream, folder))
        self->listing->skipped_folders++;
    if (stream)
        closedir(stream);
}

void listing_walk(struct listing *self, const char *folder) {
    struct walk walk = {.listing = self};
    vec_push(&walk.folders, span_of(folder));
    while (walk.folders.len && !self->overflow) {
        struct span next = vec_pop(&walk.folders);
        read_folder(&walk, next);
    }
    vec_free(&walk.folders);
    buffer_free(&walk.path);
}
