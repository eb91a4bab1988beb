/* The parts of the formats: what each file of this folder gives to the table in report.c, and what they share. For this
 * folder only. */
#ifndef LP_REPORT_FORMATS_H
#define LP_REPORT_FORMATS_H

#include "report/report.h"

void report_text(const struct report_input *input, struct buffer *out);
void report_concise(const struct report_input *input, struct buffer *out);
void report_json(const struct report_input *input, struct buffer *out);

void report_statistics_text(const struct report_input *input, struct buffer *out);
void report_statistics_json(const struct report_input *input, struct buffer *out);

/* Findings of one code. */
struct report_tally {
    const struct finding *example;
    uint32_t count;
};

/* Counts the findings by code, in the order of the codes; the caller frees the result with mem_free. */
struct report_tally *report_tally(const struct report_input *input, uint32_t *count);
/* Appends text of the project or of a check, made safe; NULL gives nothing. */
void report_put(struct buffer *out, const char *text);
/* Appends a number with a comma between thousands. */
void report_put_number(struct buffer *out, uint64_t number);
/* Appends a number and a noun, "1 file", "1,234 files". */
void report_put_count(struct buffer *out, uint64_t number, const char *noun);

#endif
