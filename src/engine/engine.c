#include "engine/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/pool.h"
#include "check/check.h"
#include "engine/sources.h"
#include "facts/words.h"
#include "finding/suppress.h"
#include "syntax/python.h"

/* The library models, embedded by the build. */
extern const char models_pack[], models_pack_end[];

/* --- read, parse, lower: one slot a file ------------------------------------------------------------------------- */

struct lowered {
    uint32_t file; /* in project.files */
    uint8_t role;
    bool unreadable, is_model;
    const char *path; /* of a stub; else that of the file */
    struct buffer facts;
    uint64_t size;
    uint32_t lines;
};

struct lowering {
    struct engine *engine;
    struct lowered **order;         /* slots in the order of work */
    struct syntax_python **parsers; /* by worker, made when first used */
    struct buffer *sources;         /* by worker */
    struct arena *arenas;           /* by worker */
};

static void lower_file(void *context, uint32_t worker, uint32_t index) {
    struct lowering *l = context;
    struct lowered *slot = l->order[index];
    struct buffer *source = &l->sources[worker];
    if (!l->parsers[worker]) {
        const char *missing = NULL;
        l->parsers[worker] = syntax_python_new(&missing);
        BUG_ON(!l->parsers[worker]);
    }
    arena_reset(&l->arenas[worker]);
    const char *full = slot->is_model ? slot->path
                                      : fs_join(&l->arenas[worker], l->engine->project.folder, slot->path);
    if (!fs_read(full, FACTS_SOURCE_LIMIT, source, NULL)) {
        slot->unreadable = true;
        return;
    }
    slot->size = source->len;
    if (!slot->is_model) {
        slot->role = project_settle(&l->engine->project.files[slot->file], source->data, source->len);
        if (!project_analyses(&l->engine->project, slot->role)) {
            return;
        }
    }
    syntax_python_lower(l->parsers[worker], (struct span){source->data, source->len}, &slot->facts);
}

static int larger_first(const void *a, const void *b) {
    const struct lowered *x = *(const struct lowered *const *)a, *y = *(const struct lowered *const *)b;
    return x->size != y->size ? (x->size < y->size ? 1 : -1) : (x > y) - (x < y);
}

/* Large files first: one that comes last would leave the other threads waiting for it. */
static struct lowered **order_of_work(struct engine *self, struct lowered *slots, uint32_t count) {
    struct lowered **order = mem_calloc(count + 1u, sizeof *order);
    for (uint32_t i = 0; i < count; i++) {
        order[i] = &slots[i];
        slots[i].size = slots[i].is_model ? fs_size(slots[i].path) : self->project.files[slots[i].file].size;
    }
    qsort(order, count, sizeof *order, larger_first);
    return order;
}

static void lower_all(struct engine *self, struct lowered *slots, uint32_t count, uint32_t threads) {
    threads = threads ? threads : pool_processors();
    struct lowering l = {self, order_of_work(self, slots, count), mem_calloc(threads, sizeof *l.parsers),
                         mem_calloc(threads, sizeof *l.sources), mem_calloc(threads, sizeof *l.arenas)};
    pool_run(threads, count, lower_file, &l);
    for (uint32_t i = 0; i < threads; i++) {
        syntax_python_free(l.parsers[i]);
        buffer_free(&l.sources[i]);
        arena_release(&l.arenas[i]);
    }
    mem_free(l.order);
    mem_free(l.parsers);
    mem_free(l.sources);
    mem_free(l.arenas);
}

static const char *library_folder(struct engine *self, uint32_t index) {
    const char *name = self->project.config.libraries.items[index];
    return name[0] == '/' ? name : fs_join(&self->project.arena, self->project.folder, name);
}

/* The user's own stubs: every .pyi directly in a folder of `libraries`. */
static bool add_libraries(struct engine *self, struct lowered **slots, uint32_t *count, struct error *error) {
    const struct config_names *folders = &self->project.config.libraries;
    for (uint32_t i = 0; i < folders->count; i++) {
        char **names;
        uint32_t n;
        const char *folder = library_folder(self, i);
        uint32_t before = *count;
        if (!fs_list(folder, &self->project.arena, &names, &n, error)) {
            return false;
        }
        *slots = mem_realloc(*slots, (*count + n + 1) * sizeof **slots);
        for (uint32_t j = 0; j < n; j++) {
            if (span_ends(span_of(names[j]), ".pyi")) {
                (*slots)[(*count)++] =
                    (struct lowered){.is_model = true, .path = fs_join(&self->project.arena, folder, names[j])};
            }
        }
        if (*count == before) {
            return error_set(error, folder, 0, "put MODULE.pyi directly into it (acme.client.pyi for the module acme.client)",
                             "a folder of `libraries` holds no stub");
        }
    }
    return true;
}

