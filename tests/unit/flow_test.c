/* Where code runs and what calling it does: each case is a file; for every function whose name starts with `b` running it
 * must block at the distance in its name (`b2_x`), for every one that starts with `n` it must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "program_sandbox.h"

static const char *const cases[] = {
    /* plain calls, recursion, loops of calls */
    "import time\ndef s(): time.sleep(1)\nasync def b1_(): time.sleep(1)\nasync def b2_(): s()\n"
    "def r1(): r2()\ndef r2():\n    r1()\n    s()\nasync def b4_(): r1()\ndef e(): e()\nasync def n_(): e()\n",
    /* coroutines and generators run nothing when called */
    "import time\ndef g():\n    time.sleep(1)\n    yield 1\nasync def c(): time.sleep(1)\n"
    "async def n1(): g()\nasync def n2(): await c()\nasync def b2_for():\n    for x in g(): pass\n"
    "async def b2_list(): list(g())\nasync def b2_comp(): return [x for x in g()]\ndef d():\n    yield from g()\n"
    "async def b3_from():\n    for x in d(): pass\n",
    /* offloading cuts the callable, not its arguments */
    "import time, asyncio\ndef s(): time.sleep(1)\nasync def n1(): await asyncio.to_thread(s)\n"
    "async def n2(): await asyncio.get_running_loop().run_in_executor(None, s)\n"
    "async def n3(): await asyncio.to_thread(lambda: s())\nasync def b2_arg(): await asyncio.to_thread(print, s())\n",
    /* what a test for a running loop leaves to other threads does not run on one */
    "import asyncio, time\ndef inside():\n    try: asyncio.get_running_loop()\n    except RuntimeError: return False\n    return True\n"
    "def outside(): return not inside()\ndef s1():\n    if inside():\n        x = 1\n        return x\n    time.sleep(1)\n"
    "def s2():\n    if outside(): time.sleep(1)\ndef s3():\n    try: asyncio.get_running_loop()\n    except RuntimeError: pass\n"
    "    else:\n        x = 1\n        return x\n    time.sleep(1)\n"
    "def s4():\n    on = False\n    try:\n        asyncio.get_running_loop()\n        on = True\n    except RuntimeError: pass\n"
    "    if not on: time.sleep(1)\ndef s5(p):\n    if p.is_running():\n        x = 1\n        return x\n    time.sleep(1)\n"
    "def s6():\n    try:\n        asyncio.get_running_loop()\n        raise RuntimeError\n    except RuntimeError: time.sleep(1)\n"
    "def s7(x):\n    x = x and x\n    x = x or x\n    if x: return\n    time.sleep(1)\n"
    "async def n1(): s1()\nasync def n2(): s2()\nasync def n3(): s3()\nasync def n4(): s4()\nasync def b2_5(p): s5(p)\n"
    "async def b2_6(): s6()\nasync def b2_7(): s7(1)\n",
    /* callbacks are judged at the call that passes them */
    "import time\ndef s(): time.sleep(1)\ndef q(): pass\ndef call(f): f()\ndef twice(f): call(f)\n"
    "async def b2_cb(): call(s)\nasync def n_cb(): call(q)\nasync def b2_through(): twice(s)\n"
    "async def b2_sorted(): sorted([1], key=lambda x: time.sleep(x))\n",
    /* implicit calls */
    "import time\nfrom contextlib import contextmanager\nclass A:\n    def __init__(self): time.sleep(1)\n"
    "    @property\n    def p(self): time.sleep(1)\n    def __enter__(self): time.sleep(1)\n    def __exit__(self, *a): ...\n"
    "    def __add__(self, o): time.sleep(1)\n    def __getitem__(self, k): time.sleep(1)\n    def __call__(self): time.sleep(1)\n"
    "    def __contains__(self, o): time.sleep(1)\n"
    "@contextmanager\ndef cm():\n    time.sleep(1)\n    yield\n"
    "async def b2_init(): A()\nasync def b2_prop(a: A): a.p\nasync def b2_with(a: A):\n    with a: pass\n"
    "async def b2_op(a: A): a + 1\nasync def b2_item(a: A): a[1]\nasync def b2_call(a: A): a()\n"
    "async def b2_in(a: A): 1 in a\nasync def b2_cm():\n    with cm(): pass\nasync def n_cm(): cm()\n",
    /* what a base class's method runs depends on whose it is */
    "import time\nclass Base:\n    def run(self): self.step()\n    def step(self): pass\n"
    "class Slow(Base):\n    def step(self): time.sleep(1)\nclass Quick(Base): pass\n"
    "async def n_quick(): Quick().run()\nasync def b3_slow(): Slow().run()\nasync def b3_any(x: Base): x.run()\n",
    "import time\nfrom abc import ABC, abstractmethod\nclass P(ABC):\n    @abstractmethod\n    def load(self): ...\n"
    "class Q(P):\n    def load(self): time.sleep(1)\nasync def b2_(p: P): p.load()\n",
    /* super, static and class methods, decorators of the project */
    "import time\nfrom functools import wraps\nclass A:\n    def m(self): time.sleep(1)\n    @staticmethod\n    def s(): time.sleep(1)\n"
    "    @classmethod\n    def c(cls): time.sleep(1)\nclass B(A):\n    def m(self): super().m()\n"
    "def deco(f):\n    @wraps(f)\n    def w(*a): return f(*a)\n    return w\n@deco\ndef d(): time.sleep(1)\n"
    "async def b3_(): B().m()\nasync def b2_s(): B.s()\nasync def b2_c(): B.c()\nasync def b2_d(): d()\n",
    /* a wrapper that makes it asynchronous stands alone */
    "import time, asyncio\ndef threaded(f):\n    async def w(*a): return await asyncio.to_thread(f, *a)\n    return w\n"
    "@threaded\ndef d(): time.sleep(1)\nasync def n_(): await d()\n",
    /* a handle opened here is one report, at the opening */
    "async def b1_open():\n    with open('x') as f: f.read()\n",
    /* descriptors, truth, slices */
    "import time\nclass D:\n    def __get__(self, o, t=None): time.sleep(1)\nclass A:\n    d = D()\n"
    "    def __bool__(self): time.sleep(1)\nclass L:\n    def __len__(self): time.sleep(1)\n"
    "async def b2_d(a: A): a.d\nasync def b2_if(a: A):\n    if a: pass\nasync def b2_not(a: A): return not a\n"
    "async def b2_or(a: A): return a or 1\nasync def n_or(a: A): return 1 or a\nasync def b2_len(l: L):\n    while l: pass\n"
    "async def b2_ternary(a: A): return 1 if a else 2\nasync def b2_comp(a: A): return [x for x in [1] if a]\n"
    "async def n_is(a: A):\n    if a is None: pass\n",
    /* a decorator that hands the function to a worker, with and without arguments, leaves something to await */
    "import time\nfrom asgiref.sync import sync_to_async\nfrom channels.db import database_sync_to_async\n"
    "@sync_to_async\ndef s(x): return time.sleep(x)\n@sync_to_async(thread_sensitive=False)\ndef t(x): return time.sleep(x)\n"
    "class C:\n    @database_sync_to_async\n    def m(self): return time.sleep(1)\n    async def n_m(self): await self.m()\n"
    "async def n_s(): await s(1)\nasync def n_t(): await t(1)\n",
    /* calls that cannot wait */
    "import threading\nlock = threading.Lock()\nasync def n_try(): lock.acquire(blocking=False)\nasync def b1_(): lock.acquire()\n"
    "async def n_with():\n    with lock: pass\n",
};

