#include "web/command.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"

struct reader {
    struct command_file *file;
    struct arena *arena;
    uint32_t block;
    uint32_t nesting;
    VEC(struct command_word) words;
    VEC(struct command_word) before; /* what an entry point's command is appended to */
    struct buffer word;
};

enum split {
    SPLIT_LINES, /* a line end ends the command */
    SPLIT_FLAT,  /* a line end is a blank */
    SPLIT_LIST   /* ["a", "b"]: brackets and commas are blanks */
};

/* ---- small questions about text ---- */

static struct span part(struct span text, size_t from, size_t to) {
    return (struct span){text.data + from, to > from ? to - from : 0};
}
static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

static struct span trim(struct span text) {
    while (text.len && (is_blank(text.data[0]) || text.data[0] == '\n'))
        text = part(text, 1, text.len);
    while (text.len && (is_blank(text.data[text.len - 1]) || text.data[text.len - 1] == '\n'))
        text.len--;
    return text;
}

static bool is_name_byte(char c, bool first) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (!first && c >= '0' && c <= '9');
}

static size_t name_length(struct span text) {
    size_t n = 0;
    while (n < text.len && is_name_byte(text.data[n], n == 0))
        n++;
    return n;
}

/* NAME in capitals, as variables of the environment are. */
static bool is_variable(struct span name) {
    for (size_t i = 0; i < name.len; i++)
        if (!is_name_byte(name.data[i], i == 0) || (name.data[i] >= 'a' && name.data[i] <= 'z'))
            return false;
    return name.len > 0;
}

static bool is_case(struct span word, const char *text) {
    return word.len == strlen(text) && strncasecmp(word.data, text, word.len) == 0;
}

static bool is_one_of(struct span word, const char *const *words) {
    for (; *words; words++)
        if (is_case(word, *words))
            return true;
    return false;
}

static struct span keep(struct reader *self, struct span text) {
    return (struct span){arena_strndup(self->arena, text.len ? text.data : "", text.len), text.len};
}

static void add_folder(struct reader *self, struct span path) {
    if (path.len && path.len < COMMAND_WORD && self->file->folders.len < COMMANDS_MOST)
        vec_push(&self->file->folders, ((struct command_folder){keep(self, path), self->block}));
}

static void add_setting(struct reader *self, struct span name, struct span value, uint32_t line) {
    if (value.len && value.len < COMMAND_WORD && self->file->settings.len < COMMANDS_MOST)
        vec_push(&self->file->settings,
                 ((struct command_setting){keep(self, name), keep(self, value), line, self->block}));
}

/* ---- commands ---- */

static void split(struct reader *self, struct span text, uint32_t line, enum split how);

static bool only_speaks(struct span word) {
    static const char *const words[] = {"echo",  "printf", "log",     "info",  "warn", "error",
                                        "print", "die",    "message", "@echo", NULL};
    return is_one_of(word, words);
}

static void note_settings(struct reader *self, const struct command_word *words, uint32_t count) {
    static const char *const moves[] = {"cd",          "pushd",         "--chdir", "--app-dir",
                                        "--directory", "--working-dir", "--cwd",   NULL};
    for (uint32_t i = 0; i < count; i++) {
        struct span text = words[i].text, name = part(text, 0, name_length(text));
        bool leads = i == 0 || span_is(words[0].text, "export"); /* a variable of the shell has any case */
        if (name.len && name.len < text.len && text.data[name.len] == '=' && (leads || is_variable(name)))
            add_setting(self, name, part(text, name.len + 1, text.len), words[i].line);
        if (i + 1 < count && is_one_of(text, moves))
            add_folder(self, words[i + 1].text);
        for (const char *const *m = moves + 2; *m; m++) {
            size_t length = strlen(*m);
            if (span_starts(text, *m) && text.len > length && text.data[length] == '=')
                add_folder(self, part(text, length + 1, text.len));
        }
    }
}

/* sh -c "…", and what YAML puts in quotes: a word with blanks is a command of its own. */
static void read_nested(struct reader *self, const struct command_word *words, uint32_t count) {
    if (self->nesting == COMMAND_NESTING || (count && only_speaks(words[0].text)))
        return;
    self->nesting++;
    for (uint32_t i = 0; i < count; i++)
        if (memchr(words[i].text.data, ' ', words[i].text.len) || memchr(words[i].text.data, '\n', words[i].text.len))
            split(self, words[i].text, words[i].line, SPLIT_LINES);
    self->nesting--;
}

