#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "syntax_helper.h"

/* In the dumps a name is followed by `@` and the scope of its symbol; scope 0 is the module. */

struct example {
    const char *source;
    const char *wanted; /* fragments of the dump, in order, one a line */
};

static void check(const struct example *examples, size_t count) {
    for (size_t i = 0; i < count; i++)
        helper_expect(examples[i].source, examples[i].wanted);
}

#define CHECK(examples) check((examples), sizeof(examples) / sizeof *(examples))

static void test_expressions(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"a.b(c, *d, e=1, **f)[0]", "expr a.b(c, *d, e=1, **f)[0]"},
        {"f(x for x in y)", "expr f((x@1 for x@1 in y))"},
        {"x[1:2, ::3, ...]", "expr x[1:2, ::3, ...]"},
        {"x[1,]", "expr x[1]"},
        {"a[*b]", "expr a[*b]"},
        {"1 + 2 * 3 ** -4 // ~5", "expr 1 + ((2 * (3 ** -4)) // ~5)"},
        {"a and b or not c", "expr (a and b) or not c"},
        {"a < b <= c != d", "expr a < b <= c != d"},
        {"a not in b is not c", "expr a not in b is not c"},
        {"a if b else c", "expr a if b else c"},
        {"a @ b | c & d << e", "expr (a @ b) | (c & (d << e))"},
        {"{1: 2, **a, 'b': c}", "expr {1: 2, **a, \"b\": c}"},
        {"{1, 2}, [], (), {}", "expr ({1, 2}, [], (), {})"},
        {"(yield)", "expr yield"},
        {"yield from a", "expr yield from a"},
        {"await a.b()", "expr await a.b()"},
        {"lambda a, /, b=1, *c, d, **e: a + z", "lambda 1:1-1:36 in 0 (a, /, b=1, *c, d, **e) -> a@1 + z"},
        {"lambda *, a: a", "(*, a) -> a@1"},
        {"(a := b)", "symbol a\nwalrus 1:2 = b\nexpr a@0 := b"},
        {"1j, 0x_F, 1_000.5e-3, None, True, False, ...", "expr (1j, 0x_F, 1_000.5e-3, None, True, False, ...)"},
        {"print >>f, 'x'", "other list f, \"x\""},
        {"print 'x'", "other list \"x\""},
        {"exec 'x' in a", "other list \"x\", a"},
        {"match = case = type = print = _ = 1", "assign match@0, case@0, type@0, print@0, _@0 = 1"},
        {"match(x)\ntype(x)\nprint(x)", "expr match(x)\nexpr type(x)\nexpr print(x)"},
        {"((((a))))", "expr a"},
        {"a = \\\n  b", "assign a@0 = b"},
        {"a; b; c", "expr a\nexpr b\nexpr c"},
    };
    CHECK(examples);
}

static void test_strings(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"'a\\n\\t\\x41\\u00e9\\U0001F600\\101\\\\\\'\\\"'", "expr \"a\\x0a\tA\xc3\xa9\xf0\x9f\x98\x80"
                                                             "A\\'\"\""},
        {"r'a\\n'", "expr \"a\\n\""},
        {"b'\\xff' b'a'", "expr b\"\\xffa\""},
        {"rb'\\x'", "expr b\"\\x\""},
        {"'\\N{DASH}\\q\\ud800'", "expr \"\\N{DASH}\\q\\ud800\""},
        {"'a\\\nb'", "expr \"ab\""},
        {"'a' \"b\" '''c'''", "expr \"abc\""},
        {"f'a{b}c'", "expr f(\"a\", b, \"c\")"},
        {"f'{{}}'", "expr \"{}\""},
        {"f''", "expr \"\""},
        {"f'{a!r:>{w}.{p}}'", "expr f(a, w, p)"},
        {"f'{a=}'", "expr f(a)"},
        {"f'{x[\"k\"]}{f\"{y}\"}'", "expr f(x[\"k\"], f(y))"},
        {"async def f():\n    return f'{await g()}'", "function f 1:1-2:26 in 0 async awaits\nreturn f(await g())"},
        {"'a' f'{b}' 'c'", "expr f(\"a\", b, \"c\")"},
        {"f'{a, b}'", "expr f((a, b))"},
        {"'''a\r\nb'''", "expr \"a\\x0ab\""},
        {"u'x'", "expr \"x\""},
    };
    CHECK(examples);
    char *source = helper_repeat("x", FACTS_STRING_LIMIT + 10);
    source[0] = source[FACTS_STRING_LIMIT + 9] = '"';
    const struct facts *facts = helper_lower(source, strlen(source));
    assert_int_equal(facts_text(facts, facts->exprs[0].a).len, FACTS_STRING_LIMIT);
    free(source);
}

