#include "cli/analysis.h"

enum cli_status cmd_graph(const struct options *options, struct arena *arena) {
    struct target target;
    struct engine engine;
    struct buffer out = {0};
    if (!analysis_open_one(&engine, options, "graph", &target, arena))
        return STATUS_TROUBLE;
    if (options->format && *options->format == 'd')
        flow_graph_dot(engine.flow, engine.program, &out);
    else
        flow_graph_json(engine.flow, engine.program, &out);
    engine_close(&engine);
    return cli_print(&out, options->output_file, STATUS_CLEAN);
}
