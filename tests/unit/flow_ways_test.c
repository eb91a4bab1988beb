/* From where a function is reached, and on which thread it runs there. Each case is a file; of the function `f` the expected
 * places and the steps of the shortest way from the nearest entry point are told in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "flow/ways.h"
#include "program_sandbox.h"

struct way_case {
    const char *source;
    const char *places; /* "loop worker pool caller import", those that hold, with what leads there: "loop=g:2" */
    const char *way;    /* "main calls g, g calls f"; "" when it is an entry point, "-" when none reaches it */
};

static const struct way_case cases[] = {
    /* an async def runs on a loop whoever calls it, and when nobody does */
    {"async def f(): pass\n", "loop=f:0", "-"},
    {"async def f(): pass\nasync def main(): await f()\nimport asyncio\nasyncio.run(main())\n", "loop=f:0", "main awaits f"},
    /* what it calls runs there too, at any depth; the nearest reason is given */
    {"def f(): pass\ndef g(): f()\nasync def h(): g()\n", "loop=h:2", "-"},
    {"def f(): pass\ndef g(): f()\nasync def far(): g()\nasync def near(): f()\n", "loop=near:1", "-"},
    /* handed to a thread, scheduled on the loop */
    {"import asyncio\ndef f(): pass\nasync def h(): await asyncio.to_thread(f)\n", "worker=f:0<h", "-"},
    {"import asyncio\ndef f(): pass\ndef g(): f()\nasync def h(): await asyncio.to_thread(g)\n", "worker=g:1<h", "-"},
    {"import asyncio\ndef f(): pass\nasync def h(): asyncio.get_running_loop().call_soon(f)\n", "loop=f:0<h", ""},
    {"import asyncio\ndef f(): asyncio.get_running_loop().call_later(1, f)\nasync def h(): f()\n", "loop=h:1", ""},
    {"import asyncio\nasync def f(): pass\nasync def h(): asyncio.create_task(f())\n", "loop=f:0", ""},
    {"import asyncio\ndef f(): pass\nasync def h():\n    await asyncio.to_thread(lambda: f())\n", "worker=h.<lambda>:1<h", "-"},
    /* both at once */
    {"import asyncio\ndef f(): pass\nasync def h():\n    f()\n    await asyncio.to_thread(f)\n", "loop=h:1 worker=f:0<h", "-"},
    /* handlers of frameworks */
    {"from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef f(): pass\n", "pool=f:0", ""},
    {"from fastapi import FastAPI\napp = FastAPI()\ndef f(): pass\n@app.get('/')\ndef g(): f()\n", "pool=g:1", "g calls f"},
    {"from fastapi import FastAPI\napp = FastAPI()\ndef f(): pass\n@app.get('/')\nasync def g(): f()\n", "loop=g:1", "g calls f"},
    {"from celery import Celery\napp = Celery()\ndef f(): pass\n@app.task\ndef g(): f()\n", "caller=g:1", "g calls f"},
    {"from flask import Flask\napp = Flask(__name__)\ndef f(): pass\n@app.get('/')\ndef g(): f()\n", "caller=g:1", "g calls f"},
    {"from quart import Quart\napp = Quart(__name__)\ndef f(): pass\n@app.get('/')\ndef g(): f()\n", "pool=g:1", "g calls f"},
    /* a dependency is reached from its handlers, but on a thread of its own */
    {"from fastapi import FastAPI, Depends\napp = FastAPI()\ndef f(): pass\ndef d(): f()\n@app.get('/')\nasync def g(x=Depends(d)): pass\n",
     "pool=d:1", "d calls f"},
    {"from typing import Annotated\nfrom fastapi import FastAPI, Depends\napp = FastAPI()\nasync def f(): pass\nX = Annotated[int, Depends(f)]\n"
     "@app.get('/')\nasync def g(x: X): pass\n",
     "loop=f:0", ""},
    /* import time, and the main block */
    {"def f(): pass\ndef g(): f()\ng()\n", "import=:2", "-"},
    {"def f(): pass\nfor x in [1]:\n    f()\n", "import=:1", "-"},
    {"def f():\n    yield 1\nfor x in f(): pass\n", "import=:1", "-"},
    {"def f(): return 1\nclass A:\n    x = f()\n", "import=:1", "-"},
    {"def f(g): return g\n@f\ndef x(): pass\nclass A:\n    @f\n    def m(self): pass\n", "import=:1", "-"},
    {"def f(g): return g\nasync def h():\n    @f\n    def inner(): pass\n", "loop=h:1", "-"},
    {"def f(a):\n    def deco(g): return g\n    return deco\n@f(1)\ndef x(): pass\n", "import=:1", "-"},
    /* nothing calls it, or only what nothing calls */
    {"def f(): pass\n", "", "-"},
    {"def f(): g()\ndef g(): f()\n", "", "-"},
    /* a coroutine that is only made does not run its maker's thread */
    {"async def f(): pass\ndef g(): return f()\n", "loop=f:0", "-"},
    /* a method is reached through what overrides and inherits it */
    {"class A:\n    def run(self): self.step()\n    def step(self): pass\nclass B(A):\n    def step(self): f()\ndef f(): pass\n"
     "async def h(): B().run()\n",
     "loop=h:3", "-"},
};

