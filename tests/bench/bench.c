/* bench PATH [ROUNDS [THREADS]]: what a whole cold check costs beside a bare tree-sitter parse of the same files with the
 * same threads, in turn, each round in fresh processes. The ratio is the figure; times alone say more of the machine. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <tree_sitter/api.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/pool.h"
#include "engine/engine.h"

const TSLanguage *tree_sitter_python(void);

struct sample {
    double seconds;
    long kilobytes; /* peak resident memory */
};

struct parsing {
    struct engine *engine;
    VEC(const char *) paths;
    TSParser **parsers; /* by worker */
    struct buffer *sources;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void parse_one(void *context, uint32_t worker, uint32_t index) {
    struct parsing *p = context;
    struct buffer *source = &p->sources[worker];
    if (fs_read(p->paths.data[index], FACTS_SOURCE_LIMIT, source, NULL)) {
        TSTree *tree = ts_parser_parse_string(p->parsers[worker], NULL, source->data, (uint32_t)source->len);
        ts_tree_delete(tree);
    }
}

/* Reads and parses the files given on a pipe of the parent's making: here, by the list it already holds. */
static void bare(const struct parsing *files, uint32_t threads) {
    struct parsing p = *files;
    p.parsers = mem_calloc(threads, sizeof *p.parsers);
    p.sources = mem_calloc(threads, sizeof *p.sources);
    ts_set_allocator(NULL, NULL, NULL, NULL); /* the system's, not our pools */
    for (uint32_t i = 0; i < threads; i++) {
        p.parsers[i] = ts_parser_new();
        ts_parser_set_language(p.parsers[i], tree_sitter_python());
    }
    pool_run(threads, p.paths.len, parse_one, &p);
}

static void whole(const char *path, uint32_t threads) {
    struct engine engine;
    struct error error;
    struct engine_options options = {.threads = threads};
    if (!engine_open(&engine, path, &options, &error)) {
        fprintf(stderr, "bench: %s\n", error.message);
        _exit(2);
    }
    engine_check(&engine);
}

static struct sample measure(const char *path, const struct parsing *files, uint32_t threads) {
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        if (files) {
            bare(files, threads);
        } else {
            whole(path, threads);
        }
        _exit(0);
    }
    int status = 0;
    struct rusage usage = {0};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "bench: a run failed\n");
        exit(2);
    }
    return (struct sample){now() - start, usage.ru_maxrss};
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, unsigned count) {
    qsort(values, count, sizeof *values, by_value);
    return values[count / 2];
}

/* The files that a check analyses, found in a child so that this process stays small: their paths come by a pipe. */
static void list_files(const char *path, struct parsing *out) {
    int ends[2];
    if (pipe(ends) != 0) {
        exit(2);
    }
    pid_t child = fork();
    if (child == 0) {
        struct engine engine;
        struct error error;
        struct engine_options options = {0};
        FILE *pipe_out = fdopen(ends[1], "w");
        if (!engine_open(&engine, path, &options, &error)) {
            fprintf(stderr, "bench: %s\n", error.message);
            _exit(2);
        }
        for (uint32_t m = 0; m < program_module_count(engine.program); m++) {
            const struct program_module *module = program_module_at(engine.program, m);
            if (module->path && !module->is_model) {
                fprintf(pipe_out, "%s/%s%c", engine.project.folder, module->path, 0);
            }
        }
        fclose(pipe_out);
        _exit(0);
    }
    close(ends[1]);
    FILE *in = fdopen(ends[0], "r");
    char *line = NULL;
    size_t size = 0;
    while (getdelim(&line, &size, 0, in) > 0) {
        vec_push(&out->paths, strdup(line));
    }
    free(line);
    fclose(in);
    waitpid(child, NULL, 0);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: bench PATH [ROUNDS [THREADS]]\n");
        return 2;
    }
    unsigned rounds = argc > 2 ? (unsigned)atoi(argv[2]) : 5;
    uint32_t threads = argc > 3 ? (uint32_t)atoi(argv[3]) : pool_processors();
    struct parsing files = {0};
    rounds = rounds < 1 ? 1 : rounds > 99 ? 99 : rounds;
    list_files(argv[1], &files);
    uint64_t bytes = 0;
    for (uint32_t i = 0; i < files.paths.len; i++) {
        uint64_t size = fs_size(files.paths.data[i]);
        bytes += size == UINT64_MAX ? 0 : size;
    }
    double bare_times[99], whole_times[99], ratios[99];
    long peak = 0;
    measure(argv[1], &files, threads); /* not counted: brings the files into memory */
    for (unsigned i = 0; i < rounds; i++) {
        struct sample b = measure(argv[1], &files, threads), w = measure(argv[1], NULL, threads);
        bare_times[i] = b.seconds;
        whole_times[i] = w.seconds;
        ratios[i] = w.seconds / b.seconds;
        peak = w.kilobytes > peak ? w.kilobytes : peak;
    }
    printf("files           %u (%.1f MB), %u threads, median of %u rounds\n", files.paths.len, (double)bytes / 1e6, threads,
           rounds);
    printf("bare parse      %.3f s\n", median(bare_times, rounds));
    printf("cold check      %.3f s\n", median(whole_times, rounds));
    double ratio = median(ratios, rounds); /* sorts them */
    printf("ratio           %.2f (the rounds: %.2f to %.2f)\n", ratio, ratios[0], ratios[rounds - 1]);
    printf("peak memory     %.0f MB\n", (double)peak / 1024);
    return 0;
}
