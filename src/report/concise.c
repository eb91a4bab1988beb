#include "report/formats.h"

static void put_finding(const struct report_input *input, const struct finding *finding, struct buffer *out) {
    report_put_path(input, finding->place.path, out);
    buffer_printf(out, ":%u:%u: %s ", finding->place.line, finding->place.column, finding->code);
    report_put(out, finding->message);
    buffer_putc(out, '\n');
}

void report_concise(const struct report_input *input, struct buffer *out) {
    for (uint32_t i = 0; i < input->count; i++)
        put_finding(input, input->findings[i], out);
}
