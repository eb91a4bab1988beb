#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/glob.h"

static const struct {
    const char *pattern, *path;
    bool matches;
} cases[] = {
    /* Without a slash: the whole name of any component. */
    {"tests", "tests", true},
    {"tests", "a/tests/b.py", true},
    {"tests", "tests/b.py", true},
    {"tests", "a/b/tests", true},
    {"tests", "a/mytests/b.py", false},
    {"tests", "a/tests.py", false},
    {"tests/", "a/tests/b.py", true},
    {"tests//", "a/tests/b.py", true},
    {"*.py", "a.py", true},
    {"*.py", "a/b/c.py", true},
    {"*.py", "a/b/c.pyi", false},
    {"*.py", ".py", true},
    {"test_*.py", "x/test_a.py", true},
    {"test_*.py", "x/atest_a.py", false},
    {"*", "anything/at/all", true},
    {"**", "anything/at/all", true},
    {"?", "a", true},
    {"?", "ab", false},
    {"a?c", "x/abc", true},
    {"?", "\xC3\xA9", true}, /* one character, two bytes */
    {"a*b*c", "a1b2b3c", true},
    {"a*b*c", "a1b2b3", false},
    {"a**c", "abbc", true}, /* within a component two stars are one */
    {"*a", "a", true},
    {"a*", "a", true},
    {"A", "a", false},

    /* With one: anchored at the root; a leading folder is enough. */
    {"src/gen", "src/gen/a.py", true},
    {"src/gen", "src/gen", true},
    {"src/gen/", "src/gen/a.py", true},
    {"src/gen", "x/src/gen/a.py", false},
    {"src/gen", "src/generated/a.py", false},
    {"src/gen", "src", false},
    {"/src", "src/a.py", true},
    {"/src", "x/src/a.py", false},
    {"/src/", "src/a.py", true},
    {"./src", "src/a.py", true},
    {"./src", "x/src/a.py", false},
    {"src/*.py", "src/a.py", true},
    {"src/*.py", "src/x/a.py", false},
    {"src/*", "src/x/a.py", true}, /* through the folder src/x */
    {"src/*/b", "src/x/b/c", true},
    {"*/migrations", "app/migrations/0001.py", true},
    {"*/migrations", "x/app/migrations/0001.py", false},

    /* Stars across components. */
    {"**/tests", "tests/a.py", true},
    {"**/tests", "a/b/tests/c.py", true},
    {"**/tests", "a/b/test/c.py", false},
    {"**/*.py", "a.py", true},
    {"**/*.py", "a/b/c.py", true},
    {"**/*.py", "a/b/c.txt", false},
    {"src/**/gen", "src/gen", true},
    {"src/**/gen", "src/a/gen/x.py", true},
    {"src/**/gen", "src/a/b/c/gen", true},
    {"src/**/gen", "x/src/gen", false},
    {"src/**", "src/a.py", true},
    {"src/**", "src/a/b.py", true},
    {"src/**", "src", false},
    {"src/**/", "src/a/b.py", true},
    {"**/tests/**", "tests/a.py", true},
    {"**/tests/**", "x/tests/y/a.py", true},
    {"**/tests/**", "x/tests", false},
    {"**/a/**/b/**/c", "x/a/y/b/z/c", true},
    {"**/a/**/b/**/c", "x/a/y/c/z/b", false},
    {"**/a/b/c", "a/b/a/b/c", true},
    {"**/a/b/c", "a/a/b/b/c", false},
    {"**/**/a", "a", true},
    {"**/**/a", "x/a", true},
    {"/**", "a", true},

    /* Classes. */
    {"[a-c]x", "bx", true},
    {"[a-c]x", "dx", false},
    {"[!a-c]x", "dx", true},
    {"[^a-c]x", "ax", false},
    {"[]x]", "]", true},
    {"[!]x]", "]", false},
    {"[!]x]", "y", true},
    {"[a-]", "-", true},
    {"[-a]", "-", true},
    {"[a\\]b]", "]", true},
    {"[\\!a]", "!", true},
    {"[abc", "[abc", true}, /* never closed: itself */
    {"[abc", "a", false},
    {"[0-9][0-9]_*", "m/12_init.py", true},
    {"[\xC3\xA0-\xC3\xBF]", "\xC3\xA9", true}, /* ranges of characters */
    {"*[0-9]", "ab3", true},
    {"*[0-9]", "ab3x", false},

    /* Escapes and odd bytes. */
    {"\\*", "*", true},
    {"\\*", "a", false},
    {"a\\?", "a?", true},
    {"a\\", "a\\", true},
    {"\\[a]", "[a]", true},
    {"\xFF", "\xFF", true},
    {"?", "\xFF", true},

    /* Nothing matches nothing. */
    {"", "a", false},
    {"", "", false},
    {"/", "a", false},
    {"./", "a", false},
    {"a", "", false},
    {"*", "", false},
    {"a/b", "", false},
};

static void test_table(void **state) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (glob_match(cases[i].pattern, cases[i].path) != cases[i].matches)
            fail_msg("%s %s %s", cases[i].pattern, cases[i].matches ? "misses" : "matches", cases[i].path);
}

static char *repeat(const char *unit, size_t times, const char *end) {
    char *text = malloc(strlen(unit) * times + strlen(end) + 1);
    text[0] = '\0';
    char *at = text;
    for (size_t i = 0; i < times; i++)
        at = stpcpy(at, unit);
    strcpy(at, end);
    return text;
}

static void assert_quick(char *pattern, char *path) {
    clock_t start = clock();
    assert_false(glob_match(pattern, path));
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
    free(pattern);
    free(path);
}

/* Backtracking into every star would not end within the age of the universe. */
static void test_hostile_patterns(void **state) {
    assert_quick(repeat("a*", 40, "b"), repeat("a", 4000, "c"));
    assert_quick(repeat("**/a/", 40, "b"), repeat("a/", 4000, "c"));
    assert_quick(repeat("**/", 40, "b"), repeat("a/", 4000, "c"));
    assert_quick(repeat("*", 4000, "b"), repeat("a", 4000, ""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_hostile_patterns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
