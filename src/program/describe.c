/* Types as text, for tests and for people who ask why. */
#include "program/internal.h"

#include <stdlib.h>

#include "base/buffer.h"

static void describe(struct program *self, uint32_t type, struct buffer *out);

static void describe_args(struct program *self, uint32_t type, const char *open, const char *separator,
                          const char *close, struct buffer *out) {
    struct type t = types_get(&self->types, type);
    for (uint32_t i = 0; i < t.arg_count; i++) {
        buffer_puts(out, i ? separator : open);
        describe(self, types_arg(&self->types, type, i), out);
    }
    buffer_puts(out, t.arg_count ? close : "");
}

static int by_text(const void *a, const void *b) {
    return span_compare(span_of(*(const char *const *)a), span_of(*(const char *const *)b));
}

/* Members stand by name: their numbers depend on the order of questions. */
static void describe_union(struct program *self, uint32_t type, struct buffer *out) {
    const char *texts[TYPE_UNION_LIMIT];
    uint32_t count = types_member_count(&self->types, type);
    for (uint32_t i = 0; i < count; i++) {
        texts[i] = program_describe(self, types_member(&self->types, type, i));
    }
    qsort(texts, count, sizeof *texts, by_text);
    for (uint32_t i = 0; i < count; i++) {
        buffer_printf(out, "%s%s", i ? " | " : "", texts[i]);
    }
}

static void describe(struct program *self, uint32_t type, struct buffer *out) {
    static const char *const words[] = {
        [TYPE_KIND_UNKNOWN] = "?",         [TYPE_NONE] = "None",           [TYPE_MODULE] = "module ",
        [TYPE_CLASS] = "class ",           [TYPE_INSTANCE] = "",           [TYPE_EXACT] = "=",
        [TYPE_FUNCTION] = "def ",          [TYPE_METHOD] = "method ",      [TYPE_SUPER] = "super ",
        [TYPE_COROUTINE] = "coroutine",    [TYPE_GENERATOR] = "generator", [TYPE_ASYNC_GENERATOR] = "async generator",
        [TYPE_CONTEXT] = "context",        [TYPE_ASYNC_CONTEXT] = "async context",
        [TYPE_CALLABLE] = "callable",      [TYPE_TUPLE] = "",              [TYPE_UNION] = "",
        [TYPE_VARIABLE] = "~",             [TYPE_SPECIAL] = "special",     [TYPE_MISSING] = "missing "};
    struct type t = types_get(&self->types, type);
    buffer_puts(out, words[t.kind]);
    switch ((enum type_kind)t.kind) {
    case TYPE_MODULE:
        buffer_puts(out, program_string(self, module_at(self, t.entity)->name));
        break;
    case TYPE_CLASS:
    case TYPE_INSTANCE:
    case TYPE_EXACT:
        buffer_puts(out, program_dotted(self, t.entity));
        describe_args(self, type, "[", ", ", "]", out);
        break;
    case TYPE_FUNCTION:
    case TYPE_METHOD:
    case TYPE_SUPER:
        buffer_puts(out, program_dotted(self, t.entity));
        break;
    case TYPE_TUPLE:
        describe_args(self, type, "(", ", ", ")", out);
        break;
    case TYPE_UNION:
        describe_union(self, type, out);
        break;
    case TYPE_VARIABLE:
    case TYPE_MISSING:
        buffer_puts(out, program_string(self, t.entity));
        break;
    case TYPE_SPECIAL:
        buffer_puts(out, t.entity == SPECIAL_BOUNDED ? " bounded" : t.entity == SPECIAL_UNBOUNDED ? " unbounded" : "");
        describe_args(self, type, "[", ", ", "]", out);
        break;
    default:
        describe_args(self, type, "[", ", ", "]", out);
        break;
    }
}

const char *program_describe(struct program *self, uint32_t type) {
    struct buffer out = {0};
    describe(self, type, &out);
    const char *text = arena_strndup(&self->arena, out.data ? out.data : "", out.len);
    buffer_free(&out);
    return text;
}
