#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "program_sandbox.h"
#include "web/internal.h"

#define FASTAPI "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\nasync def home(): ...\n"
#define FLASK "from flask import Flask\napp = Flask(__name__)\n@app.get('/')\nasync def home(): ...\n"
#define FACTORY "from flask import Flask\ndef create_app(name='x'):\n    application = Flask(name)\n    return application\n"

struct deployed {
    struct program_sandbox sandbox;
    struct flow *flow;
    struct web *web;
};

/* Links the Python files and reads the other ones. */
static void deploy(struct deployed *self, const struct program_sandbox_file *files, const struct program_sandbox_file *texts) {
    struct web_text list[8];
    uint32_t count = 0;
    program_sandbox_open(&self->sandbox, files);
    self->flow = flow_new(self->sandbox.program);
    self->web = web_new(self->sandbox.program, self->flow);
    for (; texts[count].path; count++) {
        list[count] = (struct web_text){.path = texts[count].path, .text = span_of(texts[count].text)};
    }
    web_deploy(self->web, list, count);
}

static void release(struct deployed *self) {
    web_free(self->web);
    flow_free(self->flow);
    program_sandbox_close(&self->sandbox);
}

/* "uvicorn asgi Dockerfile:1", with "dev" behind what is for development. */
static void expect_server(struct deployed *self, uint32_t service, const char *wanted) {
    static const char *const interfaces[] = {"-", "asgi", "wsgi"};
    const struct web_service *s = web_service_at(self->web, service);
    char text[256];
    snprintf(text, sizeof text, "%s %s %s:%u%s%s", s->server ? s->server : "-", interfaces[s->interface], s->server_path ? s->server_path : "-",
             s->server_line, s->development ? " dev" : "", s->deployed ? " deployed" : "");
    assert_string_equal(text, wanted);
}

#define FILES(...) ((struct program_sandbox_file[]){__VA_ARGS__, {NULL, NULL}})

/* One service in one or two files, one file that deploys it. */
static void expect_one(const struct program_sandbox_file *files, const char *path, const char *text, const char *wanted) {
    struct deployed d;
    deploy(&d, files, FILES({path, text}));
    assert_int_equal(web_service_count(d.web), 1);
    expect_server(&d, 0, wanted);
    release(&d);
}

static void test_commands(void **state) {
    static const struct program_sandbox_file fast[] = {{"shop/main.py", FASTAPI}, {"shop/__init__.py", ""}, {NULL, NULL}};
    expect_one(fast, "Dockerfile", "FROM python\nRUN pip install uvicorn shop.main:app\n", "- asgi -:0");
    expect_one(fast, "Dockerfile", "FROM python\nCMD [\"uvicorn\", \"shop.main:app\"]\n", "uvicorn asgi Dockerfile:2 deployed");
    expect_one(fast, "Dockerfile", "CMD uvicorn shop.main:app --reload\n", "uvicorn asgi Dockerfile:1 dev deployed");
    expect_one(fast, "Dockerfile", "FROM tiangolo/uvicorn-gunicorn-fastapi:python3.11\nCOPY shop /app\n", "gunicorn with uvicorn workers asgi Dockerfile:1 deployed");
    expect_one(fast, "Procfile", "web: gunicorn -k uvicorn.workers.UvicornWorker shop.main:app\n", "gunicorn with uvicorn workers asgi Procfile:1 deployed");
    expect_one(fast, "Procfile", "web: gunicorn --worker-class=uvicorn.workers.UvicornWorker -b 0.0.0.0:80 shop.main\n", "gunicorn with uvicorn workers asgi Procfile:1 deployed");
    expect_one(fast, "compose.yaml", "services:\n  web:\n    command: hypercorn shop.main:app\n", "hypercorn asgi compose.yaml:3 deployed");
    expect_one(fast, "compose.dev.yaml", "services:\n  web:\n    command: granian --interface asgi shop.main:app\n", "granian asgi compose.dev.yaml:3");
    expect_one(fast, "start.sh", "APP=${APP:-shop.main:app}\nexec daphne \"$APP\"\n", "daphne asgi start.sh:2");
    expect_one(fast, "start.sh", "fastapi run --port 80 shop/main.py\n", "uvicorn asgi start.sh:1");
    expect_one(fast, "Makefile", "run:\n\tfastapi dev shop/main.py\n", "uvicorn asgi Makefile:2 dev");
    expect_one(fast, "start.sh", "echo uvicorn shop.main:app\nuvicorn other.main:app\nuvicorn shop.main:missing:x $X\n", "uvicorn asgi start.sh:3");
    expect_one(fast, "web.service", "[Service]\nExecStart=/venv/bin/uvicorn shop.main:app\n", "uvicorn asgi web.service:2 deployed");
}

