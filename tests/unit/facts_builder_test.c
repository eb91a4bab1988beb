#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"
#include "facts/builder.h"
#include "syntax_helper.h"

static uint32_t string(struct facts_builder *builder, const char *text) {
    return facts_builder_string(builder, span_of(text));
}

static uint32_t add_scope(struct facts_builder *builder, enum facts_scope_kind kind, uint32_t parent) {
    struct facts_scope scope = {.kind = (uint8_t)kind,
                                .parent = parent,
                                .name = FACTS_NONE,
                                .stmt = FACTS_NONE,
                                .expr = FACTS_NONE,
                                .decorators = FACTS_NONE,
                                .bases = FACTS_NONE,
                                .returns = FACTS_NONE,
                                .docstring = FACTS_NONE,
                                .type_params = FACTS_NONE};
    vec_push(&builder->scopes, scope);
    return builder->scopes.len - 1;
}

static uint32_t add_name(struct facts_builder *builder, uint32_t scope, const char *name) {
    struct facts_expr expr = {.kind = EXPR_NAME, .scope = scope, .a = string(builder, name), .b = FACTS_NONE};
    vec_push(&builder->exprs, expr);
    return builder->exprs.len - 1;
}

static void add_binding(struct facts_builder *builder, enum facts_binding_kind kind, uint32_t symbol, uint32_t start) {
    struct facts_binding binding = {.kind = (uint8_t)kind,
                                    .symbol = symbol,
                                    .stmt = FACTS_NONE,
                                    .value = FACTS_NONE,
                                    .annotation = FACTS_NONE,
                                    .source = FACTS_NONE,
                                    .start = start};
    vec_push(&builder->bindings, binding);
}

static struct facts finish(struct facts_builder *builder, struct buffer *out) {
    struct facts facts;
    if (!builder->lines.len)
        vec_push(&builder->lines, 0);
    facts_builder_finish(builder, SPAN("0123456789"), 42, out);
    assert_true(facts_open(&facts, out->data, out->len));
    return facts;
}

static void test_symbols(void **state) {
    (void)state;
    struct facts_builder builder = {0};
    struct buffer out = {0};
    add_scope(&builder, SCOPE_MODULE, FACTS_NONE);
    add_scope(&builder, SCOPE_FUNCTION, 0);
    uint32_t b = string(&builder, "b"), a = string(&builder, "a");
    uint32_t inner = facts_builder_symbol(&builder, 1, a);
    uint32_t outer = facts_builder_symbol(&builder, 0, a);
    uint32_t other = facts_builder_symbol(&builder, 0, b);
    assert_int_equal(facts_builder_symbol(&builder, 1, a), inner);
    assert_int_not_equal(inner, outer);
    add_binding(&builder, BIND_ASSIGN, inner, 1);
    add_binding(&builder, BIND_IMPORT, other, 2);
    add_binding(&builder, BIND_AUGMENT, inner, 3);
    add_name(&builder, 0, "a");
    add_name(&builder, 1, "a");
    add_name(&builder, 1, "b");
    add_name(&builder, 1, "c");
    struct facts facts = finish(&builder, &out);
    assert_int_equal(facts.symbol_count, 3);
    assert_int_equal(facts.scopes[0].symbol_count, 2);
    assert_int_equal(facts.scopes[1].first_symbol, 2);
    uint32_t found = facts_symbol_of(&facts, 1, SPAN("a"));
    assert_int_equal(found, 2);
    assert_int_equal(facts_symbol_of(&facts, 1, SPAN("b")), FACTS_NONE);
    assert_int_equal(facts.symbols[found].binding_count, 2);
    assert_int_equal(facts.bindings[facts.symbols[found].first_binding].start, 1);
    assert_int_equal(facts.bindings[facts.symbols[found].first_binding + 1].start, 3);
    found = facts_symbol_of(&facts, 0, SPAN("b"));
    assert_int_equal(facts.symbols[found].flags, SYMBOL_IMPORTED);
    assert_int_equal(facts.exprs[0].b, facts_symbol_of(&facts, 0, SPAN("a")));
    assert_int_equal(facts.exprs[1].b, 2);
    assert_int_equal(facts.exprs[2].b, found);
    assert_int_equal(facts.exprs[3].b, FACTS_NONE);
    facts_builder_free(&builder);
    buffer_free(&out);
}

static void test_declarations(void **state) {
    (void)state;
    struct facts_builder builder = {0};
    struct buffer out = {0};
    add_scope(&builder, SCOPE_MODULE, FACTS_NONE);
    add_scope(&builder, SCOPE_FUNCTION, 0);
    add_scope(&builder, SCOPE_CLASS, 1);
    add_scope(&builder, SCOPE_FUNCTION, 2);
    add_scope(&builder, SCOPE_FUNCTION, 3);
    uint32_t x = string(&builder, "x"), symbols[5];
    for (uint32_t scope = 0; scope < 5; scope++)
        symbols[scope] = facts_builder_symbol(&builder, scope, x);
    builder.symbols.data[symbols[3]].flags = SYMBOL_NONLOCAL; /* passes over the class */
    builder.symbols.data[symbols[4]].flags = SYMBOL_NONLOCAL; /* of a nonlocal */
    add_binding(&builder, BIND_ASSIGN, symbols[4], 7);
    add_name(&builder, 4, "x");
    struct facts facts = finish(&builder, &out);
    uint32_t meant = facts_symbol_of(&facts, 1, SPAN("x"));
    assert_int_equal(facts.symbols[facts_symbol_of(&facts, 4, SPAN("x"))].target, meant);
    assert_int_equal(facts.symbols[meant].binding_count, 1);
    assert_int_equal(facts.bindings[0].symbol, meant);
    assert_int_equal(facts.exprs[0].b, meant);
    facts_builder_free(&builder);
    buffer_free(&out);
}

