/* From byte positions to lines and columns. The sources come through a callback, because this layer knows no files;
 * each is asked for at most once. For the engine, which locates findings, and for reports, which show lines. */
#ifndef LP_FINDING_LOCATE_H
#define LP_FINDING_LOCATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "base/vec.h"
#include "finding/finding.h"

/* The decoded source of a path, living as long as the cache; false when it cannot be had. */
typedef bool source_reader(void *context, const char *path, struct span *text);

struct source_file {
    const char *path; /* in the cache's arena */
    bool found;
    struct span text;
    uint32_t *lines; /* position of the first byte of each line; [0] is 0 */
    uint32_t line_count;
    struct source_mark *marks; /* every few thousand bytes, so that a long line need not be counted from its start */
    uint32_t mark_count;
};

/* A position where a character begins, and the characters before it. */
struct source_mark {
    uint32_t position, characters;
};

struct source_cache {
    source_reader *read;
    void *context;
    struct arena arena;
    VEC(struct source_file) files;
    struct map index; /* hash of the path to the first file with it */
};

void source_cache_init(struct source_cache *self, source_reader *read, void *context);
void source_cache_free(struct source_cache *self);
/* Line `line` (from 1) of a file without its line end; empty when there is none. Valid as long as the cache. */
struct span source_cache_line(struct source_cache *self, const char *path, uint32_t line);
/* The whole source of a file; empty when it cannot be had. Valid as long as the cache. */
struct span source_cache_text(struct source_cache *self, const char *path);
/* Fills lines and columns of one place. */
void source_cache_locate(struct source_cache *self, struct finding_place *place);
/* Fills lines and columns of the finding's place and of its related places. A place whose source cannot be had keeps
 * what it has; a position past the end counts as the end. */
void finding_locate(struct finding *finding, struct source_cache *sources);

#endif