static void emit(struct reader *self, const struct command_word *words, uint32_t count) {
    if (!count || self->file->commands.len >= COMMANDS_MOST)
        return;
    struct command_word *kept = arena_alloc(self->arena, count * sizeof *kept);
    memcpy(kept, words, count * sizeof *kept);
    vec_push(&self->file->commands, ((struct command){kept, count, self->block}));
    note_settings(self, kept, count);
    read_nested(self, kept, count);
}

static void end_command(struct reader *self, uint32_t first) {
    uint32_t count = self->words.len - first;
    self->words.len = first;
    emit(self, self->words.data + first, count);
}

static void end_word(struct reader *self, bool *open, uint32_t first, uint32_t line) {
    struct span text = {self->word.data, self->word.len};
    if (*open && self->words.len - first < COMMAND_WORDS)
        vec_push(&self->words, ((struct command_word){keep(self, text), line}));
    self->word.len = 0;
    *open = false;
}

/* Where the quote that opens at `at` ends; 0 when it does not. An apostrophe opens none. */
static size_t quote_end(struct span text, size_t at) {
    size_t limit = text.len - at < COMMAND_QUOTED ? text.len : at + COMMAND_QUOTED;
    for (size_t i = at + 1; i < limit; i++) {
        if (text.data[i] == '\\' && text.data[at] == '"')
            i++;
        else if (text.data[i] == text.data[at])
            return i;
    }
    return 0;
}

static uint32_t lines_in(const char *from, const char *to) {
    uint32_t lines = 0;
    for (; from < to; from++)
        lines += *from == '\n';
    return lines;
}

static void put(struct reader *self, char c) {
    if (self->word.len < COMMAND_WORD)
        buffer_putc(&self->word, c);
}

static void put_quoted(struct reader *self, struct span text, char quote) {
    for (size_t i = 0; i < text.len; i++) {
        if (quote == '"' && text.data[i] == '\\' && i + 1 < text.len) {
            i++;
            if (text.data[i] == '\n') /* the text goes on in the next line */
                continue;
            put(self, text.data[i] == 'n' ? '\n' : text.data[i]);
        } else {
            put(self, text.data[i]);
        }
    }
}

/* $(…), `…` and create_app(…) belong to the word they stand in. */
static size_t bracket_end(struct span text, size_t at) {
    uint32_t depth = 0;
    for (size_t i = at; i < text.len && i < at + 256 && text.data[i] != '\n'; i++) {
        depth += text.data[i] == '(';
        if (text.data[i] == ')' && --depth == 0)
            return i;
    }
    return 0;
}

static bool is_separator(char c, enum split how) {
    return how == SPLIT_LIST ? strchr(",[]", c) != NULL : strchr(";|&()", c) != NULL;
}

static void split(struct reader *self, struct span text, uint32_t line, enum split how) {
    uint32_t first = self->words.len, word_line = line;
    bool open = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        size_t end;
        if (!open)
            word_line = line;
        if (!c)
            c = ' ';
        if ((c == '"' || c == '\'') && (end = quote_end(text, i))) {
            put_quoted(self, part(text, i + 1, end), c);
            line += lines_in(text.data + i, text.data + end);
            open = true;
            i = end;
        } else if (c == '\\' && i + 1 < text.len) {
            bool ends =
                text.data[i + 1] == '\n' || (text.data[i + 1] == '\r' && i + 2 < text.len && text.data[i + 2] == '\n');
            if (ends) {
                end_word(self, &open, first, word_line);
                i += text.data[i + 1] == '\r' ? 2 : 1;
                line++;
            } else {
                put(self, text.data[++i]);
                open = true;
            }
        } else if (c == '#' && !open) {
            const char *next = memchr(text.data + i, '\n', text.len - i);
            i = next ? (size_t)(next - text.data) - 1 : text.len;
        } else if (c == '\n') {
            end_word(self, &open, first, word_line);
            if (how == SPLIT_LINES)
                end_command(self, first);
            line++;
        } else if (is_blank(c)) {
            end_word(self, &open, first, word_line);
        } else if (c == '(' && how != SPLIT_LIST && open && (end = bracket_end(text, i))) {
            for (; i < end; i++)
                put(self, text.data[i]);
            put(self, ')');
        } else if (is_separator(c, how)) {
            end_word(self, &open, first, word_line);
            if (how != SPLIT_LIST)
                end_command(self, first);
        } else {
            put(self, c);
            open = true;
        }
    }
    end_word(self, &open, first, word_line);
    end_command(self, first);
}

