#include "project_sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/fs.h"

#define PATH_BYTES 5000

/* A test may itself be run by git, from a hook, or by somebody with settings of their own. */
static void forget_git(void) {
    static const char *const names[] = {"GIT_DIR",    "GIT_WORK_TREE",         "GIT_INDEX_FILE",   "GIT_PREFIX",
                                        "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", NULL};
    for (const char *const *name = names; *name; name++)
        unsetenv(*name);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
}

void sandbox_open(struct sandbox *self) {
    char name[] = "/tmp/loadpath-test-XXXXXX", real[PATH_MAX];
    forget_git();
    assert_non_null(mkdtemp(name));
    assert_non_null(realpath(name, real));
    assert_true(strlen(real) < sizeof self->folder);
    strcpy(self->folder, real);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)status, (void)type, (void)walk;
    return remove(path);
}

void sandbox_close(struct sandbox *self) {
    assert_int_equal(nftw(self->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

const char *sandbox_path(const struct sandbox *self, const char *path) {
    static char paths[8][PATH_BYTES];
    static unsigned next;
    char *out = paths[next++ % 8];
    assert_true(snprintf(out, PATH_BYTES, "%s%s%s", self->folder, *path ? "/" : "", path) < PATH_BYTES);
    return out;
}

static void make_folders(char *path, size_t start) {
    for (char *slash = strchr(path + start, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0755);
        *slash = '/';
    }
}

void sandbox_write(const struct sandbox *self, const char *path, const char *text) {
    char full[PATH_BYTES];
    strcpy(full, sandbox_path(self, path));
    make_folders(full, strlen(self->folder) + 1);
    if (full[strlen(full) - 1] == '/')
        return;
    FILE *file = fopen(full, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

void sandbox_touch(const struct sandbox *self, const char *paths) {
    char path[PATH_BYTES];
    int used = 0;
    for (const char *at = paths; sscanf(at, "%4999s%n", path, &used) == 1; at += used)
        sandbox_write(self, path, "");
}

void sandbox_link(const struct sandbox *self, const char *target, const char *path) {
    assert_int_equal(symlink(target, sandbox_path(self, path)), 0);
}

bool sandbox_git(const struct sandbox *self, const char *folder, const char *a, const char *b, const char *c) {
    static const char *const version[] = {"git", "--version", NULL};
    const char *const command[] = {
        "git", "-c", "init.defaultBranch=main", "-c", "user.name=test", "-c", "user.email=test@example.org", a, b,
        c,     NULL};
    struct buffer out = {0};
    bool there = fs_run("/", version, 1 << 20, &out);
    if (there)
        assert_true(fs_run(sandbox_path(self, folder), command, 1 << 20, &out));
    buffer_free(&out);
    return there;
}

const char *project_paths(const struct project *project) {
    static char text[20000];
    size_t length = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < project->file_count; i++) {
        const char *path = project->files[i].path;
        assert_true(length + strlen(path) + 2 < sizeof text);
        length += (size_t)sprintf(text + length, "%s%s", i ? " " : "", path);
    }
    return text;
}

const struct project_file *project_find(const struct project *project, const char *path) {
    for (uint32_t i = 0; i < project->file_count; i++)
        if (strcmp(project->files[i].path, path) == 0)
            return &project->files[i];
    return NULL;
}
