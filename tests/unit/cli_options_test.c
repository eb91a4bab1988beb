#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "cli/options.h"

static struct arena arena;
static struct error error;

/* Splits a line at its blanks and parses it as the arguments of `check`. */
static bool parse_for(enum options_command command, struct options *out, const char *line) {
    char *arguments[32];
    int count = 0;
    char *copy = arena_strdup(&arena, line);
    for (char *word = strtok(copy, " "); word && count < 32; word = strtok(NULL, " "))
        arguments[count++] = word;
    error.message[0] = '\0';
    return options_parse(out, command, count, arguments, &arena, &error);
}

static bool parse(struct options *out, const char *line) { return parse_for(COMMAND_CHECK, out, line); }

static void expect_names(const struct config_names *names, const char *expected) {
    char all[256] = "";
    for (uint32_t i = 0; i < names->count; i++) {
        strcat(all, i ? " " : "");
        strcat(all, names->items[i]);
    }
    assert_string_equal(all, expected);
}

static int release(void **state) {
    arena_release(&arena);
    return 0;
}

static void test_nothing(void **state) {
    struct options options;
    assert_true(parse(&options, ""));
    assert_int_equal(options.operands.count, 0);
    assert_null(options.config);
    assert_false(options.quiet);
    assert_int_equal(options.threads, 0);
}

static void test_values(void **state) {
    struct options options;
    assert_true(parse(&options, "--config a.toml --format=json --output-file=x=y -o out.txt --threads 3"));
    assert_string_equal(options.config, "a.toml");
    assert_string_equal(options.format, "json");
    assert_string_equal(options.output_file, "out.txt");
    assert_int_equal(options.threads, 3);
    assert_true(parse(&options, "--output-file=x=y"));
    assert_string_equal(options.output_file, "x=y");
}

static void test_flags_and_letters(void **state) {
    struct options options;
    assert_true(parse(&options, "--exit-zero --statistics --isolated"));
    assert_true(options.exit_zero && options.statistics && options.isolated);
    assert_true(parse(&options, "-eq -j4"));
    assert_true(options.exit_zero && options.quiet);
    assert_int_equal(options.threads, 4);
    assert_true(parse(&options, "-qj 5 -oout.txt"));
    assert_int_equal(options.threads, 5);
    assert_string_equal(options.output_file, "out.txt");
    assert_true(parse(&options, "-h"));
    assert_true(options.help);
}

static void test_lists(void **state) {
    struct options options;
    assert_true(parse(&options, "--select LP101,LP2 --ignore=LP102 --select ,async,, a.py"));
    expect_names(&options.select, "LP101 LP2 async");
    expect_names(&options.ignore, "LP102");
    expect_names(&options.operands, "a.py");
}

static void test_many_operands(void **state) {
    struct options options;
    assert_true(parse(&options, "a b c d e f g h i j k l m n o p q"));
    expect_names(&options.operands, "a b c d e f g h i j k l m n o p q");
}

static void test_operands_that_look_like_options(void **state) {
    struct options options;
    assert_true(parse(&options, "a -q -- --quiet -- -x"));
    assert_true(options.quiet);
    expect_names(&options.operands, "a --quiet -- -x");
    assert_true(parse(&options, "-"));
    expect_names(&options.operands, "-");
}

static void test_aliases(void **state) {
    struct options options;
    assert_true(parse(&options, "--output-format concise --colour never"));
    assert_string_equal(options.format, "concise");
    assert_string_equal(options.colour, "never");
    assert_false(parse(&options, "--j 3"));
}

static void expect_error(const char *line, const char *message) {
    struct options options;
    assert_false(parse(&options, line));
    assert_string_equal(error.message, message);
}

static void test_errors(void **state) {
    expect_error("--selct LP1", "unknown option --selct; did you mean --select?");
    expect_error("--output-fromat json", "unknown option --output-fromat; did you mean --output-format?");
    expect_error("--zzzzzz", "unknown option --zzzzzz");
    expect_error("--zzzzzz=1", "unknown option --zzzzzz");
    expect_error("-z", "unknown option -z");
    expect_error("-qz", "unknown option -z");
    expect_error("--quiet=yes", "--quiet takes no value");
    expect_error("--config", "--config needs a value: --config FILE");
    expect_error("--select --ignore", "--select needs a value: --select CODES");
    expect_error("-j", "--threads needs a value: --threads N");
    expect_error("--threads x", "--threads takes a number from 0 to 1024, not 'x'");
    expect_error("--threads=-1", "--threads takes a number from 0 to 1024, not '-1'");
    expect_error("--threads 99999999999999999999",
                 "--threads takes a number from 0 to 1024, not '99999999999999999999'");
    expect_error("--format xml", "--format takes one of text|concise|json, not 'xml'");
    expect_error("--format=", "--format takes one of text|concise|json, not ''");
    expect_error("--format text|json", "--format takes one of text|concise|json, not 'text|json'");
    expect_error("--format js", "--format takes one of text|concise|json, not 'js'");
    expect_error("--color sometimes", "--color takes one of auto|always|never, not 'sometimes'");
    expect_error("--fail-on fatal", "--fail-on takes one of note|warning|error, not 'fatal'");
}

static void test_commands_have_their_own(void **state) {
    struct options options;
    assert_true(parse_for(COMMAND_GRAPH, &options, "--format dot"));
    assert_false(parse_for(COMMAND_GRAPH, &options, "--format text"));
    assert_true(parse_for(COMMAND_RULES, &options, "--format text"));
    assert_false(parse_for(COMMAND_RULES, &options, "--select LP1"));
    assert_false(parse_for(COMMAND_FACTS, &options, "--format json"));
    assert_true(parse_for(COMMAND_FACTS, &options, "--help"));
}

static void test_help(void **state) {
    struct buffer check = {0}, facts = {0};
    options_help(COMMAND_CHECK, &check);
    options_help(COMMAND_FACTS, &facts);
    assert_non_null(strstr(check.data, "      --select CODES "));
    assert_non_null(strstr(check.data, "  -q, --quiet "));
    assert_non_null(strstr(check.data, "text|concise|json; also --output-format"));
    assert_null(strstr(check.data, "-j"));
    assert_null(strstr(facts.data, "--select"));
    assert_non_null(strstr(facts.data, "--help"));
    buffer_free(&check);
    buffer_free(&facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_flags_and_letters),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_many_operands),
        cmocka_unit_test(test_operands_that_look_like_options),
        cmocka_unit_test(test_aliases),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_commands_have_their_own),
        cmocka_unit_test(test_help),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