static void check_function(struct program_sandbox *sandbox, const struct flow *flow, const struct flow_function *f, size_t number) {
    const char *name = program_qualname(sandbox->program, f->def);
    (void)flow;
    uint32_t expected = name[0] == 'n' ? FLOW_FAR : name[0] == 'b' ? (uint32_t)strtoul(name + 1, NULL, 10) : 0;
    if (expected != 0 && strchr(name, '_') && !strchr(name, '.') && f->reach[EFFECT_BLOCK].distance != expected) {
        fail_msg("case %zu, %s: distance %u, expected %u", number, name, f->reach[EFFECT_BLOCK].distance, expected);
    }
}

static void test_distances(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_sandbox sandbox;
        program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", cases[i]}, {NULL, NULL}});
        struct flow *flow = flow_new(sandbox.program);
        flow_run(flow);
        for (uint32_t f = 0; f < flow_function_count(flow); f++) {
            check_function(&sandbox, flow, flow_function_at(flow, f), i);
        }
        flow_free(flow);
        program_sandbox_close(&sandbox);
    }
}

/* Ten thousand functions, each calling the next: linear, and the chain is cut at the caller's limit. */
static void test_long_chain(void **state) {
    (void)state;
    struct buffer text = {0};
    buffer_puts(&text, "import time\nasync def start(): f0()\n");
    for (int i = 0; i < 10000; i++) {
        buffer_printf(&text, "def f%d(): f%d()\n", i, i + 1);
    }
    buffer_puts(&text, "def f10000(): time.sleep(1)\n");
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text.data}, {NULL, NULL}});
    struct flow *flow = flow_new(sandbox.program);
    flow_run(flow);
    const struct flow_function *start = flow_function_at(flow, flow_function_of(flow, program_sandbox_def(&sandbox, "main.start")));
    uint32_t chain[8];
    bool soft;
    assert_int_equal(start->reach[EFFECT_BLOCK].distance, 10002);
    assert_int_equal(flow_chain(flow, start->reach[EFFECT_BLOCK].site, EFFECT_BLOCK, chain, 8, &soft), 8);
    assert_false(soft);
    flow_free(flow);
    program_sandbox_close(&sandbox);
    buffer_free(&text);
}

