#include "program_sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "syntax/python.h"

extern const char models_pack[], models_pack_end[];

/* "app/main.py" is the module app.main, "app/__init__.py" the module app. */
static bool module_name(const char *path, char *out, size_t size) {
    snprintf(out, size, "%s", path);
    char *dot = strrchr(out, '.');
    *dot = '\0';
    for (char *c = out; *c; c++) {
        *c = *c == '/' ? '.' : *c;
    }
    size_t length = strlen(out);
    bool package = length >= 8 && strcmp(out + length - 8, "__init__") == 0;
    if (package) {
        out[length > 8 ? length - 9 : 0] = '\0';
    }
    return package;
}

void program_sandbox_open(struct program_sandbox *self, const struct program_sandbox_file *files) {
    const char *missing = NULL;
    struct syntax_python *python = syntax_python_new(&missing);
    struct program_input inputs[SANDBOX_FILES];
    uint32_t count = 0;
    memset(self, 0, sizeof *self);
    for (; files[count].path; count++) {
        assert_true(count < SANDBOX_FILES);
        syntax_python_lower(python, span_of(files[count].text), &self->facts[count]);
        inputs[count] = (struct program_input){.path = files[count].path, .module = self->modules[count]};
        inputs[count].is_package = module_name(files[count].path, self->modules[count], sizeof self->modules[count]);
        assert_true(facts_load(&inputs[count].facts, self->facts[count].data, self->facts[count].len));
    }
    syntax_python_free(python);
    self->program = program_new(inputs, count, models_pack, (size_t)(models_pack_end - models_pack));
}

void program_sandbox_close(struct program_sandbox *self) {
    program_free(self->program);
    for (int i = 0; i < SANDBOX_FILES; i++) {
        buffer_free(&self->facts[i]);
    }
}

const char *program_sandbox_reveal(struct program_sandbox *self, uint32_t file, unsigned n) {
    const struct facts *facts = &program_module_at(self->program, file)->facts;
    for (uint32_t e = 0; e < facts->expr_count; e++) {
        const struct facts_expr *x = &facts->exprs[e];
        if (x->kind != EXPR_CALL || facts->exprs[x->a].kind != EXPR_NAME ||
            !span_is(facts_text(facts, facts->exprs[x->a].a), "reveal") || n-- > 0) {
            continue;
        }
        uint32_t count;
        const uint32_t *list = facts_list(facts, x->b, &count);
        assert_true(count == 2);
        return program_describe(self->program, program_eval(self->program, file, list[1]));
    }
    fail_msg("file %u has no such reveal", file);
    return NULL;
}

uint32_t program_sandbox_def(struct program_sandbox *self, const char *dotted) {
    for (uint32_t d = 0; d < program_def_count(self->program); d++) {
        if (strcmp(program_dotted(self->program, d), dotted) == 0) {
            return d;
        }
    }
    fail_msg("no def %s", dotted);
    return 0;
}