static enum split how_of(struct span value, enum split otherwise) {
    value = trim(value);
    return value.len && value.data[0] == '[' ? SPLIT_LIST : otherwise;
}

/* The words of the commands since `first`, put behind those of an entry point. */
static void emit_behind(struct reader *self, uint32_t first) {
    if (!self->before.len || self->file->commands.len <= first)
        return;
    struct command last = self->file->commands.data[first];
    uint32_t start = self->words.len;
    for (uint32_t i = 0; i < self->before.len; i++)
        vec_push(&self->words, self->before.data[i]);
    for (uint32_t i = 0; i < last.count && i < COMMAND_WORDS; i++)
        vec_push(&self->words, last.words[i]);
    end_command(self, start);
}

static void keep_before(struct reader *self, uint32_t first) {
    vec_clear(&self->before);
    if (self->file->commands.len > first) {
        struct command last = self->file->commands.data[first];
        for (uint32_t i = 0; i < last.count; i++)
            vec_push(&self->before, last.words[i]);
    }
}

/* ---- lines ---- */

struct lines {
    struct span text;
    size_t next;      /* where the next line begins */
    uint32_t number;  /* of the line that was read last, from 1 */
    struct span line; /* without its end */
};

static bool next_line(struct lines *self) {
    if (self->next >= self->text.len)
        return false;
    const char *start = self->text.data + self->next, *end = memchr(start, '\n', self->text.len - self->next);
    size_t length = end ? (size_t)(end - start) : self->text.len - self->next;
    self->next += length + (end != NULL);
    self->number++;
    self->line = (struct span){start, length && start[length - 1] == '\r' ? length - 1 : length};
    return true;
}

static size_t indent_of(struct span line) {
    size_t n = 0;
    while (n < line.len && (line.data[n] == ' ' || line.data[n] == '\t'))
        n++;
    return n;
}

static bool is_empty(struct span line) {
    line = trim(line);
    return !line.len || line.data[0] == '#';
}

/* Adds the next line to a run that starts at `from` and is still open. */
static struct span extend(struct lines *self, struct span from) {
    next_line(self);
    return (struct span){from.data, (size_t)(self->line.data + self->line.len - from.data)};
}

static bool goes_on(struct span line) {
    line = trim(line);
    return line.len && line.data[line.len - 1] == '\\';
}

/* ---- Dockerfile ---- */

static void read_copy(struct reader *self, struct span rest) {
    uint32_t before = self->file->commands.len;
    split(self, rest, 1, how_of(rest, SPLIT_FLAT));
    for (uint32_t c = before; c < self->file->commands.len; c++)
        for (uint32_t i = 0; i < self->file->commands.data[c].count; i++)
            if (!span_starts(self->file->commands.data[c].words[i].text, "-"))
                add_folder(self, self->file->commands.data[c].words[i].text);
    self->file->commands.len = before;
}

static void read_env(struct reader *self, struct span rest, uint32_t line) {
    uint32_t before = self->file->commands.len;
    split(self, rest, line, SPLIT_FLAT);
    const struct command *c = self->file->commands.len > before ? &self->file->commands.data[before] : NULL;
    if (c && c->count == 2 && is_variable(c->words[0].text))
        add_setting(self, c->words[0].text, c->words[1].text, line);
    self->file->commands.len = before;
}

static void instruction(struct reader *self, struct span text, uint32_t line) {
    size_t length = 0;
    text = trim(text);
    while (length < text.len && !is_blank(text.data[length]))
        length++;
    struct span word = part(text, 0, length), rest = part(text, length, text.len);
    uint32_t before = self->file->commands.len;
    if (is_case(word, "FROM")) {
        self->block++;
        vec_clear(&self->before);
        split(self, text, line, SPLIT_FLAT);
    } else if (is_case(word, "ENV") || is_case(word, "ARG")) {
        read_env(self, rest, line);
    } else if (is_case(word, "COPY") || is_case(word, "ADD")) {
        read_copy(self, rest);
    } else if (is_case(word, "WORKDIR")) {
        add_folder(self, trim(rest));
    } else if (is_case(word, "ENTRYPOINT")) {
        split(self, rest, line, how_of(rest, SPLIT_FLAT));
        keep_before(self, before);
    } else if (is_case(word, "CMD")) {
        split(self, rest, line, how_of(rest, SPLIT_FLAT));
        emit_behind(self, before);
    }
}

