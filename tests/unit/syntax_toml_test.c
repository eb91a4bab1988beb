#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "syntax/toml.h"
#include "syntax_helper.h"

static struct arena arena;
static struct error error;

static struct toml_value *parse(const char *text) {
    memset(&error, 0, sizeof error);
    return toml_parse("p.toml", span_of(text), &arena, &error);
}

/* A value in one line: {key=value …} [value …] text. Test documents are shallow. */
static void put(struct buffer *out, const struct toml_value *value) {
    bool table = value->kind == TOML_TABLE;
    if (!table && value->kind != TOML_ARRAY) {
        buffer_puts(out, value->text);
        return;
    }
    buffer_puts(out, table ? "{" : "[");
    for (const struct toml_value *child = value->first; child; child = child->next) {
        if (child != value->first)
            buffer_puts(out, " ");
        if (table)
            buffer_printf(out, "%s=", child->key);
        else
            assert_null(child->key);
        put(out, child);
    }
    buffer_puts(out, table ? "}" : "]");
}

static void test_documents(void **state) {
    (void)state;
    static const char *const examples[][2] = {
        {"", "{}"},
        {"\n# c\n", "{}"},
        {"\xEF\xBB\xBF"
         "a = 1",
         "{a=1}"},
        {"a = 1\nb = 'x' # c\r\nc = true", "{a=1 b=x c=true}"},
        {"a.b.c = 1\na.b.d = 2\na.e = 3", "{a={b={c=1 d=2} e=3}}"},
        {"\"a b\".'c.d' = 1\n\"\" = 2", "{a b={c.d=1} =2}"},
        {"a . b = 1", "{a={b=1}}"},
        {"[a]\nb = 1\n[a.c]\nd = 2\n[e]", "{a={b=1 c={d=2}} e={}}"},
        {"[a.b.c]\nx = 1\n[a]\ny = 2", "{a={b={c={x=1}} y=2}}"},
        {"[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3\n[[a.e]]\n[[a.e]]", "{a=[{b=1} {b=2 c={d=3} e=[{} {}]}]}"},
        {"a = [1, [2, 'x'],\n  # c\n  { b = 1, c.d = 2 },\n]", "{a=[1 [2 x] {b=1 c={d=2}}]}"},
        {"a = {}\nb = []", "{a={} b=[]}"},
        {"[tool.x]\na.b = 1\na.c = 2\n[tool.x.d]\ne = 1", "{tool={x={a={b=1 c=2} d={e=1}}}}"},
        {"a = \"x\\ty\\u00e9\\U0001F600\\\\\\\"\"", "{a=x\ty\xC3\xA9\xF0\x9F\x98\x80\\\"}"},
        {"a = 'x\\n'", "{a=x\\n}"},
        {"a = \"\"\"\nx\ny \\\n   z\"\"\"", "{a=x\ny z}"},
        {"a = '''\nx\\\ny'''", "{a=x\\\ny}"},
        {"a = \"\"\"\r\nx\r\ny\"\"\"", "{a=x\ny}"},
        {"a = 1.5e3\nb = inf\nc = 1979-05-27T07:32:00Z\nd = 07:32:00\ne = 1979-05-27",
         "{a=1.5e3 b=inf c=1979-05-27T07:32:00Z d=07:32:00 e=1979-05-27}"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct toml_value *root = parse(examples[i][0]);
        if (!root)
            fail_msg("%s\n%u: %s", examples[i][0], error.line, error.message);
        struct buffer out = {0};
        put(&out, root);
        assert_string_equal(out.data, examples[i][1]);
        buffer_free(&out);
        arena_reset(&arena);
    }
}

static void test_errors(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t line;
        const char *message; /* part of it */
    } examples[] = {
        {"a = 1\na = 2", 2, "twice: a"},
        {"a.b = 1\na.b = 2", 2, "twice: b"},
        {"a = 1\na.b = 2", 2, "no table: a"},
        {"[a]\n[b]\n[a]", 3, "twice: a"},
        {"[a]\nb = 1\n[a.b]", 3, "twice: b"},
        {"a.b = 1\n[a]", 2, "twice: a"},
        {"[a.b]\n[a]\nb.c = 1", 3, "defined already: b"},
        {"a = {b = 1}\na.c = 2", 2, "defined already: a"},
        {"a = {b = 1}\n[a.c]", 2, "defined already: a"},
        {"a = {b = 1, b = 2}", 1, "twice: b"},
        {"a = [1]\n[[a]]", 2, "not an array of tables: a"},
        {"[[a]]\n[a]", 2, "twice: a"},
        {"[a]\n[[a]]", 2, "not an array of tables: a"},
        {"\n\na = ", 3, "not TOML"},
        {"x = 1\na b = 2\n", 2, "not TOML"},
        {"a = \"x\n", 1, "not TOML"},
        {"[a\nb = 1", 1, "not TOML"},
        {"a = 1 b = 2", 1, "not TOML"},
        {"a = 99999999999999999999", 1, "out of range"},
        {"a = '\\u0000'\nb = \"\\u0000\"", 2, "invalid escape"},
        {"a = \"\\ud800\"", 1, "invalid escape"},
        {"a = 1\nb = '\xff'", 2, "not UTF-8"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        if (parse(examples[i].text))
            fail_msg("accepted: %s", examples[i].text);
        if (error.line != examples[i].line || !strstr(error.message, examples[i].message))
            fail_msg("%s\n%u: %s", examples[i].text, error.line, error.message);
        assert_string_equal(error.path, "p.toml");
        assert_true(error.remedy[0] != '\0');
        arena_reset(&arena);
    }
}

static void test_values(void **state) {
    (void)state;
    const struct toml_value *root = parse("[tool.loadpath]\nselect = ['A']\nbig = 0x_\n"); /* not a number */
    assert_null(root);
    root = parse(
        "[tool.loadpath]\nselect = ['A']\nhex = 0xFF\nbin = 0b11\noct = 0o17\nneg = -1_000\nyes = true\nno = false");
    assert_non_null(root);
    assert_int_equal(toml_get(root, "tool.loadpath.hex")->number, 255);
    assert_int_equal(toml_get(root, "tool.loadpath.bin")->number, 3);
    assert_int_equal(toml_get(root, "tool.loadpath.oct")->number, 15);
    assert_int_equal(toml_get(root, "tool.loadpath.neg")->number, -1000);
    assert_int_equal(toml_get(root, "tool.loadpath.yes")->number, 1);
    assert_int_equal(toml_get(root, "tool.loadpath.no")->number, 0);
    assert_int_equal(toml_get(root, "tool.loadpath")->line, 1);
    assert_int_equal(toml_get(root, "tool.loadpath.select")->first->line, 2);
    assert_null(toml_get(root, "tool.load"));
    assert_null(toml_get(root, "tool.loadpath.hex.x"));
    assert_ptr_equal(toml_get(root, ""), root);
    arena_reset(&arena);
}

static void test_sizes(void **state) {
    (void)state;
    char *deep = helper_repeat("[", 100), *key = helper_repeat("a.", 100);
    struct buffer text = {0};
    buffer_printf(&text, "a = %s", deep);
    assert_null(parse(text.data));
    text.len = 0;
    buffer_printf(&text, "%sa = 1", key);
    assert_null(parse(text.data));
    assert_non_null(strstr(error.message, "components"));
    text.len = 0;
    for (int i = 0; i < 50; i++)
        buffer_puts(&text, i ? "[" : "a = [");
    for (int i = 0; i < 50; i++)
        buffer_puts(&text, "]");
    assert_non_null(parse(text.data));
    text.len = 0;
    for (int i = 0; i < 20000; i++)
        buffer_printf(&text, "[[p]]\nname = 'n%d'\nk%d = 1\n", i, i);
    assert_non_null(parse(text.data));
    buffer_free(&text);
    free(deep);
    free(key);
    arena_reset(&arena);
}

static int free_all(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, free_all);
}
