/* Which function of a program somebody means: by its dotted name or a tail of it, or by a place in a file. For the commands
 * of this folder. */
#ifndef LP_CLI_SYMBOL_H
#define LP_CLI_SYMBOL_H

#include <stdbool.h>

#include "cli/target.h"
#include "engine/engine.h"

/* "app/main.py:12": the path, in the arena, and the line; false for anything else. */
bool symbol_is_place(const char *text, struct arena *arena, const char **path, uint32_t *line);
/* The innermost function around a line of a file of the project (its path from the root). False with an error when there is
 * none. */
bool symbol_at(const struct engine *engine, const char *path, uint32_t line, uint32_t *def, struct error *error);
/* The function that a name means: a whole dotted name ("app.services.load"), or the end of one ("services.load", "load",
 * "Service.load"). When there are several, *several lists them, a line each, and the error counts them. Paths are shown as the
 * target wants. False with an error. */
bool symbol_named(struct engine *engine, const struct target *target, const char *name, uint32_t *def, struct buffer *several,
                  struct error *error);

#endif