static void test_scopes(void **state) {
    (void)state;
    static const struct example examples[] = {
        /* Class scopes are not seen from functions inside. */
        {"x = 1\nclass C:\n    x = 2\n    y = x\n    def f(self, a=x): return x", "assign y@1 = x@1\nreturn x@0"},
        {"x = 1\nclass C:\n    x = 2\n    def f(self, a=x): pass", "(self, a=x@1)"},
        /* The first iterable is evaluated around the comprehension. */
        {"class C:\n    x = 1\n    y = [x for a in x for b in x if x]", "[x for a@2 in x@1 for b@2 in x if x]"},
        {"def f(a): return [a for a in a]", "[a@2 for a@2 in a@1]"},
        {"def f():\n    [y := 1 for x in z]\n    return y", "comprehension\nreturn y@1"},
        {"def f():\n    [[(y := 1) for a in b] for c in d]\n    return y", "return y@1"},
        {"def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n        return x",
         "assign 2:5 = 1\nassign 5:9 = 2\nsymbol x nonlocal of scope 1\nassign x@1 = 2\nreturn x@1"},
        {"def f():\n    global x\n    x = 2\ndef g(): return x",
         "symbol x\nassign 3:5 = 2\nsymbol x global of scope 0\nreturn x@0"},
        {"def f():\n    global g, C, a\n    def g(): pass\n    class C: pass\n    import a",
         "symbol g defined\nsymbol C defined\nsymbol a imported"},
        {"def f():\n    x = 1\n    class C:\n        y = x\n        def g(self): return x\n",
         "assign y@2 = x@1\nreturn x@1"},
        {"def f():\n    return x\nx = 1", "return x@0"},
        {"lambda: x\nx = 1", "expr lambda 1: x@0"},
        {"class A: pass\nclass B(A, metaclass=M): pass", "class B 2:1-2:30 in 0 stub (A@0, metaclass=M)"},
        {"@a\n@b(1)\ndef f(): pass", "function f 1:1-3:14 in 0 stub () @ a, b(1)"},
        {"def f[T: int, *Ts, **P](x: T) -> T: return T", "[T, Ts, P] (x: T@1) -> T@1\ntype 1:7 = int\nreturn T@1"},
        {"class A[T](B[T]):\n    x: T", "[T] (B[T@1])\nannotation 2:5: T@1"},
        {"type A[T] = list[T]", "type A@0, list[T@0]"},
        {"async def f():\n    async with a as b: pass\n    async for c in d: pass\n    yield",
         "in 0 async generator awaits\nwith 2:21 async = a\nfor 3:15 async conditional = d"},
        {"async def f(): return [x async for x in y]",
         "function f 1:1-1:43 in 0 async awaits\ncomprehension 1:23-1:43 in 1 async"},
        {"def f(): return [(yield)]", "function f 1:1-1:26 in 0 generator"},
        {"def f():\n    'doc'\n    ...", "in 0 stub () \"doc\""},
        {"def f(): raise NotImplementedError('x')", "in 0 stub"},
        {"'''module'''", "scope 0 module 1:1-1:13 \"module\""},
        {"if a:\n    def f(): pass", "function f 2:5-2:18 in 0 stub conditional"},
        {"def f(a=lambda x: x, *b): pass", "(a=lambda 2: x@2, *b)\nlambda 1:9-1:20 in 0 (x)"},
        {"def f(*, a): pass", "(*, a)"},
        {"def f(a: int = 1, *b: str, **c: C): pass", "(a: int = 1, *b: str, **c: C)"},
        {"def f((a, b), c): return a", "return a@1"},
    };
    CHECK(examples);
    helper_reject("def f(x): return len(x)", "symbol len");
    helper_reject("if isinstance(x, A): pass", "symbol x");
    helper_reject("def f():\n    'doc'\n    x", "stub");
}

