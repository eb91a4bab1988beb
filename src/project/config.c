#include "project/config.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/fs.h"
#include "base/glob.h"
#include "base/text.h"
#include "project/role.h"
#include "syntax/toml.h"

#define CONFIG_LARGEST ((uint64_t)1 << 20)
#define FOLDERS_UP 256 /* how far up a configuration is looked for */
#define SECTION "tool.loadpath"

/* What a value of the configuration is; struct kind below says how each is read. */
enum kind {
    KIND_PATTERNS,
    KIND_FOLDERS,
    KIND_PATHS,
    KIND_CODES,
    KIND_ROLES,
    KIND_PATH_TABLE,
    KIND_SEVERITY,
    KIND_CONFIDENCE,
    KIND_VERSION,
    KIND_BOOL
};

struct option {
    const char *key;
    enum kind kind;
    size_t offset; /* of its field in struct config */
    const char *fallback, *example, *help;
};

static const struct option options[] = {
#define CONFIG_OPTION(field, key, kind, fallback, example, help) \
    {key, KIND_##kind, offsetof(struct config, field), fallback, example, help},
#include "project/options.def"
#undef CONFIG_OPTION
};

#define OPTION_COUNT (sizeof options / sizeof *options)

struct reader {
    struct config *config;
    const char *path;   /* of the file that is read */
    const char *folder; /* that it stands in, as found */
    const struct option *option;
    struct arena *arena;
    struct error *error;
};

/* ---- errors ------------------------------------------------------------------------------------------------------ */

static const char *kind_of(const struct toml_value *value) {
    static const char *const names[] = {
        [TOML_STRING] = "a string",   [TOML_INTEGER] = "an integer", [TOML_FLOAT] = "a float",
        [TOML_BOOLEAN] = "a boolean", [TOML_DATE] = "a date",        [TOML_ARRAY] = "a list",
        [TOML_TABLE] = "a table",
    };
    return names[value->kind];
}

static const char *example(const struct reader *self) {
    return arena_printf(self->arena, "write %s = %s", self->option->key, self->option->example);
}

static bool wrong_type(const struct reader *self, const struct toml_value *value, const char *expected) {
    return error_set(self->error, self->path, value->line, example(self), "\"%s\" must be %s, not %s",
                     self->option->key, expected, kind_of(value));
}

static bool wrong_item(const struct reader *self, const struct toml_value *value, const char *remedy,
                       const char *what) {
    return error_set(self->error, self->path, value->line, remedy, "unknown %s \"%s\" in \"%s\"", what, value->text,
                     self->option->key);
}

/* Whether `known` is close enough to the misspelled word to be meant, and closer than *best. */
static bool is_closer(const char *word, const char *known, unsigned *best) {
    unsigned limit = (unsigned)strlen(word) / 3 + 1;
    unsigned distance = text_distance(word, known, limit < *best ? limit : *best);
    if (distance > limit || distance >= *best)
        return false;
    *best = distance;
    return true;
}

static const char *all_keys(struct arena *arena) {
    const char *list = "";
    for (size_t i = 0; i < OPTION_COUNT; i++)
        list = arena_printf(arena, "%s%s%s", list, i ? ", " : "", options[i].key);
    return arena_printf(arena, "known keys: %s", list);
}

static bool unknown_key(const struct reader *self, const struct toml_value *value) {
    const char *meant = NULL;
    unsigned best = 6;
    if (strcmp(value->key, "tool") == 0)
        return error_set(self->error, self->path, value->line, "leave the line [tool.loadpath] out: in this file the keys stand alone",
                         "[tool.loadpath] belongs into pyproject.toml");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (is_closer(value->key, options[i].key, &best))
            meant = options[i].key;
    const char *remedy = meant ? arena_printf(self->arena, "did you mean \"%s\"?", meant) : all_keys(self->arena);
    return error_set(self->error, self->path, value->line, remedy, "unknown key \"%s\"", value->key);
}

/* ---- items of lists ---------------------------------------------------------------------------------------------- */

/* Checks one item of a list and may replace it; false with an error. */
typedef bool item_reader(const struct reader *self, const struct toml_value *value, const char **item);

static bool read_pattern(const struct reader *self, const struct toml_value *value, const char **item) {
    (void)self, (void)value, (void)item;
    return true;
}

/* Appends one component to the folder that is being put together. ".." must not lead above the start. */
static bool add_component(char *folder, size_t *length, struct span component) {
    if (span_is(component, ".") || !component.len)
        return true;
    if (span_is(component, "..")) {
        if (!*length)
            return false;
        while (*length && folder[*length - 1] != '/')
            --*length;
        *length -= *length > 0;
        return true;
    }
    if (*length)
        folder[(*length)++] = '/';
    memcpy(folder + *length, component.data, component.len);
    *length += component.len;
    return true;
}

/* "./src/" becomes "src", "." becomes "". */
static bool read_folder(const struct reader *self, const struct toml_value *value, const char **item) {
    const char *at = *item;
    char *folder = arena_alloc(self->arena, strlen(at) + 1);
    size_t length = 0;
    bool inside = *at != '/';
    while (inside && *at) {
        size_t size = strcspn(at, "/");
        inside = add_component(folder, &length, (struct span){at, size});
        at += size + (at[size] == '/');
    }
    folder[length] = '\0';
    *item = folder;
    return inside ||
           error_set(self->error, self->path, value->line, "name a folder below the one that this file stands in",
                     "\"%s\" in \"%s\" leads out of the project", value->text, self->option->key);
}

static bool read_path(const struct reader *self, const struct toml_value *value, const char **item) {
    (void)value;
    if (**item != '/')
        *item = fs_join(self->arena, self->folder, *item);
    return true;
}

static bool is_code(const char *text) {
    size_t length = strlen(text);
    return strncmp(text, "LP", 2) == 0 && length <= 5 && strspn(text + 2, "0123456789") == length - 2;
}

static bool is_id(const char *text) {
    size_t group = strspn(text, "abcdefghijklmnopqrstuvwxyz-");
    if (!group)
        return false;
    if (text[group] == '\0')
        return true;
    size_t name = strspn(text + group + 1, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return text[group] == '/' && name && text[group + 1 + name] == '\0';
}

static bool read_code(const struct reader *self, const struct toml_value *value, const char **item) {
    if (is_code(*item) || is_id(*item) || strcmp(*item, "ALL") == 0)
        return true;
    return wrong_item(self, value,
                      "name a code (LP101), a prefix (LP1), an id (async/blocking-call), a group (async) or ALL",
                      "code");
}

static bool read_role(const struct reader *self, const struct toml_value *value, const char **item) {
    return role_counted_parse(*item) || wrong_item(self, value, "use tests, migrations, vendored or generated", "role");
}

static uint32_t count_entries(const struct toml_value *value) {
    uint32_t count = 0;
    for (const struct toml_value *entry = value->first; entry; entry = entry->next)
        count++;
    return count;
}

static bool read_names(const struct reader *self, const struct toml_value *value, item_reader *read_item,
                       struct config_names *out) {
    if (value->kind != TOML_ARRAY)
        return wrong_type(self, value, "a list of strings");
    uint32_t count = count_entries(value), i = 0;
    const char **items = arena_alloc(self->arena, count * sizeof *items);
    uint32_t *lines = arena_alloc(self->arena, count * sizeof *lines);
    for (const struct toml_value *entry = value->first; entry; entry = entry->next, i++) {
        if (entry->kind != TOML_STRING)
            return wrong_type(self, entry, "a list of strings");
        if (!*entry->text)
            return error_set(self->error, self->path, entry->line, example(self), "\"%s\" holds an empty string",
                             self->option->key);
        items[i] = entry->text;
        lines[i] = entry->line;
        if (!read_item(self, entry, &items[i]))
            return false;
    }
    *out = (struct config_names){items, count, lines};
    return true;
}

/* ---- kinds of values --------------------------------------------------------------------------------------------- */

static bool read_patterns(const struct reader *self, const struct toml_value *value, void *field) {
    return read_names(self, value, read_pattern, field);
}

static bool read_folders(const struct reader *self, const struct toml_value *value, void *field) {
    return read_names(self, value, read_folder, field);
}

static bool read_paths(const struct reader *self, const struct toml_value *value, void *field) {
    return read_names(self, value, read_path, field);
}

static bool read_codes(const struct reader *self, const struct toml_value *value, void *field) {
    return read_names(self, value, read_code, field);
}

static bool read_roles(const struct reader *self, const struct toml_value *value, void *field) {
    return read_names(self, value, read_role, field);
}

static bool read_path_table(const struct reader *self, const struct toml_value *value, void *field) {
    struct config_path_ignore **ignores = field;
    if (value->kind != TOML_TABLE)
        return wrong_type(self, value, "a table of patterns and lists of codes");
    uint32_t count = count_entries(value), i = 0;
    *ignores = arena_zalloc(self->arena, count * sizeof **ignores);
    for (const struct toml_value *entry = value->first; entry; entry = entry->next, i++) {
        (*ignores)[i].pattern = entry->key;
        if (!read_names(self, entry, read_code, &(*ignores)[i].codes))
            return false;
    }
    self->config->per_path_ignore_count = count;
    return true;
}

static bool read_severity(const struct reader *self, const struct toml_value *value, void *field) {
    enum finding_severity *severity = field;
    if (value->kind != TOML_STRING)
        return wrong_type(self, value, "a string");
    return finding_severity_parse(value->text, severity) ||
           wrong_item(self, value, "use note, warning or error", "severity");
}

static bool read_confidence(const struct reader *self, const struct toml_value *value, void *field) {
    enum finding_confidence *confidence = field;
    if (value->kind != TOML_STRING)
        return wrong_type(self, value, "a string");
    return finding_confidence_parse(value->text, confidence) ||
           wrong_item(self, value, "use possible, likely or certain", "confidence");
}

static bool is_version(const char *text) {
    size_t digits = strspn(text, "3") == 1 && text[1] == '.' ? strspn(text + 2, "0123456789") : 0;
    return digits >= 1 && digits <= 2 && text[2 + digits] == '\0';
}

static bool read_version(const struct reader *self, const struct toml_value *value, void *field) {
    const char **version = field;
    if (value->kind != TOML_STRING)
        return wrong_type(self, value, "a string");
    *version = *value->text ? value->text : NULL;
    return !*value->text || is_version(value->text) || wrong_item(self, value, example(self), "version");
}

static bool read_bool(const struct reader *self, const struct toml_value *value, void *field) {
    bool *flag = field;
    if (value->kind != TOML_BOOLEAN)
        return wrong_type(self, value, "true or false");
    *flag = value->number != 0;
    return true;
}

typedef bool value_reader(const struct reader *self, const struct toml_value *value, void *field);

static value_reader *const readers[] = {
    [KIND_PATTERNS] = read_patterns, [KIND_FOLDERS] = read_folders,       [KIND_PATHS] = read_paths,
    [KIND_CODES] = read_codes,       [KIND_ROLES] = read_roles,           [KIND_PATH_TABLE] = read_path_table,
    [KIND_SEVERITY] = read_severity, [KIND_CONFIDENCE] = read_confidence, [KIND_VERSION] = read_version,
    [KIND_BOOL] = read_bool,
};

/* ---- a document -------------------------------------------------------------------------------------------------- */

/* The text of a quoted fallback. The fallbacks are ours: plain words. */
static bool fallback_is(const struct option *option, const char *word) {
    size_t length = strlen(word);
    return strncmp(option->fallback + 1, word, length) == 0 && option->fallback[1 + length] == '"';
}

static void init_severity(const struct option *option, enum finding_severity *field) {
    for (int severity = SEVERITY_NOTE; severity <= SEVERITY_ERROR; severity++)
        if (fallback_is(option, finding_severity_name((enum finding_severity)severity)))
            *field = (enum finding_severity)severity;
}

static void init_confidence(const struct option *option, enum finding_confidence *field) {
    for (int confidence = CONFIDENCE_POSSIBLE; confidence <= CONFIDENCE_CERTAIN; confidence++)
        if (fallback_is(option, finding_confidence_name((enum finding_confidence)confidence)))
            *field = (enum finding_confidence)confidence;
}

void config_init(struct config *self) {
    *self = (struct config){.prefix = ""};
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        void *field = (char *)self + options[i].offset;
        switch (options[i].kind) {
        case KIND_SEVERITY: init_severity(&options[i], field); break;
        case KIND_CONFIDENCE: init_confidence(&options[i], field); break;
        case KIND_BOOL: *(bool *)field = strcmp(options[i].fallback, "true") == 0; break;
        default: break; /* lists and tables are empty, a version is not said */
        }
    }
}

static bool read_entry(struct reader *self, const struct toml_value *value) {
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(value->key, options[i].key) != 0)
            continue;
        self->option = &options[i];
        return readers[options[i].kind](self, value, (char *)self->config + options[i].offset);
    }
    return unknown_key(self, value);
}

