#include "cli/cli.h"
#include "cli/target.h"
#include "engine/engine.h"

static enum cli_status print_graph(const struct options *options, const struct target *target) {
    struct engine engine;
    struct error error;
    struct buffer out = {0};
    struct engine_options settings = {.config = options->isolated ? "" : options->config, .threads = options->threads};
    if (!engine_open(&engine, target->root, &settings, &error))
        return cli_trouble(&error);
    if (options->format && *options->format == 'd')
        flow_graph_dot(engine.flow, engine.program, &out);
    else
        flow_graph_json(engine.flow, engine.program, &out);
    engine_close(&engine);
    return cli_print(&out, options->output_file, STATUS_CLEAN);
}

enum cli_status cmd_graph(const struct options *options, struct arena *arena) {
    struct target target;
    struct error error;
    if (options->operands.count > 1) {
        error_set(&error, NULL, 0, NULL, "loadpath graph takes one path");
        return cli_trouble(&error);
    }
    if (!target_find(&target, &options->operands, arena, &error))
        return cli_trouble(&error);
    return print_graph(options, &target);
}
