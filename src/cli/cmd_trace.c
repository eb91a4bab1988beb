#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/term.h"
#include "cli/analysis.h"
#include "cli/out.h"
#include "cli/symbol.h"
#include "engine/sources.h"
#include "report/trace.h"

#define PIPE_WIDTH 120u /* columns of source in a file or a pipe */

/* What is asked for: a place, or a name when `path` is NULL. */
struct question {
    const char *name, *path;
    uint32_t line;
};

/* The project is that of the second operand, else of the file, else of the current folder. */
static bool read_question(const struct options *options, struct question *question, struct target *target, struct arena *arena,
                          struct error *error) {
    const struct config_names *operands = &options->operands;
    struct config_names where = {0};
    *question = (struct question){.name = operands->count ? operands->items[0] : NULL};
    if (!operands->count || operands->count > 2 || !*question->name)
        return error_set(error, NULL, 0, "loadpath trace --help says more", "loadpath trace takes a function, and a project at most");
    if (symbol_is_place(question->name, arena, &question->path, &question->line))
        options_add_name(&where, question->path, arena);
    if (operands->count == 2)
        options_add_name(&where, operands->items[1], arena);
    return target_find(target, &where, arena, error);
}

static bool find_def(struct engine *engine, const struct question *question, const struct target *target, uint32_t *def, struct arena *arena) {
    struct buffer several = {0};
    struct error error;
    bool found;
    if (question->path) {
        const char *path = target->scope.items[0];
        found = symbol_at(engine, path, question->line, def, &error);
        if (!found && error.path[0])
            error_set(&error, question->path, error.line, error.remedy[0] ? arena_strdup(arena, error.remedy) : NULL, "%s",
                      arena_strdup(arena, error.message));
    } else {
        found = symbol_named(engine, target, question->name, def, &several, &error);
    }
    if (!found)
        cli_trouble(&error);
    if (several.len)
        out_write(&several);
    buffer_free(&several);
    return found;
}

static struct span source_line(void *context, const char *path, uint32_t line) {
    struct sources *sources = context;
    return source_cache_line(&sources->cache, path, line);
}

static void write_answer(const struct options *options, const struct engine *engine, const struct target *target, uint32_t def, struct buffer *out) {
    struct sources sources;
    flow_complete(engine->flow);
    struct flow_ways *ways = flow_ways_new(engine->flow, engine->program);
    flow_ways_to(ways, def);
    sources_init(&sources, target->root);
    struct report_input page = {
        .colour = analysis_colour(options),
        .width = !options->output_file && isatty(STDOUT_FILENO) ? term_width(STDOUT_FILENO) : PIPE_WIDTH,
        .prefix = target->prefix,
        .below = target->below,
        .line = source_line,
        .context = &sources,
    };
    struct trace_input input = {.program = engine->program, .flow = engine->flow, .web = engine->web, .ways = ways, .def = def, .page = &page};
    if (options->format && strcmp(options->format, "json") == 0)
        trace_json(&input, out);
    else
        trace_text(&input, out);
    sources_free(&sources);
    flow_ways_free(ways);
}

enum cli_status cmd_trace(const struct options *options, struct arena *arena) {
    struct question question;
    struct target target;
    struct engine engine;
    struct error error;
    struct buffer out = {0};
    uint32_t def;
    if (!read_question(options, &question, &target, arena, &error))
        return cli_trouble(&error);
    if (!analysis_open(&engine, options, &target))
        return STATUS_TROUBLE;
    if (!find_def(&engine, &question, &target, &def, arena)) {
        engine_close(&engine);
        return STATUS_TROUBLE;
    }
    write_answer(options, &engine, &target, def, &out);
    engine_close(&engine);
    return cli_print(&out, options->output_file, STATUS_CLEAN);
}
