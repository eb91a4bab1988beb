#include "cli/out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/mem.h"
#include "cli/cli.h"

#define NAME "loadpath: "

void out_init(void) {
    signal(SIGPIPE, SIG_IGN);
    /* A closed standard output becomes one that cannot be written to, so that writing fails as it should. */
    static const int modes[] = {[STDIN_FILENO] = O_RDONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_WRONLY};
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
        if (fcntl(i, F_GETFD) < 0 && open("/dev/null", modes[i]) != i)
            _exit(STATUS_TROUBLE);
}

bool out_write(const struct buffer *text) {
    if (fs_write_open(STDOUT_FILENO, text->data, text->len))
        return true;
    struct error error;
    error_set(&error, NULL, 0, NULL, "cannot write to standard output: %s",
              errno == EBADF ? "it is closed" : strerror(errno));
    out_error(&error);
    return false;
}

static void put(struct buffer *line, const char *text) { buffer_put_safe(line, text, strlen(text)); }

/* The exit status tells of the trouble when even this cannot be written. */
static void write_message(struct buffer *line) {
    buffer_putc(line, '\n');
    (void)fs_write_open(STDERR_FILENO, line->data, line->len);
    buffer_free(line);
}

void out_error(const struct error *error) {
    struct buffer line = {0};
    buffer_puts(&line, NAME);
    if (error->path[0]) {
        put(&line, error->path);
        if (error->line)
            buffer_printf(&line, ":%u", error->line);
        buffer_puts(&line, ": ");
    }
    put(&line, error->message);
    if (error->remedy[0]) {
        buffer_puts(&line, "; ");
        put(&line, error->remedy);
    }
    write_message(&line);
}

void out_warning(const char *format, ...) {
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct buffer line = {0};
    buffer_puts(&line, NAME "warning: ");
    put(&line, text);
    write_message(&line);
}

enum cli_status cli_trouble(const struct error *error) {
    out_error(error);
    return STATUS_TROUBLE;
}

static bool deliver(const struct buffer *text, const char *file) {
    struct error error;
    if (!file)
        return out_write(text);
    if (fs_write(file, text->data, text->len, &error))
        return true;
    out_error(&error);
    return false;
}

enum cli_status cli_print(struct buffer *text, const char *file, enum cli_status status) {
    if (!deliver(text, file))
        status = STATUS_TROUBLE;
    buffer_free(text);
    return status;
}

/* The one place where running out of memory ends; see base/mem.h. */
_Noreturn void mem_exhausted(size_t size) {
    static const char message[] = NAME "out of memory\n";
    (void)size;
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written;
    _exit(STATUS_TROUBLE);
}
