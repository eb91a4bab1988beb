#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/markdown.h"

static void expect(const char *document, unsigned width, const char *expected) {
    struct buffer out = {0};
    markdown_render(span_of(document), width, false, &out);
    assert_string_equal(out.data ? out.data : "", expected);
    buffer_free(&out);
}

static void test_headings_and_paragraphs(void **state) {
    expect("# LP101 name\n\nOne two\nthree four.\n\n## Why\n\nSo.\n", 80,
           "LP101 name\n\nOne two three four.\n\nWhy\n\nSo.\n");
    expect("one two three four\n", 9, "one two\nthree\nfour\n");
    expect("unbreakable\n", 4, "unbreakable\n");
    expect("no line end", 80, "no line end\n");
    expect("", 80, "");
}

static void test_code_keeps_its_shape(void **state) {
    expect("text\n```python\nif x:\n    f()  # error: [LP101]\n\n# no heading\n```\ntext\n", 10,
           "text\n    if x:\n        f()  # error: [LP101]\n\n    # no heading\ntext\n");
}

static void test_lists(void **state) {
    expect("- one two three\n  four\n- five\n", 11, "- one two\n  three\n  four\n- five\n");
    expect("10. one two three\n", 12, "10. one two\n    three\n");
    expect("-not an item\n", 80, "-not an item\n");
    expect("-", 80, "-\n");
}

static void test_tables_keep_their_lines(void **state) {
    expect("| a | b |\n| --- | --- |\n| long words here | c |\n", 10,
           "| a | b |\n| --- | --- |\n| long words here | c |\n");
}

static void test_colour(void **state) {
    struct buffer out = {0};
    markdown_render(SPAN("# A\nx\n```\ny\n\n```\n"), 80, true, &out);
    assert_string_equal(out.data, "\x1b[1mA\x1b[0m\nx\n    \x1b[36my\x1b[0m\n\n");
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings_and_paragraphs),
        cmocka_unit_test(test_code_keeps_its_shape),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_tables_keep_their_lines),
        cmocka_unit_test(test_colour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