static void test_narrowing_of_strangers(void **state) {
    (void)state;
    struct facts_builder builder = {0};
    struct buffer out = {0};
    add_scope(&builder, SCOPE_MODULE, FACTS_NONE);
    uint32_t x = facts_builder_symbol(&builder, 0, string(&builder, "x"));
    add_binding(&builder, BIND_ASSIGN, x, 0);
    add_binding(&builder, BIND_NARROW, add_name(&builder, 0, "x"), 1);
    add_binding(&builder, BIND_NARROW, add_name(&builder, 0, "y"), 2);
    struct facts facts = finish(&builder, &out);
    assert_int_equal(facts.binding_count, 2);
    assert_int_equal(facts.bindings[1].kind, BIND_NARROW);
    assert_int_equal(facts.bindings[1].symbol, 0);
    facts_builder_free(&builder);
    buffer_free(&out);
}

static void test_lists_and_faults(void **state) {
    (void)state;
    struct facts_builder builder = {0};
    struct buffer out = {0};
    add_scope(&builder, SCOPE_MODULE, FACTS_NONE);
    uint32_t entries[] = {7, 8, 9}, count;
    uint32_t list = facts_builder_list(&builder, entries, 3), empty = facts_builder_list(&builder, NULL, 0);
    assert_int_equal(facts_builder_list(&builder, NULL, 0), empty);
    for (uint32_t i = 0; i < FACTS_FAULT_LIMIT + 5; i++)
        facts_builder_fault(&builder, FAULT_MISSING, i ? "x" : NULL, 1, 2);
    struct facts facts = finish(&builder, &out);
    assert_memory_equal(facts_list(&facts, list, &count), entries, sizeof entries);
    assert_int_equal(count, 3);
    facts_list(&facts, empty, &count);
    assert_int_equal(count, 0);
    facts_list(&facts, FACTS_NONE, &count);
    assert_int_equal(count, 0);
    assert_int_equal(facts.fault_count, FACTS_FAULT_LIMIT);
    assert_int_equal(facts.faults[0].text, FACTS_NONE);
    assert_true(span_is(facts_text(&facts, facts.faults[1].text), "x"));
    assert_int_equal(facts_text(&facts, FACTS_NONE).len, 0);
    facts_builder_free(&builder);
    buffer_free(&out);
}

/* The same source gives the same bytes, whatever the builder held before. */
static void test_reuse(void **state) {
    (void)state;
    static const char source[] = "import a\ndef f(x):\n    return [a.b(y) for y in x]\n";
    helper_lower(source, sizeof source - 1);
    struct buffer first = {0};
    buffer_add(&first, helper_bytes()->data, helper_bytes()->len);
    char *big = helper_repeat("class C:\n    def f(self, *a): self.x = global_ = lambda: a\n", 20000);
    helper_lower(big, strlen(big));
    free(big);
    helper_lower(source, sizeof source - 1);
    assert_int_equal(first.len, helper_bytes()->len);
    assert_memory_equal(first.data, helper_bytes()->data, first.len);
    buffer_free(&first);
}

static void test_positions(void **state) {
    (void)state;
    const struct facts *facts = helper_lower("a\n\nbc\n", 6);
    static const uint32_t wanted[][3] = {{0, 1, 1}, {1, 1, 2}, {2, 2, 1}, {3, 3, 1}, {4, 3, 2}, {6, 4, 1}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        uint32_t line, column;
        facts_position(facts, wanted[i][0], &line, &column);
        assert_int_equal(line, wanted[i][1]);
        assert_int_equal(column, wanted[i][2]);
    }
    assert_int_equal(facts->header->source_size, 6);
    assert_true(facts->header->source_hash == hash_bytes("a\n\nbc\n", 6));
}

static void test_owner(void **state) {
    (void)state;
    static const char source[] = "def f(): return [[x for x in y] for y in z]";
    const struct facts *facts = helper_lower(source, sizeof source - 1);
    assert_int_equal(facts->scopes[3].kind, SCOPE_COMPREHENSION);
    assert_int_equal(facts_owner(facts, 3), 1);
    assert_int_equal(facts_owner(facts, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_symbols),
        cmocka_unit_test(test_declarations),
        cmocka_unit_test(test_narrowing_of_strangers),
        cmocka_unit_test(test_lists_and_faults),
        cmocka_unit_test(test_reuse),
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_owner),
    };
    return cmocka_run_group_tests(tests, NULL, helper_free);
}
