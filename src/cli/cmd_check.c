#include <string.h>
#include <unistd.h>

#include "base/term.h"
#include "cli/analysis.h"
#include "cli/out.h"
#include "cli/registry.h"
#include "cli/target.h"
#include "cli/unresolved.h"
#include "cli/view.h"
#include "engine/engine.h"
#include "engine/sources.h"

#define PIPE_WIDTH 120u /* columns of source in a file or a pipe, so that the report does not depend on a terminal */

/* ---- the configuration, overridden by the command line ----------------------------------------------------------- */

static void append_names(struct config_names *list, const struct config_names *more, struct arena *arena) {
    for (uint32_t i = 0; i < more->count; i++)
        options_add_name(list, more->items[i], arena);
}

/* A --select starts anew, an --ignore alone adds to what the configuration ignores. */
static void override_config(struct config *config, const struct options *options, struct arena *arena) {
    struct config_names ignore = {0};
    if (options->select.count)
        config->select = options->select;
    else
        append_names(&ignore, &config->ignore, arena);
    append_names(&ignore, &options->ignore, arena);
    config->ignore = ignore;
    if (options->confidence)
        finding_confidence_parse(options->confidence, &config->confidence);
    if (options->fail_on)
        finding_severity_parse(options->fail_on, &config->fail_on);
}

static const char *config_path(const struct options *options) { return options->isolated ? "" : options->config; }

/* ---- the report -------------------------------------------------------------------------------------------------- */

static unsigned report_width(const struct options *options) {
    return !options->output_file && isatty(STDOUT_FILENO) ? term_width(STDOUT_FILENO) : PIPE_WIDTH;
}

static struct span source_line(void *context, const char *path, uint32_t line) {
    struct sources *sources = context;
    return source_cache_line(&sources->cache, path, line);
}

static void write_report(const struct options *options, const struct target *target, const struct view *view,
                         struct buffer *out) {
    struct sources sources;
    sources_init(&sources, target->root);
    struct report_input input = {
        .findings = view->shown.data,
        .count = view->shown.len,
        .summary = view->summary,
        .colour = analysis_colour(options),
        .quiet = options->quiet,
        .width = report_width(options),
        .prefix = target->prefix,
        .below = target->below,
        .line = source_line,
        .context = &sources,
    };
    const struct report_format *format = report_find(options->format ? options->format : "text");
    if (options->statistics)
        format->statistics(&input, out);
    else
        format->write(&input, out);
    sources_free(&sources);
}

/* ---- warnings ---------------------------------------------------------------------------------------------------- */

static bool is_any_covered(const struct project *project, const struct target *target) {
    for (uint32_t i = 0; i < project->file_count; i++)
        if (target_covers(target, project->files[i].path))
            return true;
    return false;
}

/* What would else look like a clean result. */
static void warn(const struct options *options, const struct engine *engine, const struct target *target) {
    const struct project *project = &engine->project;
    if (options->quiet)
        return;
    if (!is_any_covered(project, target))
        out_warning("no Python files of the project below the given paths");
    if (project->skipped_large)
        out_warning("files skipped because of their size: %u", project->skipped_large);
    if (project->skipped_deployments)
        out_warning("deployment files skipped because of their size or number: %u", project->skipped_deployments);
    if (engine->summary.unreadable)
        out_warning("files that could not be read: %u", engine->summary.unreadable);
}

/* ---- listing ----------------------------------------------------------------------------------------------------- */

/* A path and the part it plays, one a line. */
static enum cli_status show_files(const struct options *options, const struct target *target) {
    struct project project;
    struct error error;
    struct buffer out = {0};
    struct report_input shown = {.prefix = target->prefix, .below = target->below};
    if (!project_open(&project, target->root, config_path(options), &error))
        return cli_trouble(&error);
    for (uint32_t i = 0; i < project.file_count; i++) {
        const struct project_file *file = &project.files[i];
        if (!target_covers(target, file->path))
            continue;
        report_put_path(&shown, file->path, &out);
        buffer_printf(&out, "\t%s\n", project_role_name(file->role));
    }
    project_close(&project);
    return cli_print(&out, options->output_file, STATUS_CLEAN);
}

static enum cli_status show_unresolved(const struct options *options, const struct engine *engine,
                                       const struct target *target) {
    struct buffer out = {0};
    unresolved_list(engine, target, &out);
    return cli_print(&out, options->output_file, STATUS_CLEAN);
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static enum cli_status check(const struct options *options, struct engine *engine, const struct target *target) {
    struct view view;
    struct buffer out = {0};
    engine_check(engine);
    view_init(&view, engine, target);
    write_report(options, target, &view, &out);
    warn(options, engine, target);
    bool fails = !options->exit_zero && view_fails(&view, engine->project.config.fail_on);
    view_free(&view);
    return cli_print(&out, options->output_file, fails ? STATUS_FINDINGS : STATUS_CLEAN);
}

static enum cli_status run(const struct options *options, struct engine *engine, const struct target *target,
                           struct arena *arena) {
    struct error error;
    if (!registry_check_codes(&engine->project.config, arena, &error))
        return cli_trouble(&error);
    override_config(&engine->project.config, options, arena);
    return options->show_unresolved ? show_unresolved(options, engine, target) : check(options, engine, target);
}

static enum cli_status analyse(const struct options *options, const struct target *target, struct arena *arena) {
    struct engine engine;
    if (!analysis_open(&engine, options, target))
        return STATUS_TROUBLE;
    enum cli_status status = run(options, &engine, target, arena);
    engine_close(&engine);
    return status;
}

enum cli_status cmd_check(const struct options *options, struct arena *arena) {
    struct target target;
    struct error error;
    struct config given = {.select = options->select, .ignore = options->ignore, .prefix = ""};
    if (!registry_check_codes(&given, arena, &error) || !target_find(&target, &options->operands, arena, &error))
        return cli_trouble(&error);
    return options->show_files ? show_files(options, &target) : analyse(options, &target, arena);
}
