#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/vec.h"

#define FIRST_READ ((size_t)16 << 10)
#define TEMPORARY_NAMES 100u /* tries; each is taken only by a concurrent or a killed run */

enum fs_kind fs_kind(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0)
        return FS_MISSING;
    switch (status.st_mode & S_IFMT) {
    case S_IFREG: return FS_FILE;
    case S_IFDIR: return FS_FOLDER;
    case S_IFLNK: return FS_LINK;
    default: return FS_OTHER;
    }
}

bool fs_is_file(const char *path) { return fs_size(path) != UINT64_MAX; }

uint64_t fs_size(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return UINT64_MAX;
    return (uint64_t)status.st_size;
}

enum outcome { READ_WHOLE, READ_TOO_MUCH, READ_FAILED };

/* Makes the free part of the buffer at least as large as what it holds. */
static void grow(struct buffer *out, size_t hint) {
    size_t cap = out->cap ? out->cap * 2 : hint;
    out->data = mem_realloc(out->data, cap);
    out->cap = cap;
}

/* Reads to the end of the descriptor. The buffer keeps one byte for the NUL. */
static enum outcome read_all(int descriptor, uint64_t limit, size_t hint, struct buffer *out) {
    out->len = 0;
    for (;;) {
        if (out->len + 1 >= out->cap)
            grow(out, hint + 2); /* one for the NUL, one to see the end of a file of that size */
        ssize_t got = read(descriptor, out->data + out->len, out->cap - out->len - 1);
        if (got < 0 && errno == EINTR)
            continue;
        out->len += got > 0 ? (size_t)got : 0;
        out->data[out->len] = '\0';
        if (out->len > limit)
            return READ_TOO_MUCH;
        if (got <= 0)
            return got == 0 ? READ_WHOLE : READ_FAILED;
    }
}

static void empty(struct buffer *out) {
    out->len = 0;
    if (out->data)
        out->data[0] = '\0';
}

static bool too_large(const char *path, uint64_t limit, struct error *error) {
    return error_set(error, path, 0, "exclude it", "file is larger than the limit of %llu bytes",
                     (unsigned long long)limit);
}

static bool read_open(int descriptor, const char *path, uint64_t limit, struct buffer *out, struct error *error) {
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return error_set(error, path, 0, NULL, "cannot read file: %s", strerror(errno));
    if (!S_ISREG(status.st_mode))
        return error_set(error, path, 0, NULL, "not a regular file");
    if ((uint64_t)status.st_size > limit)
        return too_large(path, limit, error);
    switch (read_all(descriptor, limit, (size_t)status.st_size, out)) {
    case READ_WHOLE: return true;
    case READ_TOO_MUCH: return too_large(path, limit, error);
    default: return error_set(error, path, 0, NULL, "cannot read file: %s", strerror(errno));
    }
}

