#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "project/role.h"

#define ROLE_IS(file, role) \
    { .path = file, .expected = role }

struct sample {
    const char *path, *beside; /* further Python files of the tree, separated by blanks */
    const char *packages, *projects;
    enum project_role expected;
};

static const struct sample samples[] = {
    ROLE_IS("app/main.py", ROLE_CODE),
    ROLE_IS("main.py", ROLE_CODE),

    ROLE_IS("tests/helpers.py", ROLE_TEST),
    ROLE_IS("test/helpers.py", ROLE_TEST),
    ROLE_IS("app/tests/factories.py", ROLE_TEST),
    ROLE_IS("tests/testing/util.py", ROLE_TEST),
    ROLE_IS("src/app/testing/util.py", ROLE_SCRIPT),
    {.path = "app/test_support/mocking.py", .packages = "app app/test_support", .expected = ROLE_SCRIPT},
    ROLE_IS("app/test_utils/server.py", ROLE_SCRIPT),
    ROLE_IS("tests/test_utils/server.py", ROLE_TEST),
    ROLE_IS("test_service/main.py", ROLE_CODE),
    ROLE_IS("tests/test_service/main.py", ROLE_TEST),
    ROLE_IS("contest/main.py", ROLE_CODE),
    ROLE_IS("app/test_views.py", ROLE_TEST),
    ROLE_IS("app/views_test.py", ROLE_TEST),
    ROLE_IS("app/tests.py", ROLE_TEST),
    ROLE_IS("app/conftest.py", ROLE_TEST),
    ROLE_IS("conftest.py", ROLE_TEST),
    ROLE_IS("app/latest.py", ROLE_CODE),
    ROLE_IS("app/test_.txt.py", ROLE_TEST),
    ROLE_IS("e2e/login.py", ROLE_TEST),
    ROLE_IS("integration_tests/flow.py", ROLE_TEST),
    ROLE_IS("quality/check.py", ROLE_TEST), /* by configuration */
    ROLE_IS("app/quality/check.py", ROLE_TEST),

    ROLE_IS("shop/migrations/0001_initial.py", ROLE_MIGRATION),
    ROLE_IS("shop/migrations/__init__.py", ROLE_MIGRATION),
    {.path = "shop/migrations/fill.py", .beside = "shop/migrations/0001_initial.py", .expected = ROLE_MIGRATION},
    ROLE_IS("shop/migrations/runner.py", ROLE_CODE),
    ROLE_IS("shop/0001_initial.py", ROLE_CODE),
    ROLE_IS("alembic/versions/ab12_users.py", ROLE_MIGRATION),
    ROLE_IS("alembic/versions/tenant/ab12_users.py", ROLE_MIGRATION),
    ROLE_IS("alembic/env.py", ROLE_MIGRATION),
    {.path = "db/versions/ab12_users.py", .beside = "db/env.py", .expected = ROLE_MIGRATION},
    ROLE_IS("app/versions/v1.py", ROLE_CODE),
    ROLE_IS("app/env.py", ROLE_CODE),
    ROLE_IS("tests/migrations/0001_initial.py", ROLE_TEST),

    ROLE_IS("pip/_vendor/requests/api.py", ROLE_VENDORED),
    ROLE_IS("vendor/x/y.py", ROLE_VENDORED),
    ROLE_IS("third_party/x.py", ROLE_VENDORED),
    ROLE_IS("extern/x.py", ROLE_VENDORED),
    ROLE_IS("env/lib/python3.12/site-packages/x.py", ROLE_VENDORED),
    ROLE_IS("web/node_modules/gyp/tests/x.py", ROLE_VENDORED),
    {.path = "vendor/views.py", .beside = "vendor/models.py", .expected = ROLE_CODE},

    ROLE_IS("proto/users_pb2.py", ROLE_GENERATED),
    ROLE_IS("proto/users_pb2_grpc.py", ROLE_GENERATED),
    ROLE_IS("proto/users_pb2.pyi", ROLE_GENERATED),
    ROLE_IS("proto/users_pb22.py", ROLE_CODE),

    ROLE_IS("examples/app.py", ROLE_EXAMPLE),
    ROLE_IS("docs_src/first_steps/tutorial001.py", ROLE_EXAMPLE),
    ROLE_IS("demo/app.py", ROLE_EXAMPLE),
    {.path = "app/demo/routes.py", .packages = "app", .expected = ROLE_CODE},
    ROLE_IS("example_server/app.py", ROLE_EXAMPLE),
    ROLE_IS("docker_example/app.py", ROLE_EXAMPLE),
    {.path = "flask_example/app.py", .packages = "flask_example", .expected = ROLE_CODE},
    {.path = "app/example_plugin/routes.py", .packages = "app", .expected = ROLE_CODE},
    {.path = "stt/example_server/app.py", .packages = "stt", .projects = "stt", .expected = ROLE_EXAMPLE},
    ROLE_IS("counterexample/app.py", ROLE_CODE),
    ROLE_IS("examples/tests/x.py", ROLE_TEST),
    ROLE_IS("examples/scripts/x.py", ROLE_EXAMPLE),

    ROLE_IS("setup.py", ROLE_SCRIPT),
    ROLE_IS("service/manage.py", ROLE_SCRIPT),
    ROLE_IS("noxfile.py", ROLE_SCRIPT),
    ROLE_IS("tasks.py", ROLE_SCRIPT),
    ROLE_IS("app/tasks.py", ROLE_CODE),
    ROLE_IS("scripts/deploy.py", ROLE_SCRIPT),
    ROLE_IS("backend/scripts/deploy.py", ROLE_SCRIPT),
    ROLE_IS("tools/gen.py", ROLE_SCRIPT),
    {.path = "tools/search.py", .packages = "tools", .expected = ROLE_CODE},
    {.path = "backend/tools/gen.py", .projects = "backend", .expected = ROLE_SCRIPT},
    ROLE_IS("backend/tools/gen.py", ROLE_CODE),
    {.path = "app/tools/search.py", .packages = "app app/tools", .projects = "app", .expected = ROLE_CODE},
    ROLE_IS("docs/conf.py", ROLE_SCRIPT),
    ROLE_IS("app/docs/routes.py", ROLE_CODE),
    ROLE_IS("benchmarks/run.py", ROLE_SCRIPT),
    ROLE_IS(".github/check.py", ROLE_SCRIPT),
};