static void repeat(struct buffer *text, const char *piece, int times) {
    for (int i = 0; i < times; i++) {
        buffer_puts(text, piece);
    }
}

/* Shapes that a recursion without bounds, or a loop in a loop, would not survive. */
static void test_shapes(void **state) {
    struct buffer text = {0};
    (void)state;
    buffer_puts(&text, "import time\nclass C0: pass\n");
    for (int i = 1; i < 8000; i++) {
        buffer_printf(&text, "class C%d(C%d): pass\n", i, i - 1);
    }
    buffer_puts(&text, "class B:\n    def m(self): ...\n");
    for (int i = 0; i < 2000; i++) {
        buffer_printf(&text, "class D%d(B):\n    def m(self): ...\n", i);
    }
    buffer_puts(&text, "def f(a=None):\n    if a");
    repeat(&text, " and a", 20000);
    buffer_puts(&text, ":\n        time.sleep(1)\n    if ");
    repeat(&text, "not ", 3000);
    buffer_puts(&text, "a: pass\nasync def g(b: B):\n    C7999().x()\n    b.m()\n    f(1)\n    b");
    repeat(&text, ".x", 20000);
    buffer_puts(&text, "()\n    b");
    repeat(&text, "()", 5000);
    buffer_puts(&text, "\n");
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text.data}, {NULL, NULL}});
    struct flow *flow = flow_new(sandbox.program);
    flow_run(flow);
    const struct flow_function *g = flow_function_at(flow, flow_function_of(flow, program_sandbox_def(&sandbox, "main.g")));
    assert_int_equal(g->reach[EFFECT_BLOCK].distance, 2);
    assert_true(program_counts(sandbox.program).limits_hit > 0);
    flow_free(flow);
    program_sandbox_close(&sandbox);
    buffer_free(&text);
}

static const struct flow_entry *entry_of(struct program_sandbox *sandbox, const struct flow *flow, const char *dotted) {
    uint32_t def = program_sandbox_def(sandbox, dotted);
    for (uint32_t e = 0; e < flow_entry_count(flow); e++) {
        if (flow_entry_at(flow, e)->def == def) {
            return flow_entry_at(flow, e);
        }
    }
    fail_msg("%s is no entry point", dotted);
    return NULL;
}