static void test_flask_commands(void **state) {
    static const struct program_sandbox_file factory[] = {{"shop/web.py", FACTORY}, {"shop/__init__.py", "from shop.web import create_app\n"}, {NULL, NULL}};
    expect_one(factory, "Procfile", "web: gunicorn \"shop:create_app('x')\"\n", "gunicorn wsgi Procfile:1 deployed");
    expect_one(factory, "Procfile", "web: waitress-serve --call shop.web:create_app\n", "waitress wsgi Procfile:1 deployed");
    expect_one(factory, "Dockerfile", "ENV FLASK_APP=shop\nCMD flask run --host 0.0.0.0\n", "werkzeug wsgi Dockerfile:2 dev deployed");
    expect_one(factory, "run.sh", "flask --app shop.web run\n", "werkzeug wsgi run.sh:1 dev");
    expect_one(factory, ".flaskenv", "FLASK_APP=shop.web:create_app\n", "werkzeug wsgi .flaskenv:1 dev");
    expect_one(factory, "uwsgi.ini", "[uwsgi]\nprocesses = 4\nmodule = shop.web\ncallable = create_app\n", "uwsgi wsgi uwsgi.ini:3 deployed");
    expect_one(factory, "start", "uwsgi --http :80 -w shop.web:create_app\n", "uwsgi wsgi start:1");
    expect_one(FILES({"web.py", FLASK}), "entrypoint.bash", "gunicorn -k shop.workers.MyGeventWorker web:app\n", "gunicorn with gevent workers wsgi entrypoint.bash:1");
    expect_one(FILES({"web.py", FLASK}, {"gunicorn.conf.py", "wsgi_app = 'web:app'\nworker_class = 'gevent'\n"}), "Dockerfile", "CMD gunicorn\n",
               "gunicorn with gevent workers wsgi Dockerfile:1 deployed");
}

static void test_code(void **state) {
    static const char uvicorn[] = FASTAPI "import uvicorn\nif __name__ == '__main__':\n    uvicorn.run('main:app', reload=True)\n";
    expect_one(FILES({"main.py", uvicorn}), "Dockerfile", "CMD true\n", "uvicorn asgi main.py:7 dev");
    expect_one(FILES({"main.py", FASTAPI "import uvicorn\ndef serve():\n    uvicorn.run(app)\n"}), "x.sh", "", "uvicorn asgi main.py:7");
    expect_one(FILES({"main.py", FASTAPI "import uvicorn\nif __name__ == '__main__':\n    uvicorn.run(app)\n"}), "Dockerfile", "CMD [\"python\", \"main.py\"]\n",
               "uvicorn asgi main.py:7 deployed");
    expect_one(FILES({"main.py", FASTAPI "import uvicorn\nif __name__ == '__main__':\n    uvicorn.run(app)\n"}), "compose.yaml",
               "web:\n  healthcheck:\n    test: [\"CMD\", \"python\", \"main.py\", \"--help\"]\n", "uvicorn asgi main.py:7");
    expect_one(FILES({"main.py", FLASK "if __name__ == '__main__':\n    app.run()\n"}), "Dockerfile", "CMD python -m main\n", "werkzeug wsgi main.py:6 dev deployed");
    expect_one(FILES({"main.py", FASTAPI "import uvicorn\nclass Config(uvicorn.Config): ...\nConfig(app, port=80)\n"}), "x.sh", "", "uvicorn asgi main.py:7");
    expect_one(FILES({"main.py", FASTAPI "import uvicorn\nfrom elsewhere import wrapped\nuvicorn.run(wrapped(lambda: app), port=80)\n"}), "x.sh", "",
               "uvicorn asgi main.py:7");
    expect_one(FILES({"main.py", FLASK "from waitress import serve\nserve(app, port=80)\n"}), "x.sh", "", "waitress wsgi main.py:6");
    expect_one(FILES({"main.py", "from aiohttp import web\napp = web.Application()\nweb.run_app(app)\n"}), "x.sh", "", "aiohttp asgi main.py:3");
    expect_one(FILES({"main.py", FLASK "from gunicorn.app.base import BaseApplication\nclass Server(BaseApplication):\n    def __init__(self, app, options):\n"
                                 "        self.application = app\nServer(app, {}).run()\n"}),
               "x.sh", "", "gunicorn wsgi main.py:9");
}

