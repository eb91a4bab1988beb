#include "cli/options.h"

#include <ctype.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cli/near.h"
#include "report/report.h"

#define THREADS_LIMIT 1024u

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char * */
    OPTION_LIST,   /* struct config_names; commas, and again */
    OPTION_NUMBER, /* uint32_t */
    OPTION_CHOICE, /* const char *, one of `choices` */
    OPTION_FORMAT  /* const char *, one of report_formats */
};

struct option {
    const char *name;
    const char *alias; /* a second spelling, or NULL; one letter: not shown in the help */
    char letter;
    enum option_kind kind;
    unsigned commands;
    size_t field;        /* offset in struct options */
    const char *value;   /* what the help calls the value */
    const char *choices; /* "a|b" */
    const char *help;
};

#define FIELD(name) offsetof(struct options, name)
#define EVERY (~0u)
#define PROJECT_COMMANDS (COMMAND_CHECK | COMMAND_GRAPH | COMMAND_ROUTES | COMMAND_TRACE)

/* clang-format off */
static const struct option options[] = {
    {"select", NULL, 0, OPTION_LIST, COMMAND_CHECK, FIELD(select), "CODES", NULL,
     "report only these: codes (LP101), prefixes (LP1), groups (async), ids"},
    {"ignore", NULL, 0, OPTION_LIST, COMMAND_CHECK, FIELD(ignore), "CODES", NULL,
     "do not report these"},
    {"confidence", NULL, 0, OPTION_CHOICE, COMMAND_CHECK, FIELD(confidence), "LEVEL", "possible|likely|certain",
     "report what is at least this sure (likely)"},
    {"fail-on", NULL, 0, OPTION_CHOICE, COMMAND_CHECK, FIELD(fail_on), "SEVERITY", "note|warning|error",
     "exit with 1 for findings this grave or graver (warning)"},
    {"exit-zero", NULL, 'e', OPTION_FLAG, COMMAND_CHECK, FIELD(exit_zero), NULL, NULL,
     "exit with 0 even when there are findings"},
    {"format", "output-format", 0, OPTION_FORMAT, COMMAND_CHECK, FIELD(format), "FORMAT", NULL,
     "how to write the report (text)"},
    {"format", "output-format", 0, OPTION_CHOICE, COMMAND_GRAPH, FIELD(format), "FORMAT", "json|dot",
     "how to write the graph (json)"},
    {"format", "output-format", 0, OPTION_CHOICE, COMMAND_RULES, FIELD(format), "FORMAT", "text|json",
     "how to write the list (text)"},
    {"format", "output-format", 0, OPTION_CHOICE, COMMAND_ROUTES, FIELD(format), "FORMAT", "text|json|markdown|csv",
     "how to write the list (text)"},
    {"format", "output-format", 0, OPTION_CHOICE, COMMAND_TRACE, FIELD(format), "FORMAT", "text|json",
     "how to write the answer (text)"},
    {"unguarded", NULL, 0, OPTION_FLAG, COMMAND_ROUTES, FIELD(unguarded), NULL, NULL,
     "only routes that nothing guards"},
    {"unvalidated", NULL, 0, OPTION_FLAG, COMMAND_ROUTES, FIELD(unvalidated), NULL, NULL,
     "only routes that read a body, form or query by hand"},
    {"blocking", NULL, 0, OPTION_FLAG, COMMAND_ROUTES, FIELD(blocking), NULL, NULL,
     "only async routes that reach a blocking call"},
    {"service", NULL, 0, OPTION_TEXT, COMMAND_ROUTES, FIELD(service), "NAME", NULL,
     "only routes of this service (its name or the last part of it)"},
    {"output-file", NULL, 'o', OPTION_TEXT, PROJECT_COMMANDS, FIELD(output_file), "FILE", NULL,
     "write there instead of to standard output, whole or not at all"},
    {"statistics", NULL, 0, OPTION_FLAG, COMMAND_CHECK, FIELD(statistics), NULL, NULL,
     "count the findings of each code instead of showing them"},
    {"show-files", NULL, 0, OPTION_FLAG, COMMAND_CHECK, FIELD(show_files), NULL, NULL,
     "list the files of the project and what each counts as, and stop"},
    {"show-unresolved", NULL, 0, OPTION_FLAG, COMMAND_CHECK, FIELD(show_unresolved), NULL, NULL,
     "list the calls whose target stayed unknown, and stop"},
    {"config", NULL, 0, OPTION_TEXT, PROJECT_COMMANDS, FIELD(config), "FILE", NULL,
     "read this configuration instead of the closest one"},
    {"isolated", NULL, 0, OPTION_FLAG, PROJECT_COMMANDS, FIELD(isolated), NULL, NULL,
     "read no configuration"},
    {"threads", "j", 0, OPTION_NUMBER, PROJECT_COMMANDS, FIELD(threads), "N", NULL,
     "how many threads to use (one a processor); the result does not depend on it"},
    {"no-cache", NULL, 'n', OPTION_FLAG, PROJECT_COMMANDS, FIELD(no_cache), NULL, NULL,
     "kept for scripts; there is no cache in this version"},
    {"quiet", NULL, 'q', OPTION_FLAG, COMMAND_CHECK, FIELD(quiet), NULL, NULL,
     "findings only: no summary, no warnings"},
    {"color", "colour", 0, OPTION_CHOICE, COMMAND_CHECK | COMMAND_EXPLAIN | COMMAND_ROUTES | COMMAND_TRACE, FIELD(colour), "WHEN", "auto|always|never",
     "colours (auto: on a terminal, unless NO_COLOR is set)"},
    {"help", NULL, 'h', OPTION_FLAG, EVERY, FIELD(help), NULL, NULL, "this"},
};
/* clang-format on */

