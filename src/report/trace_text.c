/* For a reader: evidence as a compiler gives it. */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/trace.h"

#define LIMIT_WAYS 3u       /* ways from entry points that are shown */
#define LIMIT_CALLERS 5u    /* callers shown of what nothing reaches */
#define LIMIT_ROUTES 10u    /* routes listed; all stand in the JSON */
#define LEAST_GUTTER 5u     /* columns of a line number */
#define LONGEST_LINE 16384u /* bytes of a line of source that is shown */
#define LONGEST_PLACE 48u   /* columns that steps are aligned to at most */

struct page {
    const struct trace_input *input;
    struct buffer *out;
    struct buffer text; /* scratch */
    struct map shown;   /* lines of source that stand above already: (path and line, column) */
};

static void style(struct page *page, const char *escape) {
    if (page->input->page->colour)
        buffer_puts(page->out, escape);
}

static void put_blanks(struct buffer *out, size_t count) {
    while (count--)
        buffer_putc(out, ' ');
}

/* Puts the scratch text, made safe, and empties it. */
static void put_scratch(struct page *page) {
    if (page->text.len)
        report_put(page->out, page->text.data);
    page->text.len = 0;
}

static void put_heading(struct page *page, const char *text) {
    buffer_putc(page->out, '\n');
    style(page, "\x1b[1m");
    buffer_puts(page->out, text);
    style(page, "\x1b[0m");
    buffer_putc(page->out, '\n');
}

/* "   12 | " */
static void put_gutter(struct page *page, uint32_t line, char mark) {
    style(page, "\x1b[34m");
    if (line)
        buffer_printf(page->out, "%*u", (int)LEAST_GUTTER, line);
    else
        put_blanks(page->out, LEAST_GUTTER);
    buffer_printf(page->out, " %c", mark);
    style(page, "\x1b[0m");
    buffer_putc(page->out, ' ');
}

/* Ways that end alike show the source of their common steps once. */
static bool is_shown(struct page *page, const struct trace_mark *mark) {
    uint32_t *slot = map_at(&page->shown, hash_bytes(mark->path, strlen(mark->path)) ^ map_pair(mark->line, mark->column));
    bool shown = *slot != MAP_NONE;
    *slot = 1;
    return shown;
}

/* The line of source, and below it the range. */
static void put_excerpt(struct page *page, const struct trace_mark *mark) {
    struct excerpt excerpt;
    unsigned taken = LEAST_GUTTER + 3, width = page->input->page->width;
    if (!mark->text.len || mark->text.len > LONGEST_LINE || is_shown(page, mark))
        return;
    excerpt_make(&excerpt, mark->text, mark->column, mark->end_column, width > taken ? width - taken : 0);
    put_gutter(page, mark->line, '|');
    buffer_add(page->out, excerpt.text.data, excerpt.text.len);
    buffer_putc(page->out, '\n');
    put_gutter(page, 0, '|');
    put_blanks(page->out, excerpt.before);
    style(page, "\x1b[1;36m");
    for (uint32_t i = 0; i < excerpt.range; i++)
        buffer_putc(page->out, '^');
    style(page, "\x1b[0m");
    buffer_putc(page->out, '\n');
    excerpt_free(&excerpt);
}

static void put_place(const struct page *page, const struct trace_mark *mark, struct buffer *out) {
    report_put_path(page->input->page, mark->path, out);
    buffer_printf(out, ":%u", mark->line);
}

/* ---- the function ---- */

static void put_function(struct page *page) {
    const struct trace_input *input = page->input;
    struct trace_mark mark = trace_mark_of(input, input->def);
    bool async = (program_def_scope(input->program, input->def)->flags & SCOPE_ASYNC) != 0;
    style(page, "\x1b[1m");
    put_place(page, &mark, page->out);
    style(page, "\x1b[0m");
    buffer_printf(page->out, ":%u: %s ", mark.column, async ? "async def" : "def");
    report_put(page->out, program_dotted(input->program, input->def));
    buffer_putc(page->out, '\n');
    put_excerpt(page, &mark);
}

/* ---- steps ---- */

