#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "cli/options.h"
#include "cli/target.h"

/* A folder with two projects, one inside the other, and a folder without any:
 *   big/.git  big/app/main.py  big/part/pyproject.toml  big/part/lib/x.py  loose/y.py */
static char root[PATH_MAX];
static struct arena arena;
static struct error error;

static void go(const char *folder) {
    char path[2 * PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", root, folder);
    assert_int_equal(chdir(path), 0);
}

static void make(const char *name, bool folder) {
    char path[2 * PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", root, name);
    if (folder)
        assert_int_equal(mkdir(path, 0755), 0);
    else
        assert_true(fs_write(path, "", 0, NULL));
}

static int set_up(void **state) {
    static const char *const folders[] = {"big",          "big/.git", "big/app", "big/part",
                                          "big/part/lib", "loose",    "loose/in"};
    static const char *const files[] = {"big/app/main.py", "big/part/pyproject.toml", "big/part/lib/x.py",
                                        "loose/y.py"};
    char pattern[] = "/tmp/loadpath-target-XXXXXX";
    if (!mkdtemp(pattern) || !realpath(pattern, root))
        return -1;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        make(folders[i], true);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        make(files[i], false);
    return 0;
}

static int tear_down(void **state) {
    char command[2 * PATH_MAX];
    arena_release(&arena);
    snprintf(command, sizeof command, "rm -rf '%s'", root);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

/* "ROOT | scope, scope | prefix | below" with the root relative to our folder, or the error. */
static const char *find(const char *a, const char *b) {
    static char text[4 * PATH_MAX];
    struct config_names paths = {0};
    struct target target;
    if (a)
        options_add_name(&paths, a, &arena);
    if (b)
        options_add_name(&paths, b, &arena);
    if (!target_find(&target, &paths, &arena, &error))
        return error.message;
    bool inside = strncmp(target.root, root, strlen(root)) == 0;
    int at = snprintf(text, sizeof text, "%s |", inside ? target.root + strlen(root) + 1 : target.root);
    for (uint32_t i = 0; i < target.scope.count; i++)
        at += snprintf(text + at, sizeof text - (size_t)at, "%s %s", i ? "," : "", target.scope.items[i]);
    snprintf(text + at, sizeof text - (size_t)at, " | %s | %s", target.prefix, target.below);
    return text;
}

static void test_nearest_project(void **state) {
    go("big");
    assert_string_equal(find(NULL, NULL), "big |  |  | ");
    assert_string_equal(find("app", NULL), "big | app |  | ");
    assert_string_equal(find("app/main.py", NULL), "big | app/main.py |  | ");
    assert_string_equal(find("part", NULL), "big/part |  | part/ | ");
    assert_string_equal(find("part/lib/x.py", NULL), "big/part | lib/x.py | part/ | ");
}

static void test_a_project_that_holds_all(void **state) {
    go("big");
    assert_string_equal(find("part/lib", "part"), "big/part | lib,  | part/ | ");
    assert_string_equal(find("part/lib", "app"), "big | part/lib, app |  | ");
    assert_string_equal(find("app", "part/lib"), "big | app, part/lib |  | ");
    assert_string_equal(find("app", "../loose"), "no project holds all of the given paths");
}

static void test_outside_of_projects(void **state) {
    go("loose");
    assert_string_equal(find(NULL, NULL), "loose |  |  | ");
    assert_string_equal(find("y.py", NULL), "loose | y.py |  | ");
    assert_string_equal(find("in", NULL), "loose/in |  | in/ | ");
    assert_string_equal(find(".", "in"), "loose | , in |  | ");
    assert_string_equal(find("in", "."), "loose | in,  |  | ");
    assert_string_equal(find("in", "y.py"), "loose | in, y.py |  | ");
}

static void test_seen_from_elsewhere(void **state) {
    go("big/part/lib");
    assert_string_equal(find("x.py", NULL), "big/part | lib/x.py |  | lib/");
    assert_string_equal(find("../../app", NULL), "big | app |  | part/lib/");
    assert_string_equal(find("../../../loose", NULL), "loose |  | ../../../loose/ | ");
    assert_int_equal(chdir("/"), 0);
    char loose[PATH_MAX + 8], expected[3 * PATH_MAX];
    snprintf(loose, sizeof loose, "%s/loose", root);
    snprintf(expected, sizeof expected, "loose |  | %s/ | ", loose + 1);
    assert_string_equal(find(loose, NULL), expected);
    assert_int_equal(chdir("/usr/bin"), 0);
    snprintf(expected, sizeof expected, "loose |  | %s/ | ", loose);
    assert_string_equal(find(loose, NULL), expected);
}

static void test_missing(void **state) {
    go("big");
    assert_string_equal(find("nowhere", NULL), "No such file or directory");
    assert_string_equal(error.path, "nowhere");
    assert_string_equal(find("app", "nowhere"), "No such file or directory");
}

static void test_covers(void **state) {
    const char *items[] = {"app", "lib/x.py"}, *all[] = {""};
    struct target target = {.scope = {.items = items, .count = 2}}, whole = {.scope = {.items = all, .count = 1}};
    assert_true(target_covers(&target, "app/main.py"));
    assert_true(target_covers(&target, "app"));
    assert_true(target_covers(&target, "lib/x.py"));
    assert_false(target_covers(&target, "application/main.py"));
    assert_false(target_covers(&target, "lib/x.pyi"));
    assert_false(target_covers(&target, "lib/y.py"));
    assert_true(target_covers(&whole, "anything.py"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nearest_project),
        cmocka_unit_test(test_a_project_that_holds_all),
        cmocka_unit_test(test_outside_of_projects),
        cmocka_unit_test(test_seen_from_elsewhere),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_covers),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
