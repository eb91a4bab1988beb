/* The command line's options: one table says which there are, which commands take them, how they are spelled and what
 * their help is. For the commands of this folder. */
#ifndef LP_CLI_OPTIONS_H
#define LP_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "project/config.h"

/* A set of commands. */
enum options_command {
    COMMAND_CHECK = 1 << 0,
    COMMAND_FACTS = 1 << 1,
    COMMAND_GRAPH = 1 << 2,
    COMMAND_RULES = 1 << 3,
    COMMAND_EXPLAIN = 1 << 4,
    COMMAND_ROUTES = 1 << 5,
    COMMAND_TRACE = 1 << 6
};

/* What the user asked for. Strings are arguments or live in the arena of options_parse; NULL and 0 mean not given. */
struct options {
    struct config_names operands; /* paths, a file, codes: what is no option */
    struct config_names select, ignore;
    const char *service; /* of routes */
    const char *config, *format, *fail_on, *confidence, *colour, *output_file;
    uint32_t threads;
    bool unguarded, unvalidated, blocking; /* of routes */
    bool isolated, exit_zero, statistics, show_files, show_unresolved, no_cache, quiet, help;
};

/* Reads the arguments of one command (without program and command name). False with an error that names the option and
 * the nearest one there is. */
bool options_parse(struct options *self, enum options_command command, int count, char **arguments, struct arena *arena,
                   struct error *error);
/* Adds a name to a list that only this function has filled, or an empty one. */
void options_add_name(struct config_names *list, const char *name, struct arena *arena);
/* Appends the help of the options a command takes, one a line, aligned. */
void options_help(enum options_command command, struct buffer *out);

#endif
