/* What a finding is. Findings live in one arena and are constant once the checks have run. Strings are UTF-8 where
 * they come from this program and raw bytes where they come from the project; reports make them safe. */
#ifndef LP_FINDING_FINDING_H
#define LP_FINDING_FINDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

enum finding_severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };
enum finding_confidence { CONFIDENCE_POSSIBLE, CONFIDENCE_LIKELY, CONFIDENCE_CERTAIN };

/* A range of one file. Checks fill path, start and end (byte positions in the decoded source); finding_locate fills
 * the rest: lines from 1, columns from 1 in characters, the end column exclusive. */
struct finding_place {
    const char *path; /* relative to the project's root, `/` between components */
    uint32_t start, end;
    uint32_t line, column, end_line, end_column;
};

/* A step of the evidence: "load calls repo.fetch" at app/services.py:7. */
struct finding_related {
    struct finding_place place;
    const char *message;
};

struct finding {
    const char *code; /* "LP101" */
    const char *id;   /* "async/blocking-call" */
    enum finding_severity severity;
    enum finding_confidence confidence;
    struct finding_place place;
    const char *symbol;  /* enclosing function or class, dotted within its module; "" at module level */
    const char *message; /* one line, names what was seen */
    const char *context; /* short: where it runs, "in get_user, GET /users/{user_id}, async"; or NULL */
    const char *matter;  /* normalised: what is called or missing; goes into the fingerprint; never a line number */
    const char *help;    /* one line: what to do; or NULL */
    struct finding_related *related;
    uint32_t related_count;
    char fingerprint[17]; /* 16 hex digits; filled by finding_finish */
    bool suppressed;
};

struct finding_list {
    struct arena arena; /* owns the findings' strings and related arrays */
    VEC(struct finding) items;
};

const char *finding_severity_name(enum finding_severity severity);       /* "error" */
const char *finding_confidence_name(enum finding_confidence confidence); /* "certain" */
/* Parse the names above; false when the text is none of them. */
bool finding_severity_parse(const char *text, enum finding_severity *out);
bool finding_confidence_parse(const char *text, enum finding_confidence *out);

/* Sorts by path, position, code and matter, and fills the fingerprints: made of code, path, symbol and matter, and the
 * ordinal among equal ones. Identical findings (same place, code and matter) are merged. */
void finding_finish(struct finding_list *self);
void finding_list_free(struct finding_list *self);

#endif