static void add_words(struct intern *names, const char *words) {
    while (words && *words) {
        size_t length = strcspn(words, " ");
        intern_add(names, (struct span){words, length});
        words += length + (words[length] == ' ');
    }
}

static void test_roles(void **state) {
    struct config config;
    const char *patterns[] = {"quality"};
    config_init(&config);
    config.tests = (struct config_names){patterns, 1, NULL};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct sample *sample = &samples[i];
        struct tree tree = {0};
        add_words(&tree.names, sample->path);
        add_words(&tree.names, sample->beside);
        add_words(&tree.packages, sample->packages);
        add_words(&tree.projects, sample->projects);
        enum project_role role = role_of(&tree, &config, sample->path);
        if (role != sample->expected)
            fail_msg("%s is %s, not %s", sample->path, project_role_name(role), project_role_name(sample->expected));
        tree_free(&tree);
    }
}

static void test_settle(void **state) {
    static const struct {
        const char *text;
        enum project_role before, after;
    } texts[] = {
        {"", ROLE_CODE, ROLE_CODE},
        {"import os\n# DO NOT EDIT\n", ROLE_CODE, ROLE_CODE},
        {"# Code generated by sqlc. DO NOT EDIT.\nimport os\n", ROLE_CODE, ROLE_GENERATED},
        {"\xEF\xBB\xBF# @generated\n", ROLE_CODE, ROLE_GENERATED},
        {"#!/usr/bin/python\n# -*- coding: utf-8 -*-\n\n# Generated by x: do not edit!\r\n", ROLE_SCRIPT,
         ROLE_GENERATED},
        {"\n\n   # @generated by x", ROLE_EXAMPLE, ROLE_GENERATED},
        {"# DO NOT EDIT", ROLE_TEST, ROLE_TEST},
        {"# DO NOT EDIT", ROLE_MIGRATION, ROLE_MIGRATION},
        {"\"\"\"Clients.\n\nGenerated by openapi; do not edit.\n\"\"\"\n", ROLE_CODE, ROLE_GENERATED},
        {"\"\"\"Users whose role is viewer: do not edit.\"\"\"\n", ROLE_CODE, ROLE_CODE},
        {"'''", ROLE_CODE, ROLE_CODE},
        {"# ordinary\n'''@generated'''\n", ROLE_CODE, ROLE_GENERATED},
        {"# ordinary\n'''x'''\n'''@generated'''\n", ROLE_CODE, ROLE_CODE},
        {"#", ROLE_CODE, ROLE_CODE},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct project_file file = {.path = "app/x.py", .role = (uint8_t)texts[i].before};
        uint8_t role = project_settle(&file, texts[i].text, strlen(texts[i].text));
        if (role != texts[i].after)
            fail_msg("%s is settled as %s", texts[i].text, project_role_name(role));
    }
}