static void read_container(struct reader *self, struct span text) {
    struct lines lines = {.text = text};
    while (next_line(&lines)) {
        struct span run = lines.line;
        uint32_t line = lines.number;
        if (is_empty(run))
            continue;
        while ((goes_on(lines.line) || (lines.number != line && is_empty(lines.line))) && lines.next < text.len)
            run = extend(&lines, run);
        instruction(self, run, line);
    }
}

/* ---- YAML, and JSON as far as it is that ---- */

struct entry {
    struct span key, value; /* key is empty for a plain item */
    size_t column;          /* where the key or item begins */
    bool item;
};

static struct entry entry_of(struct span line) {
    struct entry e = {.column = indent_of(line)};
    struct span rest = part(line, e.column, line.len);
    while (rest.len && rest.data[0] == '-' && (rest.len == 1 || rest.data[1] == ' ')) {
        size_t skip = 1 + indent_of(part(rest, 1, rest.len));
        e.item = true;
        e.column += skip;
        rest = part(rest, skip, rest.len);
    }
    e.value = trim(rest);
    size_t n = 0, start = rest.len && (rest.data[0] == '"' || rest.data[0] == '\'');
    for (n = start; n < rest.len && (is_name_byte(rest.data[n], false) || strchr("-./", rest.data[n])); n++) {
    }
    size_t end = n + (start && n < rest.len && rest.data[n] == rest.data[0]);
    if (n > start && end < rest.len && rest.data[end] == ':' && (end + 1 == rest.len || rest.data[end + 1] == ' ')) {
        e.key = part(rest, start, n);
        e.value = trim(part(rest, end + 1, rest.len));
    }
    return e;
}

/* Takes the lines that are indented more than `column`, or are empty, to what stands at `from`. */
static struct span take_deeper(struct lines *lines, struct span from, size_t column) {
    for (;;) {
        struct lines ahead = *lines;
        do {
            if (!next_line(&ahead))
                return from;
        } while (!trim(ahead.line).len);
        if (indent_of(ahead.line) <= column)
            return from;
        *lines = ahead;
        from = (struct span){from.data, (size_t)(ahead.line.data + ahead.line.len - from.data)};
    }
}

static bool opens_block(struct span value) {
    return value.len && value.len <= 3 && (value.data[0] == '|' || value.data[0] == '>');
}

static struct span unquoted(struct span text) {
    bool quoted =
        text.len > 1 && (text.data[0] == '"' || text.data[0] == '\'') && text.data[text.len - 1] == text.data[0];
    return quoted ? part(text, 1, text.len - 1) : text;
}

/* The items of a list of words, one word each, are one command. */
static bool read_items(struct reader *self, struct lines *lines, size_t column) {
    struct lines ahead = *lines;
    uint32_t first = self->words.len;
    size_t items = 0;
    for (struct lines line = ahead; next_line(&line);) {
        if (is_empty(line.line)) {
            ahead = line;
            continue;
        }
        struct entry e = entry_of(line.line);
        size_t indent = indent_of(line.line);
        if (!e.item || indent < column || (items && indent != items - 1) || e.key.len)
            break;
        items = indent + 1;
        struct span value = e.value;
        uint32_t number = line.number;
        if (opens_block(value)) {
            value = take_deeper(&line, part(line.line, line.line.len, line.line.len), indent);
            number++;
        }
        ahead = line;
        if (self->words.len - first < COMMAND_WORDS)
            vec_push(&self->words, ((struct command_word){keep(self, unquoted(trim(value))), number}));
    }
    if (items)
        *lines = ahead;
    end_command(self, first);
    return items != 0;
}

static struct span take_brackets(struct lines *lines, struct span value) {
    for (uint32_t i = 0; i < 64 && !memchr(value.data, ']', value.len) && lines->next < lines->text.len; i++)
        value = extend(lines, value);
    return value;
}

