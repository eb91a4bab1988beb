#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "project/config.h"
#include "project_sandbox.h"

static struct sandbox box;
static struct arena arena;

static int open_box(void **state) {
    sandbox_open(&box);
    return 0;
}

static int close_box(void **state) {
    arena_release(&arena);
    sandbox_close(&box);
    return 0;
}

static bool read_text(struct config *config, const char *name, const char *text, struct error *error) {
    sandbox_write(&box, name, text);
    config_init(config);
    return config_read(config, sandbox_path(&box, name), &arena, error);
}

static void read_good(struct config *config, const char *text) {
    struct error error = {0};
    if (!read_text(config, "loadpath.toml", text, &error))
        fail_msg("line %u: %s", error.line, error.message);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static void test_defaults(void **state) {
    struct config config;
    config_init(&config);
    assert_null(config.path);
    assert_string_equal(config.prefix, "");
    assert_int_equal(config.include.count + config.exclude.count + config.src.count + config.select.count, 0);
    assert_int_equal(config.per_path_ignore_count, 0);
    assert_int_equal(config.fail_on, SEVERITY_WARNING);
    assert_int_equal(config.confidence, CONFIDENCE_LIKELY);
    assert_null(config.python);
    assert_true(config.respect_gitignore);
}

static void test_all_keys(void **state) {
    struct config config;
    read_good(&config, "include = ['src/**']\n"
                       "exclude = [\n  'a', # why\n  'b/',\n]\n"
                       "src = ['./src/', '.', 'a/../lib//x']\n"
                       "tests = ['qa']\n"
                       "analyse = ['tests', 'vendored']\n"
                       "select = ['LP1', 'LP205', 'auth', 'async/blocking-call', 'ALL']\n"
                       "ignore = ['LP106']\n"
                       "fail-on = 'error'\n"
                       "confidence = \"possible\"\n"
                       "libraries = ['lint/stubs', '/usr/share/stubs']\n"
                       "python = '3.11'\n"
                       "respect-gitignore = false\n"
                       "[per-path-ignores]\n"
                       "'legacy/**' = ['LP101', 'LP102']\n"
                       "old = []\n");
    assert_string_equal(config.path, sandbox_path(&box, "loadpath.toml"));
    assert_string_equal(config.include.items[0], "src/**");
    assert_int_equal(config.exclude.count, 2);
    assert_string_equal(config.exclude.items[1], "b/");
    assert_int_equal(config.exclude.lines[1], 4);
    assert_int_equal(config.src.count, 3);
    assert_string_equal(config.src.items[0], "src");
    assert_string_equal(config.src.items[1], "");
    assert_string_equal(config.src.items[2], "lib/x");
    assert_string_equal(config.tests.items[0], "qa");
    assert_int_equal(config.analyse.count, 2);
    assert_int_equal(config.select.count, 5);
    assert_int_equal(config.ignore.count, 1);
    assert_int_equal(config.fail_on, SEVERITY_ERROR);
    assert_int_equal(config.confidence, CONFIDENCE_POSSIBLE);
    assert_string_equal(config.libraries.items[0], sandbox_path(&box, "lint/stubs"));
    assert_string_equal(config.libraries.items[1], "/usr/share/stubs");
    assert_string_equal(config.python, "3.11");
    assert_false(config.respect_gitignore);
    assert_int_equal(config.per_path_ignore_count, 2);
    assert_string_equal(config.per_path_ignores[0].pattern, "legacy/**");
    assert_string_equal(config.per_path_ignores[0].codes.items[1], "LP102");
    assert_int_equal(config.per_path_ignores[1].codes.count, 0);
}

static void test_pyproject(void **state) {
    struct config config;
    struct error error = {0};
    assert_true(read_text(&config, "pyproject.toml",
                          "[project]\nname = 'x'\n[tool.ruff]\nselect = ['E501']\n[tool.loadpath]\npython = '3.9'\n"
                          "[tool.loadpath.per-path-ignores]\nx = ['LP1']\n",
                          &error));
    assert_string_equal(config.python, "3.9");
    assert_int_equal(config.per_path_ignore_count, 1);
    assert_true(read_text(&config, "pyproject.toml", "[tool.ruff]\n", &error)); /* none of ours */
    assert_true(read_text(&config, "pyproject.toml", "[tool.ruff\n{{ broken }}", &error));
}

/* A text, the line of its error, and words of the message and of the remedy. */
static const struct {
    const char *text;
    unsigned line;
    const char *message, *remedy;
} bad[] = {
    {"\n\nfail_on = 'error'\n", 3, "unknown key \"fail_on\"", "did you mean \"fail-on\"?"},
    {"per-file-ignores = {}\n", 1, "unknown key", "did you mean \"per-path-ignores\"?"},
    {"analyze = []\n", 1, "unknown key", "did you mean \"analyse\"?"},
    {"line-length = 100\n", 1, "unknown key \"line-length\"", "known keys: include, "},
    {"[services.web]\npaths = []\n", 1, "unknown key \"services\"", "known keys"},
    {"\nselect = 'LP101'\n", 2, "\"select\" must be a list of strings, not a string", "write select = [\"LP1\"]"},
    {"select = [\n'LP101',\n101]\n", 3, "\"select\" must be a list of strings, not an integer", "write select"},
    {"select = ['']\n", 1, "empty string", "write select"},
    {"ignore = ['LP1',\n'E501']\n", 2, "unknown code \"E501\" in \"ignore\"", "LP101"},
    {"ignore = ['LP1011']\n", 1, "unknown code \"LP1011\"", NULL},
    {"ignore = ['lp101']\n", 1, "unknown code \"lp101\"", NULL},
    {"ignore = ['async/']\n", 1, "unknown code \"async/\"", NULL},
    {"fail-on = 'warn'\n", 1, "unknown severity \"warn\"", "note, warning or error"},
    {"fail-on = 2\n", 1, "\"fail-on\" must be a string, not an integer", "write fail-on = \"error\""},
    {"confidence = 'sure'\n", 1, "unknown confidence \"sure\"", "possible, likely or certain"},
    {"python = 3.11\n", 1, "\"python\" must be a string, not a float", "write python = \"3.11\""},
    {"python = '2.7'\n", 1, "unknown version \"2.7\"", "write python = \"3.11\""},
    {"python = '3.x'\n", 1, "unknown version", NULL},
    {"python = '33.1'\n", 1, "unknown version", NULL},
    {"respect-gitignore = 'no'\n", 1, "must be true or false, not a string", "write respect-gitignore = false"},
    {"analyse = ['test']\n", 1, "unknown role \"test\"", "tests, migrations, vendored or generated"},
    {"src = ['../other']\n", 1, "leads out of the project", "below"},
    {"src = ['a/../..']\n", 1, "leads out of the project", NULL},
    {"src = ['/usr']\n", 1, "leads out of the project", NULL},
    {"per-path-ignores = ['LP1']\n", 1, "must be a table", "write per-path-ignores = {"},
    {"[per-path-ignores]\n'a' = 'LP1'\n", 2, "must be a list of strings, not a string", NULL},
    {"[per-path-ignores]\n'a' = ['X']\n", 2, "unknown code \"X\"", NULL},
    {"select = [\n", 1, "", NULL},
};

static void test_bad(void **state) {
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct config config;
        struct error error = {0};
        if (read_text(&config, "loadpath.toml", bad[i].text, &error))
            fail_msg("no error: %s", bad[i].text);
        if (!strstr(error.message, bad[i].message))
            fail_msg("%s: %s", bad[i].text, error.message);
        if (bad[i].remedy && !strstr(error.remedy, bad[i].remedy))
            fail_msg("%s: %s", bad[i].text, error.remedy);
        assert_string_equal(error.path, sandbox_path(&box, "loadpath.toml"));
        if (*bad[i].message)
            assert_int_equal(error.line, bad[i].line);
    }
}