#define OPTION_COUNT (sizeof options / sizeof *options)
#define HELP_INDENT 30u

/* What options_parse works on. */
struct parse {
    struct options *out;
    enum options_command command;
    char **arguments;
    int count, next;
    struct arena *arena;
    struct error *error;
};

static bool takes_value(const struct option *option) { return option->kind != OPTION_FLAG; }

static bool is_spelled(const char *spelling, struct span name) { return spelling && span_is(name, spelling); }

/* A spelling of one letter is no long one: --j is unknown. */
static const struct option *find_long(enum options_command command, struct span name) {
    for (size_t i = 0; i < OPTION_COUNT && name.len > 1; i++)
        if ((options[i].commands & command) &&
            (is_spelled(options[i].name, name) || is_spelled(options[i].alias, name)))
            return &options[i];
    return NULL;
}

static const struct option *find_letter(enum options_command command, char letter) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if ((options[i].commands & command) &&
            (options[i].letter == letter || is_spelled(options[i].alias, (struct span){&letter, 1})))
            return &options[i];
    return NULL;
}

static bool unknown_long(const struct parse *parse, struct span name) {
    struct near near = near_init(arena_strndup(parse->arena, name.data, name.len));
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!(options[i].commands & parse->command))
            continue;
        near_try(&near, options[i].name);
        near_try(&near, options[i].alias);
    }
    if (near.best)
        return error_set(parse->error, NULL, 0, NULL, "unknown option --%s; did you mean --%s?", near.wanted,
                         near.best);
    return error_set(parse->error, NULL, 0, "--help lists the options there are", "unknown option --%s", near.wanted);
}

/* The room doubles: it is full when the count is a power of two. */
void options_add_name(struct config_names *list, const char *name, struct arena *arena) {
    if ((list->count & (list->count - 1)) == 0) {
        const char **items = arena_alloc(arena, (list->count ? 2 * (size_t)list->count : 1) * sizeof *items);
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
    }
    list->items[list->count++] = name;
}

/* Adds the parts between commas to a list. */
static void add_names(struct config_names *list, const char *text, struct arena *arena) {
    while (*text) {
        size_t length = strcspn(text, ",");
        const char *from = text, *to = text + length;
        while (from < to && isspace((unsigned char)*from))
            from++;
        while (to > from && isspace((unsigned char)to[-1]))
            to--;
        if (to > from)
            options_add_name(list, arena_strndup(arena, from, (size_t)(to - from)), arena);
        text += length + (text[length] == ',');
    }
}

static bool read_number(const struct parse *parse, const struct option *option, const char *text) {
    char *end;
    errno = 0;
    unsigned long number = strtoul(text, &end, 10);
    if (errno || *end || !isdigit((unsigned char)*text) || number > THREADS_LIMIT)
        return error_set(parse->error, NULL, 0, NULL, "--%s takes a number from 0 to %u, not '%s'", option->name,
                         THREADS_LIMIT, text);
    *(uint32_t *)((char *)parse->out + option->field) = (uint32_t)number;
    return true;
}

/* The values an option of choice may have, as "a|b". */
static const char *choices_of(const struct option *option, struct buffer *scratch) {
    if (option->kind != OPTION_FORMAT)
        return option->choices;
    scratch->len = 0;
    for (const struct report_format *format = report_formats; format->name; format++)
        buffer_printf(scratch, "%s%s", scratch->len ? "|" : "", format->name);
    return scratch->data;
}

