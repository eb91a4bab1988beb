#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "project_sandbox.h"

static struct sandbox box;

static int open_box(void **state) {
    sandbox_open(&box);
    return 0;
}

static int close_box(void **state) {
    sandbox_close(&box);
    return 0;
}

/* Opens a folder of the sandbox without a configuration. */
static void open_project(struct project *project, const char *folder) {
    struct error error = {0};
    if (!project_open(project, sandbox_path(&box, folder), "", &error))
        fail_msg("%s: %s", error.path, error.message);
}

static void expect_files(const char *folder, const char *paths) {
    struct project project;
    open_project(&project, folder);
    assert_string_equal(project_paths(&project), paths);
    project_close(&project);
}

/* ---- the walk ---------------------------------------------------------------------------------------------------- */

static void test_walk(void **state) {
    sandbox_touch(&box, "b.py a.py a/x.py a-b.py a/__init__.py readme.md a/data.json c.ipynb d/e/f/g.pyi .hidden.py");
    expect_files("", ".hidden.py a-b.py a.py a/__init__.py a/x.py b.py d/e/f/g.pyi");
    expect_files("d", "e/f/g.pyi");
}

static void test_walk_leaves_out(void **state) {
    sandbox_touch(&box, "a.py venv/x.py .venv/x.py .git2/x.py node_modules/x.py build/x.py dist/x.py __pycache__/x.py "
                        "lib/site-packages/x.py x.egg-info/x.py .tox/x.py sub/build/x.py src/build/__init__.py "
                        "src/build/env.py builder/x.py");
    expect_files("", "a.py builder/x.py src/build/__init__.py src/build/env.py");
}

static void test_stub_beside_module(void **state) {
    sandbox_touch(&box, "a.py a.pyi a.py-x.py b.pyi c/__init__.py c/__init__.pyi");
    expect_files("", "a.py a.py-x.py b.pyi c/__init__.py");
}

static void test_file_as_path(void **state) {
    sandbox_touch(&box, "app/main.py app/x.py other.py");
    expect_files("app/main.py", "main.py x.py");
}

static void test_nothing(void **state) {
    struct project project;
    open_project(&project, "");
    assert_int_equal(project.file_count, 0);
    assert_int_equal(project.root_count, 1);
    project_close(&project);
}

static void test_missing(void **state) {
    struct project project;
    struct error error = {0};
    assert_false(project_open(&project, sandbox_path(&box, "none"), NULL, &error));
    assert_string_equal(error.message, "no such file or folder");
    assert_non_null(strstr(error.path, "/none"));
    assert_false(project_open(&project, "/dev/null", NULL, &error));
}

static void test_links(void **state) {
    struct project project;
    sandbox_touch(&box, "in/a.py in/pkg/b.py out/secret.py");
    sandbox_link(&box, "../out", "in/away");           /* a folder outside */
    sandbox_link(&box, "../out/secret.py", "in/s.py"); /* a file outside */
    sandbox_link(&box, "pkg", "in/twice");             /* a folder inside */
    sandbox_link(&box, ".", "in/self");                /* a loop */
    sandbox_link(&box, "l.py", "in/l.py");             /* a loop of one */
    sandbox_link(&box, "/etc/hostname", "in/readme");
    open_project(&project, "in");
    assert_string_equal(project_paths(&project), "a.py pkg/b.py");
    assert_int_equal(project.skipped_links, 5);
    project_close(&project);
    sandbox_link(&box, "in", "linked");
    expect_files("linked", "a.py pkg/b.py"); /* what is named may be a link */
}

static void test_odd_names(void **state) {
    sandbox_write(&box, "new\nline.py", "");
    sandbox_write(&box, "tab\t/x y.py", "");
    sandbox_write(&box, "\xFF\xFE/\x80.py", "");
    sandbox_write(&box, "\xC3\xA4.py", "");
    sandbox_write(&box, "-rf.py", "");
    sandbox_write(&box, ".py", "");
    expect_files("", "-rf.py .py new\nline.py tab\t/x y.py \xC3\xA4.py \xFF\xFE/\x80.py");
}

