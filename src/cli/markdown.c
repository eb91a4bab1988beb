#include "cli/markdown.h"

#include <ctype.h>
#include <string.h>

#define WIDEST 100u

struct page {
    struct buffer *out;
    unsigned width, column;
    unsigned indent; /* of the lines after the first of a list item */
    bool colour, in_code, in_paragraph;
};

static void put_escape(struct page *page, const char *escape) {
    if (page->colour)
        buffer_puts(page->out, escape);
}

static void end_paragraph(struct page *page) {
    if (page->in_paragraph)
        buffer_putc(page->out, '\n');
    page->in_paragraph = false;
    page->column = page->indent = 0;
}

static void new_line(struct page *page) {
    buffer_putc(page->out, '\n');
    buffer_printf(page->out, "%*s", (int)page->indent, "");
    page->column = page->indent;
}

static void put_word(struct page *page, struct span word) {
    unsigned length = (unsigned)text_width(word.data, word.len);
    if (page->column > page->indent && page->column + 1 + length > page->width) {
        new_line(page);
    } else if (page->column > page->indent) {
        buffer_putc(page->out, ' ');
        page->column++;
    }
    buffer_put_safe(page->out, word.data, word.len);
    page->column += length;
    page->in_paragraph = true;
}

static void put_words(struct page *page, struct span line) {
    for (size_t i = 0; i < line.len;) {
        size_t start = i;
        while (i < line.len && line.data[i] != ' ')
            i++;
        if (i > start)
            put_word(page, (struct span){line.data + start, i - start});
        i += i < line.len;
    }
}

static void put_heading(struct page *page, struct span line) {
    size_t level = 0;
    while (level < line.len && (line.data[level] == '#' || line.data[level] == ' '))
        level++;
    end_paragraph(page);
    put_escape(page, "\x1b[1m");
    buffer_put_safe(page->out, line.data + level, line.len - level);
    put_escape(page, "\x1b[0m");
    buffer_putc(page->out, '\n');
}

static void put_code(struct page *page, struct span line) {
    if (line.len) {
        buffer_puts(page->out, "    ");
        put_escape(page, "\x1b[36m");
        buffer_put_safe(page->out, line.data, line.len);
        put_escape(page, "\x1b[0m");
    }
    buffer_putc(page->out, '\n');
}

static void put_blank(struct page *page) {
    end_paragraph(page);
    buffer_putc(page->out, '\n');
}

/* "- ", "* " and "1. " begin an item, whose further lines are indented as far as its text. */
static unsigned item_indent(struct span line) {
    size_t i = 0;
    while (i < line.len && line.data[i] == ' ')
        i++;
    size_t mark = i;
    while (i < line.len && isdigit((unsigned char)line.data[i]))
        i++;
    const char *ends = i == mark ? "-*" : ".";
    if (i + 1 >= line.len || !strchr(ends, line.data[i]) || line.data[i + 1] != ' ')
        return 0;
    return (unsigned)i + 2;
}

static void put_prose(struct page *page, struct span line) {
    unsigned indent = item_indent(line);
    if (indent) {
        end_paragraph(page);
        buffer_add(page->out, line.data, indent);
        page->column = page->indent = indent;
        page->in_paragraph = true;
        line.data += indent;
        line.len -= indent;
    }
    put_words(page, line);
}

/* Tables keep their lines. */
static void put_row(struct page *page, struct span line) {
    end_paragraph(page);
    buffer_put_safe(page->out, line.data, line.len);
    buffer_putc(page->out, '\n');
}

static void put_line(struct page *page, struct span line) {
    if (span_starts(line, "```")) {
        end_paragraph(page);
        page->in_code = !page->in_code;
    } else if (page->in_code) {
        put_code(page, line);
    } else if (!line.len) {
        put_blank(page);
    } else if (*line.data == '#') {
        put_heading(page, line);
    } else if (*line.data == '|') {
        put_row(page, line);
    } else {
        put_prose(page, line);
    }
}

void markdown_render(struct span document, unsigned width, bool colour, struct buffer *out) {
    struct page page = {.out = out, .width = width < WIDEST ? width : WIDEST, .colour = colour};
    while (document.len) {
        const char *end = memchr(document.data, '\n', document.len);
        size_t length = end ? (size_t)(end - document.data) : document.len;
        put_line(&page, (struct span){document.data, length});
        length += end != NULL;
        document.data += length;
        document.len -= length;
    }
    end_paragraph(&page);
}
