#include "finding/locate.h"

#include <string.h>

#include "base/hash.h"

#define TEXT_LIMIT UINT32_MAX /* positions are 32 bits wide */
#define LONG_LINE 16384u /* bytes; columns in longer lines are counted from marks */
#define MARK_EVERY 4096u      /* bytes */

void source_cache_init(struct source_cache *self, source_reader *read, void *context) {
    *self = (struct source_cache){.read = read, .context = context};
}

void source_cache_free(struct source_cache *self) {
    vec_free(&self->files);
    map_free(&self->index);
    arena_release(&self->arena);
}

/* The position after the line end at `at`, a `\n`, `\r\n` or lone `\r` as in Python; `at` when there is none. */
static size_t after_line_end(struct span text, size_t at) {
    if (text.data[at] == '\r')
        return at + 1 + (at + 1 < text.len && text.data[at + 1] == '\n');
    return at + (text.data[at] == '\n');
}

static void find_lines(struct source_file *file, struct arena *arena) {
    VEC(uint32_t) lines = {0};
    vec_push(&lines, 0u);
    for (size_t i = 0; i < file->text.len;) {
        size_t next = after_line_end(file->text, i);
        if (next != i)
            vec_push(&lines, (uint32_t)next);
        i = next == i ? i + 1 : next;
    }
    file->lines = arena_alloc(arena, lines.len * sizeof *lines.data);
    memcpy(file->lines, lines.data, lines.len * sizeof *lines.data);
    file->line_count = lines.len;
    vec_free(&lines);
}

static void find_marks(struct source_file *file, struct arena *arena) {
    VEC(struct source_mark) marks = {0};
    uint32_t characters = 0;
    for (size_t i = 0, next = 0; i < file->text.len; characters++) {
        if (i >= next) {
            vec_push(&marks, ((struct source_mark){(uint32_t)i, characters}));
            next += MARK_EVERY;
        }
        size_t size = text_utf8(file->text.data + i, file->text.len - i);
        i += size ? size : 1;
    }
    file->marks = arena_alloc(arena, marks.len * sizeof *marks.data);
    if (marks.len)
        memcpy(file->marks, marks.data, marks.len * sizeof *marks.data);
    file->mark_count = marks.len;
    vec_free(&marks);
}

static bool has_long_line(const struct source_file *file) {
    for (uint32_t i = 0; i < file->line_count; i++) {
        uint32_t end = i + 1 < file->line_count ? file->lines[i + 1] : (uint32_t)file->text.len;
        if (end - file->lines[i] > LONG_LINE)
            return true;
    }
    return false;
}

static uint32_t load(struct source_cache *self, const char *path) {
    struct source_file file = {.path = arena_strdup(&self->arena, path)};
    file.found = self->read(self->context, path, &file.text);
    if (!file.found || file.text.len >= TEXT_LIMIT) {
        file.found = false;
        file.text = SPAN("");
    }
    find_lines(&file, &self->arena);
    if (has_long_line(&file))
        find_marks(&file, &self->arena);
    vec_push(&self->files, file);
    return self->files.len - 1;
}

/* Two paths with the same hash are told apart by their text, and the rarer one is looked for in the row. */
static const struct source_file *find(struct source_cache *self, const char *path) {
    uint32_t *slot = map_at(&self->index, hash_bytes(path, strlen(path)));
    if (*slot == MAP_NONE)
        *slot = load(self, path);
    for (uint32_t i = *slot; i < self->files.len; i++)
        if (strcmp(self->files.data[i].path, path) == 0)
            return &self->files.data[i];
    return &self->files.data[load(self, path)];
}

struct span source_cache_line(struct source_cache *self, const char *path, uint32_t line) {
    const struct source_file *file = find(self, path);
    if (!line || line > file->line_count)
        return SPAN("");
    size_t start = file->lines[line - 1];
    size_t end = line < file->line_count ? file->lines[line] : file->text.len;
    while (end > start && (file->text.data[end - 1] == '\n' || file->text.data[end - 1] == '\r'))
        end--;
    return (struct span){file->text.data + start, end - start};
}

/* The last line that begins at or before the position, from 0. */
static uint32_t line_at(const struct source_file *file, uint32_t position) {
    uint32_t low = 0, high = file->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (file->lines[middle] <= position)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Characters before a position. The mark of its own few thousand bytes may stand a character later. */
static uint32_t characters_before(const struct source_file *file, uint32_t position) {
    uint32_t index = position / MARK_EVERY;
    if (!file->mark_count)
        return 0;
    if (index >= file->mark_count)
        index = file->mark_count - 1;
    if (file->marks[index].position > position)
        index--;
    struct source_mark mark = file->marks[index];
    return mark.characters + (uint32_t)text_width(file->text.data + mark.position, position - mark.position);
}

static void locate_position(const struct source_file *file, uint32_t position, uint32_t *line, uint32_t *column) {
    if (position > file->text.len)
        position = (uint32_t)file->text.len;
    uint32_t index = line_at(file, position), start = file->lines[index];
    *line = index + 1;
    uint32_t before = position - start <= LONG_LINE ? (uint32_t)text_width(file->text.data + start, position - start)
                                                    : characters_before(file, position) - characters_before(file, start);
    *column = before + 1;
}

struct span source_cache_text(struct source_cache *self, const char *path) {
    return find(self, path)->text;
}

void source_cache_locate(struct source_cache *self, struct finding_place *place) {
    const struct source_file *file = place->path ? find(self, place->path) : NULL;
    if (!file || !file->found)
        return;
    locate_position(file, place->start, &place->line, &place->column);
    locate_position(file, place->end > place->start ? place->end : place->start, &place->end_line, &place->end_column);
}

void finding_locate(struct finding *finding, struct source_cache *sources) {
    source_cache_locate(sources, &finding->place);
    for (uint32_t i = 0; i < finding->related_count; i++)
        source_cache_locate(sources, &finding->related[i].place);
}
