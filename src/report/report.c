#include "report/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/formats.h"

const struct report_format report_formats[] = {
    {"text", "source, evidence and remedy of each finding", report_text, report_statistics_text},
    {"concise", "one line a finding", report_concise, report_statistics_text},
    {"json", "everything, for programs", report_json, report_statistics_json},
    {0},
};

const struct report_format *report_find(const char *name) {
    for (const struct report_format *format = report_formats; format->name; format++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}

void report_put(struct buffer *out, const char *text) {
    if (text)
        buffer_put_safe(out, text, strlen(text));
}

/* Bytes of the leading folders, slashes included, that both paths share. */
static size_t shared_folders(const char *a, const char *b) {
    size_t shared = 0;
    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        if (a[i] == '/')
            shared = i + 1;
    return shared;
}

void report_put_path(const struct report_input *input, const char *path, struct buffer *out) {
    size_t shared = shared_folders(input->below, path);
    report_put(out, input->prefix);
    for (const char *at = input->below + shared; (at = strchr(at, '/')); at++)
        buffer_puts(out, "../");
    report_put(out, path + shared);
}

void report_put_number(struct buffer *out, uint64_t number) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            buffer_putc(out, ',');
        buffer_putc(out, digits[i]);
    }
}

void report_put_count(struct buffer *out, uint64_t number, const char *noun) {
    report_put_number(out, number);
    buffer_printf(out, " %s%s", noun, number == 1 ? "" : "s");
}

static int compare_codes(const void *a, const void *b) {
    return strcmp((*(const struct finding *const *)a)->code, (*(const struct finding *const *)b)->code);
}

struct report_tally *report_tally(const struct report_input *input, uint32_t *count) {
    const struct finding **sorted = mem_alloc(input->count * sizeof *sorted);
    struct report_tally *tallies = mem_calloc(input->count, sizeof *tallies);
    *count = 0;
    if (input->count) {
        memcpy(sorted, input->findings, input->count * sizeof *sorted);
        qsort(sorted, input->count, sizeof *sorted, compare_codes);
    }
    for (uint32_t i = 0; i < input->count; i++) {
        if (!*count || strcmp(tallies[*count - 1].example->code, sorted[i]->code) != 0)
            tallies[(*count)++].example = sorted[i];
        tallies[*count - 1].count++;
    }
    mem_free(sorted);
    return tallies;
}
