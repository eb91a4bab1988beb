#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/pool.h"

/* Every test runs in a folder of its own, made empty and removed afterwards. */
struct place {
    char folder[64];
    char before[4096];
};

static int enter(void **state) {
    struct place *place = calloc(1, sizeof *place);
    strcpy(place->folder, "/tmp/base_fs_test.XXXXXX");
    *state = place;
    return !getcwd(place->before, sizeof place->before) || !mkdtemp(place->folder) || chdir(place->folder) != 0;
}

static int leave(void **state) {
    struct place *place = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", place->folder);
    int failed = chdir(place->before) != 0 || system(command) != 0;
    free(place);
    return failed;
}

static void put_file(const char *path, const char *text) {
    struct error error = {0};
    if (!fs_write(path, text, strlen(text), &error))
        fail_msg("%s: %s", path, error.message);
}

static void assert_holds(const char *path, const char *text) {
    struct buffer bytes = {0};
    struct error error = {0};
    if (!fs_read(path, 1 << 20, &bytes, &error))
        fail_msg("%s: %s", path, error.message);
    assert_int_equal(bytes.len, strlen(text));
    assert_string_equal(bytes.data, text);
    buffer_free(&bytes);
}

static void test_kinds(void **state) {
    put_file("file", "12345");
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_int_equal(symlink("file", "link"), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_int_equal(mkfifo("fifo", 0644), 0);
    assert_int_equal(fs_kind("file"), FS_FILE);
    assert_int_equal(fs_kind("folder"), FS_FOLDER);
    assert_int_equal(fs_kind("link"), FS_LINK);
    assert_int_equal(fs_kind("dangling"), FS_LINK);
    assert_int_equal(fs_kind("fifo"), FS_OTHER);
    assert_int_equal(fs_kind("missing"), FS_MISSING);
    assert_int_equal(fs_kind("file/below"), FS_MISSING);
    assert_true(fs_is_file("file"));
    assert_true(fs_is_file("link"));
    assert_false(fs_is_file("folder"));
    assert_false(fs_is_file("dangling"));
    assert_false(fs_is_file("missing"));
    assert_int_equal(fs_size("file"), 5);
    assert_int_equal(fs_size("link"), 5);
    assert_true(fs_size("folder") == UINT64_MAX);
    assert_true(fs_size("missing") == UINT64_MAX);
}

static void test_read(void **state) {
    put_file("empty", "");
    put_file("file", "some text\n");
    assert_holds("empty", "");
    assert_holds("file", "some text\n");
    struct buffer bytes = {0};
    buffer_puts(&bytes, "what was there before, and longer");
    assert_true(fs_read("file", 10, &bytes, NULL)); /* exactly the limit */
    assert_string_equal(bytes.data, "some text\n");
    buffer_free(&bytes);
}

static void test_read_refuses(void **state) {
    struct buffer bytes = {0};
    struct error error = {0};
    put_file("file", "some text\n");
    assert_int_equal(mkfifo("fifo", 0644), 0);
    assert_false(fs_read("file", 9, &bytes, &error));
    assert_int_equal(bytes.len, 0);
    assert_string_equal(error.path, "file");
    assert_non_null(strstr(error.message, "9"));
    assert_string_not_equal(error.remedy, "");
    assert_false(fs_read("missing", 9, &bytes, &error));
    assert_string_equal(error.path, "missing");
    assert_non_null(strstr(error.message, "No such file"));
    assert_false(fs_read(".", 9, &bytes, &error));
    assert_false(fs_read("fifo", 9, &bytes, &error)); /* and does not wait for a writer */
    assert_false(fs_read("/dev/zero", 9, &bytes, NULL));
    buffer_free(&bytes);
}

/* Files of /proc say that they are empty and are not. */
static void test_read_past_stated_size(void **state) {
    struct buffer bytes = {0};
    assert_true(fs_read("/proc/self/status", 1 << 20, &bytes, NULL));
    assert_true(bytes.len > 100);
    assert_int_equal(strlen(bytes.data), bytes.len);
    assert_false(fs_read("/proc/self/status", 100, &bytes, NULL));
    buffer_free(&bytes);
}

static void test_read_large(void **state) {
    enum { SIZE = 3000000 };
    char *bytes = malloc(SIZE);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = (char)(i * 7);
    assert_true(fs_write("large", bytes, SIZE, NULL));
    struct buffer read = {0};
    assert_true(fs_read("large", SIZE, &read, NULL));
    assert_int_equal(read.len, SIZE);
    assert_memory_equal(read.data, bytes, SIZE);
    buffer_free(&read);
    free(bytes);
}

static uint32_t entries(void) {
    struct arena arena = {0};
    char **names;
    uint32_t count;
    assert_true(fs_list(".", &arena, &names, &count, NULL));
    arena_release(&arena);
    return count;
}

static void test_write_replaces(void **state) {
    put_file("file", "a long first content");
    put_file("file", "second");
    assert_holds("file", "second");
    assert_int_equal(entries(), 1);
}

static void test_write_permissions(void **state) {
    struct stat status;
    mode_t before = umask(0027);
    put_file("file", "x");
    umask(before);
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

/* A reader that had the file open goes on reading the old one: it was never written in place. */
static void test_write_is_atomic(void **state) {
    put_file("file", "old");
    FILE *reader = fopen("file", "r");
    assert_non_null(reader);
    put_file("file", "new and longer");
    char text[32] = "";
    assert_int_equal(fread(text, 1, sizeof text - 1, reader), 3);
    assert_string_equal(text, "old");
    fclose(reader);
    assert_holds("file", "new and longer");
}

static void test_failed_write_leaves_nothing(void **state) {
    struct error error = {0};
    assert_false(fs_write("missing/file", "x", 1, &error));
    assert_string_equal(error.path, "missing/file");
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_false(fs_write("folder", "x", 1, &error));
    assert_int_equal(mkfifo("fifo", 0644), 0);
    assert_false(fs_write("fifo", "x", 1, &error));
    assert_int_equal(fs_kind("fifo"), FS_OTHER);
    assert_false(fs_write("/dev/null", "x", 1, &error));
    assert_int_equal(fs_kind("/dev/null"), FS_OTHER);
    assert_int_equal(entries(), 2);
}

/* A link is replaced, never written through. */
static void test_write_over_link(void **state) {
    put_file("target", "kept");
    assert_int_equal(symlink("target", "link"), 0);
    put_file("link", "new");
    assert_holds("target", "kept");
    assert_holds("link", "new");
    assert_int_equal(fs_kind("link"), FS_FILE);
}

static void write_same(void *context, uint32_t worker, uint32_t index) {
    char *text = malloc(100000);
    memset(text, 'a' + (int)index % 26, 100000);
    if (!fs_write("shared", text, 100000, NULL))
        abort();
    free(text);
    (void)context;
    (void)worker;
}

static void test_concurrent_writers(void **state) {
    pool_run(8, 60, write_same, NULL);
    struct buffer bytes = {0};
    assert_true(fs_read("shared", 1 << 20, &bytes, NULL));
    assert_int_equal(bytes.len, 100000);
    for (size_t i = 1; i < bytes.len; i++)
        assert_int_equal(bytes.data[i], bytes.data[0]);
    assert_int_equal(entries(), 1);
    buffer_free(&bytes);
}

static void test_list(void **state) {
    struct arena arena = {0};
    struct error error = {0};
    char **names;
    uint32_t count = 99;
    assert_true(fs_list(".", &arena, &names, &count, &error));
    assert_int_equal(count, 0);
    assert_null(names[0]);
    put_file("b", "");
    put_file("a", "");
    put_file("\xC3\xA9", "");
    put_file("B", "");
    put_file(".hidden", "");
    assert_true(fs_list(".", &arena, &names, &count, &error));
    assert_int_equal(count, 5);
    const char *const expected[] = {".hidden", "B", "a", "b", "\xC3\xA9"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(names[i], expected[i]);
    assert_null(names[5]);
    assert_true(fs_list(".", &arena, &names, NULL, NULL));
    assert_false(fs_list("missing", &arena, &names, &count, &error));
    assert_string_equal(error.path, "missing");
    assert_false(fs_list("a", &arena, &names, &count, NULL));
    arena_release(&arena);
}

static void test_paths(void **state) {
    struct arena arena = {0};
    assert_string_equal(fs_join(&arena, "a", "b"), "a/b");
    assert_string_equal(fs_join(&arena, ".", "b"), "b");
    assert_string_equal(fs_join(&arena, "", "b"), "b");
    assert_string_equal(fs_join(&arena, "/", "b"), "/b");
    assert_string_equal(fs_join(&arena, "a/", "b"), "a/b");
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_int_equal(symlink("folder", "link"), 0);
    char *folder = fs_real("folder", &arena);
    assert_int_equal(folder[0], '/');
    assert_string_equal(fs_real("link/../link", &arena), folder);
    assert_null(fs_real("missing", &arena));
    arena_release(&arena);
}

#define RUN(folder, limit, out, ...) fs_run((folder), (const char *const[]){__VA_ARGS__, NULL}, (limit), (out))

static void test_run(void **state) {
    struct buffer out = {0};
    buffer_puts(&out, "before");
    assert_int_equal(mkdir("inner", 0755), 0);
    put_file("inner/here", "");
    assert_true(RUN("inner", 1000, &out, "ls"));
    assert_string_equal(out.data, "here\n");
    assert_true(RUN(".", 1000, &out, "sh", "-c", "echo shown; echo dropped >&2; cat"));
    assert_string_equal(out.data, "shown\n");
    assert_true(RUN(".", 1000, &out, "true"));
    assert_int_equal(out.len, 0);
    assert_true(RUN(".", 1 << 20, &out, "/bin/sh", "-c", "head -c 300000 /dev/zero"));
    assert_int_equal(out.len, 300000);
    buffer_free(&out);
}

static void test_run_failures(void **state) {
    struct buffer out = {0};
    assert_false(RUN(".", 1000, &out, "no-such-program-here"));
    assert_false(RUN("missing", 1000, &out, "true"));
    assert_false(RUN(".", 1000, &out, "false"));
    assert_false(RUN(".", 1000, &out, "sh", "-c", "echo text; exit 3"));
    assert_int_equal(out.len, 0);
    assert_false(RUN(".", 1000, &out, "sh", "-c", "kill -9 $$"));
    assert_false(RUN(".", 4, &out, "echo", "12345"));
    assert_true(RUN(".", 6, &out, "echo", "12345"));
    assert_false(RUN(".", 1000, &out, "yes"));        /* would never end by itself */
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* all were reaped */
    buffer_free(&out);
}

/* A relative entry of PATH must not run a program that the project brought. */
static void test_run_ignores_relative_path(void **state) {
    struct buffer out = {0};
    char *before = strdup(getenv("PATH"));
    put_file("helper", "#!/bin/sh\necho hijacked\n");
    assert_int_equal(chmod("helper", 0755), 0);
    setenv("PATH", ".::/nowhere", 1);
    assert_false(RUN(".", 1000, &out, "helper"));
    assert_false(RUN(".", 1000, &out, "./helper"));
    unsetenv("PATH");
    assert_false(RUN(".", 1000, &out, "helper"));
    setenv("PATH", before, 1);
    free(before);
    buffer_free(&out);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_kinds),
        IN_FOLDER(test_read),
        IN_FOLDER(test_read_refuses),
        IN_FOLDER(test_read_past_stated_size),
        IN_FOLDER(test_read_large),
        IN_FOLDER(test_write_replaces),
        IN_FOLDER(test_write_permissions),
        IN_FOLDER(test_write_is_atomic),
        IN_FOLDER(test_failed_write_leaves_nothing),
        IN_FOLDER(test_write_over_link),
        IN_FOLDER(test_concurrent_writers),
        IN_FOLDER(test_list),
        IN_FOLDER(test_paths),
        IN_FOLDER(test_run),
        IN_FOLDER(test_run_failures),
        IN_FOLDER(test_run_ignores_relative_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
