#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "web/command.h"

/* Every command as LINE:word|word, one after the other with blanks between. */
static void expect(const char *path, const char *text, const char *commands) {
    struct command_file file = {0};
    struct arena arena = {0};
    struct buffer out = {0};
    command_read(&file, &arena, path, span_of(text));
    for (uint32_t i = 0; i < file.commands.len; i++) {
        const struct command *c = &file.commands.data[i];
        buffer_printf(&out, "%s%u:", i ? " " : "", c->words[0].line);
        for (uint32_t w = 0; w < c->count; w++) {
            buffer_printf(&out, "%s%.*s", w ? "|" : "", (int)c->words[w].text.len, c->words[w].text.data);
        }
    }
    assert_string_equal(out.len ? out.data : "", commands);
    command_file_free(&file);
    arena_release(&arena);
    buffer_free(&out);
}

static void test_shell(void **state) {
    expect("run.sh", "#!/bin/sh\nset -e # stop\nexec gunicorn \\\n  -k 'a b' \\\n  x:y\n", "2:set|-e 3:exec|gunicorn|-k|a b|x:y 4:a|b");
    expect("run.sh", "cd app && uvicorn a:b & wait; x | y\n", "1:cd|app 1:uvicorn|a:b 1:wait 1:x 1:y");
    expect("run.sh", "gunicorn pkg:create_app() \"$(hostname)\"\n", "1:gunicorn|pkg:create_app()|$(hostname)");
    expect("run.sh", "echo it's open\nuvicorn a:b\n", "1:echo|it's|open 2:uvicorn|a:b");
    expect("run.sh", "sh -c \"flask run\"\necho 'uvicorn a:b'\n", "1:sh|-c|flask run 1:flask|run 2:echo|uvicorn a:b");
    expect("bin/start", "uvicorn a:b\r\nx \\\r\n y\r\n", "1:uvicorn|a:b 2:x|y");
}

static void test_container(void **state) {
    expect("Dockerfile", "FROM python\nRUN pip install uvicorn\nCMD [\"uvicorn\", \"a:b\"]\n", "1:FROM|python 3:uvicorn|a:b");
    expect("docker/Dockerfile.api", "CMD exec uvicorn \\\n  # the application\n  a:b\n", "1:exec|uvicorn|a:b");
    expect("Dockerfile", "ENTRYPOINT [\"gunicorn\"]\nCMD [\"a:b\"]\n", "1:gunicorn 2:a:b 1:gunicorn|a:b");
    expect("Dockerfile", "ENTRYPOINT [\"gunicorn\"]\nFROM x\nCMD [\"a:b\"]\n", "1:gunicorn 2:FROM|x 3:a:b");
}

static void test_yaml(void **state) {
    expect("compose.yaml", "services:\n  web:\n    command: uvicorn a:b --reload\n", "3:uvicorn|a:b|--reload");
    expect("compose.yaml", "services:\n  web:\n    command:\n      - uvicorn\n      - a:b\n    image: x\n", "4:uvicorn|a:b 6:x");
    expect("compose.yaml", "web:\n  command: >\n    bash -c \"migrate\n    && uvicorn a:b\"\n", "3:bash|-c|migrate\n    && uvicorn a:b 3:migrate 4:uvicorn|a:b");
    expect("compose.yaml", "web:\n  command: |\n    migrate\n    uvicorn a:b\n", "3:migrate 4:uvicorn|a:b");
    expect("compose.yaml", "web:\n  command: [\n    \"uvicorn\", \"a:b\"\n  ]\n", "3:uvicorn|a:b");
    expect("compose.yaml", "web:\n  command: uvicorn\n    a:b\n", "2:uvicorn|a:b");
    expect("k8s/web.yaml", "- name: web\n  command: [\"gunicorn\"]\n  args: [\"a:b\"]\n", "1:web 2:gunicorn 3:a:b 2:gunicorn|a:b");
    expect("k8s/web.yaml", "args:\n- sh\n- -c\n- |\n  migrate\n  uvicorn a:b\n", "2:sh|-c|migrate\n  uvicorn a:b 5:migrate 6:uvicorn|a:b");
    expect("railway.json", "{\n  \"deploy\": {\n    \"startCommand\": \"uvicorn a:b\",\n", "1:{ 2:{ 3:uvicorn a:b 3:uvicorn|a:b");
}

static void test_assignments(void **state) {
    expect("web.service", "[Service]\nWorkingDirectory=/srv\nExecStart=-/usr/bin/gunicorn \\\n  a:b\n", "2:/srv 3:/usr/bin/gunicorn|a:b");
    expect("supervisord.conf", "; x\n[program:web]\ncommand = uvicorn a:b\n  --port 1\n", "3:uvicorn|a:b|--port|1");
    expect("uwsgi.ini", "[uwsgi]\nmodule = a.b\ncallable=app\nprocesses = 4\n", "2:uwsgi|--module|a.b|--callable|app");
    expect("fly.toml", "[processes]\nweb = \"uvicorn a:b\"\n", "2:uvicorn a:b 2:uvicorn|a:b");
}

