#include "finding/finding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/map.h"

static const char *const severity_names[] = {
    [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
static const char *const confidence_names[] = {
    [CONFIDENCE_POSSIBLE] = "possible", [CONFIDENCE_LIKELY] = "likely", [CONFIDENCE_CERTAIN] = "certain"};

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

/* The index of text among names, or `count`. */
static uint32_t name_index(const char *const *names, uint32_t count, const char *text) {
    uint32_t i = 0;
    while (i < count && strcmp(names[i], text) != 0)
        i++;
    return i;
}

const char *finding_severity_name(enum finding_severity severity) { return severity_names[severity]; }

const char *finding_confidence_name(enum finding_confidence confidence) { return confidence_names[confidence]; }

bool finding_severity_parse(const char *text, enum finding_severity *out) {
    uint32_t index = name_index(severity_names, COUNT(severity_names), text);
    if (index == COUNT(severity_names))
        return false;
    *out = (enum finding_severity)index;
    return true;
}

bool finding_confidence_parse(const char *text, enum finding_confidence *out) {
    uint32_t index = name_index(confidence_names, COUNT(confidence_names), text);
    if (index == COUNT(confidence_names))
        return false;
    *out = (enum finding_confidence)index;
    return true;
}

static int compare_numbers(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

static int compare_texts(const char *a, const char *b) { return strcmp(a ? a : "", b ? b : ""); }

/* What makes two findings the same one. */
static int compare_identity(const struct finding *a, const struct finding *b) {
    int order = compare_texts(a->place.path, b->place.path);
    if (!order)
        order = compare_numbers(a->place.start, b->place.start);
    if (!order)
        order = compare_numbers(a->place.end, b->place.end);
    if (!order)
        order = compare_texts(a->code, b->code);
    return order ? order : compare_texts(a->matter, b->matter);
}

/* Among equal ones the best comes first and stays: the surest, the gravest, the one with the shortest evidence. */
static int compare_merit(const struct finding *a, const struct finding *b) {
    int order = compare_numbers(b->confidence, a->confidence);
    if (!order)
        order = compare_numbers(b->severity, a->severity);
    if (!order)
        order = compare_numbers(a->related_count, b->related_count);
    if (!order)
        order = compare_texts(a->message, b->message);
    return order ? order : compare_texts(a->context, b->context);
}

/* qsort is not stable: what is equal in every respect keeps the order in which it was emitted. */
static int compare_findings(const void *left, const void *right, void *findings) {
    uint32_t i = *(const uint32_t *)left, j = *(const uint32_t *)right;
    const struct finding *a = (struct finding *)findings + i, *b = (struct finding *)findings + j;
    int order = compare_identity(a, b);
    if (!order)
        order = compare_merit(a, b);
    return order ? order : compare_numbers(i, j);
}

static void sort_findings(struct finding_list *self) {
    uint32_t count = self->items.len;
    uint32_t *order = mem_alloc(count * sizeof *order);
    struct finding *sorted = mem_alloc(count * sizeof *sorted);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    qsort_r(order, count, sizeof *order, compare_findings, self->items.data);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = self->items.data[order[i]];
    memcpy(self->items.data, sorted, count * sizeof *sorted);
    mem_free(sorted);
    mem_free(order);
}

static void merge_findings(struct finding_list *self) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < self->items.len; i++)
        if (!kept || compare_identity(&self->items.data[kept - 1], &self->items.data[i]) != 0)
            self->items.data[kept++] = self->items.data[i];
    self->items.len = kept;
}

static void add_part(struct buffer *out, const char *text) {
    buffer_puts(out, text ? text : "");
    buffer_putc(out, '\0');
}

/* Line numbers stay out, so that an edit above a finding does not make it a new one; what is equal in one symbol is
 * told apart by its order. */
static void fingerprint(struct finding *finding, struct map *seen, struct buffer *scratch) {
    scratch->len = 0;
    add_part(scratch, finding->code);
    add_part(scratch, finding->place.path);
    add_part(scratch, finding->symbol);
    add_part(scratch, finding->matter);
    uint32_t *ordinal = map_at(seen, hash_bytes(scratch->data, scratch->len));
    *ordinal = *ordinal == MAP_NONE ? 0 : *ordinal + 1;
    buffer_printf(scratch, "%u", *ordinal);
    snprintf(finding->fingerprint, sizeof finding->fingerprint, "%016llx",
             (unsigned long long)hash_bytes(scratch->data, scratch->len));
}

void finding_finish(struct finding_list *self) {
    if (!self->items.len)
        return;
    sort_findings(self);
    merge_findings(self);
    struct map seen = {0};
    struct buffer scratch = {0};
    for (uint32_t i = 0; i < self->items.len; i++)
        fingerprint(&self->items.data[i], &seen, &scratch);
    buffer_free(&scratch);
    map_free(&seen);
}

void finding_list_free(struct finding_list *self) {
    vec_free(&self->items);
    arena_release(&self->arena);
}