/* A library model is no code of the project, wherever it lies. */
static bool is_library(struct engine *self, const char *path) {
    const char *full = fs_join(&self->project.arena, self->project.folder, path);
    for (uint32_t i = 0; i < self->project.config.libraries.count; i++) {
        const char *folder = library_folder(self, i);
        size_t length = strlen(folder);
        if (strncmp(full, folder, length) == 0 && full[length] == '/') {
            return true;
        }
    }
    return false;
}

static struct lowered *choose_files(struct engine *self, uint32_t *count) {
    const struct project *project = &self->project;
    struct lowered *slots = mem_calloc(project->file_count + 1u, sizeof *slots);
    for (uint32_t i = 0; i < project->file_count; i++) {
        const struct project_file *file = &project->files[i];
        if (project->config.libraries.count && is_library(self, file->path)) {
            continue;
        }
        if (project_analyses(project, file->role)) {
            slots[(*count)++] = (struct lowered){.file = i, .role = file->role, .path = file->path};
        } else {
            self->summary.counted_only++;
        }
    }
    return slots;
}

/* --- link ---------------------------------------------------------------------------------------------------------- */

/* A stub "lint/stubs/acme.client.pyi" models the module acme.client. */
static const char *stub_module(struct engine *self, const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    return arena_strndup(&self->project.arena, name, strlen(name) - strlen(".pyi"));
}

/* Lines as people count them: what follows the last line end is none when it is empty. */
static uint32_t line_count(const struct facts *facts) {
    uint32_t count = facts->line_count;
    return count && facts->lines[count - 1] == facts->header->source_size ? count - 1 : count;
}

static bool make_input(struct engine *self, const struct lowered *slot, struct program_input *input,
                       struct error *error) {
    *input = (struct program_input){.path = slot->path, .is_model = slot->is_model};
    BUG_ON(!facts_open(&input->facts, slot->facts.data, slot->facts.len));
    if (slot->is_model) {
        input->module = stub_module(self, slot->path);
        input->root = PROGRAM_NONE;
        return facts_check_stub(&input->facts, slot->path, error);
    }
    const struct project_file *file = &self->project.files[slot->file];
    input->module = file->module;
    input->root = file->root;
    input->is_package = file->is_package;
    bool judged = slot->role == ROLE_CODE || (slot->role != ROLE_SCRIPT && slot->role != ROLE_EXAMPLE);
    input->role = judged ? ROLE_CODE : slot->role;
    self->summary.files++;
    self->summary.lines += line_count(&input->facts);
    self->source_bytes += slot->size;
    return true;
}

static bool link_program(struct engine *self, const struct lowered *slots, uint32_t count, struct error *error) {
    struct program_input *inputs = mem_calloc(count + 1u, sizeof *inputs);
    uint32_t used = 0;
    bool fine = true;
    for (uint32_t i = 0; i < count && fine; i++) {
        if (slots[i].unreadable) {
            self->summary.unreadable++;
        } else if (slots[i].facts.len == 0) {
            self->summary.counted_only++;
        } else {
            fine = make_input(self, &slots[i], &inputs[used], error);
            used += fine;
        }
    }
    if (fine) {
        self->program = program_new(inputs, used, models_pack, (size_t)(models_pack_end - models_pack));
    }
    mem_free(inputs);
    return fine;
}

/* --- how it is run ------------------------------------------------------------------------------------------------- */

/* What cannot be read says nothing; those of tests and vendored code speak of others. */
static void find_servers(struct engine *self) {
    const struct project *project = &self->project;
    struct web_text *texts = mem_calloc(project->deployment_count + 1u, sizeof *texts);
    struct buffer *bytes = mem_calloc(project->deployment_count + 1u, sizeof *bytes);
    struct arena arena = {0};
    uint32_t used = 0;
    for (uint32_t i = 0; i < project->deployment_count; i++) {
        const struct project_deployment *file = &project->deployments[i];
        bool speaks = file->role == ROLE_CODE || file->role == ROLE_SCRIPT || file->role == ROLE_EXAMPLE;
        if (speaks && fs_read(fs_join(&arena, project->folder, file->path), PROJECT_LARGEST_DEPLOYMENT, &bytes[i], NULL)) {
            texts[used++] = (struct web_text){file->path, {bytes[i].data ? bytes[i].data : "", bytes[i].len}, file->role == ROLE_EXAMPLE};
        }
    }
    web_deploy(self->web, texts, used);
    for (uint32_t i = 0; i < project->deployment_count; i++) {
        buffer_free(&bytes[i]);
    }
    arena_release(&arena);
    mem_free(bytes);
    mem_free(texts);
}