static void read_value(struct reader *self, struct lines *lines, struct entry e) {
    uint32_t number = lines->number;
    if (opens_block(e.value)) {
        bool folded = e.value.data[0] == '>';
        struct span body =
            take_deeper(lines, part(lines->line, lines->line.len, lines->line.len), indent_of(lines->line));
        split(self, body, number, folded ? SPLIT_FLAT : SPLIT_LINES);
    } else if (e.value.len && e.value.data[0] == '[') {
        split(self, take_brackets(lines, e.value), number, SPLIT_LIST);
    } else if (e.value.len) {
        bool opens = span_is(e.value, "{"); /* of JSON */
        struct span value = e.key.len && !opens ? take_deeper(lines, e.value, e.column) : e.value;
        if (value.data[value.len - 1] == ',')
            value.len--;
        split(self, value, number, SPLIT_FLAT);
    } else {
        read_items(self, lines, e.item ? e.column : indent_of(lines->line));
    }
}

static void read_yaml(struct reader *self, struct span text) {
    static const char *const parts[] = {"command", "args", "entrypoint", NULL};
    static const char *const folders[] = {"context",   "build",      "working_dir", "workingDir",
                                          "directory", "dockerfile", "rootDir",     NULL};
    struct lines lines = {.text = text};
    uint32_t entry_block = UINT32_MAX;
    while (next_line(&lines)) {
        if (is_empty(lines.line))
            continue;
        struct entry e = entry_of(lines.line);
        if ((e.key.len && !e.value.len && !e.item && e.column <= 2 && !is_one_of(e.key, parts)) ||
            span_starts(lines.line, "---"))
            self->block++;
        if (is_one_of(e.key, folders))
            add_folder(self, unquoted(e.value));
        if (is_variable(e.key))
            add_setting(self, e.key, unquoted(e.value), lines.number);
        uint32_t before = self->file->commands.len;
        read_value(self, &lines, e);
        if (entry_block == self->block && is_one_of(e.key, parts) && !span_is(e.key, "entrypoint"))
            emit_behind(self, before);
        if (is_one_of(e.key, parts) && !span_is(e.key, "args")) {
            keep_before(self, before);
            entry_block = self->block;
        }
    }
}

/* ---- key = value ---- */

/* [uwsgi] is a command, one option a line. */
struct uwsgi {
    uint32_t first; /* of the reader's words */
    bool open;
};

static void uwsgi_option(struct reader *self, struct uwsgi *uwsgi, struct span key, struct span value, uint32_t line) {
    static const char *const options[] = {"module", "wsgi", "wsgi-file", "file", "callable", "mount", NULL};
    if (!uwsgi->open || !is_one_of(key, options))
        return;
    if (self->words.len == uwsgi->first)
        vec_push(&self->words, ((struct command_word){SPAN("uwsgi"), line}));
    struct span option = span_of(arena_printf(self->arena, "--%.*s", (int)key.len, key.data));
    if (self->words.len - uwsgi->first < COMMAND_WORDS) {
        vec_push(&self->words, ((struct command_word){option, line}));
        vec_push(&self->words, ((struct command_word){keep(self, value), line}));
    }
}

static void read_assignment(struct reader *self, struct uwsgi *uwsgi, struct span run, uint32_t line) {
    static const char *const folders[] = {"directory", "WorkingDirectory", "chdir", "base", NULL};
    const char *equals = memchr(run.data, '=', run.len);
    struct span key = trim(part(run, 0, equals ? (size_t)(equals - run.data) : 0));
    struct span value = equals ? trim(part(run, (size_t)(equals - run.data) + 1, run.len)) : run;
    while (value.len && strchr("-@+!", value.data[0]) && span_starts(key, "Exec"))
        value = part(value, 1, value.len);
    if (is_one_of(key, folders))
        add_folder(self, unquoted(value));
    if (is_variable(key))
        add_setting(self, key, unquoted(value), line);
    uwsgi_option(self, uwsgi, key, unquoted(value), line);
    uint32_t first = self->words.len;
    if (!uwsgi->open)
        split(self, value, line, how_of(value, SPLIT_FLAT));
    self->words.len = first;
}