static void test_others(void **state) {
    expect("Procfile", "# x\nrelease: migrate\nweb: gunicorn a:b\n", "2:migrate 3:gunicorn|a:b");
    expect("Makefile", "APP = a:b\nrun: x\n\t@uvicorn $(APP) \\\n\t  --reload\n", "3:uvicorn|$(APP)|--reload");
    expect(".flaskenv", "FLASK_APP=web.py\n", "1:web.py 1:flask|run");
}

static void expand(const char *path, const char *text, const char *word, const char *wanted) {
    struct command_file file = {0};
    struct arena arena = {0};
    command_read(&file, &arena, path, span_of(text));
    struct span got = command_expand(&file, &arena, span_of(word), 0);
    assert_string_equal(arena_strndup(&arena, got.data, got.len), wanted);
    command_file_free(&file);
    arena_release(&arena);
}

static void test_variables(void **state) {
    expand("run.sh", "A=x\n", "$A:${A}-$(A)", "x:x-x");
    expand("run.sh", "", "${A:-a:b}", "a:b");
    expand("run.sh", "export A=${A:-a:b}\n", "$A", "a:b");
    expand("run.sh", "M=${M:-$D}\nD=shop\nA=${A:-\"$M:app\"}\n", "$A", "shop:app");
    expand("run.sh", "A=$B\nB=$A\n", "$A", "");
    expand("run.sh", "A=$B$B$B$B$B$B$B$B\nB=$C$C$C$C$C$C$C$C\nC=$D$D$D$D$D$D$D$D\nD=$E$E$E$E$E$E$E$E\nE=$F$F$F$F$F$F$F$F\n", "$A$A$A$A", "");
    expand("Dockerfile", "ENV A=x \\\n  B=y\nENV C z\n", "$A$B$C", "xyz");
    expand("compose.yaml", "environment:\n  APP: a:b\n", "$APP", "a:b");
    expand("compose.yaml", "environment:\n  - APP=a:b\n", "${APP", "");
}

/* Any bytes: nothing is expected but an end, within the bounds. */
static void test_hostile(void **state) {
    static const char *const paths[] = {"Dockerfile", "x.sh", "x.yaml", "x.ini", "Procfile", "Makefile", ".flaskenv", "x.json"};
    static const char pieces[][12] = {"\"",   "'",   "\\",    "\n",      "[",     "]",      "- ",  "a: ", "|\n",  "$(",     "${A", "}",
                                      "(",    ")",   "A=$A ", "CMD ",    "#",     "\r\n",   "\t",  ">\n", "FROM ", "  ",     "\xff", "ENV A ",
                                      "[uwsgi]", "module=", "&&", "sh -c \"", "command:", "args:", "${A:-${", "\\\n"};
    struct buffer text = {0};
    srand(7);
    for (uint32_t round = 0; round < 4000; round++) {
        struct command_file file = {0};
        struct arena arena = {0};
        text.len = 0;
        for (int i = rand() % 60; i >= 0; i--) {
            buffer_puts(&text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
            if (rand() % 40 == 0) {
                buffer_putc(&text, '\0');
            }
        }
        char *exact = malloc(text.len); /* so that a sanitizer sees a read past the end */
        memcpy(exact, text.data, text.len);
        command_read(&file, &arena, paths[round % 8], (struct span){exact, text.len});
        for (uint32_t i = 0; i < file.commands.len; i++) {
            for (uint32_t w = 0; w < file.commands.data[i].count; w++) {
                command_expand(&file, &arena, file.commands.data[i].words[w].text, 1);
            }
        }
        command_file_free(&file);
        arena_release(&arena);
        free(exact);
    }
    buffer_free(&text);
}

static void test_bounds(void **state) {
    struct buffer text = {0};
    struct command_file file = {0};
    struct arena arena = {0};
    for (uint32_t i = 0; i < COMMANDS_MOST + 10; i++) {
        buffer_puts(&text, "x\n");
    }
    for (uint32_t i = 0; i < 2 * COMMAND_WORD; i++) {
        buffer_puts(&text, "w");
    }
    command_read(&file, &arena, "x.sh", (struct span){text.data, text.len});
    assert_int_equal(file.commands.len, COMMANDS_MOST);
    command_file_free(&file);
    text.len = 0;
    for (uint32_t i = 0; i < 2 * COMMAND_WORDS; i++) {
        buffer_puts(&text, "w ");
    }
    for (uint32_t i = 0; i < 2 * COMMAND_WORD; i++) {
        buffer_puts(&text, i ? "w" : "\n");
    }
    command_read(&file, &arena, "x.sh", (struct span){text.data, text.len});
    assert_int_equal(file.commands.data[0].count, COMMAND_WORDS);
    assert_int_equal(file.commands.data[1].words[0].text.len, COMMAND_WORD);
    command_file_free(&file);
    arena_release(&arena);
    buffer_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shell),     cmocka_unit_test(test_container), cmocka_unit_test(test_yaml),    cmocka_unit_test(test_assignments),
        cmocka_unit_test(test_others),    cmocka_unit_test(test_variables), cmocka_unit_test(test_hostile), cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
