/* The passes in order, from a folder to findings. engine.c reads as the list in the design. */
#ifndef LP_ENGINE_ENGINE_H
#define LP_ENGINE_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "finding/finding.h"
#include "flow/flow.h"
#include "program/program.h"
#include "project/project.h"
#include "report/report.h"
#include "web/web.h"

struct engine_options {
    const char *config;   /* --config FILE; NULL to search, "" for none (--isolated) */
    uint32_t threads;     /* 0: as many as there are processors */
};

struct lowered;

/* What stays after a run; released with engine_close. */
struct engine {
    struct project project;
    struct program *program;
    struct flow *flow;
    struct web *web;
    struct finding_list findings;
    struct report_summary summary;
    uint64_t source_bytes; /* of the analysed files */
    struct lowered *slots; /* facts of the files, which the program reads */
    uint32_t slot_count;
};

/* Discovers, reads, lowers, links, computes contexts and effects. No checks yet. */
bool engine_open(struct engine *self, const char *path, const struct engine_options *options, struct error *error);
/* Runs the selected checks, suppression included; fills findings and summary. */
void engine_check(struct engine *self);
void engine_close(struct engine *self);

#endif