static void test_entries(void **state) {
    (void)state;
    static const char text[] =
        "from contextlib import asynccontextmanager\nfrom typing import Annotated\n"
        "from fastapi import FastAPI, APIRouter, Depends, BackgroundTasks\nfrom starlette.middleware.base import BaseHTTPMiddleware\n"
        "@asynccontextmanager\nasync def life(app):\n    yield\napp = FastAPI(lifespan=life)\nrouter = APIRouter()\n"
        "def dep(): return 1\ndef other(): return 1\n@router.get('/items/{id}')\nasync def item(id: int, d=Depends(dep)): ...\n"
        "@app.post('/sync')\ndef sync(d: Annotated[int, Depends(other)], tasks: BackgroundTasks):\n    tasks.add_task(job, 1)\n"
        "def job(n): ...\n@app.websocket('/ws')\nasync def ws(s): ...\n@app.on_event('startup')\ndef start(): ...\n"
        "class M(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next): ...\n"
        "@app.exception_handler(ValueError)\nasync def bad(request, error): ...\nasync def added(): ...\napp.add_api_route('/added', added, methods=['GET', 'PUT'])\n";
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text}, {NULL, NULL}});
    struct flow *flow = flow_new(sandbox.program);
    flow_run(flow);
    const struct flow_entry *item = entry_of(&sandbox, flow, "main.item");
    assert_int_equal(item->kind, KIND_ROUTE);
    assert_string_equal(program_string(sandbox.program, item->path), "/items/{id}");
    assert_string_equal(program_string(sandbox.program, item->methods), "GET");
    assert_int_equal(entry_of(&sandbox, flow, "main.dep")->kind, KIND_DEPENDENCY);
    assert_int_equal(entry_of(&sandbox, flow, "main.other")->kind, KIND_DEPENDENCY);
    assert_int_equal(entry_of(&sandbox, flow, "main.sync")->runs, RUNS_THREAD);
    assert_int_equal(entry_of(&sandbox, flow, "main.job")->kind, KIND_BACKGROUND);
    assert_int_equal(entry_of(&sandbox, flow, "main.ws")->kind, KIND_WEBSOCKET);
    assert_int_equal(entry_of(&sandbox, flow, "main.start")->runs, RUNS_LOOP);
    assert_int_equal(entry_of(&sandbox, flow, "main.life")->kind, KIND_LIFESPAN);
    assert_int_equal(entry_of(&sandbox, flow, "main.M.dispatch")->kind, KIND_MIDDLEWARE);
    assert_int_equal(entry_of(&sandbox, flow, "main.bad")->kind, KIND_EXCEPTION_HANDLER);
    assert_string_equal(program_string(sandbox.program, entry_of(&sandbox, flow, "main.added")->methods), "GET, PUT");
    assert_true(flow_function_at(flow, flow_function_of(flow, program_sandbox_def(&sandbox, "main.start")))->flags & FUNCTION_LOOP);
    assert_false(flow_function_at(flow, flow_function_of(flow, program_sandbox_def(&sandbox, "main.sync")))->flags & FUNCTION_LOOP);
    flow_free(flow);
    program_sandbox_close(&sandbox);
}

/* Each case is a file; a function whose name starts with `u` has a call that may wait for ever, one that starts with `l` none. */
static const char *const waits[] = {
    /* at the call */
    "import requests\nasync def u1(): requests.get('x')\nasync def u2(): requests.get('x', timeout=None)\n"
    "async def l1(): requests.get('x', timeout=1)\nasync def l2(**k): requests.get('x', **k)\n"
    "async def l3(*a): requests.request(*a)\nasync def l4(t): requests.get('x', timeout=t)\n",
    /* where the client was made, followed through attributes, functions, names */
    "from openai import OpenAI, AsyncOpenAI\nclient = OpenAI()\nquick = OpenAI(timeout=3)\ndef make(): return OpenAI(timeout=3)\n"
    "class A:\n    def __init__(self):\n        self.a = AsyncOpenAI()\n        self.b = AsyncOpenAI(timeout=1)\n"
    "    async def u1(self): await self.a.responses.create()\n    async def l1(self): await self.b.responses.create()\n"
    "async def u2(): client.chat.completions.create()\nasync def l2(): quick.chat.completions.create()\n"
    "async def l3(): make().embeddings.create()\nasync def l4(): client.with_options(timeout=2).responses.create()\n"
    "async def u5(): client.with_options(max_retries=2).responses.create()\nasync def u6():\n    async with AsyncOpenAI() as c: await c.responses.create()\n"
    "async def l7(c): OpenAI(timeout=1 if c else 2).responses.create()\nasync def l8(c): (client if c else quick).responses.create()\n",
    /* options that may hold it */
    "import httpx\nfrom google import genai\nfrom openai import OpenAI\n"
    "async def l1(): genai.Client(http_options={'timeout': 3}).models.generate_content()\n"
    "async def u1(): genai.Client(http_options={'api_version': 'v1'}).models.generate_content()\n"
    "async def l2(o): genai.Client(http_options=o).models.generate_content()\n"
    "async def u2(): OpenAI(http_client=httpx.Client(verify=False)).responses.create()\n"
    "async def l3(): OpenAI(http_client=httpx.Client(timeout=3)).responses.create()\n",
    /* partial functions, worker threads */
    "import asyncio, functools, requests\nget = functools.partial(requests.get, timeout=2)\npost = functools.partial(requests.post, json={})\n"
    "async def l1(): get('x')\nasync def u1(): post('x')\nasync def u2(): await asyncio.to_thread(requests.get, 'x')\n"
    "async def l2(): await asyncio.to_thread(requests.get, 'x', timeout=2)\nasync def l3(): await asyncio.to_thread(get, 'x')\n",
    /* a time limit around it holds for what is awaited */
    "import asyncio, requests\nfrom anthropic import AsyncAnthropic\nc = AsyncAnthropic()\n"
    "async def l1(): await asyncio.wait_for(c.messages.create(), 3)\nasync def u1(): await asyncio.wait_for(c.messages.create(), None)\n"
    "async def l2():\n    async with asyncio.timeout(3): await c.messages.create()\n"
    "async def u2():\n    async with asyncio.timeout(3): requests.get('x')\n",
    /* what the project settles elsewhere */
    ("import requests\nclass S(requests.Session):\n    def request(self, *a, **k): return super().request(*a, timeout=3, **k)\n"
    "s = S()\nasync def l1(): s.get('x')\nasync def l2(t: requests.Session): t.get('x')\nasync def u1(): requests.get('x')\n"),
    "import socket\nfrom urllib.request import urlopen\nsocket.setdefaulttimeout(3)\nasync def l1(): urlopen('x')\n",
    "from urllib.request import urlopen\nasync def u1(): urlopen('x')\nasync def l1(): urlopen('x', None, 3)\n",
};

