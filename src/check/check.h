/* What a check is: one folder checks/GROUP/NAME with NAME.c, which includes this header and nothing else, and NAME.md,
 * which explains it and holds its examples. A check declares in its descriptor what it wants to be shown; the runner shows
 * it each such thing once, in one fixed order. It keeps no state and knows nothing of other checks. */
#ifndef LP_CHECK_CHECK_H
#define LP_CHECK_CHECK_H

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "finding/finding.h"
#include "flow/flow.h"
#include "program/program.h"
#include "web/web.h"

struct check_context;

struct check {
    const char *code;               /* "LP101" */
    const char *id;                 /* "async/blocking-call": the folder */
    const char *summary;            /* one line for `loadpath rules` */
    enum finding_severity severity; /* of a finding that says nothing else */
    /* One of these, or several: called for every judged file, for every function of judged files that a request waits for
     * (once for each of its ways of being called, see flow.h), for every one that runs on an event loop, once for the
     * program. */
    void (*file)(struct check_context *context, uint32_t module);
    void (*request_function)(struct check_context *context, uint32_t function);
    void (*loop_function)(struct check_context *context, uint32_t function);
    void (*whole)(struct check_context *context);
};

struct check_doc {
    const char *id;
    const char *text; /* Markdown, NUL-terminated */
    unsigned length;
};

/* Generated from the folders of checks/. */
extern const struct check *const check_registry[];
extern const unsigned check_registry_count;
extern const struct check_doc check_docs[];
extern const unsigned check_docs_count;

/* What a check reads, and where its findings go. */
struct check_context {
    struct program *program;
    const struct flow *flow;
    const struct web *web;
    const struct check *check;
    struct finding_list *findings;
    struct map seen; /* places that check_first was asked for */
};

/* True for a module whose functions are judged: no test, migration or library, and not run by hand. Functions shown by the
 * runner are. */
bool check_is_judged(const struct check_context *context, uint32_t module);
/* True for an async function that a WSGI framework runs in a loop of its own: only its own request waits. */
bool check_has_own_loop(const struct check_context *context, const struct flow_function *function);
/* True when the check asks for this place for the first time: what is found in several ways is reported once. */
bool check_first(struct check_context *context, uint32_t module, uint32_t position);
/* Adds a finding at a range of a module with the check's code and severity, *certain*, in no symbol. The caller fills
 * message, matter and what else it knows, before it adds another. */
struct finding *check_add(struct check_context *context, uint32_t module, uint32_t start, uint32_t end);
/* The same at the head of a function's or class's statement, `def name(…):`, with its symbol. */
struct finding *check_at_def(struct check_context *context, uint32_t def);
/* Adds a step of evidence to the finding just added. */
void check_relate(struct check_context *context, struct finding *finding, uint32_t module, uint32_t start, uint32_t end,
                  const char *message);
/* printf into the memory of the findings. */
const char *check_text(struct check_context *context, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A dotted expression ("services.load") as it is written; NULL when it is more than names and dots. */
const char *check_dotted(struct check_context *context, uint32_t module, uint32_t expr);
/* The dotted name of the function or class that a scope of a module belongs to, for finding.symbol; "" at module level. */
const char *check_symbol(struct check_context *context, uint32_t module, uint32_t scope);
/* How a def is called in a message read in `module`: its dotted name, without the module when it is the same one, else
 * with the last part of the module's name; library functions in full. */
const char *check_name(struct check_context *context, uint32_t def, uint32_t module);
/* Where a function runs, for finding.context: "in get_user, GET /users/{user_id}, async". */
const char *check_where(struct check_context *context, uint32_t function);

/* The same for a function that a request waits for: "in load, GET /users/{user_id}". */
const char *check_where_requested(struct check_context *context, uint32_t function);

/* Adds a finding for an effect that a site in loop code has: "TITLE: requests.get (http)" at the site, the chain's further steps
 * as evidence, the symbol, context, matter, confidence and help. The site must have the effect. NULL when the chain is too
 * long to be shown. */
struct finding *check_effect(struct check_context *context, uint32_t function, uint32_t site, enum flow_effect effect,
                             const char *title);

/* Adds a finding at the `def` of a function that has an effect: "TITLE: time.sleep (sleep)", the whole shortest chain as
 * evidence, the symbol, matter, confidence, and the way to call what it ends in asynchronously as help, "" when the model names
 * none. NULL when the chain is too long to be shown. */
struct finding *check_reaching(struct check_context *context, uint32_t function, enum flow_effect effect, const char *title);

/* Runs the checks for which `wants` says true over the judged modules (role 0). */
void check_run(struct program *program, const struct flow *flow, const struct web *web,
               bool (*wants)(void *data, const struct check *check), void *data, struct finding_list *findings);

#endif
