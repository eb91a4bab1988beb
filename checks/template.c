/* @ID@ (@CODE@): see the document beside this file. */
#include "check/check.h"

/* Shown every judged file; report with check_add, and check_relate for evidence. */
static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    for (uint32_t s = 1; s < facts->scope_count; s++) {
        const struct facts_scope *scope = &facts->scopes[s];
        if (scope->kind != SCOPE_FUNCTION || !span_is(facts_text(facts, scope->name), "a name that nobody uses")) {
            continue;
        }
        struct finding *finding = check_add(context, module, facts->stmts[scope->stmt].start, facts->stmts[scope->stmt].stop);
        finding->symbol = check_symbol(context, module, s);
        finding->message = "one line that says what was seen";
        finding->matter = "what makes two of these findings different";
        finding->help = "what to do";
    }
}

const struct check @SYMBOL@ = {
    .code = "@CODE@",
    .id = "@ID@",
    .summary = "one line for `loadpath rules`",
    .severity = SEVERITY_ERROR,
    .file = file,
};
