/* The only place that knows threads. Work is a number range; each index writes only to its own slot and cannot fail;
 * results are read in index order afterwards, so output never depends on scheduling. */
#ifndef LP_BASE_POOL_H
#define LP_BASE_POOL_H

#include <stdint.h>

/* Processors this process may use, at least 1. */
uint32_t pool_processors(void);
/* Calls run(context, worker, index) once for every index in [0, count), `worker` in [0, threads). Returns when all
 * are done. threads 0 means pool_processors(). Threads that cannot be started leave their work to the others. */
void pool_run(uint32_t threads, uint32_t count, void (*run)(void *context, uint32_t worker, uint32_t index),
              void *context);

#endif