static void test_choice(void **state) {
    struct deployed d;
    deploy(&d, FILES({"main.py", FASTAPI "import uvicorn\nif __name__ == '__main__':\n    uvicorn.run(app)\n"}),
           FILES({"Dockerfile", "CMD uvicorn main:app --reload\n"}, {"Makefile", "run:\n\thypercorn main:app\n"},
                 {"compose.dev.yaml", "web:\n  command: granian main:app\n"}, {"run.sh", "daphne main:app\n"}));
    expect_server(&d, 0, "daphne asgi run.sh:1");
    release(&d);
}

/* The same module in several folders: the file's own folder, or what it speaks of. */
static void test_folders(void **state) {
    static const struct program_sandbox_file files[] = {{"api/main.py", FASTAPI}, {"jobs/main.py", FASTAPI}, {"web/main.py", FASTAPI}, {"pkg/main.py", FASTAPI}, {"pkg/__init__.py", ""}, {NULL, NULL}};
    struct deployed d;
    deploy(&d, files,
           FILES({"api/Dockerfile", "CMD uvicorn main:app\n"},
                 {"compose.yaml", "services:\n  a:\n    build: ./web\n    command: hypercorn main:app\n  b:\n    build: ./other\n"},
                 {"run.sh", "cd jobs && daphne main:app\n"}));
    expect_server(&d, 0, "uvicorn asgi api/Dockerfile:1 deployed");
    expect_server(&d, 1, "daphne asgi run.sh:1");
    expect_server(&d, 2, "hypercorn asgi compose.yaml:4 deployed");
    expect_server(&d, 3, "- asgi -:0"); /* nobody starts a server inside a package */
    release(&d);
}

static bool own_loop(struct deployed *self, const char *dotted) {
    uint32_t def = program_sandbox_def(&self->sandbox, dotted);
    for (uint32_t e = 0; e < flow_entry_count(self->flow); e++) {
        if (flow_entry_at(self->flow, e)->def == def) {
            return web_has_own_loop(self->web, flow_entry_at(self->flow, e));
        }
    }
    fail_msg("%s is no entry point", dotted);
    return false;
}

static void test_bridges(void **state) {
    static const char bridge[] = FLASK "from asgiref.wsgi import WsgiToAsgi\nasgi = WsgiToAsgi(app)\n@app.before_request\nasync def before(): ...\n";
    struct deployed d;
    deploy(&d, FILES({"web.py", bridge}), FILES({"Procfile", "web: hypercorn web:asgi\n"}));
    expect_server(&d, 0, "hypercorn asgi Procfile:1 deployed");
    assert_false(own_loop(&d, "web.home"));
    assert_false(own_loop(&d, "web.before"));
    release(&d);
    deploy(&d, FILES({"web.py", bridge}), FILES({"Procfile", "web: gunicorn web:app\n"}));
    expect_server(&d, 0, "gunicorn wsgi Procfile:1 deployed");
    assert_true(own_loop(&d, "web.home"));
    assert_true(own_loop(&d, "web.before"));
    release(&d);
    deploy(&d, FILES({"main.py", "from fastapi import FastAPI\nfrom a2wsgi import WSGIMiddleware\nfrom web import app as old\napp = FastAPI()\napp.mount('/old', WSGIMiddleware(old))\n"
                                 "@app.get('/')\nasync def home(): ...\n"},
                     {"web.py", FLASK}),
           FILES({"Procfile", "web: uvicorn main:app\n"}));
    expect_server(&d, 0, "uvicorn asgi Procfile:1 deployed");
    expect_server(&d, 1, "uvicorn wsgi Procfile:1 deployed"); /* what is mounted is run by the same server */
    assert_false(own_loop(&d, "main.home"));
    assert_true(own_loop(&d, "web.home"));
    release(&d);
}

/* ---- Django ---- */

#define ASGI "import os\nfrom django.core.asgi import get_asgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_asgi_application()\n"
#define WSGI "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_wsgi_application()\n"

static uint32_t module_of(struct deployed *self, const char *path) {
    for (uint32_t m = 0; m < program_module_count(self->sandbox.program); m++) {
        const char *own = program_module_at(self->sandbox.program, m)->path;
        if (own && strcmp(own, path) == 0) {
            return m;
        }
    }
    return WEB_NONE;
}

/* The service of a settings module, as the reader of Django's projects makes it. */
static void add_django(struct deployed *self, const char *settings, const char *folder) {
    vec_push(&self->web->services, ((struct web_service){.name = "shop", .framework = "Django", .folder = folder, .module = module_of(self, settings),
                                                         .expr = WEB_NONE, .parent = WEB_NONE, .judged = true}));
}

