#include "engine/sources.h"

#include "base/fs.h"
#include "facts/facts.h"
#include "syntax/python.h"

static bool is_python(const char *path) {
    struct span name = span_of(path);
    return span_ends(name, ".py") || span_ends(name, ".pyi");
}

/* Positions of a Python file count from its decoded text; of other files, from their bytes. */
static struct span decode(const char *path, const struct buffer *raw, struct buffer *owned) {
    struct span text = {raw->data, raw->len};
    uint32_t bad;
    return is_python(path) ? syntax_decode(text, owned, &bad) : text;
}

static bool read_source(void *context, const char *path, struct span *text) {
    struct sources *self = context;
    struct buffer raw = {0}, owned = {0};
    char *full = fs_join(&self->cache.arena, self->root, path);
    if (!fs_read(full, FACTS_SOURCE_LIMIT, &raw, NULL)) {
        buffer_free(&raw);
        return false;
    }
    *text = decode(path, &raw, &owned);
    vec_push(&self->texts, raw);
    vec_push(&self->texts, owned);
    return true;
}

void sources_init(struct sources *self, const char *root) {
    *self = (struct sources){.root = root};
    source_cache_init(&self->cache, read_source, self);
}

void sources_free(struct sources *self) {
    source_cache_free(&self->cache);
    for (uint32_t i = 0; i < self->texts.len; i++)
        buffer_free(&self->texts.data[i]);
    vec_free(&self->texts);
}