static void test_odd_kinds(void **state) {
    sandbox_write(&box, "folder.py/x.py", "");
    assert_int_equal(mkfifo(sandbox_path(&box, "pipe.py"), 0600), 0);
    expect_files("", "folder.py/x.py");
}

static void test_large_file(void **state) {
    struct project project;
    sandbox_touch(&box, "a.py data.py");
    assert_int_equal(truncate(sandbox_path(&box, "a.py"), (off_t)PROJECT_LARGEST_FILE), 0);
    assert_int_equal(truncate(sandbox_path(&box, "data.py"), (off_t)PROJECT_LARGEST_FILE + 1), 0);
    open_project(&project, "");
    assert_string_equal(project_paths(&project), "a.py");
    assert_int_equal(project.skipped_large, 1);
    project_close(&project);
}

static void expect_unreadable(void) {
    struct project project;
    struct error error = {0};
    open_project(&project, "");
    assert_string_equal(project_paths(&project), "a.py");
    assert_int_equal(project.skipped_folders, 1);
    project_close(&project);
    assert_false(project_open(&project, sandbox_path(&box, "closed"), "", &error));
    assert_string_equal(error.message, "cannot read folder");
}

static void test_unreadable_folder(void **state) {
    enum { NOBODY = 65534 };
    uid_t user = geteuid();
    sandbox_touch(&box, "a.py closed/b.py");
    chmod(sandbox_path(&box, "closed"), 0);
    chmod(box.folder, 0755);
    if (user == 0 && seteuid(NOBODY) != 0) { /* the superuser reads every folder */
        print_message("cannot become another user: not tested\n");
        skip();
    }
    expect_unreadable();
    assert_int_equal(seteuid(user), 0);
    chmod(sandbox_path(&box, "closed"), 0700);
}

/* Folders so deep that their path cannot be opened: reached step by step, they can be made. */
static void test_deep_folders(void **state) {
    enum { DEEP = 3000 };
    struct project project;
    char here[4096];
    int made = 0;
    sandbox_touch(&box, "a.py");
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(box.folder), 0);
    while (made < DEEP && mkdir("dd", 0755) == 0 && chdir("dd") == 0)
        made++;
    open_project(&project, "");
    assert_string_equal(project_paths(&project), "a.py");
    assert_int_equal(project.skipped_folders, 1);
    project_close(&project);
    for (; made > 0; made--) {
        assert_int_equal(chdir(".."), 0);
        assert_int_equal(rmdir("dd"), 0);
    }
    assert_int_equal(chdir(here), 0);
}

/* ---- git --------------------------------------------------------------------------------------------------------- */

static void need_git(const char *folder) {
    if (sandbox_git(&box, folder, "init", "-q", "."))
        return;
    print_message("git is missing: not tested\n");
    skip();
}

static void test_git(void **state) {
    need_git("");
    sandbox_touch(&box, "a.py gone.py sub/b.py sub/new.py ignored.py sub/ignored.py local/x.py keep/x.py");
    sandbox_write(&box, ".gitignore", "ignored.py\nlocal/\n");
    sandbox_git(&box, "", "add", "a.py", "gone.py");
    sandbox_git(&box, "", "add", "sub/b.py", NULL);
    assert_int_equal(unlink(sandbox_path(&box, "gone.py")), 0);
    expect_files("", "a.py keep/x.py sub/b.py sub/new.py");
    expect_files("sub", "b.py new.py");
}

static void test_git_untracked_environment(void **state) {
    need_git("");
    sandbox_touch(&box, "a.py venv/x.py env/lib/site-packages/x.py build/x.py kept/dist/x.py");
    sandbox_git(&box, "", "add", "kept", NULL);
    expect_files("", "a.py kept/dist/x.py"); /* what is committed is wanted */
}

