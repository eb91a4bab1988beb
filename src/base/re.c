#include "base/re.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "base/mem.h"

/* Even a harmless pattern like \w+@ tries every start and may read to the end from each, which no limit of PCRE2
 * counts. A long text is therefore searched window by window: its time stays proportional to its length. */
#define WINDOW ((size_t)32 << 10)

/* PCRE2 counts steps anew at every start, so the limit shrinks as the text grows: steps times starts stay below half a
 * billion a window. */
static const struct {
    size_t length;
    uint32_t steps;
} limits[] = {{256, 1000000}, {4096, 100000}, {WINDOW, 10000}};

#define LIMITS (sizeof limits / sizeof *limits)
#define DEPTH_LIMIT 100000u
#define HEAP_LIMIT_KIB 32768u

struct re {
    pcre2_general_context *memory;
    pcre2_code *code;
    pcre2_match_context *contexts[LIMITS];
};

static void *allocate(size_t size, void *unused) {
    (void)unused;
    return mem_alloc(size);
}

static void deallocate(void *pointer, void *unused) {
    (void)unused;
    mem_free(pointer);
}

static pcre2_code *compile(const char *pattern, bool ignore_case, pcre2_general_context *memory, struct error *error) {
    uint32_t options = PCRE2_NEVER_UTF | (ignore_case ? PCRE2_CASELESS : 0);
    int code = 0;
    size_t position = 0;
    pcre2_compile_context *context = pcre2_compile_context_create(memory);
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &code, &position, context);
    pcre2_compile_context_free(context);
    if (!compiled) {
        PCRE2_UCHAR why[256] = "";
        pcre2_get_error_message(code, why, sizeof why);
        error_set(error, NULL, 0, "patterns are Perl-compatible regular expressions",
                  "bad pattern \"%.200s\": %s at position %zu", pattern, (const char *)why, position);
    }
    return compiled;
}

static pcre2_match_context *match_context(pcre2_general_context *memory, uint32_t steps) {
    pcre2_match_context *context = pcre2_match_context_create(memory);
    pcre2_set_match_limit(context, steps);
    pcre2_set_depth_limit(context, DEPTH_LIMIT);
    pcre2_set_heap_limit(context, HEAP_LIMIT_KIB);
    return context;
}

struct re *re_compile(const char *pattern, bool ignore_case, struct error *error) {
    pcre2_general_context *memory = pcre2_general_context_create(allocate, deallocate, NULL);
    pcre2_code *code = compile(pattern, ignore_case, memory, error);
    if (!code) {
        pcre2_general_context_free(memory);
        return NULL;
    }
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); /* where it is refused, matching interprets */
    struct re *self = mem_calloc(1, sizeof *self);
    self->memory = memory;
    self->code = code;
    for (size_t i = 0; i < LIMITS; i++)
        self->contexts[i] = match_context(memory, limits[i].steps);
    return self;
}

static pcre2_match_context *context_for(const struct re *self, size_t length) {
    size_t i = 0;
    while (i + 1 < LIMITS && length > limits[i].length)
        i++;
    return self->contexts[i];
}

/* Where the window that starts at `from` ends: behind its last line that is whole, if there is one. */
static size_t window_end(struct span text, size_t from) {
    if (text.len - from <= WINDOW)
        return text.len;
    const char *newline = memrchr(text.data + from, '\n', WINDOW);
    return newline ? (size_t)(newline + 1 - text.data) : from + WINDOW;
}

static bool match(const struct re *self, struct span text, size_t from, size_t end, pcre2_match_data *found) {
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.len ? text.data : "");
    uint32_t options = end < text.len ? PCRE2_NOTEOL : 0;
    pcre2_match_context *context = context_for(self, end - from);
    int result = pcre2_match(self->code, subject, end, from, options, found, context);
    /* The JIT's own stack is small and fixed; the interpreter's is the heap, up to the limit. */
    if (result == PCRE2_ERROR_JIT_STACKLIMIT)
        result = pcre2_match(self->code, subject, end, from, options | PCRE2_NO_JIT, found, context);
    return result >= 0;
}

static bool match_windows(const struct re *self, struct span text, pcre2_match_data *found) {
    size_t from = 0;
    for (;;) {
        size_t end = window_end(text, from);
        if (match(self, text, from, end, found))
            return true;
        if (end == text.len)
            return false;
        from = end;
    }
}

bool re_search(const struct re *self, struct span text, size_t *at, size_t *length) {
    pcre2_match_data *found = pcre2_match_data_create(1, self->memory); /* group 0 only */
    bool matched = match_windows(self, text, found);
    const size_t *bounds = pcre2_get_ovector_pointer(found);
    if (matched && at)
        *at = bounds[0];
    if (matched && length)
        *length = bounds[1] > bounds[0] ? bounds[1] - bounds[0] : 0; /* \K can turn them round */
    pcre2_match_data_free(found);
    return matched;
}

void re_free(struct re *self) {
    if (!self)
        return;
    for (size_t i = 0; i < LIMITS; i++)
        pcre2_match_context_free(self->contexts[i]);
    pcre2_code_free(self->code);
    pcre2_general_context_free(self->memory);
    mem_free(self);
}