static bool read_table(struct reader *self, const struct toml_value *table) {
    if (table->kind != TOML_TABLE)
        return error_set(self->error, self->path, table->line, "write [" SECTION "]", "\"%s\" must be a table, not %s",
                         SECTION, kind_of(table));
    for (const struct toml_value *entry = table->first; entry; entry = entry->next)
        if (!read_entry(self, entry))
            return false;
    return true;
}

static struct span name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return span_of(slash ? slash + 1 : path);
}

static const char *folder_of(const char *path, struct arena *arena) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_strndup(arena, path, (size_t)(slash - path));
}

/* The table of a configuration file, or NULL: without an error when a pyproject.toml has none for us. A pyproject.toml
 * that does not even hold our name is not parsed: its mistakes are not ours to tell. */
static const struct toml_value *parse(const char *path, struct span text, struct arena *arena, struct error *error) {
    bool shared = span_is(name_of(path), "pyproject.toml");
    if (shared && !memmem(text.data, text.len, "loadpath", 8))
        return NULL;
    const struct toml_value *document = toml_parse(path, text, arena, error);
    return document && shared ? toml_get(document, SECTION) : document;
}

enum outcome { CONFIG_FAILED, CONFIG_ABSENT, CONFIG_READ };

static enum outcome read_text(struct config *self, const char *path, struct span text, struct arena *arena,
                              struct error *error) {
    struct error problem = {0};
    const struct toml_value *table = parse(path, text, arena, &problem);
    if (!table) {
        if (problem.message[0] && error)
            *error = problem;
        return problem.message[0] ? CONFIG_FAILED : CONFIG_ABSENT;
    }
    self->path = arena_strdup(arena, path);
    struct reader reader = {self, self->path, folder_of(self->path, arena), NULL, arena, error};
    return read_table(&reader, table) ? CONFIG_READ : CONFIG_FAILED;
}