static void check_waits(struct program_sandbox *sandbox, const struct flow *flow, const struct flow_function *f, size_t number) {
    const char *name = program_qualname(sandbox->program, f->def), *own = strrchr(name, '.') ? strrchr(name, '.') + 1 : name;
    bool unbounded = false;
    for (uint32_t s = f->first_site; s < f->first_site + f->site_count; s++) {
        unbounded |= (flow_site_at(flow, s)->flags & SITE_UNBOUNDED) != 0;
    }
    if ((own[0] == 'u' || own[0] == 'l') && strlen(own) == 2 && unbounded != (own[0] == 'u')) {
        fail_msg("case %zu, %s: %s", number, name, unbounded ? "may wait for ever" : "is bounded");
    }
}

static void test_waits(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
        struct program_sandbox sandbox;
        program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", waits[i]}, {NULL, NULL}});
        struct flow *flow = flow_new(sandbox.program);
        flow_run(flow);
        assert_true(flow_function_count(flow) > 0);
        for (uint32_t f = 0; f < flow_function_count(flow); f++) {
            check_waits(&sandbox, flow, flow_function_at(flow, f), i);
        }
        flow_free(flow);
        program_sandbox_close(&sandbox);
    }
}

/* Which functions a request waits for, and with no time limit on the way. */
static void test_requests(void **state) {
    (void)state;
    static const char text[] =
        "import asyncio\nfrom fastapi import FastAPI, BackgroundTasks\napp = FastAPI()\ndef threaded(): ...\nasync def awaited(): ...\n"
        "async def timed(): ...\ndef later(): ...\n@app.get('/a')\nasync def a(tasks: BackgroundTasks):\n    await awaited()\n"
        "    await asyncio.to_thread(threaded)\n    await asyncio.wait_for(timed(), 3)\n    tasks.add_task(later)\n"
        "@app.on_event('startup')\nasync def start(): setup()\ndef setup(): ...\n";
    static const struct { const char *name; bool waited; } expected[] = {
        {"main.a", true}, {"main.awaited", true}, {"main.threaded", true}, {"main.timed", false}, {"main.later", false}, {"main.setup", false}};
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", text}, {NULL, NULL}});
    struct flow *flow = flow_new(sandbox.program);
    flow_run(flow);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        uint32_t f = flow_function_of(flow, program_sandbox_def(&sandbox, expected[i].name));
        if ((flow_function_at(flow, f)->request != FLOW_NONE) != expected[i].waited) {
            fail_msg("%s is %s", expected[i].name, expected[i].waited ? "not waited for" : "waited for");
        }
    }
    flow_free(flow);
    program_sandbox_close(&sandbox);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distances),
        cmocka_unit_test(test_long_chain),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_entries),
        cmocka_unit_test(test_waits),
        cmocka_unit_test(test_requests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
