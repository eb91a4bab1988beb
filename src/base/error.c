#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Keeps the promise of one line of UTF-8 whatever a name in the message holds. A sequence cut at the end of the
 * field is dropped whole. */
static void make_line(char *text, bool was_cut) {
    size_t length = strlen(text);
    for (size_t i = 0; i < length;) {
        size_t size = text_utf8(text + i, length - i);
        if (!size && was_cut && length - i < 4) {
            text[i] = '\0';
            return;
        }
        if (!size || text[i] == '\n' || text[i] == '\r')
            text[i] = size ? ' ' : '?';
        i += size ? size : 1;
    }
}

static void copy(char *field, size_t capacity, const char *text) { snprintf(field, capacity, "%s", text ? text : ""); }

bool error_set(struct error *self, const char *path, uint32_t line, const char *remedy, const char *format, ...) {
    if (!self)
        return false;
    /* Formatted apart: the arguments may be fields of the error that is being replaced. */
    struct error made = {.line = line};
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(made.message, sizeof made.message, format, arguments);
    va_end(arguments);
    make_line(made.message, length >= (int)sizeof made.message);
    copy(made.path, sizeof made.path, path);
    copy(made.remedy, sizeof made.remedy, remedy);
    make_line(made.remedy, remedy && strlen(remedy) >= sizeof made.remedy);
    *self = made;
    return false;
}

_Noreturn void error_bug(const char *file, int line, const char *what) {
    fprintf(stderr, "%s:%d: bug: %s\n", file, line, what);
    abort();
}
