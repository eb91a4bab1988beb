#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

#include "base/mem.h"

#define STACK_SIZE ((size_t)8 << 20) /* musl gives a thread 128 KiB by default */

struct job {
    atomic_uint_least64_t next; /* wider than an index: each worker takes one past the end */
    uint32_t count;
    void (*run)(void *context, uint32_t worker, uint32_t index);
    void *context;
};

struct worker {
    struct job *job;
    uint32_t number;
    pthread_t thread;
    bool started;
};

uint32_t pool_processors(void) {
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 0)
        return (uint32_t)CPU_COUNT(&allowed);
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (uint32_t)online : 1;
}

static void *work(void *argument) {
    const struct worker *self = argument;
    struct job *job = self->job;
    for (;;) {
        uint64_t index = atomic_fetch_add_explicit(&job->next, 1, memory_order_relaxed);
        if (index >= job->count)
            return NULL;
        job->run(job->context, self->number, (uint32_t)index);
    }
}

static void start(struct worker *self) {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return;
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    self->started = pthread_create(&self->thread, &attributes, work, self) == 0;
    pthread_attr_destroy(&attributes);
}

static void run_threads(struct job *job, uint32_t threads) {
    struct worker *workers = mem_calloc(threads, sizeof *workers);
    for (uint32_t i = 0; i < threads; i++) {
        workers[i].job = job;
        workers[i].number = i;
        if (i > 0)
            start(&workers[i]);
    }
    work(&workers[0]); /* the calling thread works too, so that all gets done even when none could be started */
    for (uint32_t i = 1; i < threads; i++)
        if (workers[i].started)
            pthread_join(workers[i].thread, NULL);
    mem_free(workers);
}

void pool_run(uint32_t threads, uint32_t count, void (*run)(void *context, uint32_t worker, uint32_t index),
              void *context) {
    if (threads == 0)
        threads = pool_processors();
    if (threads > count)
        threads = count;
    if (threads > 1) {
        run_threads(&(struct job){.count = count, .run = run, .context = context}, threads);
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        run(context, 0, i);
}