static bool is_choice(const char *choices, const char *text) {
    size_t length = strlen(text);
    for (const char *at = choices; length && at; at = strchr(at, '|')) {
        at += *at == '|';
        if (strncmp(at, text, length) == 0 && (at[length] == '|' || !at[length]))
            return true;
    }
    return false;
}

static bool read_choice(const struct parse *parse, const struct option *option, const char *text) {
    struct buffer scratch = {0};
    const char *choices = choices_of(option, &scratch);
    bool known = is_choice(choices, text);
    if (known)
        *(const char **)((char *)parse->out + option->field) = text;
    else
        error_set(parse->error, NULL, 0, NULL, "--%s takes one of %s, not '%s'", option->name, choices, text);
    buffer_free(&scratch);
    return known;
}

static bool read_value(const struct parse *parse, const struct option *option, const char *text) {
    void *field = (char *)parse->out + option->field;
    switch (option->kind) {
    case OPTION_FLAG: *(bool *)field = true; return true;
    case OPTION_TEXT: *(const char **)field = text; return true;
    case OPTION_LIST: add_names(field, text, parse->arena); return true;
    case OPTION_NUMBER: return read_number(parse, option, text);
    default: return read_choice(parse, option, text);
    }
}

/* The value of an option that stands in the next argument. */
static bool read_next(struct parse *parse, const struct option *option) {
    const char *text = parse->next < parse->count ? parse->arguments[parse->next] : NULL;
    if (!text || (text[0] == '-' && text[1]))
        return error_set(parse->error, NULL, 0, NULL, "--%s needs a value: --%s %s", option->name, option->name,
                         option->value);
    parse->next++;
    return read_value(parse, option, text);
}

static bool read_long(struct parse *parse, const char *text) {
    size_t length = strcspn(text, "=");
    const struct option *option = find_long(parse->command, (struct span){text, length});
    if (!option)
        return unknown_long(parse, (struct span){text, length});
    if (text[length] && !takes_value(option))
        return error_set(parse->error, NULL, 0, NULL, "--%s takes no value", option->name);
    if (text[length])
        return read_value(parse, option, text + length + 1);
    return takes_value(option) ? read_next(parse, option) : read_value(parse, option, NULL);
}

/* "-q", "-eq", "-j4", "-j 4" */
static bool read_letters(struct parse *parse, const char *letters) {
    for (; *letters; letters++) {
        const struct option *option = find_letter(parse->command, *letters);
        if (!option)
            return error_set(parse->error, NULL, 0, "--help lists the options there are", "unknown option -%c",
                             *letters);
        if (takes_value(option))
            return letters[1] ? read_value(parse, option, letters + 1) : read_next(parse, option);
        read_value(parse, option, NULL);
    }
    return true;
}

static bool read_argument(struct parse *parse, bool *only_operands) {
    const char *text = parse->arguments[parse->next++];
    if (!*only_operands && strcmp(text, "--") == 0) {
        *only_operands = true;
        return true;
    }
    if (*only_operands || text[0] != '-' || !text[1]) {
        options_add_name(&parse->out->operands, text, parse->arena);
        return true;
    }
    return text[1] == '-' ? read_long(parse, text + 2) : read_letters(parse, text + 1);
}

bool options_parse(struct options *self, enum options_command command, int count, char **arguments, struct arena *arena,
                   struct error *error) {
    struct parse parse = {self, command, arguments, count, 0, arena, error};
    bool only_operands = false;
    *self = (struct options){0};
    while (parse.next < count)
        if (!read_argument(&parse, &only_operands))
            return false;
    return true;
}

/* "  -q, --quiet" or "      --format FORMAT" */
static size_t put_spelling(const struct option *option, struct buffer *out) {
    size_t start = out->len;
    if (option->letter)
        buffer_printf(out, "  -%c, --%s", option->letter, option->name);
    else
        buffer_printf(out, "      --%s", option->name);
    if (option->value)
        buffer_printf(out, " %s", option->value);
    return out->len - start;
}

static void put_option(const struct option *option, struct buffer *out) {
    size_t width = put_spelling(option, out);
    buffer_printf(out, "%*s%s", width < HELP_INDENT ? (int)(HELP_INDENT - width) : 1, "", option->help);
    if (option->choices || option->kind == OPTION_FORMAT) {
        struct buffer scratch = {0};
        buffer_printf(out, ": %s", choices_of(option, &scratch));
        buffer_free(&scratch);
    }
    if (option->alias && option->alias[1])
        buffer_printf(out, "; also --%s", option->alias);
    buffer_putc(out, '\n');
}

void options_help(enum options_command command, struct buffer *out) {
    buffer_puts(out, "Options:\n");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (options[i].commands & command)
            put_option(&options[i], out);
}
