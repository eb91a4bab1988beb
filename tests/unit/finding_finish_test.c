#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "finding/finding.h"

static struct finding make(const char *code, const char *path, uint32_t start, const char *symbol, const char *matter) {
    return (struct finding){.code = code,
                            .id = "async/blocking-call",
                            .severity = SEVERITY_ERROR,
                            .confidence = CONFIDENCE_CERTAIN,
                            .place = {.path = path, .start = start, .end = start + 5},
                            .symbol = symbol,
                            .message = "seen",
                            .matter = matter};
}

static void test_names(void **state) {
    enum finding_severity severity;
    enum finding_confidence confidence;
    for (int i = SEVERITY_NOTE; i <= SEVERITY_ERROR; i++) {
        assert_true(finding_severity_parse(finding_severity_name((enum finding_severity)i), &severity));
        assert_int_equal(severity, i);
    }
    for (int i = CONFIDENCE_POSSIBLE; i <= CONFIDENCE_CERTAIN; i++) {
        assert_true(finding_confidence_parse(finding_confidence_name((enum finding_confidence)i), &confidence));
        assert_int_equal(confidence, i);
    }
    assert_false(finding_severity_parse("fatal", &severity));
    assert_false(finding_severity_parse("", &severity));
    assert_false(finding_confidence_parse("sure", &confidence));
}

static void test_empty(void **state) {
    struct finding_list list = {0};
    finding_finish(&list);
    assert_int_equal(list.items.len, 0);
    finding_list_free(&list);
}

static void test_order(void **state) {
    struct finding_list list = {0};
    vec_push(&list.items, make("LP102", "b.py", 7, "f", "x"));
    vec_push(&list.items, make("LP101", "b.py", 7, "f", "x"));
    vec_push(&list.items, make("LP101", "b.py", 3, "f", "x"));
    vec_push(&list.items, make("LP101", "a/z.py", 9, "f", "x"));
    vec_push(&list.items, make("LP101", "b.py", 7, "f", "w"));
    finding_finish(&list);
    const struct finding *f = list.items.data;
    assert_int_equal(list.items.len, 5);
    assert_string_equal(f[0].place.path, "a/z.py");
    assert_int_equal(f[1].place.start, 3);
    assert_string_equal(f[2].matter, "w");
    assert_string_equal(f[3].code, "LP101");
    assert_string_equal(f[4].code, "LP102");
    finding_list_free(&list);
}

static void test_identical_are_merged(void **state) {
    struct finding_list list = {0};
    struct finding weak = make("LP101", "a.py", 1, "f", "x"), strong = weak;
    weak.confidence = CONFIDENCE_LIKELY;
    vec_push(&list.items, weak);
    vec_push(&list.items, strong);
    vec_push(&list.items, weak);
    finding_finish(&list);
    assert_int_equal(list.items.len, 1);
    assert_int_equal(list.items.data[0].confidence, CONFIDENCE_CERTAIN);
    finding_list_free(&list);
}

static void test_the_shorter_evidence_stays(void **state) {
    struct finding_list list = {0};
    struct finding_related steps[3] = {{.message = "a"}, {.message = "b"}, {.message = "c"}};
    struct finding longer = make("LP101", "a.py", 1, "f", "x"), shorter = longer;
    longer.related = shorter.related = steps;
    longer.related_count = 3;
    shorter.related_count = 1;
    vec_push(&list.items, longer);
    vec_push(&list.items, shorter);
    finding_finish(&list);
    assert_int_equal(list.items.len, 1);
    assert_int_equal(list.items.data[0].related_count, 1);
    finding_list_free(&list);
}

static const char *fingerprint(struct finding finding) {
    static char text[17];
    struct finding_list list = {0};
    vec_push(&list.items, finding);
    finding_finish(&list);
    memcpy(text, list.items.data[0].fingerprint, sizeof text);
    finding_list_free(&list);
    return text;
}

static void test_fingerprint_is_known(void **state) {
    /* Baselines hold these: a change of the value is a change of the format. */
    assert_string_equal(fingerprint(make("LP101", "app/main.py", 10, "f", "time.sleep")), "0dfb2b1cbc2452b3");
}

static void test_fingerprint_ignores_position_and_wording(void **state) {
    struct finding a = make("LP101", "a.py", 10, "f", "time.sleep"), b = make("LP101", "a.py", 99, "f", "time.sleep");
    b.message = "other words";
    b.severity = SEVERITY_NOTE;
    b.place.line = 17;
    char first[17];
    strcpy(first, fingerprint(a));
    assert_int_equal(strlen(first), 16);
    assert_string_equal(first, fingerprint(b));
}

static void test_fingerprint_tells_apart(void **state) {
    const struct finding variants[] = {
        make("LP101", "a.py", 1, "f", "x"), make("LP102", "a.py", 1, "f", "x"), make("LP101", "b.py", 1, "f", "x"),
        make("LP101", "a.py", 1, "g", "x"), make("LP101", "a.py", 1, "f", "y"), make("LP101", "a.py", 1, "fx", ""),
        make("LP101", "a.py", 1, "", "fx"),
    };
    enum { COUNT = sizeof variants / sizeof *variants };
    char seen[COUNT][17];
    for (int i = 0; i < COUNT; i++) {
        strcpy(seen[i], fingerprint(variants[i]));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(seen[i], seen[j]);
    }
}

static void test_equal_ones_are_told_apart_by_order(void **state) {
    struct finding_list two = {0}, moved = {0};
    vec_push(&two.items, make("LP101", "a.py", 20, "f", "x"));
    vec_push(&two.items, make("LP101", "a.py", 10, "f", "x"));
    vec_push(&moved.items, make("LP101", "a.py", 510, "f", "x"));
    vec_push(&moved.items, make("LP101", "a.py", 520, "f", "x"));
    vec_push(&moved.items, make("LP101", "a.py", 3, "g", "x"));
    finding_finish(&two);
    finding_finish(&moved);
    assert_string_not_equal(two.items.data[0].fingerprint, two.items.data[1].fingerprint);
    assert_string_equal(two.items.data[0].fingerprint, moved.items.data[1].fingerprint);
    assert_string_equal(two.items.data[1].fingerprint, moved.items.data[2].fingerprint);
    finding_list_free(&two);
    finding_list_free(&moved);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_identical_are_merged),
        cmocka_unit_test(test_the_shorter_evidence_stays),
        cmocka_unit_test(test_fingerprint_is_known),
        cmocka_unit_test(test_fingerprint_ignores_position_and_wording),
        cmocka_unit_test(test_fingerprint_tells_apart),
        cmocka_unit_test(test_equal_ones_are_told_apart_by_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
