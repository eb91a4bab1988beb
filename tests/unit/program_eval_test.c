/* What expressions are: each case is a file whose `reveal(x)` calls are compared, in order, with described types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "program_sandbox.h"

struct reveal_case {
    const char *text;
    const char *types[8];
};

static const struct reveal_case cases[] = {
    /* literals and operators */
    {"reveal(1)\nreveal(1.5)\nreveal('a')\nreveal(b'a')\nreveal(f'{x}')\nreveal(None)\nreveal(not x)\nreveal('a' + b)\n",
     {"=int", "=float", "=str", "=bytes", "=str", "None", "=bool", "=str"}},
    {"reveal([1])\nreveal((1, 'a'))\nreveal({'k': 1})\nreveal([x for x in [1]])\n",
     {"=list[=int]", "(=int, =str)", "=dict[=str, =int]", "=list[=int]"}},
    {"x = 1 if c else 'a'\nreveal(x)\ny = None or 'a'\nreveal(y)\n", {"=int | =str", "=str"}},
    /* assignments that reach */
    {"def f():\n    x = 1\n    x = 'a'\n    reveal(x)\n", {"=str"}},
    {"def f(c):\n    x = 1\n    if c:\n        x = 'a'\n    reveal(x)\n", {"=int | =str"}},
    {"def f(c):\n    x = 1\n    with c:\n        x = 'a'\n    reveal(x)\n", {"=str"}},
    {"def f(c):\n    x = 1\n    while c:\n        reveal(x)\n        x = 'a'\n", {"=int | =str"}},
    {"def f():\n    x = 'a'\n    x = [x]\n    reveal(x)\n", {"=list[=str]"}},
    {"a, (b, *c) = 1, ('x', 2)\nreveal(a)\n", {"=int"}},
    {"def f(v):\n    if isinstance(v, str):\n        reveal(v)\n", {"str"}},
    {"def f(v):\n    if not isinstance(v, (int, str)):\n        return\n    reveal(v)\n", {"int | str"}},
    {"def f(v: 'int | str'):\n    if isinstance(v, str):\n        pass\n    else:\n        reveal(v)\n", {"int"}},
    {"g = None\ndef set():\n    global g\n    g = 1\ndef use():\n    reveal(g)\n", {"=int | None"}},
    /* annotations */
    {"from typing import Optional, Union, Annotated, List\n"
     "def f(a: Optional[int], b: 'List[str]', c: int | None, d: Annotated[str, 1], e: Union[int, str]):\n"
     "    reveal(a)\n    reveal(b)\n    reveal(c)\n    reveal(d)\n    reveal(e)\n",
     {"None | int", "list[str]", "None | int", "str", "int | str"}},
    {"from typing import Callable, Awaitable, Type\n"
     "class A: pass\n"
     "def f(a: Callable[[int], A], b: Awaitable[A], c: Type[A]):\n"
     "    reveal(a())\n    reveal(c())\n    reveal(c)\nasync def g(b: Awaitable[A]):\n    reveal(await b)\n",
     {"main.A", "=main.A", "class main.A", "main.A"}},
    /* classes */
    {"class A:\n    def __init__(self):\n        self.x = 1\n    def m(self):\n        return self.x\n"
     "reveal(A)\nreveal(A())\nreveal(A().x)\nreveal(A().m)\nreveal(A().m())\n",
     {"class main.A", "=main.A", "=int", "method main.A.m", "=int"}},
    {"class A:\n    @property\n    def p(self):\n        return 'a'\n    @staticmethod\n    def s():\n        return 1\n"
     "    @classmethod\n    def c(cls):\n        return cls()\nclass B(A): pass\n"
     "reveal(A().p)\nreveal(A.s())\nreveal(B.c())\n",
     {"=str", "=int", "=main.A"}},
    {"class A:\n    def m(self): return 1\nclass B(A):\n    def m(self):\n        return super().m()\nreveal(B().m())\n",
     {"=int"}},
    {"class X:\n    def m(self): return 1\nclass Y:\n    def m(self): return 'a'\nclass Z(X, Y): pass\nreveal(Z().m())\n",
     {"=int"}},
    {"from typing import Generic, TypeVar\nT = TypeVar('T')\nclass Box(Generic[T]):\n    def __init__(self, v: T): self.v = v\n"
     "    def get(self) -> T: ...\nclass Ints(Box[int]): pass\nreveal(Box('a').get())\nreveal(Ints(1).get())\n",
     {"=str", "int"}},
    {"class Box[T]:\n    def get(self) -> T: ...\ndef f(b: Box[str]):\n    reveal(b.get())\n", {"str"}},
    {"from typing import Self\nclass A:\n    def me(self) -> Self: ...\nclass B(A): pass\nreveal(B().me())\n",
     {"=main.B"}},
    /* calls */
    {"def f(): return 1\nasync def g(): return 'a'\ndef h():\n    yield 1\nreveal(f())\nreveal(g())\nreveal(h())\n"
     "async def m():\n    reveal(await g())\nfor x in h():\n    reveal(x)\n",
     {"=int", "coroutine[=str]", "generator[=int]", "=str", "=int"}},
    {"from contextlib import contextmanager, asynccontextmanager\n@contextmanager\ndef c():\n    yield 1\n"
     "@asynccontextmanager\nasync def a():\n    yield 'a'\nwith c() as x:\n    reveal(x)\nasync def m():\n"
     "    async with a() as y:\n        reveal(y)\n",
     {"=int", "=str"}},
    {"from functools import partial, lru_cache\ndef f(a): return 1\np = partial(f, 1)\nreveal(p())\n@lru_cache\ndef g(): return 'a'\nreveal(g())\n",
     {"=int", "=str"}},
    {"class A: pass\ndef make(kind) -> 'Base': return A()\nclass Base: pass\nhandlers = {'a': make, 'b': make}\n"
     "reveal(handlers['a'])\nreveal(getattr(A(), '__class__'))\n",
     {"def main.make", "class main.A"}},
    {"def f(x):\n    reveal(x)\nf('a')\n", {"=str"}},
    {"class S:\n    def __init__(self, repo):\n        self.repo = repo\nclass R: pass\ns = S(R())\nreveal(s.repo)\n", {"=main.R"}},
    {"def deco(f):\n    def inner(*a):\n        return 1\n    return inner\n@deco\ndef g(): return 'a'\nreveal(g())\n",
     {"=int | =str"}},
    /* libraries */
    {"import sqlite3, os.path\nc = sqlite3.connect('x')\nreveal(c.cursor)\nimport requests\nreveal(requests.Session().get)\n",
     {"method sqlite3.Connection.cursor", "method requests.Session.get"}},
    /* a class that names no parameters of its own keeps those of its bases */
    {"from typing import Generic, TypeVar\nT = TypeVar('T')\nclass Box(Generic[T]):\n    def __init__(self, v: T): ...\n"
     "    def get(self) -> T: ...\nclass Lid(Box):\n    def open(self): return self.get()\nclass Two(Box, Generic[T]): pass\n"
     "reveal(Lid(1).get())\nreveal(Lid('a').open())\nclass L(list): pass\nreveal([x for x in L([1])])\n",
     {"=int", "=str", "=list[=int]"}},
    /* descriptors */
    {"class D:\n    def __get__(self, obj, owner=None): return 1\nclass A:\n    d = D()\n    def __init__(self): self.e = D()\n"
     "reveal(A().d)\nreveal(A.d)\nreveal(A().e)\n",
     {"=int", "=int", "=main.D"}},
    {"class D:\n    def __get__(self, obj: object, owner=None) -> str: ...\nclass N:\n"
     "    def __get__(self, obj: None, owner=None) -> int: ...\nclass A:\n    d = D()\n    n = N()\n"
     "reveal(A().d)\nreveal(A.d)\nreveal(A().n)\nreveal(A.n)\n",
     {"str", "=main.D", "=main.N", "int"}},
    /* Django: managers, querysets, relations */
    {"from django.db import models\nclass A(models.Model):\n    name = models.CharField()\n"
     "reveal(A.objects)\nreveal(A.objects.filter(x=1)[:5].first())\nreveal(A.objects.get().name)\n"
     "reveal(A.objects.all()[0])\nfor a in A.objects.exclude():\n    reveal(a)\nasync def f():\n    reveal(await A.objects.aget())\n"
     "    async for b in A.objects.all():\n        reveal(b)\n",
     {"=django.db.models.Manager[main.A]", "None | main.A", "str", "main.A", "main.A", "main.A", "main.A"}},
    {"from django.db import models\nclass Q(models.QuerySet):\n    def live(self): return self.filter(live=True)\n"
     "class M(models.Manager):\n    def get_queryset(self): return Q(self.model, using=self._db)\n    def mine(self): return self.filter()\n"
     "class A(models.Model):\n    m = M()\n    q = Q.as_manager()\n    f = M.from_queryset(Q)()\n"
     "reveal(A.m)\nreveal(A.m.mine().live().get())\nreveal(A.q.live().get())\nreveal(A.f.live().get())\nreveal(A.f.mine().get())\n"
     "class N(models.Manager.from_queryset(Q)): pass\nclass B(models.Model):\n    objects = N()\nreveal(B.objects.live().first())\n",
     {"=main.M[main.A]", "main.A", "main.A", "main.A", "main.A", "None | main.B"}},
    {"from django.db import models\nclass A(models.Model):\n    b = models.ForeignKey('B', models.CASCADE)\n"
     "    up = models.ForeignKey('self', models.CASCADE, related_name='parts')\n    tags = models.ManyToManyField('main.Tag')\n"
     "class B(models.Model): pass\nclass Tag(models.Model): pass\nclass Own(models.Model):\n"
     "    b = models.OneToOneField(B, models.CASCADE)\n    class Meta:\n        abstract = True\nclass Car(Own): pass\n"
     "reveal(A().b)\nreveal(A().up.up)\nreveal(A().tags.get())\nreveal(B().a_set.get())\nreveal(A().parts.first())\n"
     "reveal(Tag().a_set.all()[0])\nreveal(B().car)\nreveal(A().b_id)\n",
     {"main.B", "main.A", "main.Tag", "main.A", "None | main.A", "main.A", "main.Car", "?"}},
    {"from django.conf import settings\nfrom django.contrib.auth import get_user_model\n"
     "from django.contrib.auth.models import AbstractUser\nfrom django.db import models\nfrom django.shortcuts import get_object_or_404\n"
     "AUTH_USER_MODEL = 'main.Person'\nclass Person(AbstractUser): pass\n"
     "class A(models.Model):\n    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)\n"
     "reveal(get_user_model())\nreveal(A().owner)\nreveal(Person().a_set.get())\nreveal(get_object_or_404(A, pk=1))\n"
     "reveal(get_object_or_404(A.objects.filter(), pk=1))\nreveal(Person.objects)\n",
     {"class main.Person", "main.Person", "main.A", "main.A", "main.A", "=django.contrib.auth.models.UserManager[main.Person]"}},
    /* an override is given what the library's method declares */
    {"from django.views import View\nfrom rest_framework.views import APIView\nclass V(View):\n    def get(self, request, pk):\n"
     "        reveal(request)\n        reveal(pk)\nclass A(APIView):\n    def get(self, request):\n        reveal(request)\n",
     {"django.http.HttpRequest", "?", "rest_framework.request.Request"}},
    {"from pathlib import Path\np = Path('a') / 'b'\nreveal(p)\nreveal(unknown.x)\nimport nowhere.lib\nreveal(nowhere.lib.f)\n",
     {"=pathlib.Path", "?", "missing nowhere.lib.f"}},
};

