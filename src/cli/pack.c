/* loadpath-pack OUT STUB.pyi…: lowers the library models and packs their facts for the binary. Runs at build time, and
 * stops the build where a stub is no valid Python or uses a word outside the vocabulary. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/intern.h"
#include "base/vec.h"
#include "facts/pack.h"
#include "facts/words.h"
#include "syntax/python.h"

struct stub {
    const char *path;
    struct span name;
    struct buffer facts;
};

static int fail(const struct error *error) {
    fprintf(stderr, "%s:%u: error: %s\n  = help: %s\n", error->path, error->line, error->message, error->remedy);
    return 1;
}

/* "checks/models/os.path.pyi" models the module os.path. */
static struct span module_name(const char *path) {
    const char *slash = strrchr(path, '/');
    struct span name = span_of(slash ? slash + 1 : path);
    name.len -= span_ends(name, ".pyi") ? 4 : 0;
    return name;
}

static int by_name(const void *a, const void *b) {
    return span_compare(((const struct stub *)a)->name, ((const struct stub *)b)->name);
}

static bool lower(struct syntax_python *python, struct stub *stub, struct error *error) {
    struct buffer source = {0};
    struct facts facts;
    if (!fs_read(stub->path, 1u << 24, &source, error)) {
        return false;
    }
    syntax_python_lower(python, (struct span){source.data, source.len}, &stub->facts);
    buffer_free(&source);
    if (!facts_open(&facts, stub->facts.data, stub->facts.len)) {
        return error_set(error, stub->path, 0, "this is a bug of the lowering", "unreadable facts");
    }
    return facts_check_stub(&facts, stub->path, error);
}

static void add_name(struct intern *names, const struct facts *facts, uint32_t string) {
    intern_add(names, facts_text(facts, string));
}

static bool is_property(const struct facts *facts, uint32_t expr) {
    struct span name = facts_last_name(facts, expr);
    return span_is(name, "property") || span_is(name, "cached_property");
}

static bool is_special(struct span name) {
    return name.len > 4 && span_starts(name, "__") && span_ends(name, "__");
}

/* A function that registers is called by its name, a constructor by that of its class. */
static void collect(const struct stub *stub, struct intern *registrars, struct intern *properties) {
    struct facts facts;
    facts_open(&facts, stub->facts.data, stub->facts.len);
    for (uint32_t s = 1; s < facts.scope_count; s++) {
        const struct facts_scope *scope = &facts.scopes[s];
        uint32_t count, call;
        const uint32_t *list = facts_list(&facts, scope->decorators, &count);
        bool property = false, worded = false;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t word = facts_word_of(&facts, list[i], &call);
            worded |= word != WORD_COUNT;
            property |= word == WORD_COUNT && is_property(&facts, list[i]);
            if (facts_word_registers(word)) {
                add_name(registrars, &facts, scope->name);
                if (scope->parent != FACTS_NONE && facts.scopes[scope->parent].kind == SCOPE_CLASS) {
                    add_name(registrars, &facts, facts.scopes[scope->parent].name);
                }
            }
        }
        if (worded && (property || is_special(facts_text(&facts, scope->name)))) {
            add_name(properties, &facts, scope->name);
        }
    }
}

static uint32_t put_text(struct buffer *out, struct span text) {
    uint32_t at = (uint32_t)out->len;
    buffer_add(out, text.data, text.len);
    buffer_putc(out, '\0');
    return at;
}

static void align(struct buffer *out) {
    while (out->len % 8) {
        buffer_putc(out, '\0');
    }
}

static uint32_t put_names(struct buffer *out, const struct intern *names) {
    VEC(struct pack_text) texts = {0};
    for (uint32_t i = 0; i < names->len; i++) {
        struct span text = intern_text(names, i);
        vec_push(&texts, ((struct pack_text){put_text(out, text), (uint32_t)text.len}));
    }
    align(out);
    uint32_t at = (uint32_t)out->len;
    buffer_add(out, texts.data, texts.len * sizeof *texts.data);
    vec_free(&texts);
    align(out);
    return at;
}

static void pack(const struct stub *stubs, uint32_t count, struct buffer *out) {
    struct pack_header header = {.magic = PACK_MAGIC, .count = count};
    struct intern registrars = {0}, properties = {0};
    struct pack_entry *entries = mem_calloc(count + 1u, sizeof *entries);
    buffer_add(out, &header, sizeof header);
    buffer_add(out, entries, count * sizeof *entries);
    for (uint32_t i = 0; i < count; i++) {
        collect(&stubs[i], &registrars, &properties);
        entries[i].name = (struct pack_text){put_text(out, stubs[i].name), (uint32_t)stubs[i].name.len};
        align(out);
        entries[i].facts = (uint32_t)out->len;
        entries[i].facts_size = (uint32_t)stubs[i].facts.len;
        buffer_add(out, stubs[i].facts.data, stubs[i].facts.len);
    }
    align(out);
    header.registrars = put_names(out, &registrars);
    header.registrar_count = registrars.len;
    header.properties = put_names(out, &properties);
    header.property_count = properties.len;
    memcpy(out->data, &header, sizeof header);
    memcpy(out->data + sizeof header, entries, count * sizeof *entries);
    mem_free(entries);
    intern_free(&registrars);
    intern_free(&properties);
}

int main(int argc, char **argv) {
    const char *missing = NULL;
    struct syntax_python *python = syntax_python_new(&missing);
    struct error error = {0};
    if (!python || argc < 2) {
        fprintf(stderr, "loadpath-pack: %s %s\n", python ? "usage: loadpath-pack OUT STUB.pyi…" : "the grammar lacks",
                missing ? missing : "");
        return 2;
    }
    uint32_t count = (uint32_t)argc - 2;
    struct stub *stubs = mem_calloc(count + 1u, sizeof *stubs);
    int status = 0;
    for (uint32_t i = 0; i < count; i++) {
        stubs[i] = (struct stub){.path = argv[i + 2], .name = module_name(argv[i + 2])};
        if (!lower(python, &stubs[i], &error)) {
            status = fail(&error);
        }
    }
    struct buffer out = {0};
    if (status == 0) {
        qsort(stubs, count, sizeof *stubs, by_name);
        pack(stubs, count, &out);
        status = fs_write(argv[1], out.data, out.len, &error) ? 0 : fail(&error);
    }
    for (uint32_t i = 0; i < count; i++) {
        buffer_free(&stubs[i].facts);
    }
    mem_free(stubs);
    buffer_free(&out);
    syntax_python_free(python);
    return status;
}
