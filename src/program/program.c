#include "program/internal.h"

#include <string.h>

#include "facts/pack.h"

struct program_module *module_at(const struct program *self, uint32_t module) {
    return self->modules.data[module];
}

const struct program_module *program_module_at(const struct program *self, uint32_t module) {
    return self->modules.data[module];
}

uint32_t program_module_count(const struct program *self) {
    return self->modules.len;
}

uint32_t program_def_count(const struct program *self) {
    return self->scopes.len;
}

uint32_t program_def_module(const struct program *self, uint32_t def) {
    return self->scopes.data[def].module;
}

bool program_is_model(const struct program *self, uint32_t def) {
    return program_module_at(self, program_def_module(self, def))->is_model;
}

const struct facts_scope *program_def_scope(const struct program *self, uint32_t def) {
    const struct program_module *m = module_at(self, self->scopes.data[def].module);
    return &m->facts.scopes[def - m->scope_base];
}

struct type_table *program_types(struct program *self) {
    return &self->types;
}

uint32_t program_name(struct program *self, uint32_t module, uint32_t string) {
    struct program_module *m = module_at(self, module);
    if (string >= m->facts.string_count) {
        return INTERN_NONE;
    }
    if (m->names[string] == INTERN_NONE) {
        m->names[string] =
            intern_add_hashed(&self->names, facts_text(&m->facts, string), m->facts.strings[string].hash);
    }
    return m->names[string];
}

uint32_t program_intern(struct program *self, const char *text) {
    return intern_add(&self->names, span_of(text));
}

const char *program_string(const struct program *self, uint32_t name) {
    return name == INTERN_NONE ? "" : intern_string(&self->names, name);
}

struct span module_text(const struct program *self, uint32_t module, uint32_t string) {
    return facts_text(&module_at(self, module)->facts, string);
}

struct class_info *class_of(const struct program *self, uint32_t def) {
    uint32_t index = self->scopes.data[def].class_info;
    return index == PROGRAM_NONE ? NULL : &self->classes.data[index];
}

enum well_known known_of(const struct program *self, uint32_t def) {
    return self->scopes.data[def].known;
}

uint32_t program_traits(const struct program *self, uint32_t def) {
    return self->scopes.data[def].traits;
}

const struct program_trait *program_trait_at(const struct program *self, uint32_t trait) {
    return &self->traits.data[trait];
}

const struct program_trait *program_trait(const struct program *self, uint32_t def, enum facts_word word) {
    for (uint32_t t = program_traits(self, def); t; t = self->traits.data[t].next) {
        if (self->traits.data[t].word == word) {
            return &self->traits.data[t];
        }
    }
    return NULL;
}

bool program_is_property_name(const struct program *self, uint32_t name) {
    return map_get(&self->property_names, name) != MAP_NONE || map_get(&self->class_values, name) != MAP_NONE;
}

bool program_is_registrar_name(const struct program *self, uint32_t name) {
    return map_get(&self->registrar_names, name) != MAP_NONE;
}

/* Module-level and class-level names are looked up from other files, so they get an index by interned name the first
 * time someone asks; names inside functions never need one. */
uint32_t scope_symbol(struct program *self, uint32_t def, uint32_t name) {
    struct scope_info *info = &self->scopes.data[def];
    if (!info->indexed) {
        info->indexed = true;
        const struct facts_scope *scope = program_def_scope(self, def);
        const struct program_module *m = module_at(self, info->module);
        for (uint32_t i = 0; i < scope->symbol_count; i++) {
            uint32_t symbol = scope->first_symbol + i;
            map_set(&self->scope_names, map_pair(def, program_name(self, info->module, m->facts.symbols[symbol].name)),
                    symbol);
        }
    }
    return map_get(&self->scope_names, map_pair(def, name));
}

/* Decorators of the standard library that change what a def is are told by their last name: code that shadows
 * `property` with something else is not worth a question per decorator. */
