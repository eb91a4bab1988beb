#include "loadpath.h"

#include <string.h>

#include "base/mem.h"
#include "check/check.h"
#include "engine/engine.h"

/* An lp_finding is a struct finding under the name that the public header gives it. */
struct lp_project {
    struct engine engine;
    VEC(const struct finding *) findings; /* without the suppressed ones */
    bool is_checked;
};

static const struct finding *inner(const lp_finding *finding) { return (const struct finding *)finding; }

const char *lp_version(void) { return LP_VERSION; }

static void copy_error(lp_error *to, const struct error *from) {
    _Static_assert(sizeof to->message == sizeof from->message && sizeof to->path == sizeof from->path &&
                       sizeof to->remedy == sizeof from->remedy,
                   "lp_error holds what struct error holds");
    if (!to)
        return;
    memcpy(to->message, from->message, sizeof to->message);
    memcpy(to->path, from->path, sizeof to->path);
    memcpy(to->remedy, from->remedy, sizeof to->remedy);
    to->line = from->line;
}

lp_project *lp_project_open(const char *path, const lp_options *options, lp_error *error) {
    struct engine_options settings = {0};
    struct error problem = {0};
    if (options)
        settings = (struct engine_options){.config = options->config, .threads = options->threads};
    lp_project *project = mem_calloc(1, sizeof *project);
    if (engine_open(&project->engine, path, &settings, &problem))
        return project;
    copy_error(error, &problem);
    mem_free(project);
    return NULL;
}

static void run_checks(lp_project *project) {
    struct engine *engine = &project->engine;
    engine_check(engine);
    for (uint32_t i = 0; i < engine->findings.items.len; i++)
        if (!engine->findings.items.data[i].suppressed)
            vec_push(&project->findings, &engine->findings.items.data[i]);
    project->is_checked = true;
}

size_t lp_project_check(lp_project *project) {
    if (!project->is_checked)
        run_checks(project);
    return project->findings.len;
}

const lp_finding *lp_project_finding(const lp_project *project, size_t index) {
    return index < project->findings.len ? (const lp_finding *)project->findings.data[index] : NULL;
}

void lp_project_close(lp_project *project) {
    if (!project)
        return;
    vec_free(&project->findings);
    engine_close(&project->engine);
    mem_free(project);
}

const char *lp_finding_code(const lp_finding *finding) { return inner(finding)->code; }

const char *lp_finding_id(const lp_finding *finding) { return inner(finding)->id; }

lp_severity lp_finding_severity(const lp_finding *finding) {
    _Static_assert((int)LP_NOTE == (int)SEVERITY_NOTE && (int)LP_ERROR == (int)SEVERITY_ERROR, "same order");
    return (lp_severity)inner(finding)->severity;
}

lp_confidence lp_finding_confidence(const lp_finding *finding) {
    _Static_assert((int)LP_POSSIBLE == (int)CONFIDENCE_POSSIBLE && (int)LP_CERTAIN == (int)CONFIDENCE_CERTAIN,
                   "same order");
    return (lp_confidence)inner(finding)->confidence;
}

static lp_place public_place(const struct finding_place *place) {
    return (lp_place){place->path, place->line, place->column, place->end_line, place->end_column};
}

lp_place lp_finding_place(const lp_finding *finding) { return public_place(&inner(finding)->place); }

const char *lp_finding_symbol(const lp_finding *finding) {
    return inner(finding)->symbol ? inner(finding)->symbol : "";
}

const char *lp_finding_message(const lp_finding *finding) { return inner(finding)->message; }

const char *lp_finding_context(const lp_finding *finding) { return inner(finding)->context; }

const char *lp_finding_help(const lp_finding *finding) { return inner(finding)->help; }

const char *lp_finding_fingerprint(const lp_finding *finding) { return inner(finding)->fingerprint; }

size_t lp_finding_related_count(const lp_finding *finding) { return inner(finding)->related_count; }

lp_place lp_finding_related_place(const lp_finding *finding, size_t index) {
    return public_place(&inner(finding)->related[index].place);
}

const char *lp_finding_related_message(const lp_finding *finding, size_t index) {
    return inner(finding)->related[index].message;
}

static const char *document_of(const char *id) {
    for (unsigned i = 0; i < check_docs_count; i++)
        if (strcmp(check_docs[i].id, id) == 0)
            return check_docs[i].text;
    return NULL;
}

const char *lp_explain(const char *code) {
    for (unsigned i = 0; i < check_registry_count; i++)
        if (strcmp(check_registry[i]->code, code) == 0)
            return document_of(check_registry[i]->id);
    return document_of(code);
}
