/* The third kind of failure: the world. A function that can fail because of a missing file, a bad configuration or a
 * full disk returns false and fills one of these; it names file, line and remedy. Bugs use BUG_ON and stop. */
#ifndef LP_BASE_ERROR_H
#define LP_BASE_ERROR_H

#include <stdbool.h>
#include <stdint.h>

struct error {
    char message[512]; /* what is wrong, UTF-8, one line; empty when there is no error */
    char path[512];    /* the file it stands in, or empty */
    char remedy[256];  /* what to do about it, or empty */
    uint32_t line;     /* from 1; 0 when unknown */
};

/* Fills *self (which may be NULL) and returns false, so that callers can `return error_set(...)`.
 * path and remedy may be NULL; line 0 means unknown. Text that does not fit is cut. */
bool error_set(struct error *self, const char *path, uint32_t line, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Stops with file and line: a bug in this program, never a fault of the input. */
_Noreturn void error_bug(const char *file, int line, const char *what);
#define BUG_ON(condition) ((condition) ? error_bug(__FILE__, __LINE__, #condition) : (void)0)

#endif