static uint16_t flag_of(struct span name) {
    static const struct {
        const char *name;
        uint16_t flag;
    } table[] = {
        {"property", DEF_PROPERTY},          {"cached_property", DEF_PROPERTY},
        {"hybrid_property", DEF_PROPERTY},   {"abstractproperty", DEF_PROPERTY | DEF_ABSTRACT},
        {"staticmethod", DEF_STATIC},        {"classmethod", DEF_CLASS_METHOD},
        {"contextmanager", DEF_CONTEXT},     {"asynccontextmanager", DEF_ASYNC_CONTEXT},
        {"abstractmethod", DEF_ABSTRACT},    {"overload", DEF_OVERLOAD},
        {"setter", DEF_SETTER},              {"deleter", DEF_SETTER},
        {"lru_cache", DEF_CACHED},           {"cache", DEF_CACHED},
        {"model_validator", 0},              {"field_validator", DEF_CLASS_METHOD},
        {"validator", DEF_CLASS_METHOD},     {"root_validator", DEF_CLASS_METHOD},
        {"declared_attr", DEF_CLASS_METHOD}, {"computed_field", 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (span_is(name, table[i].name)) {
            return table[i].flag;
        }
    }
    return 0;
}

uint32_t program_def_flags(struct program *self, uint32_t def) {
    struct scope_info *info = &self->scopes.data[def];
    if (!info->flags_known) {
        info->flags_known = true;
        const struct facts *facts = &module_at(self, info->module)->facts;
        const struct facts_scope *scope = program_def_scope(self, def);
        uint32_t count;
        const uint32_t *list = facts_list(facts, scope->decorators, &count);
        for (uint32_t i = 0; i < count; i++) {
            info->flags |= flag_of(facts_decorator_name(facts, list[i]));
        }
    }
    return info->flags;
}

const char *program_qualname(struct program *self, uint32_t def) {
    const struct program_module *m = module_at(self, program_def_module(self, def));
    const struct facts_scope *scopes = m->facts.scopes;
    const char *text = "";
    for (uint32_t s = def - m->scope_base; s != 0 && s != FACTS_NONE; s = scopes[s].parent) {
        const char *name = scopes[s].kind == SCOPE_LAMBDA          ? "<lambda>"
                           : scopes[s].kind == SCOPE_COMPREHENSION ? NULL
                                                                   : program_string(self, program_name(self, program_def_module(self, def), scopes[s].name));
        if (name) {
            text = *text ? arena_printf(&self->arena, "%s.%s", name, text) : name;
        }
    }
    return text;
}

uint32_t program_def_name(struct program *self, uint32_t def) {
    return program_name(self, program_def_module(self, def), program_def_scope(self, def)->name);
}

/* The package nearest to the top whose namespace has the def under its own name: `requests.get` for what requests.api
 * defines. */
static const char *public_module(struct program *self, uint32_t module, uint32_t def) {
    const struct program_module *m = module_at(self, module);
    const char *dotted = program_string(self, m->name);
    uint32_t scope = def - m->scope_base;
    while (m->facts.scopes[scope].parent != 0 && m->facts.scopes[scope].parent != FACTS_NONE) {
        scope = m->facts.scopes[scope].parent;
    }
    uint32_t name = program_name(self, module, m->facts.scopes[scope].name);
    for (const char *dot = strchr(dotted, '.'); dot; dot = strchr(dot + 1, '.')) {
        uint32_t package = intern_add(&self->names, (struct span){dotted, (size_t)(dot - dotted)});
        uint32_t found = model_load(self, package);
        uint32_t type = found == PROGRAM_NONE ? TYPE_UNKNOWN : module_member(self, found, name);
        enum type_kind kind = type_kind(self, type);
        if ((kind == TYPE_FUNCTION || kind == TYPE_CLASS) && type_entity(self, type) == m->scope_base + scope) {
            return program_string(self, package);
        }
    }
    return dotted;
}

const char *program_dotted(struct program *self, uint32_t def) {
    const struct program_module *m = module_at(self, program_def_module(self, def));
    const char *module = program_string(self, m->name), *name = program_qualname(self, def);
    if (m->name == NAME_BUILTINS) {
        return name;
    }
    if (m->is_model && *name) {
        module = public_module(self, program_def_module(self, def), def);
    }
    if (m->is_model && span_ends(span_of(name), ".__init__")) {
        /* People call the class. */
        return arena_printf(&self->arena, "%s.%.*s", module, (int)(strlen(name) - strlen(".__init__")), name);
    }
    return *name ? arena_printf(&self->arena, "%s.%s", module, name) : module;
}

/* Library functions with a meaning of their own get their number when their model is loaded. */
static void mark_known(struct program *self, uint32_t module) {
    static const char *const dotted[] = {
        NULL,
#define KNOWN(id, text) text,
#include "program/known.def"
#undef KNOWN
    };
    const struct program_module *m = module_at(self, module);
    const char *name = program_string(self, m->name);
    size_t length = strlen(name);
    for (uint32_t k = 1; k < KNOWN_COUNT; k++) {
        if (strncmp(dotted[k], name, length) != 0 || dotted[k][length] != '.' || strchr(dotted[k] + length + 1, '.')) {
            continue;
        }
        uint32_t symbol = scope_symbol(self, m->scope_base, program_intern(self, dotted[k] + length + 1));
        if (symbol == FACTS_NONE) {
            continue;
        }
        const struct facts_symbol *s = &m->facts.symbols[symbol];
        for (uint32_t b = 0; b < s->binding_count; b++) {
            const struct facts_binding *binding = &m->facts.bindings[s->first_binding + b];
            if (binding->kind == BIND_FUNCTION || binding->kind == BIND_CLASS) {
                self->scopes.data[m->scope_base + binding->source].known = (uint16_t)k;
            }
        }
    }
}

uint32_t module_add(struct program *self, const struct program_module *module) {
    uint32_t index = self->modules.len;
    struct program_module *m = arena_alloc(&self->arena, sizeof *m);
    *m = *module;
    m->scope_base = self->scopes.len;
    m->folder = INTERN_NONE;
    if (m->path) {
        const char *slash = strrchr(m->path, '/');
        size_t length = slash ? (size_t)(slash - m->path) : 0;
        m->folder = program_intern(self, arena_printf(&self->arena, "%.*s/", (int)length, m->path));
    }
    vec_push(&self->modules, m);
    vec_push(&self->same_name, PROGRAM_NONE);
    const struct facts *facts = &m->facts;
    m->names = arena_alloc(&self->arena, (facts->string_count + 1) * sizeof *m->names);
    memset(m->names, 0xff, facts->string_count * sizeof *m->names);
    m->expr_types = arena_zalloc(&self->arena, (facts->expr_count + 1) * sizeof *m->expr_types);
    m->symbol_types = arena_zalloc(&self->arena, (facts->symbol_count + 1) * sizeof *m->symbol_types);
    vec_reserve(&self->scopes, facts->scope_count);
    for (uint32_t s = 0; s < facts->scope_count; s++) {
        vec_push(&self->scopes, ((struct scope_info){.module = index, .class_info = PROGRAM_NONE}));
    }
    if (m->is_model && !m->is_namespace) {
        mark_known(self, index);
        traits_read(self, index);
    }
    if (self->classes_linked) {
        classes_add(self, index);
    }
    return index;
}

static void add_prefixes(struct program *self, const char *name) {
    for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
        map_set(&self->prefixes, intern_add(&self->names, (struct span){name, (size_t)(dot - name)}), 1);
    }
}

