/* "Did you mean": the nearest of several words. For the commands of this folder. */
#ifndef LP_CLI_NEAR_H
#define LP_CLI_NEAR_H

struct near {
    const char *wanted;
    const char *best; /* NULL when nothing is near */
    unsigned distance;
};

/* Starts a search for the nearest to `wanted`. */
struct near near_init(const char *wanted);
/* Offers one candidate, which must outlive *self; the first of equally near ones stays. NULL is ignored. */
void near_try(struct near *self, const char *candidate);

#endif