bool fs_read(const char *path, uint64_t limit, struct buffer *out, struct error *error) {
    empty(out);
    /* Without O_NONBLOCK opening a FIFO would wait for its writer. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return error_set(error, path, 0, NULL, "cannot open file: %s", strerror(errno));
    bool whole = read_open(descriptor, path, limit, out, error);
    close(descriptor);
    if (!whole)
        empty(out);
    return whole;
}

bool fs_write_open(int descriptor, const char *bytes, size_t length) {
    while (length) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* A new file beside path; its name replaces *name. Not mkstemp: only open applies the umask without a race between
 * threads. */
static int open_temporary(const char *path, struct buffer *name) {
    for (unsigned i = 0; i < TEMPORARY_NAMES; i++) {
        name->len = 0;
        buffer_printf(name, "%s.%ld-%u.tmp", path, (long)getpid(), i);
        int descriptor = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

static bool fill_and_close(int descriptor, const void *bytes, size_t length) {
    bool filled = fs_write_open(descriptor, bytes, length) && fsync(descriptor) == 0;
    int why = errno;
    bool closed = close(descriptor) == 0;
    if (!filled)
        errno = why;
    return filled && closed;
}

static bool replace(const char *path, const void *bytes, size_t length) {
    struct buffer temporary = {0};
    int descriptor = open_temporary(path, &temporary);
    bool done = false;
    if (descriptor >= 0) {
        done = fill_and_close(descriptor, bytes, length) && rename(temporary.data, path) == 0;
        int why = errno;
        if (!done)
            unlink(temporary.data);
        errno = why;
    }
    buffer_free(&temporary);
    return done;
}

bool fs_write(const char *path, const void *bytes, size_t length, struct error *error) {
    enum fs_kind kind = fs_kind(path);
    if (kind == FS_FOLDER || kind == FS_OTHER) /* renaming over /dev/null must not be possible even for root */
        return error_set(error, path, 0, "name a regular file", "cannot write: not a regular file");
    if (!replace(path, bytes, length))
        return error_set(error, path, 0, "check that its folder exists and may be written to", "cannot write file: %s",
                         strerror(errno));
    return true;
}

static int by_bytes(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool is_dots(const char *name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

bool fs_list(const char *folder, struct arena *arena, char ***names, uint32_t *count, struct error *error) {
    DIR *stream = opendir(folder);
    if (!stream)
        return error_set(error, folder, 0, NULL, "cannot list folder: %s", strerror(errno));
    VEC(char *) found = {0};
    struct dirent *entry;
    while ((errno = 0, entry = readdir(stream)))
        if (!is_dots(entry->d_name))
            vec_push(&found, arena_strdup(arena, entry->d_name));
    int why = errno;
    closedir(stream);
    if (found.len)
        qsort(found.data, found.len, sizeof *found.data, by_bytes);
    *names = arena_zalloc(arena, ((size_t)found.len + 1) * sizeof **names);
    if (found.len)
        memcpy(*names, found.data, found.len * sizeof **names);
    if (count)
        *count = found.len;
    vec_free(&found);
    return why ? error_set(error, folder, 0, NULL, "cannot list folder: %s", strerror(why)) : true;
}

char *fs_real(const char *path, struct arena *arena) {
    char resolved[PATH_MAX];
    return realpath(path, resolved) ? arena_strdup(arena, resolved) : NULL;
}

char *fs_join(struct arena *arena, const char *folder, const char *name) {
    size_t length = strlen(folder);
    if (length == 0 || strcmp(folder, ".") == 0)
        return arena_strdup(arena, name);
    return arena_printf(arena, "%s%s%s", folder, folder[length - 1] == '/' ? "" : "/", name);
}

/* The absolute path of a program on PATH in *out. Not left to posix_spawnp, which looks after changing the folder:
 * a relative entry of PATH would then run a program of the project. */
static bool find_program(const char *name, struct buffer *out) {
    if (name[0] == '/') {
        buffer_puts(out, name);
        return true;
    }
    const char *at = getenv("PATH");
    while (at && *at && !strchr(name, '/')) {
        size_t length = strcspn(at, ":");
        out->len = 0;
        buffer_printf(out, "%.*s/%s", (int)length, at, name);
        if (*at == '/' && fs_is_file(out->data) && access(out->data, X_OK) == 0)
            return true;
        at += length + (at[length] == ':');
    }
    return false;
}

/* Starts the program with its output on `output`. The POSIX calls return an error number. */
static bool spawn(const char *folder, const char *program, const char *const *argv, int output, pid_t *child) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    bool started = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) == 0 &&
                   posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0 &&
                   posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
                   posix_spawn_file_actions_addchdir_np(&actions, folder) == 0 &&
                   posix_spawn(child, program, &actions, NULL, (char *const *)argv, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    return started;
}

static bool reap(pid_t child) {
    int status = 0;
    pid_t reaped;
    do
        reaped = waitpid(child, &status, 0);
    while (reaped < 0 && errno == EINTR);
    return reaped == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool run_program(const char *folder, const char *program, const char *const *argv, uint64_t limit,
                        struct buffer *out) {
    int ends[2];
    pid_t child;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    bool started = spawn(folder, program, argv, ends[1], &child);
    close(ends[1]);
    bool whole = started && read_all(ends[0], limit, FIRST_READ, out) == READ_WHOLE;
    close(ends[0]);
    if (!started)
        return false;
    if (!whole)
        kill(child, SIGKILL);
    return reap(child) && whole;
}

bool fs_run(const char *folder, const char *const *argv, uint64_t limit, struct buffer *out) {
    struct buffer program = {0};
    empty(out);
    bool done = find_program(argv[0], &program) && run_program(folder, program.data, argv, limit, out);
    buffer_free(&program);
    if (!done)
        empty(out);
    return done;
}