static void intern_well_known(struct program *self) {
    static const char *const texts[] = {
#define NAME(id, text) text,
#include "program/names.def"
#undef NAME
    };
    for (uint32_t i = 0; i < NAME_COUNT; i++) {
        BUG_ON(program_intern(self, texts[i]) != i);
    }
    static const struct {
        const char *name;
        uint8_t special;
    } specials[] = {
        {"Any", SPECIAL_ANY},
        {"Optional", SPECIAL_OPTIONAL},
        {"Union", SPECIAL_UNION},
        {"Annotated", SPECIAL_ANNOTATED},
        {"Callable", SPECIAL_CALLABLE},
        {"Type", SPECIAL_TYPE},
        {"Literal", SPECIAL_LITERAL},
        {"LiteralString", SPECIAL_ANY},
        {"ClassVar", SPECIAL_TRANSPARENT},
        {"Final", SPECIAL_TRANSPARENT},
        {"Required", SPECIAL_TRANSPARENT},
        {"NotRequired", SPECIAL_TRANSPARENT},
        {"ReadOnly", SPECIAL_TRANSPARENT},
        {"Self", SPECIAL_SELF},
        {"Generic", SPECIAL_GENERIC},
        {"Protocol", SPECIAL_GENERIC},
        {"Awaitable", SPECIAL_AWAITABLE},
        {"Coroutine", SPECIAL_COROUTINE},
        {"TypeVar", SPECIAL_TYPEVAR},
        {"ParamSpec", SPECIAL_TYPEVAR},
        {"NewType", SPECIAL_NEWTYPE},
        {"ContextManager", SPECIAL_CONTEXT},
        {"AbstractContextManager", SPECIAL_CONTEXT},
        {"AsyncContextManager", SPECIAL_ASYNC_CONTEXT},
        {"AbstractAsyncContextManager", SPECIAL_ASYNC_CONTEXT},
    };
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        map_set(&self->special, program_intern(self, specials[i].name), specials[i].special);
    }
}

