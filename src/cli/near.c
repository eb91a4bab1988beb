#include "cli/near.h"

#include <string.h>

#include "base/text.h"

/* Half of a short word may not change: "x" is near to nothing. */
static unsigned tolerance(const char *wanted) {
    size_t length = strlen(wanted);
    return length < 3 ? 0 : length < 5 ? 1 : length < 12 ? 2 : 3;
}

struct near near_init(const char *wanted) {
    return (struct near){.wanted = wanted, .distance = tolerance(wanted) + 1};
}

void near_try(struct near *self, const char *candidate) {
    if (!candidate)
        return;
    unsigned distance = text_distance(self->wanted, candidate, tolerance(self->wanted));
    if (distance < self->distance) {
        self->distance = distance;
        self->best = candidate;
    }
}