static void test_bad_files(void **state) {
    struct config config;
    struct error error = {0};
    config_init(&config);
    assert_false(config_read(&config, sandbox_path(&box, "none.toml"), &arena, &error));
    assert_non_null(strstr(error.path, "none.toml"));
    assert_false(read_text(&config, "pyproject.toml", "tool.loadpath = 3\n", &error));
    assert_non_null(strstr(error.message, "must be a table"));
}

/* ---- finding ----------------------------------------------------------------------------------------------------- */

static void expect_found(const char *folder, const char *python) {
    struct config config;
    struct error error = {0};
    config_init(&config);
    if (!config_find(&config, sandbox_path(&box, folder), &arena, &error))
        fail_msg("%s", error.message);
    if (!python)
        assert_null(config.path);
    else
        assert_string_equal(config.python, python);
}

static void test_find(void **state) {
    sandbox_write(&box, "pyproject.toml", "[tool.loadpath]\npython = '3.8'\n");
    sandbox_write(&box, "repo/.git/", "");
    sandbox_write(&box, "repo/a/b/x.py", "");
    expect_found("repo/a/b", NULL); /* never above the repository */
    sandbox_write(&box, "repo/pyproject.toml", "[tool.loadpath]\npython = '3.9'\n");
    expect_found("repo/a/b", "3.9");
    sandbox_write(&box, "repo/a/pyproject.toml", "[tool.black]\n");
    expect_found("repo/a/b", "3.9"); /* says nothing to us */
    sandbox_write(&box, "repo/a/pyproject.toml", "[tool.loadpath]\npython = '3.10'\n");
    expect_found("repo/a/b", "3.10");
    sandbox_write(&box, "repo/a/loadpath.toml", "python = '3.12'\n");
    expect_found("repo/a/b", "3.12");
    expect_found("repo", "3.9");
}

