#include "cli/analysis.h"

#include <string.h>
#include <unistd.h>

#include "base/term.h"

bool analysis_open(struct engine *engine, const struct options *options, const struct target *target) {
    struct error error;
    struct engine_options settings = {.config = options->isolated ? "" : options->config, .threads = options->threads};
    if (engine_open(engine, target->root, &settings, &error))
        return true;
    cli_trouble(&error);
    return false;
}

bool analysis_open_one(struct engine *engine, const struct options *options, const char *command, struct target *target,
                       struct arena *arena) {
    struct error error;
    if (options->operands.count > 1) {
        error_set(&error, NULL, 0, NULL, "loadpath %s takes one path", command);
        cli_trouble(&error);
        return false;
    }
    if (!target_find(target, &options->operands, arena, &error)) {
        cli_trouble(&error);
        return false;
    }
    return analysis_open(engine, options, target);
}

bool analysis_colour(const struct options *options) {
    if (options->colour && strcmp(options->colour, "auto") != 0)
        return strcmp(options->colour, "always") == 0;
    return !options->output_file && term_colour(STDOUT_FILENO);
}
