#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

static void test_set(void **state) {
    struct error error = {0};
    assert_false(error_set(&error, "a.toml", 7, "spell it right", "unknown key \"%s\"", "slect"));
    assert_string_equal(error.message, "unknown key \"slect\"");
    assert_string_equal(error.path, "a.toml");
    assert_string_equal(error.remedy, "spell it right");
    assert_int_equal(error.line, 7);
    assert_false(error_set(&error, NULL, 0, NULL, "%d", 5));
    assert_string_equal(error.message, "5");
    assert_string_equal(error.path, "");
    assert_string_equal(error.remedy, "");
    assert_int_equal(error.line, 0);
}

static void test_null(void **state) { assert_false(error_set(NULL, "path", 1, "remedy", "%s", "message")); }

static void test_wraps_itself(void **state) {
    struct error error;
    error_set(&error, "inner.py", 3, NULL, "inner");
    error_set(&error, error.path, error.line, NULL, "outer: %s", error.message);
    assert_string_equal(error.message, "outer: inner");
    assert_string_equal(error.path, "inner.py");
    assert_int_equal(error.line, 3);
}

static void test_cuts_between_characters(void **state) {
    char text[2000];
    struct error error;
    for (size_t shift = 0; shift < 3; shift++) {
        memset(text, 'x', shift);
        for (size_t i = shift; i + 3 < sizeof text; i += 3)
            memcpy(text + i, "\xE2\x82\xAC", 4);
        error_set(&error, text, 0, text, "%s", text);
        size_t length = strlen(error.message);
        assert_in_range(length, sizeof error.message - 4, sizeof error.message - 1);
        assert_int_equal(length, shift + (length - shift) / 3 * 3);
        assert_int_equal(strlen(error.path), sizeof error.path - 1);
        assert_int_equal((strlen(error.remedy) - shift) % 3, 0);
    }
}

static void test_is_one_line_of_utf8(void **state) {
    struct error error;
    error_set(&error, "raw\xFF\nname", 0, NULL, "cannot read \"%s\"", "a\nb\r\xFF\xC0z");
    assert_string_equal(error.message, "cannot read \"a b ??z\"");
    assert_string_equal(error.path, "raw\xFF\nname"); /* a path stays the path it is */
    error_set(&error, NULL, 0, NULL, "\xFF");
    assert_string_equal(error.message, "?");
}

static void run_bug(int output) {
    dup2(output, STDERR_FILENO);
    signal(SIGABRT, SIG_DFL);
    BUG_ON(1 == 1);
    _exit(0);
}

static void test_bug_stops(void **state) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0)
        run_bug(ends[1]);
    close(ends[1]);
    char said[1024] = "";
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_non_null(strstr(said, "base_error_test.c:"));
    assert_non_null(strstr(said, "1 == 1"));
    BUG_ON(1 == 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_null),
        cmocka_unit_test(test_wraps_itself),
        cmocka_unit_test(test_cuts_between_characters),
        cmocka_unit_test(test_is_one_line_of_utf8),
        cmocka_unit_test(test_bug_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
