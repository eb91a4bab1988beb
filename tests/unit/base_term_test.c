#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/term.h"

struct terminal {
    int master, slave;
};

/* Where no pseudo-terminal can be had, the tests that need one are skipped. */
static struct terminal terminal_open(unsigned short columns) {
    struct terminal terminal = {.master = posix_openpt(O_RDWR | O_NOCTTY), .slave = -1};
    if (terminal.master >= 0 && grantpt(terminal.master) == 0 && unlockpt(terminal.master) == 0)
        terminal.slave = open(ptsname(terminal.master), O_RDWR | O_NOCTTY);
    if (terminal.slave < 0)
        skip();
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    assert_int_equal(ioctl(terminal.slave, TIOCSWINSZ, &size), 0);
    return terminal;
}

static void terminal_close(struct terminal terminal) {
    close(terminal.slave);
    close(terminal.master);
}

static void test_no_terminal(void **state) {
    int null = open("/dev/null", O_RDWR);
    unsetenv("NO_COLOR");
    setenv("TERM", "xterm", 1);
    assert_false(term_colour(null));
    assert_false(term_colour(-1));
    assert_int_equal(term_width(null), 80);
    assert_int_equal(term_width(-1), 80);
    close(null);
}

static void test_colour(void **state) {
    struct terminal terminal = terminal_open(100);
    unsetenv("NO_COLOR");
    setenv("TERM", "xterm", 1);
    assert_true(term_colour(terminal.slave));
    setenv("TERM", "dumb", 1);
    assert_false(term_colour(terminal.slave));
    setenv("TERM", "xterm", 1);
    setenv("NO_COLOR", "", 1);
    assert_true(term_colour(terminal.slave));
    setenv("NO_COLOR", "1", 1);
    assert_false(term_colour(terminal.slave));
    terminal_close(terminal);
}

static void test_width(void **state) {
    struct terminal terminal = terminal_open(123);
    assert_int_equal(term_width(terminal.slave), 123);
    terminal_close(terminal);
    terminal = terminal_open(0); /* a terminal that does not know */
    assert_int_equal(term_width(terminal.slave), 80);
    terminal_close(terminal);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_terminal),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
