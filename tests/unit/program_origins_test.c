/* Where values are made, and which text they give. Each case is a few files in one text ("## path" starts one); every call
 * `made(x)` asks for the origins of x, told as they are written and in order; every call `text(x)` for its text. The function
 * `f` that a case may have stands for what is called; a call of `via` is the frame in which it is asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "program/origins.h"
#include "program_sandbox.h"

struct origins_case {
    const char *files;
    const char *expected; /* a line for each question, in order of files and positions: origins joined by " | " */
};

static const struct origins_case cases[] = {
    /* names, imports, chains of both */
    {"## main.py\nx = 1\ny = x\nmade(y)\n", "1"},
    {"## main.py\nfrom a import x\nmade(x)\n## a.py\nfrom b import x as y\nx = y\n## b.py\nx = 'far'\n", "'far'"},
    {"## main.py\nimport a\nfrom pkg import thing\nmade(a.x)\nmade(thing)\n## a.py\nx = 2\n## pkg/__init__.py\nfrom .mod import *\n## pkg/mod.py\nthing = 3\n", "2\n3"},
    {"## main.py\nx = x\nmade(x)\n", ""},
    {"## main.py\nif a:\n    x = 1\nelse:\n    x = 2\nmade(x)\nmade(3 if a else 4)\nmade(x or 5)\n", "1 | 2\n3 | 4\n1 | 2 | 5"},
    {"## main.py\nx = None\ndef setup():\n    global x\n    x = 7\nmade(x)\n", "None | 7"},
    {"## main.py\na, b = 1, 2\nmade(a)\nmade(b)\nmade(y := 4)\n", "1\n2\n4"},
    {"## main.py\ndef g():\n    x = 1\n    made(x)\n", "1"},
    /* what is constructed stays; what the project's functions return is followed */
    {"## main.py\nclass A: ...\ndef make(): return A()\nx = make()\nmade(x)\n", "A()"},
    {"## main.py\ndef make(flag):\n    if flag:\n        return 1\n    return 2\nmade(make(True))\n", "1 | 2"},
    {"## main.py\nimport json\nx = json.loads('1')\nmade(x)\n", "json.loads()"},
    {"## main.py\ndef r(): return r()\nmade(r())\n", "r()"},
    {"## main.py\nasync def make(): return 1\nasync def g(): made(await make())\n", "1"},
    /* attributes: of modules, of classes, of what methods store, of properties */
    {"## main.py\nclass A:\n    x = 1\n    def __init__(self): self.y = 2\n    @property\n    def z(self): return 3\na = A()\nmade(a.x)\nmade(a.y)\nmade(a.z)\n", "1\n2\n3"},
    {"## main.py\nclass A:\n    x = 1\nclass B(A): ...\nmade(B().x)\n", "1"},
    /* parameters: what call sites pass, defaults, keywords */
    {"## main.py\ndef f(x): made(x)\nf(1)\nf(x=2)\n", "1 | 2"},
    {"## main.py\ndef f(x=0): made(x)\nf()\n", "0"},
    {"## main.py\ndef g(x): f(x)\ndef f(x): made(x)\ng(1)\n", "1"},
    {"## main.py\ndef f(x): return x\nmade(f(1))\nmade(f(2))\n", "1\n2"},
    {"## main.py\nclass A:\n    def m(self, x): return x\nmade(A().m(1))\n", "1"},
    /* loops over displays */
    {"## main.py\nfor x in [1, 2]:\n    made(x)\n", "1 | 2"},
    {"## main.py\nall = (1, 2)\nfor x in all:\n    made(x)\n", "1 | 2"},
    {"## main.py\nfor x, y in [(1, 2), (3, 4)]:\n    made(y)\n", "2 | 4"},
    {"## main.py\nmore = [3]\nfor x in [1, *more]:\n    made(x)\n", "1 | 3"},
    {"## main.py\nfor x in [1]:\n    made(x)\nfor x in [2]:\n    made(x)\nmade(x)\n", "1\n2\n1 | 2"},
    {"## main.py\nfor x in [1]:\n    x = 5\n    made(x)\n", "1 | 5"},
    /* text */
    {"## main.py\nP = '/api'\ntext('a')\ntext(P)\ntext(P + '/x')\ntext(f'{P}/y')\ntext(f'{unknown}/y')\ntext(1)\n", "a\n/api\n/api/x\n/api/y\n{…}/y\n?"},
    {"## main.py\nimport os\ntext(os.environ.get('P', '/p'))\ntext(os.getenv('P', '/q') + '/r')\ntext(config('P', default='/d'))\ntext(os.environ['P'])\n", "/p\n/q/r\n/d\n?"},
    {"## main.py\nfrom conf import settings\ntext(settings.api)\ntext(f'{settings.api}/v{settings.version}')\n## conf.py\nclass Settings:\n    api: str = '/api'\n"
     "    version = '1'\nsettings = Settings()\n",
     "/api\n/api/v1"},
    {"## main.py\nclass Paths:\n    users = '/users'\ntext(Paths.users)\ntext('/a/'.rstrip('/'))\ntext('/a/'.strip('/'))\ntext('//'.lstrip('/') + 'b')\ntext(str('x'))\n", "/users\n/a\na\nb\nx"},
    {"## main.py\ndef join(a, b): return a + b\ntext(join('/a', '/b'))\ntext(join('/c', '/d'))\n", "/a/b\n/c/d"},
    {"## main.py\ndef scoped(url): return f'/org{url}'\ndef g(url): text(scoped(url))\ng('/u')\n", "/org/u"},
};

