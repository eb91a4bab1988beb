#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "report/report.h"

/* The example of the design. */
static struct finding_related steps[] = {
    {.place = {.path = "app/services.py", .line = 7}, .message = "load calls repo.fetch"},
    {.place = {.path = "app/repo.py", .line = 5}, .message = "fetch calls requests.get"},
};

static struct finding make(void) {
    return (struct finding){
        .code = "LP101",
        .id = "async/blocking-call",
        .severity = SEVERITY_ERROR,
        .confidence = CONFIDENCE_CERTAIN,
        .place = {.path = "app/main.py", .line = 12, .column = 12, .end_line = 12, .end_column = 34},
        .symbol = "get_user",
        .message = "blocking call on the event loop: requests.get (http)",
        .context = "in get_user, GET /users/{user_id}, async",
        .help = "await httpx.AsyncClient.get, or await asyncio.to_thread(services.load, user_id)",
        .related = steps,
        .related_count = 2,
    };
}

static struct span the_line(void *context, const char *path, uint32_t line) { return span_of(context); }

static struct report_input input_of(const struct finding *const *findings, uint32_t count, char *line) {
    return (struct report_input){.findings = findings,
                                 .count = count,
                                 .summary = {.files = 120, .lines = 12345, .errors = count},
                                 .quiet = true,
                                 .width = 120,
                                 .prefix = "",
                                 .below = "",
                                 .line = the_line,
                                 .context = line};
}

static void expect(const char *format, const struct report_input *input, const char *expected) {
    struct buffer out = {0};
    report_find(format)->write(input, &out);
    assert_string_equal(out.data ? out.data : "", expected);
    buffer_free(&out);
}

/* The two lines that show the source of a range. */
static void expect_excerpt(char *line, uint32_t column, uint32_t end_column, unsigned width, const char *expected) {
    struct finding finding = {
        .code = "LP101", .severity = SEVERITY_NOTE, .message = "m", .place = {"a.py", 0, 0, 3, column, 3, end_column}};
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, line);
    input.width = width;
    struct buffer all = {0};
    buffer_puts(&all, "a.py:3:");
    buffer_printf(&all, "%u: note LP101 m\n%s", column, expected);
    expect("text", &input, all.data);
    buffer_free(&all);
}

static void test_formats(void **state) {
    assert_non_null(report_find("text"));
    assert_non_null(report_find("concise"));
    assert_non_null(report_find("json"));
    assert_null(report_find("xml"));
    assert_null(report_find(""));
}

static void test_the_picture(void **state) {
    struct finding finding = make();
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, "    user = services.load(user_id)");
    input.quiet = false;
    expect("text", &input,
           "app/main.py:12:12: error LP101 blocking call on the event loop: requests.get (http)\n"
           "   12 |     user = services.load(user_id)\n"
           "      |            ^^^^^^^^^^^^^^^^^^^^^^ in get_user, GET /users/{user_id}, async\n"
           "      = app/services.py:7   load calls repo.fetch\n"
           "      = app/repo.py:5       fetch calls requests.get\n"
           "      = help: await httpx.AsyncClient.get, or await asyncio.to_thread(services.load, user_id)\n"
           "\n"
           "Found 1 error in 120 files (12,345 lines)\n");
}

static void test_concise(void **state) {
    struct finding finding = make();
    const struct finding *findings[] = {&finding, &finding};
    struct report_input input = input_of(findings, 2, "");
    expect("concise", &input,
           "app/main.py:12:12: LP101 blocking call on the event loop: requests.get (http)\n"
           "app/main.py:12:12: LP101 blocking call on the event loop: requests.get (http)\n");
}

static void test_without_source(void **state) {
    struct finding finding = make();
    finding.related_count = 0;
    finding.help = NULL;
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, "");
    expect("text", &input,
           "app/main.py:12:12: error LP101 blocking call on the event loop: requests.get (http)\n"
           "      = in get_user, GET /users/{user_id}, async\n");
    finding.context = NULL;
    finding.place.line = 0;
    expect("text", &input, "app/main.py: error LP101 blocking call on the event loop: requests.get (http)\n");
}

