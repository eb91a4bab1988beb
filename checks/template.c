/* @ID@ (@CODE@): see the document beside this file. */
#include "check/check.h"

static void file(struct check_context *context, uint32_t module) {
    (void)context;
    (void)module;
}

const struct check @SYMBOL@ = {
    .code = "@CODE@",
    .id = "@ID@",
    .summary = "one line for `loadpath rules`",
    .severity = SEVERITY_WARNING,
    .file = file,
};