static void test_bindings(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"a, (b, *c) = d", "symbol a\nassign 1:1 part 0 = d\nsymbol b\npart 1 = d\nsymbol c\nstar part 1 = d"},
        {"[a, b] = c", "part 0 = c\npart 1 = c"},
        {"a = b = c.d = e[0] = f()",
         "assign a@0, b@0, c.d, e[0] = f()\nstore assign in 0 c.d = f()\nstore assign in 0 e[0] = f()"},
        {"self.x: int = 1", "ann-assign self.x: int = 1\nstore assign in 0 self.x: int = 1"},
        {"self.x: int", "store annotation in 0 self.x: int"},
        {"x: int", "annotation 1:1: int"},
        {"x += 1", "augment 1:1 = 1\naug-assign x@0 += 1"},
        {"x.y **= 2", "aug-assign x.y **= 2\nstore augment in 0 x.y = 2"},
        {"for a, b.c in d: pass", "for 1:5 conditional part 0 = d\nstore for conditional part 1 in 0 b.c = d"},
        {"with a as b, c as (d, e), f: pass", "with a as b@0, c as (d@0, e@0), f"},
        {"with (a as b, c): pass", "with a as b@0, c"},
        {"with (a as b): pass", "with a as b@0"},
        {"with (a, b) as c: pass", "with (a, b) as c@0"},
        {"try: pass\nexcept A as e: pass\nexcept* (B, C): pass\nexcept D, E: pass\nexcept: pass",
         "except A as e@0\nexcept group (B, C)\nexcept (D, E)\nexcept"},
        {"del a, b[0], c.d", "delete 1:5\ndelete list a@0, b[0], c.d\nstore delete in 0 b[0]"},
        {"import a.b, c as d", "import a.b as a, c as d alias"},
        {"from ..a import b, c as d", "import ..a name b as b, ..a name c as d alias"},
        {"from . import (a,\n  b)", "import . name a as a, . name b as b"},
        {"from a import *", "module 1:1-1:16 star\nimport a name *"},
        {"from __future__ import annotations", "import __future__ name annotations as annotations"},
        {"import a . b", "import a.b as a"},
        {"if TYPE_CHECKING:\n    import a\nelse:\n    a = 1",
         "import 2:12 typing\nassign 4:5 conditional = 1\nimport typing a as a typing"},
        {"import typing\nif typing.TYPE_CHECKING:\n    class A: pass", "class A 3:5-3:18 in 0 stub typing"},
        {"if not TYPE_CHECKING: pass\nelse:\n    import a", "import typing a as a typing"},
        {"try:\n    import a\nexcept ImportError:\n    import b as a\n    c = 1",
         "import 4:17 fallback\nassign 5:5 fallback\nimport a as a try\nimport b as a fallback"},
        {"try:\n    import a\nexcept:\n    a = None", "assign 4:5 conditional = None\nimport a as a try"},
        {"try:\n    import a\nexcept (KeyError, ModuleNotFoundError): pass", "import a as a try"},
        {"if __name__ == '__main__':\n    run()", "expr main run()"},
        {"__all__ = ['a'] + ['b']\n__all__ += ('c',)\n__all__.extend(['d'])\n__all__.append('e')",
         "has-all\nall a b c d e"},
        {"__all__: list = ['a']", "has-all\nall a"},
    };
    CHECK(examples);
    helper_reject("try:\n    import a\nexcept KeyError: pass", "as a try");
    helper_reject("class C:\n    __all__ = ['a']", "\nall ");
}

