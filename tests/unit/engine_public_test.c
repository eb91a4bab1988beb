#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "loadpath.h"

static char folder[] = "/tmp/loadpath-public-XXXXXX";

static void write_file(const char *name, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(fs_write(path, text, strlen(text), NULL));
}

static int set_up(void **state) {
    if (!mkdtemp(folder))
        return -1;
    write_file("main.py", "import asyncio, time\n"
                          "from fastapi import FastAPI\n"
                          "app = FastAPI()\n"
                          "def wait():\n"
                          "    time.sleep(1)\n"
                          "@app.get('/a')\n"
                          "async def a():\n"
                          "    wait()\n"
                          "    await asyncio.sleep(0)\n"
                          "@app.get('/b')\n"
                          "async def b():\n"
                          "    wait()  # loadpath: ignore[LP101]\n"
                          "    await asyncio.sleep(0)\n");
    write_file("bad.toml", "selct = []\n");
    return 0;
}

static int tear_down(void **state) {
    char command[256];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? 0 : -1;
}

static void test_version(void **state) { assert_string_equal(lp_version(), LP_VERSION); }

static void test_findings(void **state) {
    lp_options options = {.config = "", .threads = 1};
    lp_project *project = lp_project_open(folder, &options, NULL);
    assert_non_null(project);
    assert_int_equal(lp_project_check(project), 1);
    assert_int_equal(lp_project_check(project), 1);
    const lp_finding *finding = lp_project_finding(project, 0);
    assert_null(lp_project_finding(project, 1));
    assert_string_equal(lp_finding_code(finding), "LP101");
    assert_string_equal(lp_finding_id(finding), "async/blocking-call");
    assert_int_equal(lp_finding_severity(finding), LP_ERROR);
    assert_true(lp_finding_confidence(finding) >= LP_LIKELY);
    lp_place place = lp_finding_place(finding);
    assert_string_equal(place.path, "main.py");
    assert_int_equal(place.line, 8);
    assert_int_equal(place.column, 5);
    assert_int_equal(place.end_line, 8);
    assert_string_equal(lp_finding_symbol(finding), "a");
    assert_non_null(strstr(lp_finding_message(finding), "time.sleep"));
    assert_non_null(strstr(lp_finding_context(finding), "/a"));
    assert_non_null(lp_finding_help(finding));
    assert_int_equal(strlen(lp_finding_fingerprint(finding)), 16);
    assert_true(lp_finding_related_count(finding) > 0);
    assert_int_equal(lp_finding_related_place(finding, 0).line, 5);
    assert_non_null(lp_finding_related_message(finding, 0));
    lp_project_close(project);
}

static void test_failures(void **state) {
    lp_error error = {0};
    char path[256];
    snprintf(path, sizeof path, "%s/bad.toml", folder);
    lp_options options = {.config = path};
    assert_null(lp_project_open(folder, &options, &error));
    assert_string_equal(error.path, path);
    assert_int_equal(error.line, 1);
    assert_non_null(strstr(error.message, "selct"));
    assert_null(lp_project_open("/nowhere/at/all", NULL, &error));
    assert_true(error.message[0] != '\0');
    assert_null(lp_project_open("/nowhere/at/all", NULL, NULL));
    lp_project_close(NULL);
}

static void test_explain(void **state) {
    assert_non_null(lp_explain("LP101"));
    assert_ptr_equal(lp_explain("LP101"), lp_explain("async/blocking-call"));
    assert_null(lp_explain("LP000"));
    assert_null(lp_explain(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_version),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_explain),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