static void test_tabs(void **state) {
    expect_excerpt("\tf(x)", 2, 6, 80, "    3 |     f(x)\n      |     ^^^^\n");
    expect_excerpt("a\tf(x)", 3, 7, 80, "    3 | a   f(x)\n      |     ^^^^\n");
    expect_excerpt("a = f(\tx)", 5, 10, 80, "    3 | a = f(  x)\n      |     ^^^^^^\n");
}

static void test_wide_and_combining(void **state) {
    expect_excerpt("\xE6\x97\xA5 f()", 3, 6, 80, "    3 | \xE6\x97\xA5 f()\n      |    ^^^\n");
    expect_excerpt("e\xCC\x81 f()", 4, 7, 80, "    3 | e\xCC\x81 f()\n      |   ^^^\n");
    expect_excerpt("\xC3\xA4 f()", 3, 6, 80, "    3 | \xC3\xA4 f()\n      |   ^^^\n");
}

static void test_hostile_source(void **state) {
    expect_excerpt("\x1b[31m f()", 7, 10, 80, "    3 | \\x1b[31m f()\n      |          ^^^\n");
    expect_excerpt("\xFF f()", 3, 6, 80, "    3 | \\xff f()\n      |      ^^^\n");
    expect_excerpt("\xE2\x80\xAE f()", 3, 6, 80, "    3 | \\u{202e} f()\n      |          ^^^\n");
}

static void test_ranges(void **state) {
    expect_excerpt("f()", 1, 1, 80, "    3 | f()\n      | ^\n");        /* an empty range is shown */
    expect_excerpt("f()  \t", 1, 99, 80, "    3 | f()\n      | ^^^\n"); /* past the end of the line */
    expect_excerpt("f()", 50, 60, 80, "    3 | f()\n      |    ^\n");
    struct finding finding = make();
    finding.place.end_line = 14;
    finding.place.end_column = 2;
    finding.context = NULL;
    finding.help = NULL;
    finding.related_count = 0;
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, "    x   = load(  ");
    expect("text", &input,
           "app/main.py:12:12: error LP101 blocking call on the event loop: requests.get (http)\n"
           "   12 |     x   = load(\n"
           "      |            ^^^^\n");
}

static void test_long_lines(void **state) {
    char line[400];
    memset(line, 'a', sizeof line);
    memcpy(line + 200, "F(x)", 4);
    line[399] = '\0';
    expect_excerpt(line, 201, 205, 48,
                   "    3 | ...aaaaaaaaaaaaaaaF(x)aaaaaaaaaaaaaaa...\n"
                   "      |                   ^^^^\n");
    memcpy(line, "G(x)", 4);
    expect_excerpt(line, 1, 5, 48,
                   "    3 | G(x)aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...\n"
                   "      | ^^^^\n");
    memcpy(line + 395, "H(x)", 4);
    expect_excerpt(line, 396, 400, 48,
                   "    3 | ...aaaaaaaaaaaaaaaH(x)\n"
                   "      |                   ^^^^\n");
    expect_excerpt(line, 1, 400, 48,
                   "    3 | G(x)aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...\n"
                   "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
    expect_excerpt(line, 201, 205, 0,
                   "    3 | ...aaaaaaaaF(x)aaaaaaaa...\n"
                   "      |            ^^^^\n");
}

static void test_a_line_nobody_reads(void **state) {
    static char line[20000];
    memset(line, 'a', sizeof line - 1);
    expect_excerpt(line, 5, 6, 80, "");
}

static void test_large_line_number(void **state) {
    struct finding finding = make();
    finding.place.line = finding.place.end_line = 1234567;
    finding.related_count = 0;
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, "    user = services.load(user_id)");
    expect("text", &input,
           "app/main.py:1234567:12: error LP101 blocking call on the event loop: requests.get (http)\n"
           "1234567 |     user = services.load(user_id)\n"
           "        |            ^^^^^^^^^^^^^^^^^^^^^^ in get_user, GET /users/{user_id}, async\n"
           "        = help: await httpx.AsyncClient.get, or await asyncio.to_thread(services.load, user_id)\n");
}

