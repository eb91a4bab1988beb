/* The decoded sources of a project's files, read when asked for: what locates findings and what reports show. One
 * thread at a time. */
#ifndef LP_ENGINE_SOURCES_H
#define LP_ENGINE_SOURCES_H

#include "base/buffer.h"
#include "base/vec.h"
#include "finding/locate.h"

struct sources {
    const char *root; /* of the project; lives as long as *self */
    struct source_cache cache;
    VEC(struct buffer) texts; /* what the cache's spans point into */
};

/* *self must not move afterwards: the cache points to it. */
void sources_init(struct sources *self, const char *root);
void sources_free(struct sources *self);

#endif
