/* The commands: each reads its options, does its work and yields the exit status. main.c lists them. */
#ifndef LP_CLI_CLI_H
#define LP_CLI_CLI_H

#include "base/arena.h"
#include "base/error.h"
#include "cli/options.h"

enum cli_status {
    STATUS_CLEAN = 0,
    STATUS_FINDINGS = 1, /* at or above the gate */
    STATUS_TROUBLE = 2   /* the tool could not do its job */
};

typedef enum cli_status cli_command(const struct options *options, struct arena *arena);

cli_command cmd_check, cmd_facts, cmd_graph, cmd_routes, cmd_trace, cmd_rules, cmd_explain;

/* Prints the error and yields STATUS_TROUBLE. */
enum cli_status cli_trouble(const struct error *error);
/* Prints the text to standard output, or to a file unless it is NULL, and frees it. Yields `status`, or STATUS_TROUBLE
 * when that cannot be done. */
enum cli_status cli_print(struct buffer *text, const char *file, enum cli_status status);

#endif
