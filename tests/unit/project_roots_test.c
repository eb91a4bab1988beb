#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/fs.h"
#include "project_sandbox.h"

/* A tree (paths separated by blanks), the folder of it that is opened, and what must come out: lines of
 * "path root module", "." for the empty root, "-" for the empty module. */
struct sample {
    const char *tree, *open, *config;
    const char *expected[8];
};

static const struct sample samples[] = {
    /* a flat application */
    {"main.py core/db.py", "", NULL, {"main.py . main", "core/db.py . core.db"}},
    /* a package at the root */
    {"app/__init__.py app/main.py app/api/__init__.py app/api/v1.py",
     "",
     NULL,
     {"app/__init__.py . app", "app/main.py . app.main", "app/api/__init__.py . app.api",
      "app/api/v1.py . app.api.v1"}},
    /* the src layout */
    {"pyproject.toml src/app/__init__.py src/app/main.py", "", NULL, {"src/app/main.py src app.main"}},
    {"src/app/main.py src/one.py", "", NULL, {"src/app/main.py src app.main", "src/one.py src one"}},
    {"src/__init__.py src/app/main.py", "", NULL, {"src/app/main.py . src.app.main"}},
    /* a monorepo: every service its own root */
    {"services/users/pyproject.toml services/users/users/__init__.py services/users/users/main.py "
     "services/mail/requirements.txt services/mail/main.py services/mail/lib/send.py "
     "services/web/Dockerfile services/web/src/web/main.py libs/common/common/__init__.py libs/common/common/x.py",
     "",
     NULL,
     {"services/users/users/main.py services/users users.main", "services/mail/main.py services/mail main",
      "services/mail/lib/send.py services/mail lib.send", "services/web/src/web/main.py services/web/src web.main",
      "libs/common/common/x.py libs/common common.x"}},
    /* a namespace package inside a package; a manifest below that starts anew */
    {"app/__init__.py app/plugins/a/__init__.py app/plugins/b.py app/tool/setup.py app/tool/tool/__init__.py",
     "",
     NULL,
     {"app/plugins/a/__init__.py . app.plugins.a", "app/plugins/b.py . app.plugins.b",
      "app/tool/tool/__init__.py app/tool tool"}},
    {"backend/app/__init__.py backend/app/x.py backend/y.py",
     "",
     NULL,
     {"backend/app/x.py backend app.x", "backend/y.py . backend.y"}},
    {"stubs/x.pyi stubs/pkg/__init__.pyi", "", NULL, {"stubs/x.pyi . stubs.x", "stubs/pkg/__init__.pyi stubs pkg"}},
    /* an __init__.py that strayed to the top, and an inner folder of a package */
    {"pyproject.toml __init__.py main.py api/__init__.py api/x.py",
     "",
     NULL,
     {"__init__.py . -", "main.py . main", "api/x.py . api.x"}},
    {"top/app/__init__.py top/app/api/__init__.py top/app/api/x.py top/app/api/deep/y.py",
     "top/app/api",
     NULL,
     {"x.py . app.api.x", "__init__.py . app.api", "deep/y.py . app.api.deep.y"}},
    /* configured */
    {"lib/python/a/b.py lib/python/a/__init__.py lib/python/c.py other/__init__.py",
     "",
     "src = [\"lib/python\", \"lib\"]\n",
     {"lib/python/a/b.py lib/python a.b", "lib/python/c.py lib/python c", "other/__init__.py . other"}},
    {"app/__init__.py app/x.py", "", "src = [\"app\"]\n", {"app/__init__.py app -", "app/x.py app x"}},
    {"lib/app/x.py lib/app/sub/y.py", "lib/app", "src = [\"lib\"]\n", {"x.py . app.x", "sub/y.py . app.sub.y"}},
    {"lib/app/x.py", "lib", "src = [\"lib\"]\n", {"app/x.py . app.x"}},
    {"lib/app/x.py", "lib", "src = [\"lib/app\"]\n", {"app/x.py app x"}},
    {"lib/app/x.py", "lib", "src = [\"other\"]\n", {"app/x.py . app.x"}},
    {"__init__.py x.py", "", "src = [\".\"]\n", {"__init__.py . -", "x.py . x"}},
    /* names that are none */
    {"my-app/run.now.py", "", NULL, {"my-app/run.now.py . my-app.run.now"}},
};

static const char *or_mark(const char *text, const char *mark) { return *text ? text : mark; }

static void expect(const struct project *project, const char *line) {
    char path[200], actual[600];
    size_t length = strcspn(line, " ");
    snprintf(path, sizeof path, "%.*s", (int)length, line);
    const struct project_file *file = project_find(project, path);
    if (!file)
        fail_msg("%s is not there", path);
    snprintf(actual, sizeof actual, "%s %s %s", path, or_mark(project->roots[file->root], "."),
             or_mark(file->module, "-"));
    assert_string_equal(actual, line);
    assert_int_equal(file->is_package, strstr(path, "__init__.py") != NULL);
}

static void check_sample(const struct sample *sample) {
    struct sandbox sandbox;
    struct project project;
    struct error error = {0};
    sandbox_open(&sandbox);
    sandbox_touch(&sandbox, sample->tree);
    if (sample->config)
        sandbox_write(&sandbox, "loadpath.toml", sample->config);
    const char *config = sample->config ? sandbox_path(&sandbox, "loadpath.toml") : "";
    if (!project_open(&project, sandbox_path(&sandbox, sample->open), config, &error))
        fail_msg("%s", error.message);
    for (const char *const *line = sample->expected; *line; line++)
        expect(&project, *line);
    for (uint32_t i = 1; i < project.root_count; i++)
        assert_true(strlen(project.roots[i - 1]) >= strlen(project.roots[i]));
    assert_string_equal(project.roots[project.root_count - 1], "");
    project_close(&project);
    sandbox_close(&sandbox);
}

static void test_roots(void **state) {
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        check_sample(&samples[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