static enum outcome read_file(struct config *self, const char *path, struct arena *arena, struct error *error) {
    struct buffer text = {0};
    enum outcome outcome = CONFIG_FAILED;
    if (fs_read(path, CONFIG_LARGEST, &text, error))
        outcome = read_text(self, path, (struct span){text.data, text.len}, arena, error);
    buffer_free(&text);
    return outcome;
}

bool config_read(struct config *self, const char *path, struct arena *arena, struct error *error) {
    enum outcome outcome = read_file(self, path, arena, error);
    if (outcome == CONFIG_ABSENT)
        self->path = arena_strdup(arena, path);
    return outcome != CONFIG_FAILED;
}

static enum outcome read_folder_config(struct config *self, const char *folder, struct arena *arena,
                                       struct error *error) {
    static const char *const names[] = {"loadpath.toml", "pyproject.toml"};
    enum outcome outcome = CONFIG_ABSENT;
    for (size_t i = 0; i < sizeof names / sizeof *names && outcome == CONFIG_ABSENT; i++) {
        const char *path = fs_join(arena, folder, names[i]);
        if (fs_is_file(path))
            outcome = read_file(self, path, arena, error);
    }
    return outcome;
}

bool config_find(struct config *self, const char *folder, struct arena *arena, struct error *error) {
    for (int up = 0; up < FOLDERS_UP; up++) {
        enum outcome outcome = read_folder_config(self, folder, arena, error);
        if (outcome != CONFIG_ABSENT)
            return outcome == CONFIG_READ;
        const char *real = fs_real(folder, arena);
        if (!real || strcmp(real, "/") == 0 || fs_kind(fs_join(arena, folder, ".git")) != FS_MISSING)
            return true;
        folder = fs_join(arena, folder, "..");
    }
    return true;
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

/* A pattern with a slash is anchored at the configuration's folder, one without means any component below the root. */
static bool matches(const struct config *self, const char *pattern, const char *path, struct buffer *full) {
    size_t length = strlen(pattern);
    while (length && pattern[length - 1] == '/')
        length--;
    if (!*self->prefix || !memchr(pattern, '/', length))
        return glob_match(pattern, path);
    if (!full->len) {
        buffer_puts(full, self->prefix);
        buffer_puts(full, path);
    }
    return glob_match(pattern, full->data);
}

bool config_matches(const struct config *self, const struct config_names *patterns, const char *path) {
    struct buffer full = {0};
    bool found = false;
    for (uint32_t i = 0; i < patterns->count && !found; i++)
        found = matches(self, patterns->items[i], path, &full);
    buffer_free(&full);
    return found;
}

/* How closely a selector names the check; 0 when it does not. A whole code and an id weigh the same. */
static unsigned closeness(const char *selector, const char *code, const char *id) {
    size_t length = strlen(selector);
    if (strcmp(selector, "ALL") == 0)
        return 1;
    if (strcmp(selector, code) == 0 || strcmp(selector, id) == 0)
        return 10;
    if (is_code(selector))
        return strncmp(selector, code, length) == 0 ? (unsigned)length : 0; /* LP is 2, LP1 is 3 */
    return strncmp(selector, id, length) == 0 && id[length] == '/' ? 3 : 0;
}

static unsigned closest(const struct config_names *selectors, const char *code, const char *id) {
    unsigned best = 0;
    for (uint32_t i = 0; i < selectors->count; i++) {
        unsigned close = closeness(selectors->items[i], code, id);
        best = close > best ? close : best;
    }
    return best;
}

static bool ignored_below(const struct config *self, const struct config_path_ignore *ignore, const char *code,
                          const char *id, const char *path) {
    bool inverted = *ignore->pattern == '!';
    const char *pattern = ignore->pattern + inverted;
    struct config_names one = {&pattern, 1, NULL};
    return closest(&ignore->codes, code, id) && config_matches(self, &one, path) != inverted;
}

bool config_wants(const struct config *self, const char *code, const char *id, const char *path) {
    unsigned selected = self->select.count ? closest(&self->select, code, id) : 1;
    if (selected <= closest(&self->ignore, code, id))
        return false;
    for (uint32_t i = 0; i < self->per_path_ignore_count; i++)
        if (ignored_below(self, &self->per_path_ignores[i], code, id, path))
            return false;
    return true;
}

struct check_names {
    const char *const *codes, *const *ids;
    uint32_t count;
};

/* The known spelling nearest to a selector, or NULL. */
static const char *nearest(const char *selector, const struct check_names *known) {
    const char *const *names = is_code(selector) ? known->codes : known->ids;
    const char *meant = NULL;
    unsigned best = 6;
    for (uint32_t i = 0; i < known->count; i++)
        if (is_closer(selector, names[i], &best))
            meant = names[i];
    return meant;
}

static bool is_known(const char *selector, const struct check_names *known) {
    for (uint32_t i = 0; i < known->count; i++)
        if (closeness(selector, known->codes[i], known->ids[i]))
            return true;
    return false;
}

static bool check_names(const struct config *self, const struct config_names *names, const struct check_names *known,
                        struct error *error) {
    for (uint32_t i = 0; i < names->count; i++) {
        if (is_known(names->items[i], known))
            continue;
        const char *meant = nearest(names->items[i], known);
        char remedy[128] = "`loadpath rules` lists them";
        if (meant)
            snprintf(remedy, sizeof remedy, "did you mean \"%s\"?", meant);
        return error_set(error, names->lines ? self->path : NULL, names->lines ? names->lines[i] : 0, remedy,
                         "there is no check \"%s\"", names->items[i]);
    }
    return true;
}

bool config_check_codes(const struct config *self, const char *const *codes, const char *const *ids, uint32_t count,
                        struct error *error) {
    struct check_names known = {codes, ids, count};
    bool good = check_names(self, &self->select, &known, error) && check_names(self, &self->ignore, &known, error);
    for (uint32_t i = 0; i < self->per_path_ignore_count && good; i++)
        good = check_names(self, &self->per_path_ignores[i].codes, &known, error);
    return good;
}