static void test_git_ignored_folder(void **state) {
    need_git("");
    sandbox_touch(&box, "a.py local/x.py local/sub/y.py local/venv/z.py");
    sandbox_write(&box, ".gitignore", "local/\n");
    expect_files("", "a.py");
    expect_files("local", "sub/y.py x.py"); /* named, so wanted */
}

static void test_git_not_respected(void **state) {
    struct project project;
    struct error error = {0};
    need_git("");
    sandbox_touch(&box, "a.py local/x.py");
    sandbox_write(&box, ".gitignore", "local/\n");
    sandbox_write(&box, "loadpath.toml", "respect-gitignore = false\n");
    assert_true(project_open(&project, box.folder, NULL, &error));
    assert_string_equal(project_paths(&project), "a.py local/x.py");
    project_close(&project);
}

static void test_git_odd_names(void **state) {
    need_git("");
    sandbox_write(&box, "new\nline.py", "");
    sandbox_write(&box, "\xFF/\t\x80\".py", "");
    sandbox_write(&box, "100644 0 0\tx.py", "");
    sandbox_git(&box, "", "add", ".", NULL);
    sandbox_write(&box, "other\n\\.py", "");
    sandbox_write(&box, "H 100644 0 0\ty.py", "");
    expect_files("", "100644 0 0\tx.py H 100644 0 0\ty.py new\nline.py other\n\\.py \xFF/\t\x80\".py");
}

static void test_git_links(void **state) {
    struct project project;
    need_git("");
    sandbox_touch(&box, "in/a.py in/pkg/b.py in/swap/c.py in/swap.py out/c.py out/swap.py");
    sandbox_link(&box, "../out/c.py", "in/s.py");
    sandbox_link(&box, "../out", "in/away");
    sandbox_git(&box, "", "add", ".", NULL);
    /* Git still says that these are a folder and a file. */
    assert_int_equal(unlink(sandbox_path(&box, "in/swap/c.py")), 0);
    assert_int_equal(rmdir(sandbox_path(&box, "in/swap")), 0);
    sandbox_link(&box, "../out", "in/swap");
    assert_int_equal(unlink(sandbox_path(&box, "in/swap.py")), 0);
    sandbox_link(&box, "../out/swap.py", "in/swap.py");
    open_project(&project, "in");
    assert_string_equal(project_paths(&project), "a.py pkg/b.py");
    assert_int_equal(project.skipped_links, 3);
    project_close(&project);
}

static void test_git_nested(void **state) {
    need_git("");
    sandbox_touch(&box,
                  "a.py clone/x.py clone/ignored.py clone/venv/y.py module/m.py module/deep/d.py venv/clone/z.py");
    sandbox_write(&box, "clone/.gitignore", "ignored.py\n");
    sandbox_git(&box, "clone", "init", "-q", ".");
    sandbox_git(&box, "venv/clone", "init", "-q", ".");
    sandbox_git(&box, "module", "init", "-q", ".");
    sandbox_git(&box, "module", "add", ".", NULL);
    sandbox_git(&box, "module", "commit", "-q", "-mx");
    sandbox_git(&box, "module/deep", "init", "-q", ".");
    sandbox_git(&box, "", "add", "module", NULL); /* as a submodule */
    expect_files("", "a.py clone/x.py module/deep/d.py module/m.py");
}

static void test_git_broken(void **state) {
    sandbox_touch(&box, "a.py b/c.py");
    sandbox_write(&box, ".git", "gitdir: /nonexistent\n");
    expect_files("", "a.py b/c.py");
}