/* The name that an import spells last when it means the file: its own, or that of the folder of an __init__. */
static struct span last_name(struct span path) {
    if (span_ends(path, "/__init__")) {
        path.len -= strlen("/__init__");
    }
    size_t start = path.len;
    while (start > 0 && path.data[start - 1] != '/') {
        start--;
    }
    return (struct span){path.data + start, path.len - start};
}

static void add_project_module(struct program *self, const struct program_input *input) {
    struct program_module m = {.facts = input->facts,
                               .path = input->path,
                               .name = program_intern(self, input->module),
                               .root = input->root,
                               .role = input->role,
                               .is_package = input->is_package,
                               .is_model = input->is_model};
    uint32_t index = module_add(self, &m);
    add_prefixes(self, input->module);
    uint32_t *first = map_at(&self->by_name, m.name);
    if (*first == MAP_NONE) {
        *first = index;
    } else {
        uint32_t at = *first;
        while (self->same_name.data[at] != PROGRAM_NONE) {
            at = self->same_name.data[at];
        }
        self->same_name.data[at] = index;
    }
    struct span path = span_of(input->path);
    size_t cut = span_ends(path, ".pyi") ? 4 : span_ends(path, ".py") ? 3 : 0;
    path.len -= cut;
    map_set(&self->by_path, intern_add(&self->names, path), index);
    uint32_t *head = map_at(&self->by_last, intern_add(&self->names, last_name(path)));
    vec_push(&self->same_last, *head == MAP_NONE ? PROGRAM_NONE : *head);
    *head = index;
}

static uint32_t builtin_class(struct program *self, const char *name) {
    uint32_t type = module_member(self, self->builtins, program_intern(self, name));
    return type_kind(self, type) == TYPE_CLASS ? type_entity(self, type) : PROGRAM_NONE;
}

static void open_builtins(struct program *self) {
    self->builtins = model_load(self, NAME_BUILTINS);
    if (self->builtins == PROGRAM_NONE) {
        struct program_module empty = {.name = NAME_BUILTINS, .is_model = true, .is_namespace = true};
        self->builtins = module_add(self, &empty);
    }
    self->class_str = builtin_class(self, "str");
    self->class_int = builtin_class(self, "int");
    self->class_float = builtin_class(self, "float");
    self->class_bool = builtin_class(self, "bool");
    self->class_bytes = builtin_class(self, "bytes");
    self->class_list = builtin_class(self, "list");
    self->class_dict = builtin_class(self, "dict");
    self->class_set = builtin_class(self, "set");
    self->class_tuple = builtin_class(self, "tuple");
    self->class_object = builtin_class(self, "object");
}

static void add_names(struct program *self, struct map *set, uint32_t list, uint32_t count) {
    const struct pack_text *texts = (const void *)(self->pack + list);
    for (uint32_t i = 0; i < count; i++) {
        struct span text = {self->pack + texts[i].offset, texts[i].length};
        map_set(set, intern_add(&self->names, text), 1);
    }
}