static void test_reveal(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_sandbox sandbox;
        program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", cases[i].text}, {NULL, NULL}});
        for (unsigned n = 0; n < 8 && cases[i].types[n]; n++) {
            const char *seen = program_sandbox_reveal(&sandbox, 0, n);
            if (strcmp(seen, cases[i].types[n]) != 0) {
                fail_msg("case %zu, reveal %u: %s, expected %s, in\n%s", i, n, seen, cases[i].types[n], cases[i].text);
            }
        }
        program_sandbox_close(&sandbox);
    }
}

/* A chain of names as long as the limit on nested questions must end, and deeply nested expressions too. */
static void test_depth(void **state) {
    (void)state;
    struct buffer text = {0};
    struct program_sandbox sandbox;
    buffer_puts(&text, "def f():\n    x0 = 1\n");
    for (int i = 1; i < 5000; i++) {
        buffer_printf(&text, "    x%d = x%d\n", i, i - 1);
    }
    buffer_puts(&text, "    reveal(x4999)\n    reveal(x10)\n");
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text.data}, {NULL, NULL}});
    assert_string_equal(program_sandbox_reveal(&sandbox, 0, 0), "?");
    assert_string_equal(program_sandbox_reveal(&sandbox, 0, 1), "=int");
    assert_true(program_counts(sandbox.program).limits_hit > 0);
    program_sandbox_close(&sandbox);
    buffer_free(&text);
}