static void test_git_unmerged(void **state) {
    need_git("");
    sandbox_write(&box, "a.py", "1\n");
    sandbox_git(&box, "", "add", ".", NULL);
    sandbox_git(&box, "", "commit", "-q", "-m1");
    sandbox_git(&box, "", "checkout", "-q", "-bside");
    sandbox_write(&box, "a.py", "2\n");
    sandbox_git(&box, "", "commit", "-qa", "-m2");
    sandbox_git(&box, "", "checkout", "-q", "main");
    sandbox_write(&box, "a.py", "3\n");
    sandbox_git(&box, "", "commit", "-qa", "-m3");
    const char *const merge[] = {"git", "merge", "-q", "side", NULL};
    struct buffer out = {0};
    fs_run(box.folder, merge, 1 << 20, &out);
    buffer_free(&out);
    expect_files("", "a.py");
}

/* The repository asks for a program to be run when its files are listed. */
static void test_git_runs_nothing(void **state) {
    char program[300];
    need_git("");
    sandbox_touch(&box, "a.py");
    snprintf(program, sizeof program, "#!/bin/sh\ntouch '%s/ran'\n", box.folder);
    sandbox_git(&box, "", "add", ".", NULL);
    const char *const hooks[] = {"monitor", ".git/hooks/post-index-change", ".git/hooks/fsmonitor-watchman"};
    for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++) {
        sandbox_write(&box, hooks[i], program);
        assert_int_equal(chmod(sandbox_path(&box, hooks[i]), 0755), 0);
    }
    sandbox_git(&box, "", "config", "core.fsmonitor", sandbox_path(&box, "monitor"));
    sandbox_git(&box, "", "config", "core.pager", sandbox_path(&box, "monitor"));
    expect_files("", "a.py");
    assert_int_equal(fs_kind(sandbox_path(&box, "ran")), FS_MISSING);
    sandbox_git(&box, "", "status", "-s", NULL); /* the trap does work */
    assert_int_equal(fs_kind(sandbox_path(&box, "ran")), FS_FILE);
}

/* An index made by hand: its paths lead out of the tree, and into .git. */
static void test_git_hostile_index(void **state) {
    sandbox_touch(&box, "in/a.py in/xx/s.py s.py");
    need_git("in");
    sandbox_git(&box, "in", "add", ".", NULL);
    struct buffer index = {0};
    struct error error = {0};
    assert_true(fs_read(sandbox_path(&box, "in/.git/index"), 1 << 20, &index, &error));
    char *name = memmem(index.data, index.len, "xx/s.py", 7);
    assert_non_null(name);
    memcpy(name, "../s.py", 7);
    assert_true(fs_write(sandbox_path(&box, "in/.git/index"), index.data, index.len, &error));
    buffer_free(&index);
    expect_files("in", "a.py xx/s.py");
}

/* ---- deployment files -------------------------------------------------------------------------------------------- */

static void expect_deployments(const char *paths) {
    struct project project;
    struct buffer found = {0};
    open_project(&project, "");
    for (uint32_t i = 0; i < project.deployment_count; i++)
        buffer_printf(&found, "%s%s", i ? " " : "", project.deployments[i].path);
    assert_string_equal(found.len ? found.data : "", paths);
    assert_string_equal(project_paths(&project), "a.py");
    assert_int_equal(project.root_count, 1); /* none of them makes a folder a project */
    buffer_free(&found);
    project_close(&project);
}

#define DEPLOYMENT_FILES                                                                                             \
    "Dockerfile Makefile Procfile.prod api.Dockerfile app.yaml compose.override.yml docker-compose.yml "             \
    "docker/Dockerfile.api docker/start k8s/api/web.yaml run.sh sub/web.service supervisord.conf uwsgi.ini"

static void test_deployments(void **state) {
    sandbox_touch(&box, "a.py " DEPLOYMENT_FILES " data.yaml Dockerfile.dockerignore notes.txt conf.ini venv/bin/start venv/x.sh");
    expect_deployments(DEPLOYMENT_FILES);
}

static void test_git_deployments(void **state) {
    need_git("");
    sandbox_touch(&box, "a.py run.sh local.sh Procfile");
    sandbox_write(&box, ".gitignore", "local.sh\n");
    expect_deployments("Procfile run.sh");
}