static void open_pack(struct program *self, const void *pack, size_t size) {
    const struct pack_header *header = pack;
    if (size < sizeof *header || header->magic != PACK_MAGIC) {
        return;
    }
    self->pack = pack;
    const struct pack_entry *entries = (const void *)(self->pack + sizeof *header);
    for (uint32_t i = 0; i < header->count; i++) {
        add_prefixes(self, self->pack + entries[i].name.offset);
    }
    add_names(self, &self->registrar_names, header->registrars, header->registrar_count);
    add_names(self, &self->property_names, header->properties, header->property_count);
}

struct program *program_new(const struct program_input *inputs, uint32_t count, const void *pack, size_t pack_size) {
    struct program *self = mem_calloc(1, sizeof *self);
    arena_init(&self->arena);
    types_init(&self->types);
    vec_push(&self->traits, (struct program_trait){0});
    vec_push(&self->store_links, (struct store_link){0});
    vec_push(&self->call_links, (struct call_link){0});
    vec_push(&self->dispatch_links, (struct dispatch_link){0});
    vec_push(&self->class_links, (struct dispatch_link){0});
    vec_push(&self->relation_links, (struct relation){0});
    intern_well_known(self);
    open_pack(self, pack, pack_size);
    for (uint32_t i = 0; i < count; i++) {
        add_project_module(self, &inputs[i]);
    }
    self->project_modules = count;
    for (uint32_t i = 0; i < count; i++) {
        /* A stub that others stand below is a package, for imports that begin with a dot. */
        struct program_module *m = module_at(self, i);
        m->is_package |= m->is_model && map_get(&self->prefixes, m->name) != MAP_NONE;
    }
    /* The builtins are linked with the project's classes, so that evaluation never meets an unlinked class. */
    self->classes_linked = true;
    for (uint32_t i = 0; i < count; i++) {
        classes_add(self, i);
    }
    open_builtins(self);
    classes_link(self);
    return self;
}

void program_free(struct program *self) {
    if (!self) {
        return;
    }
    for (uint32_t i = 0; i < self->classes.len; i++) {
        struct class_info *c = &self->classes.data[i];
        vec_free(&c->bases);
        vec_free(&c->params);
        vec_free(&c->subclasses);
        vec_free(&c->stores);
    }
    vec_free(&self->modules);
    vec_free(&self->scopes);
    vec_free(&self->classes);
    vec_free(&self->traits);
    vec_free(&self->same_name);
    vec_free(&self->same_last);
    vec_free(&self->store_links);
    vec_free(&self->call_links);
    vec_free(&self->dispatch_links);
    vec_free(&self->class_links);
    vec_free(&self->relation_links);
    vec_free(&self->forwards);
    vec_free(&self->relates);
    struct map *maps[] = {&self->by_name,     &self->by_path,        &self->models,          &self->prefixes,
                          &self->namespaces,  &self->imports,        &self->scope_names,     &self->property_names,
                          &self->registrar_names, &self->dunder_names, &self->self_stores,   &self->foreign_stores,
                          &self->call_index,  &self->param_types,    &self->special,
                          &self->dispatched,       &self->imported,        &self->attributes,      &self->running_names,   &self->by_last,
                          &self->relations,   &self->class_names,     &self->class_values};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        map_free(maps[i]);
    }
    types_free(&self->types);
    intern_free(&self->names);
    arena_release(&self->arena);
    mem_free(self);
}

struct program_counts program_counts(const struct program *self) {
    struct program_counts counts = {.limits_hit = self->limits_hit};
    for (uint32_t m = 0; m < self->project_modules; m++) {
        const struct facts *facts = &module_at(self, m)->facts;
        for (uint32_t s = 0; s < facts->scope_count; s++) {
            if (facts->scopes[s].kind == SCOPE_FUNCTION) {
                counts.functions++;
                counts.async_functions += (facts->scopes[s].flags & SCOPE_ASYNC) != 0;
            }
        }
    }
    return counts;
}

bool program_has_special(const struct program *self, uint32_t name) {
    return map_get(&self->running_names, name) != MAP_NONE || map_get(&self->property_names, name) != MAP_NONE;
}