static void test_colour(void **state) {
    struct finding finding = make();
    finding.related_count = 0;
    finding.help = "do";
    finding.context = NULL;
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, "0123456789 abc");
    input.colour = true;
    finding.place.end_column = 15;
    expect("text", &input,
           "\x1b[1mapp/main.py\x1b[0m:12:12: \x1b[1;31merror\x1b[0m \x1b[1mLP101\x1b[0m blocking call on the event "
           "loop: requests.get (http)\n"
           "\x1b[34m   12 |\x1b[0m 0123456789 abc\n"
           "\x1b[34m      |\x1b[0m            \x1b[1;31m^^^\x1b[0m\n"
           "\x1b[34m      =\x1b[0m \x1b[32mhelp:\x1b[0m do\n");
}

static void test_hostile_texts(void **state) {
    struct finding finding = make();
    finding.place.path = "a\x1b[31m.py";
    finding.message = "seen\nerror";
    finding.context = "in \x07";
    finding.help = "do\r";
    finding.related_count = 0;
    const struct finding *findings[] = {&finding};
    struct report_input input = input_of(findings, 1, "");
    expect("text", &input,
           "a\\x1b[31m.py:12:12: error LP101 seen\\x0aerror\n      = in \\x07\n      = help: do\\x0d\n");
    expect("concise", &input, "a\\x1b[31m.py:12:12: LP101 seen\\x0aerror\n");
}

static const char *shown_path(const char *prefix, const char *below, const char *path) {
    static char text[128];
    struct buffer out = {0};
    struct report_input input = {.prefix = prefix, .below = below};
    report_put_path(&input, path, &out);
    strcpy(text, out.data ? out.data : "");
    buffer_free(&out);
    return text;
}

static void test_paths(void **state) {
    assert_string_equal(shown_path("", "", "app/main.py"), "app/main.py");
    assert_string_equal(shown_path("sub/", "", "app/main.py"), "sub/app/main.py");
    assert_string_equal(shown_path("../other/", "", "app/main.py"), "../other/app/main.py");
    assert_string_equal(shown_path("", "app/", "app/main.py"), "main.py");
    assert_string_equal(shown_path("", "app/", "lib/x.py"), "../lib/x.py");
    assert_string_equal(shown_path("", "app/api/v1/", "app/lib/x.py"), "../../lib/x.py");
    assert_string_equal(shown_path("", "app/", "application/x.py"), "../application/x.py");
    assert_string_equal(shown_path("", "app/", "app.py"), "../app.py");
}

static void expect_summary(struct report_summary summary, const char *expected) {
    struct report_input input = {.summary = summary, .prefix = "", .below = ""};
    expect("text", &input, expected);
}

static void test_summaries(void **state) {
    expect_summary((struct report_summary){.files = 120, .lines = 12345, .errors = 3, .warnings = 1},
                   "Found 3 errors, 1 warning in 120 files (12,345 lines)\n");
    expect_summary((struct report_summary){.files = 1, .lines = 1, .notes = 2}, "Found 2 notes in 1 file (1 line)\n");
    expect_summary((struct report_summary){.files = 1000, .lines = 1234567},
                   "No findings in 1,000 files (1,234,567 lines)\n");
    expect_summary((struct report_summary){.files = 2, .lines = 3, .hidden_confidence = 1, .suppressed = 2},
                   "No findings in 2 files (3 lines); 1 less certain finding hidden (--confidence possible shows all), "
                   "2 suppressed by comments\n");
    expect_summary((struct report_summary){.files = 2, .lines = 3, .errors = 1, .suppressed = 1},
                   "Found 1 error in 2 files (3 lines); 1 suppressed by comments\n");
}

static void test_statistics(void **state) {
    struct finding a = make(), b = make();
    b.code = "LP102";
    b.id = "async/sync-orm";
    const struct finding *findings[] = {&a, &b, &a};
    struct report_input input = input_of(findings, 3, "");
    struct buffer out = {0};
    report_find("text")->statistics(&input, &out);
    assert_string_equal(out.data, "      2  LP101  async/blocking-call\n      1  LP102  async/sync-orm\n");
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_the_picture),
        cmocka_unit_test(test_concise),
        cmocka_unit_test(test_without_source),
        cmocka_unit_test(test_tabs),
        cmocka_unit_test(test_wide_and_combining),
        cmocka_unit_test(test_hostile_source),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_a_line_nobody_reads),
        cmocka_unit_test(test_large_line_number),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_hostile_texts),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_summaries),
        cmocka_unit_test(test_statistics),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
