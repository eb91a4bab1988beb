#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "syntax/python.h"
#include "syntax/string.h"

#define NO_FAULT UINT32_MAX

struct example {
    struct span bytes;
    struct span wanted;
    uint32_t bad;
    bool changed; /* into new memory */
};

static void test_decode(void **state) {
    (void)state;
    static const struct example examples[] = {
        {SPAN(""), SPAN(""), NO_FAULT, false},
        {SPAN("a = 1\n"), SPAN("a = 1\n"), NO_FAULT, false},
        {SPAN("\xEF\xBB\xBF"
              "a"),
         SPAN("a"), NO_FAULT, false},
        {SPAN("\xEF\xBB\xBF"), SPAN(""), NO_FAULT, false},
        {SPAN("\xC3\xA9"), SPAN("\xC3\xA9"), NO_FAULT, false},
        {SPAN("a\xE9z"), SPAN("a\xEF\xBF\xBDz"), 1, true},
        {SPAN("12345678\x80\x81"), SPAN("12345678\xEF\xBF\xBD\xEF\xBF\xBD"), 8, true},
        {SPAN("\xED\xA0\x80"), SPAN("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"), 0, true},
        {SPAN("# coding: latin-1\n\xE9"), SPAN("# coding: latin-1\n\xC3\xA9"), NO_FAULT, true},
        {SPAN("\n# -*- coding: ISO_8859_1 -*-\n\xE9"), SPAN("\n# -*- coding: ISO_8859_1 -*-\n\xC3\xA9"), NO_FAULT,
         true},
        {SPAN("#!/bin/python\r\n# vim: set fileencoding=utf-8 :\n\xC3\xA9"),
         SPAN("#!/bin/python\r\n# vim: set fileencoding=utf-8 :\n\xC3\xA9"), NO_FAULT, false},
        {SPAN("x = 1\n# coding: latin-1\n\xC3\xA9"), SPAN("x = 1\n# coding: latin-1\n\xC3\xA9"), NO_FAULT, false},
        {SPAN("\n\n# coding: latin-1\n\xC3\xA9"), SPAN("\n\n# coding: latin-1\n\xC3\xA9"), NO_FAULT, false},
        {SPAN("# coding: latin-1\nplain"), SPAN("# coding: latin-1\nplain"), NO_FAULT, false},
        {SPAN("# coding: big5\n\x80"), SPAN("# coding: big5\n\xC2\x80"), 10, true},
        {SPAN("# coding: cp1252\n\x80"), SPAN("# coding: cp1252\n\xC2\x80"), NO_FAULT, true},
        {SPAN("# coding: ascii\n\xC3\xA9"), SPAN("# coding: ascii\n\xC3\xA9"), NO_FAULT, false},
        {SPAN("a\rb\r\nc\r"), SPAN("a\nb\r\nc\n"), NO_FAULT, true},
        {SPAN("# coding:"), SPAN("# coding:"), NO_FAULT, false},
        {SPAN("a\0b"), SPAN("a\0b"), NO_FAULT, false},
    };
    struct buffer owned = {0};
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *example = &examples[i];
        char *copy = malloc(example->bytes.len + 1);
        memcpy(copy, example->bytes.data, example->bytes.len);
        uint32_t bad;
        struct span text = syntax_decode((struct span){copy, example->bytes.len}, &owned, &bad);
        assert_int_equal(text.len, example->wanted.len);
        assert_memory_equal(text.data, example->wanted.data, text.len);
        assert_int_equal(bad, example->bad);
        assert_int_equal(text.len && text.data == owned.data, example->changed);
        free(copy);
    }
    buffer_free(&owned);
}

static void test_string_form(void **state) {
    (void)state;
    struct string_form form = string_form("rb'''x'''", 9);
    assert_int_equal(form.opening, 5);
    assert_int_equal(form.quotes, 3);
    assert_true(form.raw && form.bytes && !form.format);
    assert_true(string_form("Fr\"\"", 4).format);
    assert_int_equal(string_form("''", 2).opening, 1);
    assert_int_equal(string_form("'", 1).opening, 1);
    assert_int_equal(string_form("", 0).opening, 0);
    assert_int_equal(string_form("bbbbbb'", 7).quotes, 0);
}

static void test_string_cut(void **state) {
    (void)state;
    assert_int_equal(string_cut(SPAN("abc"), 3).len, 3);
    assert_int_equal(string_cut(SPAN("abc"), 2).len, 2);
    assert_int_equal(string_cut(SPAN("a\xC3\xA9"), 2).len, 1);
    struct buffer scratch = {0};
    struct string_form form = {0};
    assert_int_equal(string_value(form, SPAN("\\n\\n\\n"), 2, &scratch).len, 2);
    assert_int_equal(string_value(form, SPAN("a\\u00e9"), 2, &scratch).len, 1);
    buffer_free(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_string_form),
        cmocka_unit_test(test_string_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
