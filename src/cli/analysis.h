/* Opening the project that a command's paths belong to. */
#ifndef LP_CLI_ANALYSIS_H
#define LP_CLI_ANALYSIS_H

#include "cli/cli.h"
#include "cli/target.h"
#include "engine/engine.h"

/* Analyses the project of a target. False when that cannot be done: the error is printed. Else the caller closes the
 * engine. */
bool analysis_open(struct engine *engine, const struct options *options, const struct target *target);
/* The same for a command that takes one path at most (the current folder when there is none). */
bool analysis_open_one(struct engine *engine, const struct options *options, const char *command, struct target *target,
                       struct arena *arena);
/* True when output should be coloured: asked for, or a terminal that takes it. */
bool analysis_colour(const struct options *options);

#endif