static void read_assignments(struct reader *self, struct span text, bool indented_goes_on) {
    struct lines lines = {.text = text};
    struct uwsgi uwsgi = {0};
    while (next_line(&lines)) {
        struct span run = lines.line, line = trim(run);
        uint32_t number = lines.number;
        if (is_empty(run) || line.data[0] == ';')
            continue;
        if (line.data[0] == '[' && line.data[line.len - 1] == ']') {
            end_command(self, uwsgi.first);
            self->block++;
            uwsgi = (struct uwsgi){self->words.len, span_is(line, "[uwsgi]")};
            continue;
        }
        while (goes_on(lines.line) && lines.next < text.len)
            run = extend(&lines, run);
        if (indented_goes_on)
            run = take_deeper(&lines, run, 0);
        read_assignment(self, &uwsgi, run, number);
    }
    end_command(self, uwsgi.first);
}

/* ---- the others ---- */

static void read_procfile(struct reader *self, struct span text) {
    struct lines lines = {.text = text};
    while (next_line(&lines)) {
        const char *colon = memchr(lines.line.data, ':', lines.line.len);
        if (!is_empty(lines.line) && colon) {
            self->block++;
            split(self, part(lines.line, (size_t)(colon - lines.line.data) + 1, lines.line.len), lines.number,
                  SPLIT_LINES);
        }
    }
}

static void make_variable(struct reader *self, struct span line, uint32_t number) {
    struct span name = part(line, 0, name_length(line)), rest = trim(part(line, name.len, line.len));
    while (rest.len && strchr(":?+", rest.data[0]))
        rest = part(rest, 1, rest.len);
    if (name.len && rest.len && rest.data[0] == '=')
        add_setting(self, name, trim(part(rest, 1, rest.len)), number);
}

static void read_makefile(struct reader *self, struct span text) {
    struct lines lines = {.text = text};
    while (next_line(&lines)) {
        struct span run = lines.line;
        uint32_t number = lines.number;
        if (is_empty(run))
            continue;
        if (!indent_of(run)) {
            self->block++;
            make_variable(self, run, number);
            continue;
        }
        while (goes_on(lines.line) && lines.next < text.len)
            run = extend(&lines, run);
        run = trim(run);
        while (run.len && strchr("@-+", run.data[0]))
            run = part(run, 1, run.len);
        split(self, run, number, SPLIT_LINES);
    }
}

static void read_flaskenv(struct reader *self, struct span text) {
    read_assignments(self, text, false);
    for (uint32_t i = 0; i < self->file->settings.len; i++) {
        const struct command_setting *s = &self->file->settings.data[i];
        if (span_is(s->name, "FLASK_APP")) {
            struct command_word words[] = {{SPAN("flask"), s->line}, {SPAN("run"), s->line}};
            emit(self, words, 2);
            return;
        }
    }
}

enum format {
    FORMAT_SHELL,
    FORMAT_CONTAINER,
    FORMAT_YAML,
    FORMAT_ASSIGNMENTS,
    FORMAT_PROCFILE,
    FORMAT_MAKEFILE,
    FORMAT_FLASKENV
};

static bool has(struct span name, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= name.len; i++)
        if (strncasecmp(name.data + i, word, length) == 0)
            return true;
    return false;
}

static enum format format_of(struct span name) {
    static const char *const assignments[] = {".conf", ".ini", ".service", ".toml", NULL};
    if (span_ends(name, ".yml") || span_ends(name, ".yaml") || span_ends(name, ".json"))
        return FORMAT_YAML;
    for (const char *const *a = assignments; *a; a++)
        if (span_ends(name, *a))
            return FORMAT_ASSIGNMENTS;
    if (span_ends(name, ".sh"))
        return FORMAT_SHELL;
    if (has(name, "dockerfile") || has(name, "containerfile"))
        return FORMAT_CONTAINER;
    if (span_starts(name, "Procfile"))
        return FORMAT_PROCFILE;
    if (has(name, "makefile") || has(name, "justfile"))
        return FORMAT_MAKEFILE;
    return span_is(name, ".flaskenv") ? FORMAT_FLASKENV : FORMAT_SHELL;
}

static struct span name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return span_of(slash ? slash + 1 : path);
}

enum command_place command_place(const char *path) {
    switch (format_of(name_of(path))) {
    case FORMAT_SHELL: return PLACE_SCRIPT;
    case FORMAT_MAKEFILE:
    case FORMAT_FLASKENV: return PLACE_TASK;
    default: return PLACE_DEPLOYMENT;
    }
}

