/* From import statements to modules: project files by source root, library models, namespace packages. */
#include "program/internal.h"

#include <string.h>

#include "facts/pack.h"

static struct span pack_span(const struct program *self, struct pack_text text) {
    return (struct span){self->pack + text.offset, text.length};
}

static const struct pack_entry *pack_find(const struct program *self, struct span name) {
    if (!self->pack) {
        return NULL;
    }
    const struct pack_header *header = (const void *)self->pack;
    const struct pack_entry *entries = (const void *)(self->pack + sizeof *header);
    uint32_t low = 0, high = header->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = span_compare(pack_span(self, entries[middle].name), name);
        if (order == 0) {
            return &entries[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* A library has a model when the top-level name of its dotted name has one, whole or in part. */
static bool model_known(struct program *self, uint32_t name) {
    struct span text = intern_text(&self->names, name);
    const char *dot = memchr(text.data, '.', text.len);
    struct span top = {text.data, dot ? (size_t)(dot - text.data) : text.len};
    if (pack_find(self, top)) {
        return true;
    }
    const struct pack_header *header = (const void *)self->pack;
    if (!header) {
        return false;
    }
    const struct pack_entry *entries = (const void *)(self->pack + sizeof *header);
    uint32_t low = 0, high = header->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (span_compare(pack_span(self, entries[middle].name), top) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < header->count && span_starts(pack_span(self, entries[low].name),
                                              arena_printf(&self->arena, "%.*s.", (int)top.len, top.data));
}

uint32_t model_load(struct program *self, uint32_t name) {
    uint32_t *slot = map_at(&self->models, name);
    if (*slot != MAP_NONE) {
        return *slot == PROGRAM_NONE - 1 ? PROGRAM_NONE : *slot;
    }
    *slot = PROGRAM_NONE - 1;
    const struct pack_entry *entry = pack_find(self, intern_text(&self->names, name));
    if (!entry) {
        return PROGRAM_NONE;
    }
    struct program_module m = {.name = name, .root = PROGRAM_NONE, .is_model = true};
    BUG_ON(!facts_open(&m.facts, self->pack + entry->facts, entry->facts_size));
    /* A model stub that imports relatively is written as a package module. */
    m.is_package = map_get(&self->prefixes, name) != MAP_NONE;
    uint32_t index = module_add(self, &m);
    map_set(&self->models, name, index);
    return index;
}

static uint32_t namespace_of(struct program *self, uint32_t name, uint32_t root) {
    uint32_t found = map_get(&self->namespaces, name);
    if (found != MAP_NONE) {
        return found;
    }
    struct program_module m = {.name = name, .root = root, .is_package = true, .is_namespace = true};
    uint32_t index = module_add(self, &m);
    map_set(&self->namespaces, name, index);
    return index;
}

static uint32_t in_root(const struct program *self, uint32_t first, uint32_t root) {
    for (uint32_t m = first; m != PROGRAM_NONE; m = self->same_name.data[m]) {
        if (module_at(self, m)->root == root) {
            return m;
        }
    }
    return PROGRAM_NONE;
}

static uint32_t at_path(const struct program *self, const char *path) {
    uint32_t key = intern_find(&self->names, span_of(path));
    uint32_t found = key == INTERN_NONE ? MAP_NONE : map_get(&self->by_path, key);
    return found == MAP_NONE ? PROGRAM_NONE : found;
}

/* The module that stands at a dotted name below a folder ("" or ending in a slash); an empty name means the folder's
 * own package. */
static uint32_t below_folder(struct program *self, const char *path, int folder, struct span dotted) {
    char *file = arena_printf(&self->arena, "%.*s%.*s", folder, path, (int)dotted.len, dotted.len ? dotted.data : "");
    for (char *c = file + folder; *c; c++) {
        *c = *c == '.' ? '/' : *c;
    }
    uint32_t found = dotted.len ? at_path(self, file) : PROGRAM_NONE;
    return found != PROGRAM_NONE
               ? found
               : at_path(self, arena_printf(&self->arena, "%s%s__init__", file, dotted.len ? "/" : ""));
}

/* Length of the path of the folder that holds a file, its slash included, `up` folders higher; -1 above the root. */
static int folder_length(const char *path, uint32_t up) {
    const char *end = strrchr(path, '/');
    int length = end ? (int)(end - path) + 1 : 0;
    for (; up > 0; up--) {
        if (length == 0) {
            return -1;
        }
        for (length--; length > 0 && path[length - 1] != '/'; length--) {
        }
    }
    return length;
}

/* The file that stands at folder(from)/name: scripts import their neighbours by bare name. */
static uint32_t neighbour(struct program *self, uint32_t from, struct span dotted) {
    const char *path = module_at(self, from)->path;
    return path ? below_folder(self, path, folder_length(path, 0), dotted) : PROGRAM_NONE;
}

struct span last_component(struct span dotted) {
    const char *dot = dotted.len ? memrchr(dotted.data, '.', dotted.len) : NULL;
    size_t cut = dot ? (size_t)(dot - dotted.data) + 1 : 0;
    return (struct span){dotted.data + cut, dotted.len - cut};
}

static uint32_t shared_prefix(const char *a, const char *b) {
    uint32_t n = 0;
    while (a[n] && a[n] == b[n]) {
        n++;
    }
    return n;
}

/* A name that no root knows may be spelled from a folder that is put on sys.path at run time: a unique (else the
 * nearest) file whose path ends in it is taken. Single names are too common for that. */
static uint32_t by_suffix(struct program *self, uint32_t from, struct span dotted) {
    if (!memchr(dotted.data, '.', dotted.len) || !module_at(self, from)->path) {
        return PROGRAM_NONE;
    }
    char *tail = arena_printf(&self->arena, "/%.*s", (int)dotted.len, dotted.data);
    for (char *c = tail; *c; c++) {
        if (*c == '.') {
            *c = '/';
        }
    }
    const char *tails[] = {arena_printf(&self->arena, "%s.py", tail), arena_printf(&self->arena, "%s/__init__.py", tail)};
    uint32_t best = PROGRAM_NONE, score = 0, last = intern_find(&self->names, last_component(dotted));
    uint32_t m = last == INTERN_NONE ? MAP_NONE : map_get(&self->by_last, last);
    for (; m != MAP_NONE && m != PROGRAM_NONE; m = self->same_last.data[m]) {
        struct span path = span_of(module_at(self, m)->path);
        if (span_ends(path, tails[0]) || span_ends(path, tails[1]) || span_is(path, tails[0] + 1) ||
            span_is(path, tails[1] + 1)) {
            uint32_t here = 1 + shared_prefix(path.data, module_at(self, from)->path);
            if (here > score || (here == score && m < best)) {
                score = here;
                best = m;
            }
        }
    }
    return best;
}

static uint32_t top_of(struct program *self, uint32_t name) {
    struct span text = intern_text(&self->names, name);
    const char *dot = memchr(text.data, '.', text.len);
    return dot ? intern_add(&self->names, (struct span){text.data, (size_t)(dot - text.data)}) : name;
}

static uint32_t find_uncached(struct program *self, uint32_t from, uint32_t name) {
    struct span text = intern_text(&self->names, name);
    uint32_t first = map_get(&self->by_name, name);
    uint32_t root = module_at(self, from)->root;
    uint32_t stub = first == MAP_NONE ? PROGRAM_NONE : in_root(self, first, PROGRAM_NONE);
    if (stub != PROGRAM_NONE) {
        return stub; /* a user's own model stands before the built-in one */
    }
    if (first != MAP_NONE) {
        uint32_t same = in_root(self, first, root);
        if (same != PROGRAM_NONE) {
            return same;
        }
    }
    bool from_model = module_at(self, from)->is_model && !module_at(self, from)->path;
    uint32_t found;
    /* Another root's top-level package shadows a model; its loose module of the same name does not. */
    uint32_t top = map_get(&self->by_name, top_of(self, name));
    bool model = model_known(self, name);
    if (first != MAP_NONE && !from_model && (!model || (top != MAP_NONE && module_at(self, top)->is_package))) {
        return first;
    }
    if (model) {
        found = model_load(self, name);
        if (found != PROGRAM_NONE) {
            return found;
        }
        return map_get(&self->prefixes, name) != MAP_NONE ? namespace_of(self, name, root) : PROGRAM_NONE;
    }
    if (map_get(&self->prefixes, name) != MAP_NONE) {
        return namespace_of(self, name, root);
    }
    found = from_model ? PROGRAM_NONE : neighbour(self, from, text);
    return from_model || found != PROGRAM_NONE ? found : by_suffix(self, from, text);
}

uint32_t module_find(struct program *self, uint32_t from, uint32_t name) {
    /* Neighbours make the answer depend on the folder; no folder is called as the models' key is. */
    uint32_t folder = module_at(self, from)->folder == INTERN_NONE ? NAME_LOADPATH : module_at(self, from)->folder;
    uint64_t key = map_pair(folder, name);
    uint32_t memo = map_get(&self->imports, key);
    if (memo == MAP_NONE) {
        uint32_t found = find_uncached(self, from, name);
        memo = found == PROGRAM_NONE ? 0 : found + 1;
        map_set(&self->imports, key, memo);
    }
    return memo ? memo - 1 : PROGRAM_NONE;
}

/* The dotted name of the package that `level` dots mean in a module. */
static bool package_of(const struct program *self, uint32_t module, uint32_t level, struct span *out) {
    const struct program_module *m = module_at(self, module);
    struct span name = intern_text(&self->names, m->name);
    uint32_t up = m->is_package ? level - 1 : level;
    while (up-- > 0) {
        const char *dot = name.len ? memrchr(name.data, '.', name.len) : NULL;
        if (!dot) {
            name.len = 0;
            if (up > 0) {
                return false;
            }
            break;
        }
        name.len = (size_t)(dot - name.data);
    }
    *out = name;
    return true;
}

uint32_t module_resolve(struct program *self, uint32_t module, uint32_t level, struct span dotted) {
    if (level == 0) {
        return dotted.len ? module_find(self, module, intern_add(&self->names, dotted)) : PROGRAM_NONE;
    }
    struct span package;
    const char *path = module_at(self, module)->path;
    if (path) {
        /* Dots mean folders, whatever the module is called from its source root. */
        int folder = folder_length(path, level - 1);
        uint32_t found = folder < 0 ? PROGRAM_NONE : below_folder(self, path, folder, dotted);
        if (found != PROGRAM_NONE) {
            return found;
        }
    }
    if (!package_of(self, module, level, &package)) {
        return PROGRAM_NONE;
    }
    char *name = arena_printf(&self->arena, "%.*s%s%.*s", (int)package.len, package.data,
                              package.len && dotted.len ? "." : "", (int)dotted.len, dotted.data ? dotted.data : "");
    if (!*name) {
        /* `from . import x` at a source root: the neighbour itself is asked for by import_type. */
        return PROGRAM_NONE;
    }
    return module_find(self, module, program_intern(self, name));
}

static uint32_t submodule(struct program *self, uint32_t module, uint32_t name) {
    const struct program_module *m = module_at(self, module);
    if (!m->is_package && !m->is_model) {
        return PROGRAM_NONE;
    }
    const char *dotted =
        arena_printf(&self->arena, "%s.%s", program_string(self, m->name), program_string(self, name));
    uint32_t found = module_find(self, module, program_intern(self, dotted));
    return found == module ? PROGRAM_NONE : found;
}

/* What `from m import *` gives: the names of __all__, or without it all that do not start with an underscore. */
static bool star_gives(struct program *self, uint32_t module, uint32_t name) {
    const struct program_module *m = module_at(self, module);
    if (m->is_namespace || !(m->facts.scopes[0].flags & SCOPE_HAS_ALL)) {
        return !span_starts(intern_text(&self->names, name), "_");
    }
    for (uint32_t i = 0; i < m->facts.all_count; i++) {
        if (program_name(self, module, m->facts.all[i]) == name) {
            return true;
        }
    }
    return false;
}

static uint32_t star_member(struct program *self, uint32_t module, uint32_t name) {
    const struct program_module *m = module_at(self, module);
    if (m->is_namespace || !(m->facts.scopes[0].flags & SCOPE_STAR) || self->depth > LIMIT_EVAL_DEPTH) {
        return TYPE_UNKNOWN;
    }
    uint32_t type = TYPE_UNKNOWN;
    self->depth++;
    for (uint32_t i = 0; i < m->facts.import_count && !type_known(type); i++) {
        const struct facts_import *import = &m->facts.imports[i];
        if (import->symbol == FACTS_NONE && import->name != FACTS_NONE) {
            uint32_t from = module_resolve(self, module, import->level, module_text(self, module, import->module));
            if (from != PROGRAM_NONE && from != module && star_gives(self, from, name)) {
                type = module_member(self, from, name);
            }
        }
    }
    self->depth--;
    return type;
}

/* Special forms are known by name in the modules that define or re-export them. */
uint32_t special_form(struct program *self, uint32_t module, uint32_t name) {
    const struct program_module *m = module_at(self, module);
    bool all = m->name == NAME_TYPING || m->name == NAME_TYPING_EXTENSIONS;
    if (!m->is_model || !(all || m->name == NAME_COLLECTIONS_ABC || m->name == NAME_CONTEXTLIB)) {
        return TYPE_UNKNOWN;
    }
    uint32_t special = map_get(&self->special, name);
    return special == MAP_NONE ? TYPE_UNKNOWN : type_plain(self, TYPE_SPECIAL, special);
}

uint32_t module_member(struct program *self, uint32_t module, uint32_t name) {
    const struct program_module *m = module_at(self, module);
    uint32_t type = special_form(self, module, name);
    if (type_known(type)) {
        return type;
    }
    if (self->depth > LIMIT_EVAL_DEPTH) {
        self->limits_hit++;
        return TYPE_UNKNOWN;
    }
    if (!m->is_namespace) {
        uint32_t symbol = scope_symbol(self, m->scope_base, name);
        if (symbol != FACTS_NONE) {
            type = symbol_type(self, module, symbol);
        } else {
            type = star_member(self, module, name);
        }
    }
    if (!type_known(type)) {
        uint32_t found = submodule(self, module, name);
        if (found != PROGRAM_NONE) {
            type = type_plain(self, TYPE_MODULE, found);
        }
    }
    return type;
}

static uint32_t missing(struct program *self, struct span module, struct span name) {
    const char *dotted = arena_printf(&self->arena, "%.*s%s%.*s", (int)module.len, module.data ? module.data : "",
                                      name.len ? "." : "", (int)name.len, name.data ? name.data : "");
    return type_plain(self, TYPE_MISSING, program_intern(self, dotted));
}

/* `import a.b.c` binds a; `import a.b.c as d` binds the whole. */
static uint32_t plain_import(struct program *self, uint32_t module, const struct facts_import *import) {
    struct span dotted = module_text(self, module, import->module);
    if (!(import->flags & IMPORT_ALIAS)) {
        const char *dot = memchr(dotted.data, '.', dotted.len);
        dotted.len = dot ? (size_t)(dot - dotted.data) : dotted.len;
    }
    uint32_t found = module_resolve(self, module, 0, dotted);
    return found == PROGRAM_NONE ? missing(self, dotted, SPAN("")) : type_plain(self, TYPE_MODULE, found);
}

uint32_t import_type(struct program *self, uint32_t module, uint32_t index) {
    const struct facts_import *import = &module_at(self, module)->facts.imports[index];
    if (import->name == FACTS_NONE) {
        return plain_import(self, module, import);
    }
    struct span dotted = module_text(self, module, import->module);
    struct span name = module_text(self, module, import->name);
    uint32_t from = module_resolve(self, module, import->level, dotted);
    if (from == PROGRAM_NONE) {
        uint32_t found = import->level ? neighbour(self, module, name) : PROGRAM_NONE;
        return dotted.len == 0 && found != PROGRAM_NONE ? type_plain(self, TYPE_MODULE, found)
                                                        : missing(self, dotted, name);
    }
    uint32_t interned = program_name(self, module, import->name);
    if (from == module) {
        /* A package importing its own submodule: the symbol is this very import. */
        uint32_t found = submodule(self, module, interned);
        return found == PROGRAM_NONE ? TYPE_UNKNOWN : type_plain(self, TYPE_MODULE, found);
    }
    return module_member(self, from, interned);
}

static void mark_imports(struct program *self, uint32_t module) {
    const struct facts *facts = &module_at(self, module)->facts;
    for (uint32_t i = 0; i < facts->import_count; i++) {
        const struct facts_import *import = &facts->imports[i];
        map_set(&self->imported, intern_add(&self->names, last_component(module_text(self, module, import->module))), 1);
        if (import->name != FACTS_NONE) {
            map_set(&self->imported, program_name(self, module, import->name), 1);
        }
    }
}

bool program_is_imported(struct program *self, uint32_t module) {
    if (!self->imports_marked) {
        self->imports_marked = true;
        for (uint32_t m = 0; m < self->project_modules; m++) {
            mark_imports(self, m);
        }
    }
    struct span name = last_component(intern_text(&self->names, module_at(self, module)->name));
    return map_get(&self->imported, intern_add(&self->names, name)) != MAP_NONE;
}