static void test_narrowing(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"def f(x):\n    if isinstance(x, A) and isinstance(x.y, B): pass", "narrow 2:19 conditional in 1 = A"},
        {"def f(x, y):\n    while isinstance(x, A) and (z and isinstance(y, B)): pass",
         "narrow 2:22 conditional in 1 = A\nnarrow 2:50 conditional in 1 = B"},
        {"def f(x):\n    if a: pass\n    elif isinstance(x, (A, B)): pass", "narrow 3:21 conditional in 3 = (A, B)"},
        {"def f(x):\n    if not isinstance(x, A):\n        return\n    x", "narrow 3:15 in 0 = A"},
        {"def f(x):\n    if not isinstance(x, A) or y:\n        raise z\n    x", "narrow 3:16 in 0 = A"},
        {"def f(x):\n    for y in x:\n        if not isinstance(y, A): continue\n        y",
         "narrow 3:42 conditional in 1 = A"},
        {"def f(x):\n    assert isinstance(x, A)\n    x", "narrow 2:28 in 0 = A"},
        {"x = 1\nassert isinstance(x, A)", "narrow 2:24 = A"},
        {"if isinstance(x := y, A): pass", "narrow 1:15 conditional in 0 = A"},
        {"def f(x):\n    match x:\n        case A(): pass\n        case B() | C(): pass\n        case D() | None: pass",
         "narrow 3:9 conditional in 2 = A\nnarrow 4:9 conditional in 4 = (B, C)"},
        {"x = 1\ndef f():\n    if isinstance(x, A): pass", "symbol x\nassign 1:1\nnarrow 3:19 conditional in 2 = A"},
    };
    CHECK(examples);
    helper_reject("def f(x):\n    if not isinstance(x, A):\n        y\n    x", "narrow");
    helper_reject("def f(x):\n    if not isinstance(x, A):\n        return\n    else:\n        pass", "narrow");
    helper_reject("def f(x):\n    match x:\n        case D() | None: pass\n        case [A()]: pass", "narrow");
}

static void test_patterns(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"match x:\n    case Foo(a, b=c): pass",
         "symbol a\nmatch 2:14 conditional part 65534 = x\nsymbol c\ncase list Foo"},
        {"match x:\n    case {'k': v, **rest}: pass",
         "symbol v\npart 65534\nsymbol rest\nstar part 65534\ncase list \"k\""},
        {"match x:\n    case [a, *b] if c: pass", "symbol a\npart 0\nsymbol b\nstar part 1\ncase c"},
        {"match x:\n    case a, (b, c): pass", "symbol a\npart 0\nsymbol b\npart 1\nsymbol c\npart 1"},
        {"match x:\n    case (a): pass", "match 2:11 conditional = x"},
        {"match x:\n    case a: pass", "match 2:10 conditional = x"},
        {"match x:\n    case A() as a: pass", "match 2:17 conditional = x\nnarrow 2:17 conditional in 1 = A"},
        {"match x:\n    case A.b | -1 | 'c' | None: pass", "case list A.b, -1, \"c\", None"},
        {"match x:\n    case -1+2j: pass", "case list -1, 2j"},
        {"match x, y:\n    case _: pass", "match (x, y)\ncase"},
    };
    CHECK(examples);
    helper_reject("match x:\n    case _: pass", "symbol");
}

static void test_annotations(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"class User: pass\nx: 'User'", "annotation 2:1: User@0"},
        {"class A: pass\nx: 'Optional[A]'", ": Optional[A@0]"},
        {"class A: pass\nx: \"list['A | B']\"", ": list[A@0 | B]"},
        {"class A: pass\nx: dict[str, 'A'] | None", ": dict[str, A@0] | None"},
        {"class A: pass\ndef f(a: 'm.A') -> 'A': pass", "(a: m.A) -> A@0"},
        {"x: Literal['a', 'b c']", ": Literal[\"a\", \"b c\"]"},
        {"x: t.Literal['a']", ": t.Literal[\"a\"]"},
        {"x: Annotated['A', 'doc', f('B')]", ": Annotated[A, \"doc\", f(\"B\")]"},
        {"x: 'not a type'", ": \"not a type\""},
        {"x: 'a = 1'", ": \"a = 1\""},
        {"x: ''", ": \"\""},
        {"x: 'List[(lambda: a)]'", "lambda"},
        {"x = 'User'", "assign x@0 = \"User\""},
    };
    CHECK(examples);
    const struct facts *facts = helper_lower("x: 'a.b'", 8);
    for (uint32_t i = 0; i < facts->expr_count; i++)
        if (facts->exprs[i].kind == EXPR_ATTRIBUTE) {
            assert_int_equal(facts->exprs[i].start, 4);
            assert_int_equal(facts->exprs[i].end, 7);
            assert_true(facts->exprs[i].flags & EXPR_FLAG_ANNOTATION);
        }
}