struct text_files {
    char *copy;
    struct program_sandbox_file files[SANDBOX_FILES];
};

static void split(struct text_files *self, const char *text) {
    size_t count = 0;
    self->copy = strdup(text);
    memset(self->files, 0, sizeof self->files);
    for (char *at = self->copy; (at = strstr(at, "## ")) && count + 1 < SANDBOX_FILES; count++) {
        char *end = strchr(at, '\n');
        if (count) {
            *at = '\0';
        }
        *end = '\0';
        self->files[count].path = at + 3;
        self->files[count].text = at = end + 1;
    }
}

static void write_expr(const struct facts *facts, uint32_t expr, struct buffer *out) {
    const struct facts_expr *e = &facts->exprs[expr];
    struct span text = facts_text(facts, e->kind == EXPR_ATTRIBUTE ? e->b : e->a);
    uint32_t count;
    const uint32_t *list;
    switch (e->kind) {
    case EXPR_STRING:
        buffer_printf(out, "'%.*s'", (int)text.len, text.data);
        break;
    case EXPR_NONE:
        buffer_puts(out, "None");
        break;
    case EXPR_CALL:
        write_expr(facts, e->a, out);
        buffer_puts(out, "()");
        break;
    case EXPR_ATTRIBUTE:
        write_expr(facts, e->a, out);
        buffer_printf(out, ".%.*s", (int)text.len, text.data);
        break;
    case EXPR_LIST:
        list = facts_list(facts, e->b, &count);
        for (uint32_t i = 0; i < count; i++) {
            buffer_puts(out, i ? ", " : "[");
            write_expr(facts, list[i], out);
        }
        buffer_puts(out, "]");
        break;
    default:
        buffer_printf(out, "%.*s", (int)text.len, text.data);
    }
}

struct told {
    struct program *program;
    struct buffer *out;
    uint32_t count;
};

static void tell(void *context, uint32_t module, uint32_t expr) {
    struct told *told = context;
    buffer_puts(told->out, told->count++ ? " | " : "");
    write_expr(&program_module_at(told->program, module)->facts, expr, told->out);
}

static void ask(struct program *program, uint32_t module, uint32_t call, bool text, struct buffer *out) {
    const struct facts *facts = &program_module_at(program, module)->facts;
    uint32_t count, argument = facts_list(facts, facts->exprs[call].b, &count)[1];
    struct told told = {program, out, 0};
    if (!text) {
        program_origins(program, module, argument, tell, &told);
    } else if (!program_text_in(program, NULL, module, argument, out)) {
        buffer_puts(out, "?");
    }
    buffer_putc(out, '\n');
}

static void test_cases(void **state) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_sandbox sandbox;
        struct text_files files;
        struct buffer out = {0};
        split(&files, cases[i].files);
        program_sandbox_open(&sandbox, files.files);
        for (uint32_t m = 0; files.files[m].path; m++) {
            const struct facts *facts = &program_module_at(sandbox.program, m)->facts;
            for (uint32_t e = 0; e < facts->expr_count; e++) {
                const struct facts_expr *x = &facts->exprs[e];
                struct span name = x->kind == EXPR_CALL ? facts_last_name(facts, x->a) : SPAN("");
                if (span_is(name, "made") || span_is(name, "text")) {
                    ask(sandbox.program, m, e, span_is(name, "text"), &out);
                }
            }
        }
        out.data[--out.len] = '\0';
        if (strcmp(out.data, cases[i].expected) != 0) {
            print_error("case %zu:\n%s\ngives\n%s\nexpected\n%s\n", i, cases[i].files, out.data, cases[i].expected);
            *(int *)*state += 1;
        }
        buffer_free(&out);
        program_sandbox_close(&sandbox);
        free(files.copy);
    }
    assert_int_equal(*(int *)*state, 0);
}

/* A frame holds the arguments of one call: what another call passes is not seen through it. */
static void test_frames(void **state) {
    struct program_sandbox sandbox;
    struct buffer out = {0};
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", "def f(a, b='/b'): text(a + b)\nf('/one')\nf('/two', b='/x')\n"}, {NULL, NULL}});
    const struct facts *facts = &program_module_at(sandbox.program, 0)->facts;
    uint32_t def = program_sandbox_def(&sandbox, "main.f"), question = 0;
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        question = facts->exprs[e].kind == EXPR_BINARY ? e : question;
    }
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        if (facts->exprs[e].kind == EXPR_CALL && span_is(facts_last_name(facts, facts->exprs[e].a), "f")) {
            struct program_frame frame = {.def = def, .module = 0, .call = e};
            assert_true(program_text_in(sandbox.program, &frame, 0, question, &out));
            buffer_putc(&out, ' ');
        }
    }
    assert_string_equal(out.data, "/one/b /two/x ");
    buffer_free(&out);
    program_sandbox_close(&sandbox);
}

static int failures;
static int count_failures(void **state) {
    *state = &failures;
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup(test_cases, count_failures), cmocka_unit_test(test_frames)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
