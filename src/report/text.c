#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "report/excerpt.h"
#include "report/formats.h"

#define LEAST_GUTTER 5u     /* columns of the line number */
#define GUTTER_EXTRA 3u     /* " | " */
#define LONGEST_PLACE 48u   /* columns that evidence is aligned to at most */
#define LONGEST_LINE 16384u /* bytes of a line of source that is shown; nobody reads longer ones */
#define PLACE_GAP 3u

enum style { STYLE_PATH, STYLE_CODE, STYLE_GUTTER, STYLE_HELP, STYLE_ERROR, STYLE_WARNING, STYLE_NOTE };

static const char *const escapes[] = {
    [STYLE_PATH] = "\x1b[1m",    [STYLE_CODE] = "\x1b[1m",     [STYLE_GUTTER] = "\x1b[34m",
    [STYLE_HELP] = "\x1b[32m",   [STYLE_ERROR] = "\x1b[1;31m", [STYLE_WARNING] = "\x1b[1;33m",
    [STYLE_NOTE] = "\x1b[1;36m",
};

static const enum style severity_styles[] = {
    [SEVERITY_NOTE] = STYLE_NOTE, [SEVERITY_WARNING] = STYLE_WARNING, [SEVERITY_ERROR] = STYLE_ERROR};

/* What one report writes with. */
struct page {
    const struct report_input *input;
    struct buffer *out;
    unsigned gutter; /* columns of the line number of the finding at hand */
};

static void begin(struct page *page, enum style style) {
    if (page->input->colour)
        buffer_puts(page->out, escapes[style]);
}

static void end(struct page *page) {
    if (page->input->colour)
        buffer_puts(page->out, "\x1b[0m");
}

static void put_repeated(struct buffer *out, char byte, size_t count) {
    while (count--)
        buffer_putc(out, byte);
}

/* "app/main.py:12:12: error LP101 blocking call on the event loop" */
static void put_headline(struct page *page, const struct finding *finding) {
    begin(page, STYLE_PATH);
    report_put_path(page->input, finding->place.path, page->out);
    end(page);
    if (finding->place.line)
        buffer_printf(page->out, ":%u:%u", finding->place.line, finding->place.column);
    buffer_puts(page->out, ": ");
    begin(page, severity_styles[finding->severity]);
    buffer_puts(page->out, finding_severity_name(finding->severity));
    end(page);
    buffer_putc(page->out, ' ');
    begin(page, STYLE_CODE);
    buffer_puts(page->out, finding->code);
    end(page);
    buffer_putc(page->out, ' ');
    report_put(page->out, finding->message);
    buffer_putc(page->out, '\n');
}

/* "   12 | " or, for line 0, the same in blanks. */
static void put_gutter(struct page *page, uint32_t line, char mark) {
    begin(page, STYLE_GUTTER);
    if (line)
        buffer_printf(page->out, "%*u", (int)page->gutter, line);
    else
        put_repeated(page->out, ' ', page->gutter);
    buffer_printf(page->out, " %c", mark);
    end(page);
}

static void put_context(struct page *page, const struct finding *finding) {
    if (!finding->context)
        return;
    buffer_putc(page->out, ' ');
    report_put(page->out, finding->context);
}

/* The source line and the line below it that points at the range and says where it runs. */
static void put_excerpt(struct page *page, const struct finding *finding, struct span line) {
    const struct finding_place *place = &finding->place;
    unsigned taken = page->gutter + GUTTER_EXTRA;
    struct excerpt excerpt;
    excerpt_make(&excerpt, line, place->column, place->end_line > place->line ? UINT32_MAX : place->end_column,
                 page->input->width > taken ? page->input->width - taken : 0);
    put_gutter(page, place->line, '|');
    buffer_putc(page->out, ' ');
    buffer_add(page->out, excerpt.text.data, excerpt.text.len);
    buffer_putc(page->out, '\n');
    put_gutter(page, 0, '|');
    put_repeated(page->out, ' ', (size_t)excerpt.before + 1);
    begin(page, severity_styles[finding->severity]);
    put_repeated(page->out, '^', excerpt.range);
    end(page);
    put_context(page, finding);
    buffer_putc(page->out, '\n');
    excerpt_free(&excerpt);
}

static void put_source(struct page *page, const struct finding *finding) {
    struct span line = {0};
    if (page->input->line && finding->place.line)
        line = page->input->line(page->input->context, finding->place.path, finding->place.line);
    if (line.len && line.len <= LONGEST_LINE) {
        put_excerpt(page, finding, line);
    } else if (finding->context) {
        put_gutter(page, 0, '=');
        put_context(page, finding);
        buffer_putc(page->out, '\n');
    }
}

/* "app/services.py:7" */
static void put_place(const struct page *page, const struct finding_place *place, struct buffer *out) {
    report_put_path(page->input, place->path ? place->path : "", out);
    if (place->line)
        buffer_printf(out, ":%u", place->line);
}