static uint32_t def_named(struct program_sandbox *sandbox, const char *name) {
    char dotted[64];
    snprintf(dotted, sizeof dotted, "main.%s", name);
    return program_sandbox_def(sandbox, dotted);
}

static const char *name_of(struct program_sandbox *sandbox, const struct flow *flow, uint32_t function) {
    return program_qualname(sandbox->program, flow_function_at(flow, function)->def);
}

static void tell_places(struct program_sandbox *sandbox, const struct flow *flow, const struct flow_ways *ways, struct buffer *out) {
    static const char *const names[] = {"loop", "worker", "pool", "caller", "import"};
    for (int p = 0; p < PLACE_COUNT; p++) {
        struct flow_why why = flow_ways_place(ways, (enum flow_place)p);
        if (why.holds) {
            buffer_printf(out, "%s%s=%s:%u", out->len ? " " : "", names[p], name_of(sandbox, flow, why.function), why.distance);
            if (why.handed) {
                buffer_printf(out, "<%s", name_of(sandbox, flow, why.step.from));
            }
        }
    }
    buffer_puts(out, "");
}

static void tell_way(struct program_sandbox *sandbox, const struct flow *flow, const struct flow_ways *ways, struct buffer *out) {
    static const char *const hows[] = {"calls", "awaits", "creates", "schedules", "offloads", "depends on", "applies"};
    struct flow_step steps[8];
    uint32_t count;
    const uint32_t *entries = flow_ways_entries(ways, &count);
    if (!count) {
        buffer_puts(out, "-");
        return;
    }
    count = flow_ways_steps(ways, flow_function_of(flow, flow_entry_at(flow, entries[0])->def), false, steps, 8);
    for (uint32_t i = 0; i < count; i++) {
        buffer_printf(out, "%s%s %s %s", i ? ", " : "", name_of(sandbox, flow, steps[i].from), hows[steps[i].how], name_of(sandbox, flow, steps[i].to));
    }
}

static void test_cases(void **state) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_sandbox sandbox;
        struct buffer places = {0}, way = {0};
        program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", cases[i].source}, {NULL, NULL}});
        struct flow *flow = flow_new(sandbox.program);
        flow_run(flow);
        flow_complete(flow);
        struct flow_ways *ways = flow_ways_new(flow, sandbox.program);
        flow_ways_to(ways, def_named(&sandbox, "f"));
        tell_places(&sandbox, flow, ways, &places);
        tell_way(&sandbox, flow, ways, &way);
        if (strcmp(places.len ? places.data : "", cases[i].places) != 0 || strcmp(way.len ? way.data : "", cases[i].way) != 0) {
            fail_msg("case %zu:\n%s%s | %s, expected %s | %s", i, cases[i].source, places.len ? places.data : "", way.len ? way.data : "", cases[i].places,
                     cases[i].way);
        }
        buffer_free(&places);
        buffer_free(&way);
        flow_ways_free(ways);
        flow_free(flow);
        program_sandbox_close(&sandbox);
    }
}

/* Asking twice gives the same; completing changes nothing that was known. */
static void test_searches_are_independent(void **state) {
    struct program_sandbox sandbox;
    program_sandbox_open(&sandbox, (struct program_sandbox_file[]){{"main.py", "import time\ndef a(): b()\ndef b(): time.sleep(1)\nasync def c(): a()\n"
                                                                               "def d(): b()\n"},
                                                                   {NULL, NULL}});
    struct flow *flow = flow_new(sandbox.program);
    flow_run(flow);
    uint32_t a = flow_function_of(flow, def_named(&sandbox, "a")), before = flow_function_at(flow, a)->reach[EFFECT_BLOCK].distance;
    assert_int_equal(flow_function_of(flow, def_named(&sandbox, "d")), FLOW_NONE);
    flow_complete(flow);
    assert_int_equal(flow_function_at(flow, a)->reach[EFFECT_BLOCK].distance, before);
    uint32_t d = flow_function_of(flow, def_named(&sandbox, "d")), count;
    assert_int_equal(flow_function_at(flow, d)->reach[EFFECT_BLOCK].distance, 2);
    struct flow_ways *ways = flow_ways_new(flow, sandbox.program);
    flow_ways_to(ways, def_named(&sandbox, "b"));
    assert_int_equal(flow_ways_distance(ways, d), 1);
    flow_ways_callers(ways, &count);
    assert_int_equal(count, 2);
    flow_ways_to(ways, def_named(&sandbox, "a"));
    assert_int_equal(flow_ways_distance(ways, d), FLOW_FAR);
    assert_int_equal(flow_ways_place(ways, PLACE_LOOP).distance, 1);
    flow_ways_callers(ways, &count);
    assert_int_equal(count, 1);
    flow_ways_to(ways, def_named(&sandbox, "c"));
    assert_int_equal(flow_ways_place(ways, PLACE_LOOP).distance, 0);
    flow_ways_free(ways);
    flow_free(flow);
    program_sandbox_close(&sandbox);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_searches_are_independent)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
