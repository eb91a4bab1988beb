/* Which module an import means. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "program_sandbox.h"

static void expect(const struct program_sandbox_file *files, uint32_t file, const char *const *types) {
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, files);
    for (unsigned n = 0; types[n]; n++) {
        assert_string_equal(program_sandbox_reveal(&sandbox, file, n), types[n]);
    }
    program_sandbox_close(&sandbox);
}

static void test_absolute_and_relative(void **state) {
    (void)state;
    expect((struct program_sandbox_file[]){{"app/__init__.py", ""},
                                   {"app/a.py", "from . import b\nfrom .b import f\nfrom .sub.c import g\nimport app.b\n"
                                                "import app.b as z\nreveal(b.f)\nreveal(f)\nreveal(g)\nreveal(app.b.f)\nreveal(z.f)\n"},
                                   {"app/b.py", "def f(): ...\n"},
                                   {"app/sub/__init__.py", ""},
                                   {"app/sub/c.py", "from ..b import f\nfrom .. import a\ndef g(): ...\n"},
                                   {NULL, NULL}},
           1, (const char *[]){"def app.b.f", "def app.b.f", "def app.sub.c.g", "def app.b.f", "def app.b.f", NULL});
}

static void test_reexports_and_stars(void **state) {
    (void)state;
    expect((struct program_sandbox_file[]){{"lib/__init__.py", "from .core import *\nfrom .more import thing as renamed\n"},
                                   {"lib/core.py", "def shown(): ...\n"},
                                   {"lib/more.py", "def thing(): ...\n"},
                                   {"main.py", "from lib import shown, renamed\nfrom lib import *\nreveal(shown)\nreveal(renamed)\n"},
                                   {NULL, NULL}},
           3, (const char *[]){"def lib.core.shown", "def lib.more.thing", NULL});
}

static void test_fallbacks(void **state) {
    (void)state;
    expect((struct program_sandbox_file[]){{"main.py", "try:\n    import nowhere\nexcept ImportError:\n    nowhere = None\n"
                                               "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from other import C\n"
                                               "def f(c: 'C'):\n    import other\n    reveal(c)\n    reveal(other.C)\n"},
                                   {"other.py", "class C: ...\n"},
                                   {NULL, NULL}},
           0, (const char *[]){"other.C", "class other.C", NULL});
}

static void test_namespace_and_shadow(void **state) {
    (void)state;
    expect((struct program_sandbox_file[]){{"ns/pkg/mod.py", "def f(): ...\n"},
                                   {"main.py", "import ns.pkg.mod\nfrom ns.pkg import mod\nimport requests\nreveal(ns.pkg.mod.f)\n"
                                               "reveal(mod.f)\nreveal(requests.get)\n"},
                                   {"tools/requests.py", "def get(): ...\n"},
                                   {NULL, NULL}},
           1, (const char *[]){"def ns.pkg.mod.f", "def ns.pkg.mod.f", "def requests.get", NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_absolute_and_relative),
        cmocka_unit_test(test_reexports_and_stars),
        cmocka_unit_test(test_fallbacks),
        cmocka_unit_test(test_namespace_and_shadow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
