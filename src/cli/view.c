#include "cli/view.h"

static void count_severity(struct report_summary *summary, enum finding_severity severity) {
    switch (severity) {
    case SEVERITY_ERROR: summary->errors++; break;
    case SEVERITY_WARNING: summary->warnings++; break;
    case SEVERITY_NOTE: summary->notes++; break;
    }
}

static void add(struct view *self, const struct finding *finding, enum finding_confidence lowest) {
    if (finding->suppressed) {
        self->summary.suppressed++;
    } else if (finding->confidence < lowest) {
        self->summary.hidden_confidence++;
    } else {
        vec_push(&self->shown, finding);
        count_severity(&self->summary, finding->severity);
    }
}

void view_init(struct view *self, const struct engine *engine, const struct target *target) {
    *self = (struct view){.summary = engine->summary};
    struct report_summary *summary = &self->summary;
    summary->suppressed = summary->hidden_confidence = summary->errors = summary->warnings = summary->notes = 0;
    for (uint32_t i = 0; i < engine->findings.items.len; i++) {
        const struct finding *finding = &engine->findings.items.data[i];
        if (target_covers(target, finding->place.path))
            add(self, finding, engine->project.config.confidence);
    }
    summary->shown = self->shown.len;
}

void view_free(struct view *self) { vec_free(&self->shown); }

bool view_fails(const struct view *self, enum finding_severity gate) {
    for (uint32_t i = 0; i < self->shown.len; i++)
        if (self->shown.data[i]->severity >= gate)
            return true;
    return false;
}
