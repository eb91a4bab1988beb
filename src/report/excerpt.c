#include "report/excerpt.h"

#include <stdbool.h>

#define TAB_WIDTH 4u
#define CUT "..."
#define CUT_WIDTH 3u
#define LEAST_ROOM 20u /* columns shown of a cut line even on the narrowest terminal */

struct range {
    uint32_t first, last;
};

/* East Asian wide characters and pictures (the W and F of UAX 11, in blocks). */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
    {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FB}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

/* Marks that stand on the character before them. */
static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F}, {0x0E34, 0x0E3A}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200C, 0x200D}, {0x20D0, 0x20FF}, {0x302A, 0x302D}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_in(const struct range *ranges, size_t count, uint32_t point) {
    for (size_t i = 0; i < count && ranges[i].first <= point; i++)
        if (point <= ranges[i].last)
            return true;
    return false;
}

static uint32_t point_width(uint32_t point) {
    if (point < wide[0].first && point < combining[0].first)
        return 1;
    return is_in(combining, COUNT(combining), point) ? 0 : is_in(wide, COUNT(wide), point) ? 2 : 1;
}

/* One character as it will be shown, at a column of the terminal. */
struct cell {
    uint32_t size;  /* bytes of source */
    uint32_t width; /* columns */
};

/* Renders the character at `at`; scratch receives the bytes to show. */
static struct cell render(struct span line, size_t at, uint32_t column, struct buffer *scratch) {
    const char *bytes = line.data + at;
    size_t size = text_utf8(bytes, line.len - at);
    scratch->len = 0;
    if (*bytes == '\t') {
        uint32_t blanks = TAB_WIDTH - column % TAB_WIDTH;
        buffer_add(scratch, "    ", blanks);
        return (struct cell){1, blanks};
    }
    buffer_put_safe(scratch, bytes, size ? size : 1);
    bool is_shown = size && scratch->len == size && scratch->data[0] == *bytes;
    return (struct cell){size ? (uint32_t)size : 1,
                         is_shown ? point_width(text_code_point(bytes, size)) : (uint32_t)scratch->len};
}

static struct span trim_end(struct span line) {
    while (line.len && (line.data[line.len - 1] == ' ' || line.data[line.len - 1] == '\t'))
        line.len--;
    return line;
}

/* Where the range and the line end, in columns of the terminal. */
struct extent {
    uint32_t start, end, total;
};

static struct extent measure(struct span line, uint32_t first, uint32_t last, struct buffer *scratch) {
    struct extent extent = {UINT32_MAX, UINT32_MAX, 0};
    size_t at = 0;
    for (uint32_t index = 1; at < line.len; index++) {
        if (index == first)
            extent.start = extent.total;
        if (index == last)
            extent.end = extent.total;
        struct cell cell = render(line, at, extent.total, scratch);
        extent.total += cell.width;
        at += cell.size;
    }
    if (extent.start == UINT32_MAX)
        extent.start = extent.total;
    if (extent.end == UINT32_MAX)
        extent.end = extent.total;
    return extent;
}

/* Columns [first, last) of the line that are shown. */
static struct range choose_window(struct extent extent, uint32_t width) {
    if (extent.total <= width)
        return (struct range){0, extent.total};
    uint32_t room = width > 2 * CUT_WIDTH + LEAST_ROOM ? width - 2 * CUT_WIDTH : LEAST_ROOM;
    if (extent.end <= room + CUT_WIDTH)
        return (struct range){0, room + CUT_WIDTH};
    uint32_t range = extent.end - extent.start;
    uint32_t margin = range < room ? (room - range) / 2 : 0;
    uint32_t first = extent.start > margin ? extent.start - margin : 0;
    return (struct range){first, first + room};
}

static void copy_window(struct excerpt *self, struct span line, struct range window, struct buffer *scratch) {
    uint32_t column = 0;
    for (size_t at = 0; at < line.len && column < window.last;) {
        struct cell cell = render(line, at, column, scratch);
        if (column >= window.first && column + cell.width <= window.last)
            buffer_add(&self->text, scratch->data, scratch->len);
        else if (column < window.first && column + cell.width > window.first) /* half a wide character */
            buffer_add(&self->text, "          ", column + cell.width - window.first);
        column += cell.width;
        at += cell.size;
    }
}

static uint32_t clamp(uint32_t value, struct range window) {
    return value < window.first ? window.first : value > window.last ? window.last : value;
}

void excerpt_make(struct excerpt *self, struct span line, uint32_t column, uint32_t end_column, uint32_t width) {
    *self = (struct excerpt){0};
    struct buffer scratch = {0};
    line = trim_end(line);
    struct extent extent = measure(line, column, end_column, &scratch);
    struct range window = choose_window(extent, width);
    uint32_t lead = window.first ? CUT_WIDTH : 0;
    if (lead)
        buffer_puts(&self->text, CUT);
    copy_window(self, line, window, &scratch);
    if (window.last < extent.total)
        buffer_puts(&self->text, CUT);
    uint32_t start = clamp(extent.start, window), end = clamp(extent.end, window);
    self->before = lead + start - window.first;
    self->range = end > start ? end - start : 1;
    buffer_free(&scratch);
}

void excerpt_free(struct excerpt *self) { buffer_free(&self->text); }