/* "      = app/services.py:7   load calls repo.fetch", aligned to the widest place. */
static void put_line(struct page *page, const struct trace_mark *mark, size_t widest) {
    struct buffer shown = {0};
    put_place(page, mark, &shown);
    size_t width = text_width(shown.data, shown.len);
    put_gutter(page, 0, '=');
    buffer_add(page->out, shown.data, shown.len);
    put_blanks(page->out, 3 + (width < widest ? widest - width : 0));
    put_scratch(page);
    buffer_putc(page->out, '\n');
    buffer_free(&shown);
}

static size_t place_width(const struct page *page, const struct trace_mark *mark) {
    struct buffer shown = {0};
    put_place(page, mark, &shown);
    size_t width = text_width(shown.data, shown.len);
    buffer_free(&shown);
    return width <= LONGEST_PLACE ? width : 0;
}

static struct trace_mark step_mark(const struct page *page, const struct flow_step *step) {
    return trace_mark_at(page->input, step->module, step->start, step->end);
}

static void put_steps(struct page *page, const struct flow_step *steps, uint32_t count, bool excerpts) {
    size_t widest = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct trace_mark mark = step_mark(page, &steps[i]);
        size_t width = place_width(page, &mark);
        widest = width > widest ? width : widest;
    }
    for (uint32_t i = 0; i < count; i++) {
        struct trace_mark mark = step_mark(page, &steps[i]);
        trace_put_step(page->input, &steps[i], &page->text);
        put_line(page, &mark, excerpts ? 0 : widest);
        if (excerpts)
            put_excerpt(page, &mark);
    }
}

/* ---- where it runs ---- */

static void put_why(struct page *page, enum flow_place place) {
    struct flow_why why = flow_ways_place(page->input->ways, place);
    struct flow_step steps[TRACE_STEPS];
    uint32_t count = 0;
    buffer_puts(page->out, "  ");
    trace_put_why(page->input, place, &page->text);
    put_scratch(page);
    buffer_putc(page->out, '\n');
    if (why.handed)
        steps[count++] = why.step;
    count += flow_ways_steps(page->input->ways, why.function, true, steps + count, TRACE_STEPS - count);
    put_steps(page, steps, count, false);
}

static void put_callers(struct page *page) {
    uint32_t count;
    const struct flow_step *callers = flow_ways_callers(page->input->ways, &count);
    if (!count) {
        buffer_puts(page->out, "  nothing was seen to call it\n");
        return;
    }
    buffer_puts(page->out, "  nothing that runs was seen to reach its callers:\n");
    put_steps(page, callers, count < LIMIT_CALLERS ? count : LIMIT_CALLERS, false);
    if (count > LIMIT_CALLERS)
        buffer_printf(page->out, "  and %u more\n", count - LIMIT_CALLERS);
}

static void put_runs(struct page *page) {
    bool any = false;
    put_heading(page, "where it runs");
    for (int place = 0; place < PLACE_COUNT; place++)
        if (flow_ways_place(page->input->ways, (enum flow_place)place).holds) {
            put_why(page, (enum flow_place)place);
            any = true;
        }
    if (!any)
        put_callers(page);
}

/* ---- what leads to it ---- */

static void put_way(struct page *page, uint32_t number) {
    const struct flow_entry *entry = flow_entry_at(page->input->flow, number);
    struct flow_step steps[TRACE_STEPS];
    struct trace_mark mark = trace_mark_of(page->input, entry->def);
    uint32_t count = flow_ways_steps(page->input->ways, flow_function_of(page->input->flow, entry->def), false, steps, TRACE_STEPS);
    buffer_puts(page->out, "  ");
    trace_put_entry(page->input, number, &page->text);
    put_scratch(page);
    buffer_puts(page->out, count ? ", " : ": this function itself, ");
    put_place(page, &mark, page->out);
    buffer_putc(page->out, '\n');
    put_steps(page, steps, count, true);
}