static void test_settle_reads_the_head_only(void **state) {
    static char text[100000];
    struct project_file file = {.path = "app/x.py", .role = ROLE_CODE};
    for (size_t i = 0; i < sizeof text; i += 50)
        memcpy(text + i, "# a long licence of which no one knows the end.. \n", 50);
    memcpy(text + 3000, "# DO NOT EDIT", 13);
    assert_int_equal(project_settle(&file, text, sizeof text), ROLE_CODE);
    memcpy(text + 1000, "# DO NOT EDIT", 13);
    assert_int_equal(project_settle(&file, text, sizeof text), ROLE_GENERATED);
}

static void test_settle_tasks(void **state) {
    struct project_file file = {.path = "tasks.py", .role = ROLE_SCRIPT};
    const char *celery = "from celery import Celery\n", *invoke = "from invoke import task\n";
    assert_int_equal(project_settle(&file, celery, strlen(celery)), ROLE_CODE);
    assert_int_equal(project_settle(&file, invoke, strlen(invoke)), ROLE_SCRIPT);
}

static void test_analyses(void **state) {
    const char *names[] = {"tests", "generated"};
    struct project project = {0};
    assert_true(project_analyses(&project, ROLE_CODE));
    assert_true(project_analyses(&project, ROLE_SCRIPT));
    assert_true(project_analyses(&project, ROLE_EXAMPLE));
    assert_false(project_analyses(&project, ROLE_TEST));
    project.config.analyse = (struct config_names){names, 2, NULL};
    assert_true(project_analyses(&project, ROLE_TEST));
    assert_true(project_analyses(&project, ROLE_GENERATED));
    assert_false(project_analyses(&project, ROLE_MIGRATION));
    assert_int_equal(role_counted_parse("code"), 0);
    assert_int_equal(role_counted_parse("vendored"), 1u << ROLE_VENDORED);
}

static void test_deep_path(void **state) {
    static char path[8004];
    struct config config;
    struct tree tree = {0};
    config_init(&config);
    for (size_t i = 0; i < 8000; i += 2)
        memcpy(path + i, "a/", 2);
    memcpy(path + 8000, "x.p", 4); /* longer than any path that can be opened */
    assert_int_equal(role_of(&tree, &config, path), ROLE_CODE);
    tree_free(&tree);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_settle),
        cmocka_unit_test(test_settle_reads_the_head_only),
        cmocka_unit_test(test_settle_tasks),
        cmocka_unit_test(test_analyses),
        cmocka_unit_test(test_deep_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
