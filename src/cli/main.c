#include <string.h>

#include "base/fs.h"
#include "cli/cli.h"
#include "cli/near.h"
#include "cli/out.h"
#include "loadpath.h"

struct command {
    const char *name;
    enum options_command command;
    cli_command *run;
    const char *operands;
    const char *summary;
    const char *details; /* further lines of its help, or NULL */
};

static const struct command commands[] = {
    {"check", COMMAND_CHECK, cmd_check, " [OPTIONS] [PATH...]", "report what is wrong, with evidence",
     "Analyses the project that the paths belong to (the current folder when there are none) as a whole, and reports\n"
     "what it finds below them. The project is the nearest folder with .git, pyproject.toml or loadpath.toml.\n\n"
     "Exit status: 0 nothing found, 1 findings at or above the gate (--fail-on), 2 the job could not be done.\n"},
    {"facts", COMMAND_FACTS, cmd_facts, " FILE", "print what is kept of one Python file, for debugging", NULL},
    {"graph", COMMAND_GRAPH, cmd_graph, " [OPTIONS] [PATH]", "print the call graph of a project", NULL},
    {"routes", COMMAND_ROUTES, cmd_routes, " [OPTIONS] [PATH]", "list the services and every endpoint of a project",
     "Each route with its handler, where that runs, who guards it and what it reaches.\n"},
    {"trace", COMMAND_TRACE, cmd_trace, " [OPTIONS] SYMBOL|PATH:LINE [PROJECT]", "say why a function runs where it runs, and what it blocks on",
     "SYMBOL is a dotted name or the end of one (app.services.load, Service.load, load); PATH:LINE is the function around\n"
     "that line. The project is that of the file, or of the current folder, unless a path of it is given.\n"},
    {"rules", COMMAND_RULES, cmd_rules, " [OPTIONS]", "list the checks", NULL},
    {"explain", COMMAND_EXPLAIN, cmd_explain, " [OPTIONS] CODE...", "say what a check reports, why, and what to do",
     "A check is named by its code (LP101), its id (async/blocking-call) or the last part of it.\n"},
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static const struct command *find_command(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static void put_overview(struct buffer *out) {
    buffer_puts(out, "Loadpath traces how the work of a Python service travels through its code, and says where the\n"
                     "framework underneath will not carry it.\n\n"
                     "Usage: loadpath COMMAND [OPTIONS] ...\n\nCommands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        buffer_printf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    buffer_puts(out, "\nloadpath COMMAND --help says more about each; loadpath --version prints the version.\n");
}

static enum cli_status print_overview(void) {
    struct buffer out = {0};
    put_overview(&out);
    return cli_print(&out, NULL, STATUS_CLEAN);
}

static enum cli_status print_help(const struct command *command) {
    struct buffer out = {0};
    buffer_printf(&out, "loadpath %s: %s\n\nUsage: loadpath %s%s\n\n", command->name, command->summary, command->name,
                  command->operands);
    if (command->details)
        buffer_printf(&out, "%s\n", command->details);
    options_help(command->command, &out);
    return cli_print(&out, NULL, STATUS_CLEAN);
}

static enum cli_status print_version(void) {
    struct buffer out = {0};
    buffer_printf(&out, "loadpath %s\n", lp_version());
    return cli_print(&out, NULL, STATUS_CLEAN);
}

static enum cli_status unknown_command(const char *name) {
    struct error error;
    struct near near = near_init(name);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        near_try(&near, commands[i].name);
    if (near.best)
        error_set(&error, NULL, 0, NULL, "unknown command '%s'; did you mean '%s'?", name, near.best);
    else if (fs_kind(name) != FS_MISSING)
        error_set(&error, NULL, 0, NULL, "unknown command '%s'; did you mean 'check %s'?", name, name);
    else
        error_set(&error, NULL, 0, "loadpath --help lists the commands", "unknown command '%s'", name);
    return cli_trouble(&error);
}

static enum cli_status no_command(void) {
    struct error error;
    error_set(&error, NULL, 0, "loadpath --help lists the commands", "no command given");
    return cli_trouble(&error);
}

static enum cli_status run_command(const struct command *command, int count, char **arguments) {
    struct arena arena = {0};
    struct options options;
    struct error error;
    enum cli_status status;
    if (!options_parse(&options, command->command, count, arguments, &arena, &error))
        status = cli_trouble(&error);
    else
        status = options.help ? print_help(command) : command->run(&options, &arena);
    arena_release(&arena);
    return status;
}

static bool is_one_of(const char *text, const char *a, const char *b, const char *c) {
    return strcmp(text, a) == 0 || strcmp(text, b) == 0 || strcmp(text, c) == 0;
}

int main(int count, char **arguments) {
    out_init();
    if (count < 2)
        return no_command();
    const char *name = arguments[1];
    if (is_one_of(name, "--version", "-V", "version"))
        return print_version();
    bool is_help = is_one_of(name, "--help", "-h", "help");
    if (is_help && count == 2)
        return print_overview();
    const struct command *command = find_command(is_help ? arguments[2] : name);
    if (!command)
        return unknown_command(is_help ? arguments[2] : name);
    return is_help ? print_help(command) : run_command(command, count - 2, arguments + 2);
}