static void test_comments_and_faults(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"a # noqa: LP101\n# type: x  # NOQA\nb  # loadpath: ignore[LP1] why",
         "comment 1 noqa: LP101\ncomment 2 NOQA\ncomment 3 loadpath: ignore[LP1] why"},
        {"# noqa\n# b\n# loadpath: x\r\n\r\n# noqa\r\na", "comment 1 noqa\ncomment 3 loadpath: x\ncomment 5 noqa"},
        {"x = '''\n# noqa\n# b\n'''", "assign x@0 = \"\\x0a# noqa\\x0a# b\\x0a\""},
        {"def f(:\n    pass", "fault"},
        {"x = (1,", "fault"},
        {"a = = b\nc = d", "assign c@0 = d\nfault syntax"},
        {"import a\n)\nimport b", "symbol a imported\nsymbol b imported\nfault"},
        {"x = \"abc\ny = 1", "fault"},
        {"f(a, 1 2, b=c)", "f(a\nfault"},
    };
    CHECK(examples);
    helper_reject("x = '# noqa'", "comment");
    assert_int_equal(helper_lower("a = 1\n\0\nb", 9)->fault_count > 0, true);
}

/* ---- inputs to survive ---- */

struct heap {
    const char *before, *piece;
    size_t count;
    const char *after;
    size_t back; /* pieces of `closing` */
    const char *closing;
};

static void test_deep_and_long(void **state) {
    (void)state;
    static const struct heap heaps[] = {
        {"x = 1", "+1", 100000, "", 0, ""},
        {"", "(", 50000, "1", 50000, ")"},
        {"", "[", 50000, "", 50000, "]"},
        {"", "[", 20000, "", 0, ""},
        {"", "f(", 20000, "", 20000, ")"},
        {"if a: pass\n", "elif a:\n    pass\n", 100000, "", 0, ""},
        {"x = {", "'k': 'v', ", 200000, "}", 0, ""},
        {"x = ", "lambda: ", 20000, "1", 0, ""},
        {"x = ", "[", 5000, "a", 5000, " for a in b]"},
        {"", "not ", 50000, "1", 0, ""},
        {"a", ".b", 50000, "", 0, ""},
        {"if 1", " and isinstance(a, b)", 20000, ": pass", 0, ""},
        {"x = ", "1 if a else ", 20000, "1", 0, ""},
        {"x", "=x", 20000, "=1", 0, ""},
        {"", "(", 10000, "a", 10000, ",)"},
        {"f'", "{a}", 20000, "'", 0, ""},
        {"x = (", "'ab'\n", 50000, ")", 0, ""},
        {"", "@a\n", 10000, "def f(): pass", 0, ""},
        {"match x:\n case ", "[", 3000, "", 3000, "]"},
        {"def f():\n  a\n", "  # c\n", 20000, "  b", 0, ""},
        {"", "\\\n", 20000, "", 0, ""},
        {"", ")", 20000, "", 0, ""},
        {"", "def f(:\n  x = (\n", 1000, "", 0, ""},
        {"", "\"\"\"a\n", 5001, "", 0, ""},
        {"", "await ", 20000, "x", 0, ""},
        {"", "\t", 20000, "x", 0, ""},
    };
    for (size_t i = 0; i < sizeof heaps / sizeof *heaps; i++) {
        const struct heap *heap = &heaps[i];
        char *front = helper_repeat(heap->piece, heap->count), *back = helper_repeat(heap->closing, heap->back);
        struct buffer source = {0};
        buffer_printf(&source, "%s%s%s%s\n", heap->before, front, heap->after, back);
        helper_lower(source.data, source.len);
        buffer_free(&source);
        free(front);
        free(back);
    }
}

