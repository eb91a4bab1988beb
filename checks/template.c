/* @ID@ (@CODE@): see the document beside this file. */
#include "check/check.h"

static void run(const struct check_context *context) {
    (void)context;
}

const struct check @SYMBOL@ = {
    .code = "@CODE@",
    .id = "@ID@",
    .run = run,
};
