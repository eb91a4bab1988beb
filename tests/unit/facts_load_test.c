#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"
#include "facts/dump.h"
#include "facts/layout.h"
#include "syntax_helper.h"

static const char source[] =
    "import a.b as c\n__all__ = ['f']\nclass C(c.D, m=1):\n    x: int = 1\n    def f(self, y: 'C' = 2, *z):\n"
    "        self.x = [i for i in y if i < 3]  # noqa: LP101\n        with y as z: return lambda q: (q[1:2], {1: "
    "f'{q}'})\n"
    "match c:\n    case C(): pass\nc.d(*a, k=1) if a else b\ntype T = int\nx = (\n";

/* A copy of the facts of `source` that a test may damage, 8-byte aligned. */
struct copy {
    uint64_t *words;
    size_t size;
    struct facts_header *header;
};

static struct copy copy_facts(void) {
    helper_lower(source, sizeof source - 1);
    struct copy copy = {.size = helper_bytes()->len};
    copy.words = malloc(copy.size);
    memcpy(copy.words, helper_bytes()->data, copy.size);
    copy.header = (struct facts_header *)copy.words;
    return copy;
}

static void seal(const struct copy *copy) {
    copy->header->checksum =
        hash_bytes((const char *)copy->words + FACTS_CHECKED_FROM, copy->size - FACTS_CHECKED_FROM);
}

/* Whether the bytes are accepted; if so, nothing that a reader does with them may go astray. */
static bool load(const struct copy *copy) {
    struct facts facts;
    if (!facts_load(&facts, copy->words, copy->size))
        return false;
    struct buffer text = {0};
    facts_dump(&facts, &text);
    buffer_free(&text);
    return true;
}

static void test_whole(void **state) {
    (void)state;
    struct copy copy = copy_facts();
    assert_true(load(&copy));
    free(copy.words);
}

static void test_header(void **state) {
    (void)state;
    struct copy copy = copy_facts();
    struct facts facts;
    assert_false(facts_load(&facts, copy.words, copy.size - 8));
    assert_false(facts_load(&facts, copy.words, 8));
    assert_false(facts_load(&facts, copy.words, 0));
    assert_false(facts_load(&facts, (const char *)copy.words + 4, copy.size - 8));
    copy.header->version++;
    assert_false(load(&copy));
    copy.header->version--;
    copy.header->magic ^= 1;
    assert_false(load(&copy));
    copy.header->magic ^= 1;
    copy.header->checksum ^= 1;
    assert_false(load(&copy));
    free(copy.words);
}

/* Every 32-bit word of the file, replaced by values that tend to break things: refused, or harmless. */
static void test_every_word(void **state) {
    (void)state;
    struct copy copy = copy_facts();
    uint32_t *words = (uint32_t *)(void *)copy.words;
    static const uint32_t values[] = {0, 1, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF, 0x01010101};
    size_t refused = 0;
    for (size_t i = FACTS_CHECKED_FROM / sizeof *words; i < copy.size / sizeof *words; i++) {
        uint32_t old = words[i];
        for (size_t k = 0; k < sizeof values / sizeof *values + 2; k++) {
            words[i] = k < sizeof values / sizeof *values ? values[k] : k % 2 ? old + 1 : old - 1;
            seal(&copy);
            refused += !load(&copy);
        }
        words[i] = old;
    }
    assert_true(refused > copy.size / sizeof *words);
    free(copy.words);
}

static void expect_refusal(struct copy *copy, const char *what) {
    seal(copy);
    if (load(copy))
        fail_msg("accepted: %s", what);
    free(copy->words);
    *copy = copy_facts();
}

/* Points a record array of a copy. */
#define RECORDS(copy, section, type) ((type *)(void *)((char *)(copy).words + (copy).header->sections[section].offset))

static void test_cycles(void **state) {
    (void)state;
    struct copy copy = copy_facts();
    RECORDS(copy, FACTS_SCOPES, struct facts_scope)[1].parent = 1;
    expect_refusal(&copy, "a scope that is its own parent");
    RECORDS(copy, FACTS_STMTS, struct facts_stmt)[2].parent = 2;
    expect_refusal(&copy, "a statement that is its own parent");
    RECORDS(copy, FACTS_STMTS, struct facts_stmt)[2].end = 2;
    expect_refusal(&copy, "a statement that ends before it starts");
    struct facts_expr *exprs = RECORDS(copy, FACTS_EXPRS, struct facts_expr);
    for (uint32_t i = 0; i < copy.header->sections[FACTS_EXPRS].count; i++)
        if (exprs[i].kind == EXPR_ATTRIBUTE)
            exprs[i].a = i;
    expect_refusal(&copy, "an expression that is its own operand");
    RECORDS(copy, FACTS_LINES, uint32_t)[2] = RECORDS(copy, FACTS_LINES, uint32_t)[1];
    expect_refusal(&copy, "lines that do not rise");
    RECORDS(copy, FACTS_SYMBOLS, struct facts_symbol)[0].target = 0;
    expect_refusal(&copy, "a symbol that means itself");
    free(copy.words);
}

/* Lists that share their entries would make reading all of them quadratic. */
static void test_shared_lists(void **state) {
    (void)state;
    struct copy copy = copy_facts();
    struct facts_expr *exprs = RECORDS(copy, FACTS_EXPRS, struct facts_expr);
    uint32_t *pool = RECORDS(copy, FACTS_POOL, uint32_t), count = copy.header->sections[FACTS_EXPRS].count, longest = 0;
    for (uint32_t i = 0; i < copy.header->sections[FACTS_POOL].count; i++)
        pool[i] = 0;
    pool[0] = copy.header->sections[FACTS_POOL].count - 1;
    for (uint32_t i = 0; i < count; i++)
        if (exprs[i].kind > EXPR_LIST && i)
            exprs[i] = (struct facts_expr){.kind = EXPR_LIST, .b = longest};
    expect_refusal(&copy, "one list used by all");
    free(copy.words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),  cmocka_unit_test(test_header),       cmocka_unit_test(test_every_word),
        cmocka_unit_test(test_cycles), cmocka_unit_test(test_shared_lists),
    };
    return cmocka_run_group_tests(tests, NULL, helper_free);
}