static const char whole[] =
    "# -*- coding: utf-8 -*-\n\"\"\"Doc\"\"\"\nfrom __future__ import annotations\nimport os.path as p, sys\n"
    "from ..a import (b as c, d,)\nif TYPE_CHECKING:\n    from x import *\n"
    "try:\n    import fast\nexcept (ImportError, A) as e:\n    fast = None\nelse:\n    pass\nfinally:\n    del e\n"
    "@dec(1)\n@prop.setter\nasync def f[T: int](a, /, b: 'list[T]' = 1, *c, d=lambda x, *y: (yield), **k) -> T | "
    "None:\n"
    "    \"\"\"Doc\"\"\"\n    global g\n    async with a as (b, *c), d: # noqa: LP1\n        await b.c(*a, **k)\n"
    "    async for i, j in z():\n        continue\n    return f'{a!r:>{w}}{{' \"x\" if a else b'\\x00'\n"
    "class C[T](B, metaclass=M):\n    x: int\n    y: Literal['a'] = 'b'\n    def __init__(self):\n"
    "        self.x, self.y[0] = 1, 2\n        def inner():\n            nonlocal_ = [q := w for w in [1] if w for v "
    "in w]\n"
    "            return {k: v for k, v in {**a, 'b': 1}.items()}\n"
    "while not isinstance(x, C):\n    x += 1; break\nelse:\n    raise A from b\n"
    "match x, y:\n    case {'k': [a, *_], **r} if a: pass\n    case C(x=1 | -2) as q: pass\n    case (a.b | None), _: "
    "pass\n"
    "assert isinstance(x, (A, B)), 'm'\ntype X[*Ts] = tuple[*Ts]\nwith (a as b, c as d): ...\n"
    "print >>f, 'x'\nx[1:2, ...] = a < b not in c is not d\nx = 1 if a else (2,)\nif __name__ == '__main__':\n    "
    "f()\n";

static void test_every_prefix(void **state) {
    (void)state;
    for (size_t length = 0; length < sizeof whole; length++)
        helper_lower(whole, length);
}

/* A byte of each kind put in place of every seventh byte. */
static void test_every_damage(void **state) {
    (void)state;
    static const char bytes[] = "()[]{}:,='\"\n\\#\0\xff\r\f@*";
    char copy[sizeof whole];
    for (size_t kind = 0; kind < sizeof bytes - 1; kind++)
        for (size_t at = kind % 7; at < sizeof whole - 1; at += 7) {
            memcpy(copy, whole, sizeof whole);
            copy[at] = bytes[kind];
            helper_lower(copy, sizeof whole - 1);
        }
}

static void test_odd_bytes(void **state) {
    (void)state;
    static const char *const sources[] = {"",
                                          "\n",
                                          "\r",
                                          "\xEF\xBB\xBF",
                                          "\xEF\xBB\xBFx = 1\r\n",
                                          "\f\n\t\n",
                                          "\\",
                                          "'",
                                          "f'{",
                                          "#",
                                          "x = 1\ry = 2\r",
                                          "\x80\x81",
                                          "# coding: latin-1\nx = '\xe9'",
                                          "\xfe\xff"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        helper_lower(sources[i], strlen(sources[i]));
    helper_expect("x = 1\ry = 2\r", "symbol x\nassign 1:1\nsymbol y\nassign 2:1");
    helper_expect("x = 1\r\ny = 2\r\n", "assign 1:1\nassign 2:1");
    helper_lower("\0\0\0", 3);
}

static void test_limits(void **state) {
    (void)state;
    size_t size = FACTS_SOURCE_LIMIT + 1;
    char *big = calloc(1, size);
    const struct facts *facts = helper_lower(big, size);
    assert_int_equal(facts->fault_count, 1);
    assert_int_equal(facts->faults[0].kind, FAULT_LIMIT);
    free(big);
    /* Without an end the scanner would look over all of it for every line. */
    char *lines = helper_repeat("\\\n", 100000);
    facts = helper_lower(lines, strlen(lines));
    assert_int_equal(facts->faults[0].kind, FAULT_LIMIT);
    free(lines);
    helper_expect("x = 1", "assign x@0 = 1"); /* the parser is usable after that */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expressions),   cmocka_unit_test(test_strings),
        cmocka_unit_test(test_scopes),        cmocka_unit_test(test_bindings),
        cmocka_unit_test(test_narrowing),     cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_annotations),   cmocka_unit_test(test_comments_and_faults),
        cmocka_unit_test(test_deep_and_long), cmocka_unit_test(test_every_prefix),
        cmocka_unit_test(test_every_damage),  cmocka_unit_test(test_odd_bytes),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, helper_free);
}
