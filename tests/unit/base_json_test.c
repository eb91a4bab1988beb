#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"

static void assert_written(json_t *value, const char *expected) {
    struct buffer out = {0};
    json_write(&out, value);
    assert_string_equal(out.data, expected);
    buffer_free(&out);
    json_decref(value);
}

static void test_text(void **state) {
    assert_written(json_text(SPAN("plain")), "\"plain\"\n");
    assert_written(json_text(span_of(NULL)), "\"\"\n");
    assert_written(json_text(SPAN("h\xC3\xA9 \"q\" \\ \n")), "\"h\\u00E9 \\\"q\\\" \\\\ \\n\"\n");
    assert_written(json_text(SPAN("a\0b")), "\"a\\u0000b\"\n");
    assert_written(json_text(SPAN("a\xFF\xED\xA0\x80z")), "\"a\\uFFFD\\uFFFD\\uFFFD\\uFFFDz\"\n");
}

static void test_object_keeps_order(void **state) {
    json_t *object = json_object();
    json_put(object, "zulu", "last first");
    json_put(object, "alpha", NULL);
    json_put_int(object, "number", -9007199254740993);
    json_put(object, "bad\xFFkey", "\xFF");
    json_put_int(object, "alpha", 1); /* replaced where it stands */
    assert_written(object, "{\n"
                           "  \"zulu\": \"last first\",\n"
                           "  \"alpha\": 1,\n"
                           "  \"number\": -9007199254740993,\n"
                           "  \"bad\\uFFFDkey\": \"\\uFFFD\"\n"
                           "}\n");
}

static void test_reals(void **state) {
    assert_written(json_real(0.1), "0.1\n");
    assert_written(json_real(2.0), "2.0\n");
    assert_written(json_real(0.3333333333333333), "0.333333333333333\n");
    json_t *array = json_array();
    json_array_append_new(array, json_real(-1.5));
    json_array_append_new(array, json_true());
    assert_written(array, "[\n  -1.5,\n  true\n]\n");
}

static void test_empty(void **state) {
    assert_written(json_object(), "{}\n");
    assert_written(json_array(), "[]\n");
    assert_written(json_null(), "null\n");
}

static void test_appends(void **state) {
    struct buffer out = {0};
    buffer_puts(&out, "before ");
    json_t *value = json_integer(1);
    json_write(&out, value);
    json_decref(value);
    assert_string_equal(out.data, "before 1\n");
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),    cmocka_unit_test(test_object_keeps_order),
        cmocka_unit_test(test_reals),   cmocka_unit_test(test_empty),
        cmocka_unit_test(test_appends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