bool engine_open(struct engine *self, const char *path, const struct engine_options *options, struct error *error) {
    *self = (struct engine){0};
    if (!project_open(&self->project, path, options->config, error)) {
        return false;
    }
    struct lowered *slots = choose_files(self, &self->slot_count);
    bool fine = add_libraries(self, &slots, &self->slot_count, error);
    if (fine) {
        lower_all(self, slots, self->slot_count, options->threads);
        fine = link_program(self, slots, self->slot_count, error);
    }
    self->slots = slots;
    if (!fine) {
        engine_close(self);
        return false;
    }
    self->flow = flow_new(self->program);
    self->web = web_new(self->program, self->flow);
    find_servers(self);
    flow_run(self->flow);
    return true;
}

/* --- checks and filter --------------------------------------------------------------------------------------------- */

static bool wants(void *data, const struct check *check) {
    const struct engine *self = data;
    return config_wants(&self->project.config, check->code, check->id, "");
}

/* Module numbers by path, for the comments of the files that have findings. */
static void index_paths(const struct program *program, struct map *modules) {
    for (uint32_t m = 0; m < program_module_count(program); m++) {
        const char *path = program_module_at(program, m)->path;
        if (path) {
            map_set(modules, hash_bytes(path, strlen(path)), m);
        }
    }
}

/* Comments stand in source order, so those of a line are found without looking at the others. */
static bool is_suppressed(const struct facts *facts, const struct finding *finding) {
    uint32_t low = 0, high = facts->comment_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (facts->comments[middle].line < finding->place.line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < facts->comment_count && facts->comments[low].line == finding->place.line; low++) {
        struct suppression suppression;
        if (suppress_parse(facts_text(facts, facts->comments[low].text), &suppression) &&
            suppress_covers(&suppression, finding->code, finding->id)) {
            return true;
        }
    }
    return false;
}

/* Drops what per-path-ignores name; marks what a comment on the reported line suppresses. */
static void filter(struct engine *self) {
    struct map modules = {0};
    uint32_t kept = 0;
    index_paths(self->program, &modules);
    for (uint32_t i = 0; i < self->findings.items.len; i++) {
        struct finding finding = self->findings.items.data[i];
        const char *path = finding.place.path;
        if (!config_wants(&self->project.config, finding.code, finding.id, path)) {
            continue;
        }
        uint32_t module = map_get(&modules, hash_bytes(path, strlen(path)));
        finding.suppressed =
            module != MAP_NONE && is_suppressed(&program_module_at(self->program, module)->facts, &finding);
        self->findings.items.data[kept++] = finding;
    }
    self->findings.items.len = kept;
    map_free(&modules);
}

static void count(struct engine *self) {
    struct program_counts program = program_counts(self->program);
    struct flow_counts flow = flow_counts(self->flow);
    self->summary.functions = program.functions;
    self->summary.async_functions = program.async_functions;
    self->summary.entry_points = flow.entries;
    self->summary.calls = flow.sites;
    self->summary.unresolved = flow.unresolved;
}

void engine_check(struct engine *self) {
    struct sources sources;
    check_run(self->program, self->flow, self->web, wants, self, &self->findings);
    finding_finish(&self->findings);
    sources_init(&sources, self->project.folder);
    for (uint32_t i = 0; i < self->findings.items.len; i++) {
        finding_locate(&self->findings.items.data[i], &sources.cache);
    }
    sources_free(&sources);
    filter(self);
    count(self);
}

void engine_close(struct engine *self) {
    web_free(self->web);
    flow_free(self->flow);
    program_free(self->program);
    for (uint32_t i = 0; i < self->slot_count; i++) {
        buffer_free(&self->slots[i].facts);
    }
    mem_free(self->slots);
    finding_list_free(&self->findings);
    project_close(&self->project);
    *self = (struct engine){0};
}
