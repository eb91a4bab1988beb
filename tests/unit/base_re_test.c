#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/re.h"

static struct re *compile(const char *pattern) {
    struct error error = {0};
    struct re *re = re_compile(pattern, false, &error);
    if (!re)
        fail_msg("%s", error.message);
    return re;
}

static void test_search(void **state) {
    struct re *re = compile("b(c)+(d)?");
    size_t at = 99, length = 99;
    assert_true(re_search(re, SPAN("aabccx"), &at, &length));
    assert_int_equal(at, 2);
    assert_int_equal(length, 3);
    assert_true(re_search(re, SPAN("bc"), NULL, NULL));
    at = length = 99;
    assert_false(re_search(re, SPAN("nothing"), &at, &length));
    assert_int_equal(at, 99);
    assert_int_equal(length, 99);
    re_free(re);
    re_free(NULL);
}

static void test_empty_text(void **state) {
    struct re *any = compile(".*"), *some = compile(".");
    size_t at = 99, length = 99;
    assert_true(re_search(any, span_of(NULL), &at, &length));
    assert_int_equal(at, 0);
    assert_int_equal(length, 0);
    assert_false(re_search(some, span_of(NULL), NULL, NULL));
    re_free(any);
    re_free(some);
}

static void test_case(void **state) {
    struct re *loose = re_compile("secret", true, NULL), *strict = compile("secret");
    assert_true(re_search(loose, SPAN("MY_SECRET_KEY"), NULL, NULL));
    assert_false(re_search(strict, SPAN("MY_SECRET_KEY"), NULL, NULL));
    re_free(loose);
    re_free(strict);
}

static void test_bytes(void **state) {
    struct re *re = compile("\\xff.z");
    size_t at;
    assert_true(re_search(re, SPAN("a\0\xFF\0z"), &at, NULL));
    assert_int_equal(at, 2);
    re_free(re);
}

static void test_bad_pattern_names_position(void **state) {
    struct error error = {0};
    assert_null(re_compile("ab(cd", false, &error));
    assert_non_null(strstr(error.message, "position 5"));
    assert_non_null(strstr(error.message, "ab(cd"));
    assert_null(re_compile("a[z-a]b", false, &error));
    assert_non_null(strstr(error.message, "position 4"));
    assert_null(re_compile("*", false, NULL));
    assert_null(re_compile("(*UTF)a", false, &error)); /* bytes, whatever the pattern asks for */
}

static char *repeat(char letter, size_t length, char last) {
    char *text = malloc(length + 1);
    memset(text, letter, length);
    text[length] = last;
    return text;
}

/* A hundred times what it takes, to allow for sanitizers and busy machines. */
static void assert_quick(const char *pattern, char letter, size_t length) {
    struct re *re = compile(pattern);
    char *text = repeat(letter, length, 'b');
    clock_t start = clock();
    assert_false(re_search(re, (struct span){text, length + 1}, NULL, NULL));
    assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
    free(text);
    re_free(re);
}

static void test_catastrophic(void **state) {
    const size_t lengths[] = {30, 200, 3000, 60000, 1000000};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        assert_quick("(a+)+$", 'a', lengths[i]);
        assert_quick("^(a|aa)+$", 'a', lengths[i]);
        assert_quick("^(?:a?){30}a{30}$", 'a', lengths[i]);
        assert_quick("(?:a|x)*(?:a|y)*[cd]", 'a', lengths[i]);
        assert_quick("a+[cd]", 'a', lengths[i]);
        assert_quick("a.*a.*a.*[cd]", 'a', lengths[i]);
    }
}

/* Limits must not lose what an ordinary pattern finds in a long text. */
static void test_long_text(void **state) {
    enum { LENGTH = 2000000 };
    char *text = repeat('x', LENGTH, '!');
    struct re *far = compile("x!"), *lazy = compile("^.*?!"), *loop = compile("^(?:x|y)*!");
    size_t at, length;
    assert_true(re_search(far, (struct span){text, LENGTH + 1}, &at, &length));
    assert_int_equal(at, LENGTH - 1);
    assert_true(re_search(loop, (struct span){text, 20001}, NULL, NULL) == false);
    text[900] = '!';
    assert_true(re_search(lazy, (struct span){text, LENGTH + 1}, NULL, &length));
    assert_int_equal(length, 901);
    assert_true(re_search(loop, (struct span){text, LENGTH + 1}, NULL, &length));
    assert_int_equal(length, 901);
    free(text);
    re_free(far);
    re_free(lazy);
    re_free(loop);
}

/* Every line of a long text is looked at, with what stands before it, and only its end is the end. */
static void test_lines_of_long_text(void **state) {
    enum { LINE = 32, LINES = 10000, LENGTH = LINE * LINES };
    char *text = malloc(LENGTH);
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = i % LINE == LINE - 1 ? '\n' : '.';
    struct re *key = compile("(?m)(?<=\\n)k.*y$"), *end = compile("\\.$"), *start = compile("^k");
    for (size_t line = 1; line < LINES; line++) {
        size_t from = line * LINE, at = 0, length = 0;
        text[from] = 'k';
        text[from + LINE - 2] = 'y';
        if (line % 97 == 0 || line > LINES - 3) {
            assert_true(re_search(key, (struct span){text, LENGTH}, &at, &length));
            assert_int_equal(at, from);
            assert_int_equal(length, LINE - 1);
            assert_false(re_search(start, (struct span){text, LENGTH}, NULL, NULL));
        }
        text[from] = text[from + LINE - 2] = '.';
    }
    size_t at = 0;
    assert_true(re_search(end, (struct span){text, LENGTH}, &at, NULL));
    assert_int_equal(at, LENGTH - 2);
    free(text);
    re_free(key);
    re_free(end);
    re_free(start);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search),
        cmocka_unit_test(test_empty_text),
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_bad_pattern_names_position),
        cmocka_unit_test(test_catastrophic),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_lines_of_long_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
