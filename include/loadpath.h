/* Loadpath as a library: analyse a Python project, go through what was found, explain a check.
 *
 * Nothing of the project is run or imported. Handles are opaque; strings that functions return belong to the handle
 * they came from and live as long as it. A handle is used by one thread at a time; different ones do not know each other.
 * Text of the project (paths, symbols, messages) may hold any bytes: make it safe before it reaches a terminal.
 * When memory runs out the process is aborted. */
#ifndef LOADPATH_H
#define LOADPATH_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LP_VERSION "0.1.0"
#define LP_API __attribute__((visibility("default")))

typedef struct lp_project lp_project;
typedef struct lp_finding lp_finding;

typedef enum { LP_NOTE, LP_WARNING, LP_ERROR } lp_severity;
typedef enum { LP_POSSIBLE, LP_LIKELY, LP_CERTAIN } lp_confidence;

/* Why something could not be done; messages are one line of UTF-8. */
typedef struct {
    char message[512];
    char path[512];   /* the file it stands in, or empty */
    char remedy[256]; /* what to do about it, or empty */
    unsigned line;    /* from 1; 0 when unknown */
} lp_error;

/* Settings of an analysis; all zero is a good start. */
typedef struct {
    const char *config; /* this configuration file; NULL: the closest one; "": none */
    unsigned threads;   /* 0: one a processor; the result does not depend on it */
} lp_options;

/* A range of a file: lines and columns from 1, columns in characters, the end exclusive. */
typedef struct {
    const char *path; /* relative to the project's folder */
    unsigned line, column, end_line, end_column;
} lp_place;

/* The version of the library, LP_VERSION as it was built. */
LP_API const char *lp_version(void);

/* Reads and links the project in a folder. options and error may be NULL. NULL when it cannot be done; the caller
 * closes the result. */
LP_API lp_project *lp_project_open(const char *path, const lp_options *options, lp_error *error);
/* Runs the checks that the configuration selects; once is enough. Yields the number of findings: all of them, also
 * those below the configured confidence; suppressed ones are left out. */
LP_API size_t lp_project_check(lp_project *project);
/* The findings sorted by path and position; NULL from the number that lp_project_check gave on. */
LP_API const lp_finding *lp_project_finding(const lp_project *project, size_t index);
/* NULL is allowed. */
LP_API void lp_project_close(lp_project *project);

LP_API const char *lp_finding_code(const lp_finding *finding); /* "LP101" */
LP_API const char *lp_finding_id(const lp_finding *finding);   /* "async/blocking-call" */
LP_API lp_severity lp_finding_severity(const lp_finding *finding);
LP_API lp_confidence lp_finding_confidence(const lp_finding *finding);
LP_API lp_place lp_finding_place(const lp_finding *finding);
LP_API const char *lp_finding_symbol(const lp_finding *finding); /* enclosing function or class; "" in a module */
LP_API const char *lp_finding_message(const lp_finding *finding);
LP_API const char *lp_finding_context(const lp_finding *finding); /* where it runs; NULL when that does not matter */
LP_API const char *lp_finding_help(const lp_finding *finding);    /* what to do; NULL when there is no short answer */
/* 16 hex digits that stay the same when the code around the finding changes. */
LP_API const char *lp_finding_fingerprint(const lp_finding *finding);

/* The steps of the evidence, in order. */
LP_API size_t lp_finding_related_count(const lp_finding *finding);
/* index must be below the count. */
LP_API lp_place lp_finding_related_place(const lp_finding *finding, size_t index);
LP_API const char *lp_finding_related_message(const lp_finding *finding, size_t index);

/* The document of a check, Markdown, by its code or id; NULL when there is no such check. Lives as long as the
 * program. */
LP_API const char *lp_explain(const char *code);

#ifdef __cplusplus
}
#endif

#endif