void command_read(struct command_file *self, struct arena *arena, const char *path, struct span text) {
    struct reader reader = {.file = self, .arena = arena};
    struct span name = name_of(path);
    if (span_starts(text, "\xEF\xBB\xBF"))
        text = part(text, 3, text.len);
    switch (format_of(name)) {
    case FORMAT_SHELL: split(&reader, text, 1, SPLIT_LINES); break;
    case FORMAT_CONTAINER: read_container(&reader, text); break;
    case FORMAT_YAML: read_yaml(&reader, text); break;
    case FORMAT_ASSIGNMENTS:
        read_assignments(&reader, text, span_ends(name, ".conf") || span_ends(name, ".ini"));
        break;
    case FORMAT_PROCFILE: read_procfile(&reader, text); break;
    case FORMAT_MAKEFILE: read_makefile(&reader, text); break;
    case FORMAT_FLASKENV: read_flaskenv(&reader, text); break;
    }
    vec_free(&reader.words);
    vec_free(&reader.before);
    buffer_free(&reader.word);
}

void command_file_free(struct command_file *self) {
    vec_free(&self->commands);
    vec_free(&self->settings);
    vec_free(&self->folders);
}

/* ---- variables ---- */

static struct span value_of(const struct command_file *self, struct span name, uint32_t block) {
    struct span anywhere = {0};
    for (uint32_t i = 0; i < self->settings.len; i++) {
        const struct command_setting *s = &self->settings.data[i];
        if (span_eq(s->name, name) && s->block == block)
            return s->value;
        if (span_eq(s->name, name) && !anywhere.len)
            anywhere = s->value;
    }
    return anywhere;
}

struct span command_setting(const struct command_file *self, const char *name, uint32_t block) {
    return value_of(self, span_of(name), block);
}

#define EXPANSION_DEPTH 6u   /* variables in the values of variables */
#define EXPANSION_STEPS 256u /* variables in one word, those in values included */

struct expansion {
    const struct command_file *file;
    uint32_t block, depth, steps;
    struct span names[EXPANSION_DEPTH]; /* being expanded: a variable that is set to its own default takes that */
    struct buffer out;
};

static void expand(struct expansion *self, struct span text);

static void expand_name(struct expansion *self, struct span name, struct span otherwise) {
    struct span value = value_of(self->file, name, self->block);
    for (uint32_t i = 0; i < self->depth; i++)
        if (span_eq(self->names[i], name))
            value.len = 0;
    if (self->depth < EXPANSION_DEPTH && self->steps++ < EXPANSION_STEPS) {
        self->names[self->depth++] = name;
        expand(self, value.len ? value : otherwise);
        self->depth--;
    }
}

static void expand(struct expansion *self, struct span text) {
    for (size_t i = 0; i < text.len && self->out.len < COMMAND_WORD; i++) {
        char open = text.data[i] == '$' && i + 1 < text.len ? text.data[i + 1] : '\0';
        if (open == '{' || open == '(') {
            const char *end = memchr(text.data + i, open == '{' ? '}' : ')', text.len - i);
            /* braces inside a default: the last one ends it */
            if (end && open == '{' && memchr(text.data + i + 2, '{', (size_t)(end - text.data) - i - 2))
                end = memrchr(text.data + i, '}', text.len - i);
            if (!end)
                return;
            struct span inside = part(text, i + 2, (size_t)(end - text.data)),
                        name = part(inside, 0, name_length(inside));
            size_t at = name.len;
            while (at < inside.len && strchr(":-=?+", inside.data[at]))
                at++;
            expand_name(self, name, at > name.len ? unquoted(part(inside, at, inside.len)) : (struct span){0});
            i = (size_t)(end - text.data);
        } else if (open && is_name_byte(open, true)) {
            struct span name = part(text, i + 1, i + 1 + name_length(part(text, i + 1, text.len)));
            expand_name(self, name, (struct span){0});
            i += name.len;
        } else {
            buffer_putc(&self->out, text.data[i]);
        }
    }
}

struct span command_expand(const struct command_file *self, struct arena *arena, struct span word, uint32_t block) {
    if (!memchr(word.data, '$', word.len))
        return word;
    struct expansion e = {.file = self, .block = block};
    expand(&e, word);
    struct span text = {arena_strndup(arena, e.out.len ? e.out.data : "", e.out.len), e.out.len};
    buffer_free(&e.out);
    return text;
}