static void expect_django(const struct program_sandbox_file *files, const char *path, const char *text, const char *wanted) {
    struct deployed d;
    deploy(&d, files, FILES({NULL, NULL}));
    add_django(&d, "shop/settings.py", "");
    web_deploy(d.web, &(struct web_text){.path = path, .text = span_of(text)}, 1);
    assert_int_equal(web_service_count(d.web), 1);
    expect_server(&d, 0, wanted);
    release(&d);
}

static void test_django(void **state) {
    static const struct program_sandbox_file both[] = {{"manage.py", ""}, {"shop/__init__.py", ""}, {"shop/settings.py", "ROOT_URLCONF = 'shop.urls'\n"}, {"shop/asgi.py", ASGI}, {"shop/wsgi.py", WSGI}, {NULL, NULL}};
    static const struct program_sandbox_file only[] = {{"manage.py", ""}, {"shop/settings.py", "ROOT_URLCONF = 'shop.urls'\n"}, {"shop/wsgi.py", WSGI}, {NULL, NULL}};
    expect_django(both, "Procfile", "web: gunicorn shop.wsgi\n", "gunicorn wsgi Procfile:1 deployed");
    expect_django(both, "Procfile", "web: gunicorn shop.wsgi:application --log-file -\n", "gunicorn wsgi Procfile:1 deployed");
    expect_django(both, "Procfile", "web: daphne -b 0.0.0.0 shop.asgi:application\n", "daphne asgi Procfile:1 deployed");
    expect_django(both, "Procfile", "web: gunicorn shop.asgi -k uvicorn.workers.UvicornWorker\n", "gunicorn with uvicorn workers asgi Procfile:1 deployed");
    expect_django(both, "Procfile", "web: gunicorn shop.wsgi\nsockets: daphne shop.asgi:application\n", "daphne asgi Procfile:2 deployed");
    expect_django(both, "Dockerfile", "CMD python manage.py runserver 0.0.0.0:80\n", "runserver - Dockerfile:1 dev deployed");
    expect_django(only, "Dockerfile", "CMD python manage.py runserver 0.0.0.0:80\n", "runserver wsgi Dockerfile:1 dev deployed");
    expect_django(only, "x.sh", "", "- wsgi -:0");
    expect_django(both, "x.sh", "", "- - -:0");
    expect_django(FILES({"shop/settings.py", "ASGI_APPLICATION = 'shop.asgi.application'\n"}, {"shop/asgi.py", ASGI}, {"shop/wsgi.py", WSGI}), "x.sh",
                  "python manage.py runserver\n", "runserver asgi x.sh:1 dev");
}

static void test_two_djangos(void **state) {
    struct deployed d;
    deploy(&d, FILES({"a/shop/settings.py", ""}, {"a/shop/wsgi.py", WSGI}, {"b/shop/settings.py", ""}, {"b/shop/asgi.py", ASGI}), FILES({NULL, NULL}));
    add_django(&d, "a/shop/settings.py", "a");
    add_django(&d, "b/shop/settings.py", "b");
    struct web_text texts[] = {{.path = "a/Procfile", .text = span_of("web: gunicorn shop.wsgi\n")},
                               {.path = "compose.yaml", .text = span_of("x:\n  command: python b/manage.py runserver\n")}};
    web_deploy(d.web, texts, 2);
    expect_server(&d, 0, "gunicorn wsgi a/Procfile:1 deployed");
    expect_server(&d, 1, "runserver asgi compose.yaml:2 dev deployed");
    release(&d);
}

/* An API on top of Django is served as its project is. */
static void test_ninja(void **state) {
    struct deployed d;
    deploy(&d, FILES({"shop/settings.py", ""}, {"shop/wsgi.py", WSGI}, {"shop/api.py", "api = NinjaAPI()\n"}), FILES({NULL, NULL}));
    add_django(&d, "shop/settings.py", "");
    vec_push(&d.web->services, ((struct web_service){.name = "shop.api", .framework = "Django Ninja", .folder = "shop", .interface = WEB_ASGI,
                                                     .module = module_of(&d, "shop/api.py"), .expr = 0, .parent = WEB_NONE, .judged = true}));
    web_deploy(d.web, &(struct web_text){.path = "Procfile", .text = span_of("web: gunicorn shop.wsgi\n")}, 1);
    expect_server(&d, 0, "gunicorn wsgi Procfile:1 deployed");
    expect_server(&d, 1, "gunicorn wsgi Procfile:1 deployed");
    release(&d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands), cmocka_unit_test(test_flask_commands), cmocka_unit_test(test_code),   cmocka_unit_test(test_choice),
        cmocka_unit_test(test_folders),  cmocka_unit_test(test_bridges),        cmocka_unit_test(test_django), cmocka_unit_test(test_two_djangos),
        cmocka_unit_test(test_ninja),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