static void test_cycles(void **state) {
    (void)state;
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"a.py", "from b import y\nx = y\nclass A(A): pass\nreveal(x)\n"},
                                                   {"b.py", "from a import x\ny = x\ndef f(): return f()\nreveal(f())\n"},
                                                   {NULL, NULL}});
    assert_string_equal(program_sandbox_reveal(&sandbox, 0, 0), "?");
    assert_string_equal(program_sandbox_reveal(&sandbox, 1, 0), "?");
    program_sandbox_close(&sandbox);
}

/* Classes that derive from each other in every way, with a field that each of them inherits. */
static void test_tangle(void **state) {
    (void)state;
    struct buffer text = {0};
    struct program_sandbox sandbox;
    buffer_puts(&text, "from django.db import models\nclass T(models.Model): pass\n");
    for (int i = 0; i < 30; i++) {
        buffer_printf(&text, "class C%d(models.Model", i);
        for (int k = 0; k < 30; k++) {
            buffer_printf(&text, ", C%d", k);
        }
        buffer_printf(&text, "):\n    t = models.ForeignKey(T, models.CASCADE)\n");
    }
    buffer_puts(&text, "reveal(T().c7_set)\n");
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text.data}, {NULL, NULL}});
    assert_string_equal(program_sandbox_reveal(&sandbox, 0, 0),
                        "django.db.models.fields.related_descriptors.RelatedManager[main.C7]");
    program_sandbox_close(&sandbox);
    buffer_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reveal),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_cycles),
        cmocka_unit_test(test_tangle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