static size_t widest_place(const struct page *page, const struct finding *finding) {
    size_t widest = 0;
    struct buffer shown = {0};
    for (uint32_t i = 0; i < finding->related_count; i++) {
        shown.len = 0;
        put_place(page, &finding->related[i].place, &shown);
        size_t width = text_width(shown.data, shown.len);
        if (width > widest && width <= LONGEST_PLACE)
            widest = width;
    }
    buffer_free(&shown);
    return widest;
}

static void put_related(struct page *page, const struct finding_related *related, size_t widest) {
    struct buffer shown = {0};
    put_place(page, &related->place, &shown);
    size_t width = text_width(shown.data, shown.len);
    put_gutter(page, 0, '=');
    buffer_putc(page->out, ' ');
    buffer_add(page->out, shown.data, shown.len);
    if (shown.len)
        put_repeated(page->out, ' ', PLACE_GAP + (width < widest ? widest - width : 0));
    report_put(page->out, related->message);
    buffer_putc(page->out, '\n');
    buffer_free(&shown);
}

static void put_help(struct page *page, const struct finding *finding) {
    if (!finding->help)
        return;
    put_gutter(page, 0, '=');
    buffer_putc(page->out, ' ');
    begin(page, STYLE_HELP);
    buffer_puts(page->out, "help:");
    end(page);
    buffer_putc(page->out, ' ');
    report_put(page->out, finding->help);
    buffer_putc(page->out, '\n');
}

static unsigned digits(uint32_t number) { return (unsigned)snprintf(NULL, 0, "%u", number); }

static void put_finding(struct page *page, const struct finding *finding) {
    page->gutter = digits(finding->place.line) > LEAST_GUTTER ? digits(finding->place.line) : LEAST_GUTTER;
    put_headline(page, finding);
    put_source(page, finding);
    size_t widest = widest_place(page, finding);
    for (uint32_t i = 0; i < finding->related_count; i++)
        put_related(page, &finding->related[i], widest);
    put_help(page, finding);
}

/* "3 errors, 1 warning": only those there are. */
static void put_severities(struct buffer *out, const struct report_summary *summary) {
    const struct {
        uint32_t count;
        const char *noun;
    } parts[] = {{summary->errors, "error"}, {summary->warnings, "warning"}, {summary->notes, "note"}};
    const char *separator = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].count)
            continue;
        buffer_puts(out, separator);
        report_put_count(out, parts[i].count, parts[i].noun);
        separator = ", ";
    }
}

/* "Found 3 errors, 1 warning in 120 files (12,345 lines); 2 less certain findings hidden (…), 1 suppressed" */
static void put_summary(struct buffer *out, const struct report_summary *summary) {
    bool found = summary->errors || summary->warnings || summary->notes;
    buffer_puts(out, found ? "Found " : "No findings");
    put_severities(out, summary);
    buffer_puts(out, " in ");
    report_put_count(out, summary->files, "file");
    buffer_puts(out, " (");
    report_put_count(out, summary->lines, "line");
    buffer_putc(out, ')');
    const char *separator = "; ";
    if (summary->hidden_confidence) {
        buffer_puts(out, separator);
        report_put_count(out, summary->hidden_confidence, "less certain finding");
        buffer_puts(out, " hidden (--confidence possible shows all)");
        separator = ", ";
    }
    if (summary->suppressed) {
        buffer_puts(out, separator);
        report_put_number(out, summary->suppressed);
        buffer_puts(out, " suppressed by comments");
    }
    buffer_putc(out, '\n');
}

void report_text(const struct report_input *input, struct buffer *out) {
    struct page page = {.input = input, .out = out};
    for (uint32_t i = 0; i < input->count; i++) {
        if (i)
            buffer_putc(out, '\n');
        put_finding(&page, input->findings[i]);
    }
    if (input->quiet)
        return;
    if (input->count)
        buffer_putc(out, '\n');
    put_summary(out, &input->summary);
}

void report_statistics_text(const struct report_input *input, struct buffer *out) {
    const struct report_summary *summary = &input->summary;
    uint32_t count;
    struct report_tally *tallies = report_tally(input, &count);
    for (uint32_t i = 0; i < count; i++)
        buffer_printf(out, "%7u  %s  %s\n", tallies[i].count, tallies[i].example->code, tallies[i].example->id);
    mem_free(tallies);
    if (input->quiet)
        return;
    if (count)
        buffer_putc(out, '\n');
    report_put_count(out, summary->functions, "function");
    buffer_puts(out, " (");
    report_put_number(out, summary->async_functions);
    buffer_puts(out, " async), ");
    report_put_count(out, summary->entry_points, "entry point");
    buffer_puts(out, ", ");
    report_put_count(out, summary->calls, "call");
    buffer_puts(out, " (");
    report_put_number(out, summary->unresolved);
    buffer_puts(out, " unresolved)\n");
    put_summary(out, summary);
}
