/* tool/syntax-error (LP001): see the document beside this file. */
#include "check/check.h"

static const char *what(const struct facts_fault *fault) {
    static const char *const texts[] = {
        [FAULT_SYNTAX] = "not valid Python here; the rest of the file is analysed as far as it can be read",
        [FAULT_MISSING] = "something is missing here",
        [FAULT_ENCODING] = "bytes that the file's encoding does not allow",
        [FAULT_LIMIT] = "a limit was reached; what is behind it was not analysed",
    };
    return texts[fault->kind <= FAULT_LIMIT ? fault->kind : FAULT_SYNTAX];
}

static uint32_t line_of(const struct facts *facts, uint32_t position) {
    uint32_t line, column;
    facts_position(facts, position, &line, &column);
    return line;
}

/* One finding a file: the first fault leads to the others. */
static void file(struct check_context *context, uint32_t module) {
    const struct facts *facts = &program_module_at(context->program, module)->facts;
    if (facts->fault_count == 0) {
        return;
    }
    const struct facts_fault *fault = &facts->faults[0];
    struct span text = facts_text(facts, fault->text);
    struct finding *finding = check_add(context, module, fault->start, fault->end);
    finding->message = check_text(context, "%s%s%.*s%s", what(fault), text.len ? ": '" : "", (int)text.len,
                                  text.len ? text.data : "", text.len ? "'" : "");
    finding->matter = what(fault);
    finding->severity = fault->kind == FAULT_SYNTAX || fault->kind == FAULT_MISSING ? SEVERITY_ERROR : SEVERITY_WARNING;
    finding->help = "mend the syntax, or exclude the file in the configuration if it is no Python 3 module";
    uint32_t last = line_of(facts, fault->start), told = 0;
    for (uint32_t i = 1; i < facts->fault_count && told < 3; i++) {
        uint32_t line = line_of(facts, facts->faults[i].start);
        if (line != last) {
            check_relate(context, finding, module, facts->faults[i].start, facts->faults[i].end, "also here");
            told++;
        }
        last = line;
    }
}

const struct check check_tool_syntax_error = {
    .code = "LP001",
    .id = "tool/syntax-error",
    .summary = "a file cannot be read as Python, in whole or in part",
    .severity = SEVERITY_ERROR,
    .file = file,
};