static void test_find_keeps_spelling(void **state) {
    struct config config;
    struct error error = {0};
    char here[4096];
    sandbox_write(&box, ".git/", "");
    sandbox_write(&box, "loadpath.toml", "");
    sandbox_write(&box, "a/b/", "");
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(sandbox_path(&box, "a/b")), 0);
    config_init(&config);
    assert_true(config_find(&config, ".", &arena, &error));
    assert_string_equal(config.path, "../../loadpath.toml");
    assert_int_equal(chdir(here), 0);
}

static void test_find_bad(void **state) {
    struct config config;
    struct error error = {0};
    sandbox_write(&box, "loadpath.toml", "\nx = 1\n");
    config_init(&config);
    assert_false(config_find(&config, box.folder, &arena, &error));
    assert_int_equal(error.line, 2);
}

/* ---- selection --------------------------------------------------------------------------------------------------- */

static void test_wants(void **state) {
    static const struct {
        const char *config, *path;
        bool wanted; /* LP101 async/blocking-call */
    } samples[] = {
        {"", "a.py", true},
        {"select = ['LP1']", "a.py", true},
        {"select = ['LP']", "a.py", true},
        {"select = ['LP2']", "a.py", false},
        {"select = ['LP102', 'LP101']", "a.py", true},
        {"select = ['async']", "a.py", true},
        {"select = ['asyn']", "a.py", false},
        {"select = ['async/blocking-call']", "a.py", true},
        {"select = ['async/blocking']", "a.py", false},
        {"select = ['ALL']", "a.py", true},
        {"ignore = ['LP101']", "a.py", false},
        {"ignore = ['async/blocking-call']", "a.py", false},
        {"ignore = ['ALL']", "a.py", false},
        {"select = ['LP101']\nignore = ['LP1']", "a.py", true}, /* the longer wins */
        {"select = ['LP1']\nignore = ['LP101']", "a.py", false},
        {"select = ['LP1']\nignore = ['LP1']", "a.py", false},
        {"select = ['LP101']\nignore = ['async']", "a.py", true},
        {"[per-path-ignores]\n'legacy/' = ['LP101']", "legacy/a.py", false},
        {"[per-path-ignores]\n'legacy/' = ['LP1']", "app/a.py", true},
        {"[per-path-ignores]\n'legacy/' = ['LP2']", "legacy/a.py", true},
        {"[per-path-ignores]\n'!app' = ['LP1']", "app/a.py", true},
        {"[per-path-ignores]\n'!app' = ['LP1']", "legacy/a.py", false},
        {"select = ['LP101']\n[per-path-ignores]\n'**/x.py' = ['ALL']", "a/b/x.py", false},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct config config;
        read_good(&config, samples[i].config);
        if (config_wants(&config, "LP101", "async/blocking-call", samples[i].path) != samples[i].wanted)
            fail_msg("%s: %s", samples[i].config, samples[i].path);
    }
}

static void test_wants_below_the_configuration(void **state) {
    struct config config;
    read_good(&config, "[per-path-ignores]\n'app/legacy/' = ['LP101']\n");
    config.prefix = "app/";
    assert_false(config_wants(&config, "LP101", "async/blocking-call", "legacy/a.py"));
    assert_true(config_wants(&config, "LP101", "async/blocking-call", "other/a.py"));
}

static void test_check_codes(void **state) {
    static const char *const codes[] = {"LP101", "LP102"}, *const ids[] = {"async/blocking-call", "async/sync-orm"};
    struct config config;
    struct error error = {0};
    read_good(&config, "select = ['LP', 'LP101', 'async', 'async/sync-orm', 'ALL']\n");
    assert_true(config_check_codes(&config, codes, ids, 2, &error));
    read_good(&config, "ignore = [\n'async/block-call']\n");
    assert_false(config_check_codes(&config, codes, ids, 2, &error));
    assert_int_equal(error.line, 2);
    assert_string_equal(error.message, "there is no check \"async/block-call\"");
    assert_string_equal(error.remedy, "did you mean \"async/blocking-call\"?");
    read_good(&config, "[per-path-ignores]\nx = ['LP9']\n");
    assert_false(config_check_codes(&config, codes, ids, 2, &error));
    const char *given[] = {"LP777"};
    config_init(&config);
    config.select = (struct config_names){given, 1, NULL}; /* from the command line */
    assert_false(config_check_codes(&config, codes, ids, 2, &error));
    assert_string_equal(error.path, "");
}

#define BOXED(test) cmocka_unit_test_setup_teardown(test, open_box, close_box)

int main(void) {
    const struct CMUnitTest tests[] = {
        BOXED(test_defaults),
        BOXED(test_all_keys),
        BOXED(test_pyproject),
        BOXED(test_bad),
        BOXED(test_bad_files),
        BOXED(test_find),
        BOXED(test_find_keeps_spelling),
        BOXED(test_find_bad),
        BOXED(test_wants),
        BOXED(test_wants_below_the_configuration),
        BOXED(test_check_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
