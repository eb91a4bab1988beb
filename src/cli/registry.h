/* What the commands ask of the list of checks. */
#ifndef LP_CLI_REGISTRY_H
#define LP_CLI_REGISTRY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "check/check.h"
#include "project/config.h"

/* The check of a code ("LP101", "lp101", "101"), id or last part of an id; NULL with an error naming the nearest. */
const struct check *registry_find(const char *name, struct error *error);
/* False with an error when a selector of the configuration names no check. */
bool registry_check_codes(const struct config *config, struct arena *arena, struct error *error);

#endif
