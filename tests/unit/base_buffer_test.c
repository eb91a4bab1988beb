#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"

static void test_starts_empty(void **state) {
    struct buffer out = {0};
    buffer_free(&out);
    buffer_add(&out, NULL, 0);
    assert_int_equal(out.len, 0);
    assert_string_equal(out.data, "");
    buffer_free(&out);
    assert_null(out.data);
    assert_int_equal(out.len + out.cap, 0);
}

static void test_appends(void **state) {
    struct buffer out = {0};
    buffer_puts(&out, "one");
    buffer_putc(&out, ' ');
    buffer_add(&out, "two three", 3);
    buffer_printf(&out, " %d%s", 3, "!");
    assert_string_equal(out.data, "one two 3!");
    assert_int_equal(out.len, 10);
    buffer_add(&out, "\0x", 2);
    assert_int_equal(out.len, 12);
    assert_int_equal(out.data[12], '\0');
    buffer_free(&out);
}

static void test_growth_is_geometric(void **state) {
    struct buffer out = {0};
    int growths = 0;
    size_t cap = 0;
    for (int i = 0; i < 1000000; i++) {
        buffer_putc(&out, 'x');
        growths += out.cap != cap;
        cap = out.cap;
    }
    assert_int_equal(out.len, 1000000);
    assert_in_range(growths, 1, 24);
    buffer_free(&out);
}

static void test_printf_of_any_length(void **state) {
    for (int width = 1; width < 300; width++) {
        struct buffer out = {0};
        buffer_puts(&out, "ab");
        buffer_printf(&out, "%*d", width, 7);
        assert_int_equal(out.len, width + 2);
        assert_int_equal(out.data[out.len - 1], '7');
        assert_int_equal(out.data[out.len], '\0');
        buffer_free(&out);
    }
}

static void assert_safe(const char *text, size_t length, const char *expected) {
    struct buffer out = {0};
    buffer_putc(&out, '>');
    buffer_put_safe(&out, text, length);
    assert_string_equal(out.data + 1, expected);
    buffer_free(&out);
}

#define SAFE(literal, expected) assert_safe((literal), sizeof(literal) - 1, (expected))

static void test_safe(void **state) {
    SAFE("", "");
    assert_safe(NULL, 0, "");
    SAFE("plain text", "plain text");
    SAFE("h\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", "h\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80");
    SAFE("\treturn", "\treturn");
    SAFE("a\x1B[31mb", "a\\x1b[31mb");
    SAFE("a\nb\rc\x7F", "a\\x0ab\\x0dc\\x7f");
    SAFE("a\0b", "a\\x00b");
    SAFE("\xC2\x9B"
         "31m",
         "\\u{9b}31m");                                     /* C1 CSI */
    SAFE("x\xE2\x80\xAEy", "x\\u{202e}y");                  /* right-to-left override */
    SAFE("\xE2\x81\xA6\xE2\x81\xA9", "\\u{2066}\\u{2069}"); /* isolates */
    SAFE("\xE2\x80\xA8", "\\u{2028}");
    SAFE("\xEF\xBB\xBFx", "\\u{feff}x");
    SAFE("\xFFz", "\\xffz");
    SAFE("\xED\xA0\x80", "\\xed\\xa0\\x80"); /* surrogate */
    SAFE("\xC0\x9B", "\\xc0\\x9b");          /* overlong ESC */
    SAFE("\xE2\x82", "\\xe2\\x82");          /* cut off */
}

static void test_safe_of_all_bytes(void **state) {
    struct buffer out = {0};
    for (int round = 0; round < 256; round++)
        for (int byte = 0; byte < 256; byte++)
            buffer_put_safe(&out, (const char[]){(char)round, (char)byte}, 2);
    for (size_t i = 0; i < out.len; i++)
        assert_false(((unsigned char)out.data[i] < 0x20 && out.data[i] != '\t') || out.data[i] == 0x7F);
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_starts_empty),
        cmocka_unit_test(test_appends),
        cmocka_unit_test(test_growth_is_geometric),
        cmocka_unit_test(test_printf_of_any_length),
        cmocka_unit_test(test_safe),
        cmocka_unit_test(test_safe_of_all_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
