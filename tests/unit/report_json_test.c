#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/json.h"
#include "report/report.h"

static struct finding_related step = {.place = {"app/re\xFFpo.py", 0, 0, 5, 6, 5, 20}, .message = "fetch calls get"};

static struct finding make(void) {
    return (struct finding){.code = "LP101",
                            .id = "async/blocking-call",
                            .severity = SEVERITY_WARNING,
                            .confidence = CONFIDENCE_LIKELY,
                            .place = {"app/main.py", 3, 9, 12, 12, 13, 34},
                            .symbol = "Users.get",
                            .message = "blocking \"call\"\x1b",
                            .matter = "requests.get",
                            .related = &step,
                            .related_count = 1,
                            .fingerprint = "0123456789abcdef"};
}

/* The report parsed again. */
static json_t *parse(void (*write)(const struct report_input *, struct buffer *), const struct report_input *input) {
    struct buffer out = {0};
    json_error_t error;
    write(input, &out);
    assert_int_equal(out.data[out.len - 1], '\n');
    json_t *document = json_loads(out.data, 0, &error);
    assert_non_null(document);
    buffer_free(&out);
    return document;
}

static json_t *report(const struct report_input *input) { return parse(report_find("json")->write, input); }

static const char *text(const json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

static int number(const json_t *object, const char *key) {
    assert_true(json_is_integer(json_object_get(object, key)));
    return (int)json_integer_value(json_object_get(object, key));
}

static void test_empty(void **state) {
    struct report_input input = {.prefix = "sub/", .below = ""};
    json_t *document = report(&input);
    assert_int_equal(number(document, "version"), 1);
    assert_true(json_is_array(json_object_get(document, "findings")));
    assert_int_equal(json_array_size(json_object_get(document, "findings")), 0);
    assert_true(json_is_object(json_object_get(document, "summary")));
    json_decref(document);
}

static void test_a_finding(void **state) {
    struct finding finding = make();
    const struct finding *findings[] = {&finding};
    struct report_input input = {.findings = findings, .count = 1, .prefix = "sub/", .below = ""};
    json_t *document = report(&input), *object = json_array_get(json_object_get(document, "findings"), 0);
    assert_string_equal(text(object, "code"), "LP101");
    assert_string_equal(text(object, "id"), "async/blocking-call");
    assert_string_equal(text(object, "severity"), "warning");
    assert_string_equal(text(object, "confidence"), "likely");
    assert_string_equal(text(object, "path"), "app/main.py"); /* of the project, not of the current folder */
    assert_int_equal(number(object, "line"), 12);
    assert_int_equal(number(object, "column"), 12);
    assert_int_equal(number(object, "end_line"), 13);
    assert_int_equal(number(object, "end_column"), 34);
    assert_string_equal(text(object, "symbol"), "Users.get");
    assert_string_equal(text(object, "message"), "blocking \"call\"\x1b");
    assert_true(json_is_null(json_object_get(object, "context")));
    assert_true(json_is_null(json_object_get(object, "help")));
    assert_string_equal(text(object, "fingerprint"), "0123456789abcdef");
    assert_int_equal(json_object_size(object), 15);
    json_t *related = json_object_get(object, "related");
    assert_int_equal(json_array_size(related), 1);
    assert_string_equal(text(json_array_get(related, 0), "path"), "app/re\xEF\xBF\xBDpo.py");
    assert_int_equal(number(json_array_get(related, 0), "end_column"), 20);
    assert_string_equal(text(json_array_get(related, 0), "message"), "fetch calls get");
    assert_int_equal(json_object_size(json_array_get(related, 0)), 6);
    json_decref(document);
}

static void test_no_escape_reaches_a_terminal(void **state) {
    struct finding finding = make();
    const struct finding *findings[] = {&finding};
    struct report_input input = {.findings = findings, .count = 1, .prefix = "", .below = ""};
    struct buffer out = {0};
    report_find("json")->write(&input, &out);
    for (size_t i = 0; i < out.len; i++)
        assert_true(out.data[i] == '\n' || (unsigned char)out.data[i] >= ' ');
    buffer_free(&out);
}

static void test_summary(void **state) {
    struct report_input input = {.summary = {.files = 1,
                                             .lines = 2,
                                             .counted_only = 3,
                                             .functions = 4,
                                             .async_functions = 5,
                                             .entry_points = 6,
                                             .calls = 7,
                                             .unresolved = 8,
                                             .shown = 9,
                                             .hidden_confidence = 10,
                                             .suppressed = 11,
                                             .errors = 12,
                                             .warnings = 13,
                                             .notes = 14,
                                             .unreadable = 15},
                                 .prefix = "",
                                 .below = ""};
    static const char *const keys[] = {"files",        "lines",  "counted_only", "functions", "async_functions",
                                       "entry_points", "calls",  "unresolved",   "shown",     "hidden",
                                       "suppressed",   "errors", "warnings",     "notes",     "unreadable"};
    json_t *document = report(&input), *summary = json_object_get(document, "summary");
    for (int i = 0; i < 15; i++)
        assert_int_equal(number(summary, keys[i]), i + 1);
    assert_int_equal(json_object_size(summary), 15);
    json_decref(document);
}

static void test_statistics(void **state) {
    struct finding a = make(), b = make();
    b.code = "LP001";
    const struct finding *findings[] = {&a, &b, &a};
    struct report_input input = {.findings = findings, .count = 3, .prefix = "", .below = ""};
    json_t *document = parse(report_find("json")->statistics, &input);
    json_t *rows = json_object_get(document, "statistics");
    assert_int_equal(json_array_size(rows), 2);
    assert_string_equal(text(json_array_get(rows, 0), "code"), "LP001");
    assert_int_equal(number(json_array_get(rows, 1), "count"), 2);
    json_decref(document);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_a_finding),
        cmocka_unit_test(test_no_escape_reaches_a_terminal),
        cmocka_unit_test(test_summary),
        cmocka_unit_test(test_statistics),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