static void test_deployment_limits(void **state) {
    struct project project;
    sandbox_touch(&box, "out/x.sh in/a.py in/large.sh in/small.sh");
    sandbox_link(&box, "../out/x.sh", "in/linked.sh");
    assert_int_equal(truncate(sandbox_path(&box, "in/large.sh"), (off_t)PROJECT_LARGEST_DEPLOYMENT + 1), 0);
    open_project(&project, "in");
    assert_int_equal(project.deployment_count, 1);
    assert_string_equal(project.deployments[0].path, "small.sh");
    assert_int_equal(project.skipped_deployments, 1);
    project_close(&project);
}

/* ---- include and exclude ----------------------------------------------------------------------------------------- */

static void expect_configured(const char *folder, const char *config, const char *paths) {
    struct project project;
    struct error error = {0};
    sandbox_write(&box, "loadpath.toml", config);
    if (!project_open(&project, sandbox_path(&box, folder), sandbox_path(&box, "loadpath.toml"), &error))
        fail_msg("%s", error.message);
    assert_string_equal(project_paths(&project), paths);
    project_close(&project);
}

static void test_patterns(void **state) {
    sandbox_touch(&box, "app/a.py app/gen/b.py app/gen.py lib/gen/c.py lib/d.py");
    expect_configured("", "", "app/a.py app/gen.py app/gen/b.py lib/d.py lib/gen/c.py");
    expect_configured("", "exclude = [\"gen\"]", "app/a.py app/gen.py lib/d.py");
    expect_configured("", "exclude = [\"app/gen\"]", "app/a.py app/gen.py lib/d.py lib/gen/c.py");
    expect_configured("", "include = [\"app/**\"]", "app/a.py app/gen.py app/gen/b.py");
    expect_configured("", "include = [\"app\"]\nexclude = [\"**/gen/\"]", "app/a.py app/gen.py");
}

/* The project is a folder below the configuration's. */
static void test_patterns_from_above(void **state) {
    sandbox_touch(&box, "app/a.py app/gen/b.py app/gen/app/c.py lib/gen/c.py");
    expect_configured("app", "exclude = [\"app/gen\"]", "a.py");
    expect_configured("app", "exclude = [\"gen/\"]", "a.py");
    expect_configured("app", "exclude = [\"app\"]", "a.py gen/b.py");                /* a component below the root */
    expect_configured("app", "exclude = [\"./app\"]", "a.py gen/app/c.py gen/b.py"); /* what was named is wanted */
    expect_configured("app", "include = [\"lib/**\"]", "");
    expect_configured("app", "include = [\"app/*.py\"]", "a.py");
    expect_configured("app/gen", "exclude = [\"app/gen/b.py\"]", "app/c.py");
}

#define BOXED(test) cmocka_unit_test_setup_teardown(test, open_box, close_box)

int main(void) {
    const struct CMUnitTest tests[] = {
        BOXED(test_walk),
        BOXED(test_walk_leaves_out),
        BOXED(test_stub_beside_module),
        BOXED(test_file_as_path),
        BOXED(test_nothing),
        BOXED(test_missing),
        BOXED(test_links),
        BOXED(test_odd_names),
        BOXED(test_odd_kinds),
        BOXED(test_large_file),
        BOXED(test_unreadable_folder),
        BOXED(test_deep_folders),
        BOXED(test_git),
        BOXED(test_git_untracked_environment),
        BOXED(test_git_ignored_folder),
        BOXED(test_git_not_respected),
        BOXED(test_git_odd_names),
        BOXED(test_git_links),
        BOXED(test_git_nested),
        BOXED(test_git_broken),
        BOXED(test_git_unmerged),
        BOXED(test_git_runs_nothing),
        BOXED(test_git_hostile_index),
        BOXED(test_deployments),
        BOXED(test_git_deployments),
        BOXED(test_deployment_limits),
        BOXED(test_patterns),
        BOXED(test_patterns_from_above),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