static void put_ways(struct page *page) {
    uint32_t count;
    const uint32_t *entries = flow_ways_entries(page->input->ways, &count);
    put_heading(page, "the entry points that reach it");
    if (!count)
        buffer_puts(page->out, "  none was seen\n");
    for (uint32_t i = 0; i < count && i < LIMIT_WAYS; i++)
        put_way(page, entries[i]);
    if (count > LIMIT_WAYS)
        buffer_printf(page->out, "  and %u more\n", count - LIMIT_WAYS);
}

static void put_routes(struct page *page) {
    struct web *web = page->input->web;
    uint32_t count = 0;
    for (uint32_t i = 0; i < web_route_count(web); i++)
        count += trace_is_on(page->input, web_route_at(web, i));
    if (!count)
        return;
    put_heading(page, "the routes that reach it");
    for (uint32_t i = 0, shown = 0; i < web_route_count(web) && shown < LIMIT_ROUTES; i++) {
        const struct web_route *route = web_route_at(web, i);
        if (!trace_is_on(page->input, route))
            continue;
        buffer_printf(&page->text, "  %s %s", route->methods, route->path);
        if (route->service != WEB_NONE)
            buffer_printf(&page->text, " of %s", web_service_at(web, route->service)->name);
        buffer_printf(&page->text, ", %s", program_dotted(page->input->program, route->handler));
        put_scratch(page);
        buffer_putc(page->out, '\n');
        shown++;
    }
    if (count > LIMIT_ROUTES)
        buffer_printf(page->out, "  and %u more\n", count - LIMIT_ROUTES);
}

/* ---- what calling it does ---- */

static void put_effect_title(struct page *page, const struct trace_effect *effect) {
    static const char *const titles[EFFECT_COUNT] = {
        [EFFECT_BLOCK] = "blocks",      [EFFECT_FIRST] = "blocks, the first time only", [EFFECT_CHEAP] = "makes a quick system call",
        [EFFECT_CPU] = "computes long", [EFFECT_ORM] = "queries with a synchronous ORM", [EFFECT_NEW_LOOP] = "starts an event loop"};
    buffer_printf(page->out, "  %s", titles[effect->effect]);
    if (effect->whole) {
        const char *kind = facts_kind_name(effect->primitive.trait->kind);
        buffer_printf(&page->text, ": %s", program_dotted(page->input->program, effect->primitive.def));
        if (*kind && effect->effect != EFFECT_CPU && effect->effect != EFFECT_ORM)
            buffer_printf(&page->text, " (%s)", kind);
        put_scratch(page);
    }
    buffer_puts(page->out, effect->soft ? ", likely\n" : "\n");
}

static void put_effect(struct page *page, const struct trace_effect *effect) {
    put_effect_title(page, effect);
    for (uint32_t i = 0; i < effect->count; i++) {
        const struct flow_site *site = flow_site_at(page->input->flow, effect->sites[i]);
        struct trace_mark mark = trace_mark_at(page->input, site->module, site->start, site->end);
        trace_put_chain_step(page->input, effect->sites[i], effect->effect, &page->text);
        put_line(page, &mark, 0);
        put_excerpt(page, &mark);
    }
    const char *instead = effect->whole ? program_string(page->input->program, effect->primitive.trait->instead) : "";
    if (*instead) {
        put_gutter(page, 0, '=');
        style(page, "\x1b[32m");
        buffer_puts(page->out, "help:");
        style(page, "\x1b[0m");
        buffer_puts(page->out, " the asynchronous one is ");
        report_put(page->out, instead);
        buffer_putc(page->out, '\n');
    }
}

static void put_effects(struct page *page) {
    struct trace_effect effect;
    bool any = false;
    put_heading(page, "what calling it does");
    for (int i = 0; i < EFFECT_COUNT; i++)
        if (trace_effect(page->input, (enum flow_effect)i, &effect)) {
            put_effect(page, &effect);
            any = true;
        }
    if (!any)
        buffer_puts(page->out, "  nothing that blocks, computes long or starts an event loop was seen\n");
}

void trace_text(const struct trace_input *input, struct buffer *out) {
    struct page page = {.input = input, .out = out};
    put_function(&page);
    put_runs(&page);
    put_ways(&page);
    put_routes(&page);
    put_effects(&page);
    buffer_free(&page.text);
    map_free(&page.shown);
}
