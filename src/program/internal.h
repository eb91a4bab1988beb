/* What the files of src/program share; nobody else includes this. */
#ifndef LP_PROGRAM_INTERNAL_H
#define LP_PROGRAM_INTERNAL_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "program/program.h"

/* Named limits: everything that could grow without bound on hostile or unusual input. */
#define LIMIT_EVAL_DEPTH 220u      /* nested questions; deeper ones answer unknown */
#define LIMIT_CALL_SITES 64u       /* call sites looked at to infer one parameter */
#define LIMIT_CALL_CANDIDATES 600u /* call sites of the same name tried for that */
#define LIMIT_OVERRIDES 24u        /* overrides of a method that a call may reach */
#define LIMIT_MRO 64u
#define LIMIT_TYPE_PARAMS 16u
#define LIMIT_LITERAL 96u          /* elements of a literal looked at for its element type */
#define LIMIT_SAME_CLASS 256u      /* classes of one name among which a string is resolved */
#define LIMIT_FOREIGN_STORES 64u   /* `object.name = value` from outside its class, per name */

/* Library functions and classes with a meaning of their own. */
enum well_known {
    KNOWN_NOTHING,
#define KNOWN(id, dotted) KNOWN_##id,
#include "program/known.def"
#undef KNOWN
    KNOWN_COUNT
};

struct class_info {
    uint32_t def;
    uint32_t *mro; /* TYPE_CLASS references, itself first; NULL until asked */
    uint32_t mro_count;
    uint8_t state; /* of the MRO: 0 unknown, 1 in progress, 2 done */
    bool open;     /* some base is not known: it may have any attribute */
    bool params_known, linked;
    VEC(uint32_t) bases;      /* TYPE_CLASS references */
    VEC(uint32_t) params;     /* interned names of type parameters */
    VEC(uint32_t) subclasses; /* defs, direct */
    VEC(uint64_t) stores;     /* `self.x = v` in its methods: module << 32 | store */
};

struct scope_info {
    uint32_t module;
    uint32_t traits;     /* first trait, 0 none */
    uint32_t class_info; /* index, PROGRAM_NONE for other scopes */
    uint32_t returns;    /* memo: type + 1 */
    uint32_t type;       /* memo of program_def_type: type + 1 */
    uint16_t known;      /* enum well_known */
    uint16_t flags;      /* enum program_def_flags */
    bool flags_known, indexed;
};

struct store_link {
    uint32_t module, store, next;
};

/* `author = ForeignKey(Author, related_name="books")` in a class: what Author.books is. */
struct relation {
    uint32_t owner;  /* def of the class with the field */
    uint32_t method; /* of the field, bound: what the attribute is, by the word `relates` */
    uint32_t next;   /* 0 ends */
};

struct call_link {
    uint32_t module, expr, next;
};

struct dispatch_link {
    uint32_t def, next;
};

struct program {
    struct arena arena;
    struct intern names;
    struct type_table types;
    VEC(struct program_module *) modules;
    VEC(struct scope_info) scopes;
    VEC(struct class_info) classes;
    VEC(struct program_trait) traits; /* [0] unused */
    VEC(uint32_t) same_name;          /* by module: the next module with the same dotted name */
    struct map by_name;               /* name of project modules to first module */
    struct map by_path;               /* interned path without extension to module, project files only */
    struct map by_last;               /* last name of a project module's path to module */
    VEC(uint32_t) same_last;          /* by module: the next with the same last name */
    struct map models;                /* name to module of loaded models */
    struct map prefixes;              /* names that are a package of something */
    struct map namespaces;            /* name to namespace module */
    struct map imports;               /* (root, name) to module + 1, 0: none */
    struct map attributes;            /* (receiver type, name) to type: memo of class_attribute */
    struct map scope_names;           /* (def of a module or class scope, name) to symbol */
    struct map property_names, registrar_names;
    struct map dunder_names;          /* special methods that some class has */
    struct map running_names;         /* of these, the ones that may run something of note */
    struct map self_stores;           /* (class info, name) to list head in `store_links` */
    struct map foreign_stores;        /* name to list head */
    VEC(struct store_link) store_links; /* [0] unused */
    struct map dispatched;            /* def of a singledispatch function to head in dispatch_links */
    VEC(struct dispatch_link) dispatch_links; /* [0] unused */
    struct map call_index;            /* hash of the terminal name of a callee to list head in call_links */
    VEC(struct call_link) call_links; /* [0] unused */
    VEC(uint32_t) forwards, relates;  /* defs of methods with these words, in the order they stand in their classes */
    struct map relations;             /* (class def, name) to list head in relation_links */
    VEC(struct relation) relation_links; /* [0] unused */
    struct map class_names;           /* name to list head in class_links: the project's top-level classes */
    VEC(struct dispatch_link) class_links; /* [0] unused */
    struct map class_values;          /* names that some class of the project gives the result of a call */
    struct map imported;              /* last names of what the project imports */
    struct map param_types;           /* (def, param) to type + 1 */
    struct map special;               /* typing names to enum type_special */
    const char *pack;
    uint32_t project_modules; /* the first so many modules are the project's */
    uint32_t builtins;        /* module */
    uint32_t depth, limits_hit;
    uint32_t user_model; /* memo of user_model: def + 1 */
    bool imports_marked, calls_indexed, dispatch_indexed, classes_linked;
    uint32_t class_str, class_int, class_float, class_bool, class_bytes, class_list, class_dict, class_set,
        class_tuple, class_object;
};

/* program.c */
struct program_module *module_at(const struct program *self, uint32_t module);
uint32_t module_add(struct program *self, const struct program_module *module);
struct span module_text(const struct program *self, uint32_t module, uint32_t string);
/* The class_info of a class def, or NULL. */
struct class_info *class_of(const struct program *self, uint32_t def);
/* The symbol of a name in a module or class scope, by (def, interned name); FACTS_NONE. */
uint32_t scope_symbol(struct program *self, uint32_t def, uint32_t name);
enum well_known known_of(const struct program *self, uint32_t def);

/* modules.c */
/* "c" of "a.b.c". */
struct span last_component(struct span dotted);
/* The module that an import names, PROGRAM_NONE when unknown. */
uint32_t module_resolve(struct program *self, uint32_t module, uint32_t level, struct span dotted);
/* The module of an absolute dotted name seen from a source root. */
uint32_t module_find(struct program *self, uint32_t from, uint32_t name);
/* The type of `name` in a module's namespace; unknown when it has none. */
uint32_t module_member(struct program *self, uint32_t module, uint32_t name);
/* The special form that a name is in the modules of typing; unknown elsewhere. */
uint32_t special_form(struct program *self, uint32_t module, uint32_t name);
/* The value an import record binds. */
uint32_t import_type(struct program *self, uint32_t module, uint32_t import);
uint32_t model_load(struct program *self, uint32_t name);

/* traits.c */
void traits_read(struct program *self, uint32_t module);

/* classes.c */
void classes_link(struct program *self);
/* Adds a module's classes (after classes_link for models loaded later). */
void classes_add(struct program *self, uint32_t module);
/* The attribute of a class or instance type, bound to it. `after` (a class def) starts the search behind it in the
 * method resolution order; PROGRAM_NONE from the start. */
uint32_t class_attribute(struct program *self, uint32_t receiver, uint32_t name, uint32_t after);
/* A class, or an object of it, whose type arguments nobody has given, with its own parameters in their place. */
uint32_t with_own_params(struct program *self, uint32_t type);
const uint32_t *class_params(struct program *self, uint32_t def, uint32_t *count);
/* Replaces type variables: params[i] by args[i]; Self by `receiver` (TYPE_UNKNOWN keeps it). */
uint32_t type_substitute(struct program *self, uint32_t type, const uint32_t *params, const uint32_t *args,
                         uint32_t count, uint32_t receiver);
/* A form (what an annotation evaluates to) as the value it describes. */
uint32_t type_instantiate(struct program *self, uint32_t form);
/* Type arguments with which `receiver` inherits from class `base`; false when it does not. */
bool class_arguments(struct program *self, uint32_t receiver, uint32_t base, const uint32_t **params,
                     const uint32_t **args, uint32_t *count);

/* descriptors.c */
/* A value found in a class, as reading it through a receiver gives it: what its `__get__` returns when it has one. */
uint32_t described(struct program *self, uint32_t value, uint32_t receiver);
/* The `__get__` that reading it runs, bound; unknown when it is no descriptor for this receiver. */
uint32_t descriptor_getter(struct program *self, uint32_t value, uint32_t receiver);
/* What an attribute is that the receiver has not itself but an object to which it forwards. */
uint32_t forwarded(struct program *self, uint32_t receiver, uint32_t name);
/* Finds the relations that fields declare; once, when all classes are linked. */
void relations_find(struct program *self);
/* What the fields of other classes add to a class: the value before `__get__`, unknown when there is none. */
uint32_t related(struct program *self, uint32_t receiver, uint32_t name);

/* references.c */
/* The class (TYPE_CLASS) that a string names where a class is wanted: "Author", "app.Author", "self"; unknown if none. */
uint32_t class_referenced(struct program *self, uint32_t module, uint32_t expr);
/* Django's AUTH_USER_MODEL: the class that the settings name. */
uint32_t user_model(struct program *self);

/* names.c */
uint32_t name_type(struct program *self, uint32_t module, uint32_t expr);
uint32_t symbol_type(struct program *self, uint32_t module, uint32_t symbol);
uint32_t binding_type(struct program *self, uint32_t module, uint32_t binding);
/* The value of an assignment-like record: binding or store. */
uint32_t value_of(struct program *self, uint32_t module, uint32_t kind, uint32_t flags, uint32_t unpack,
                  uint32_t value, uint32_t annotation);
uint32_t param_type(struct program *self, uint32_t module, uint32_t scope, uint32_t param);

/* eval.c */
uint32_t type_choice(struct program *self, uint32_t a, uint32_t b);

/* bounds.c */
/* An object fresh from its constructor, told whether the call bounds its waiting. */
uint32_t bounds_made(struct program *self, uint32_t object, uint32_t module, uint32_t call);
/* What a library's object gives of its own (an attribute, the result of a method `def`) is bounded as it is itself, or as the
 * call says; def and call may be PROGRAM_NONE. */
uint32_t bounds_given(struct program *self, uint32_t owner, uint32_t value, uint32_t def, uint32_t module, uint32_t call);
/* partial(f, …): f, bounded when the call gives it a bound. */
uint32_t bounds_partial(struct program *self, uint32_t function, uint32_t module, uint32_t call);

/* calls.c */
uint32_t call_type(struct program *self, uint32_t module, uint32_t expr);
/* What a method returns whose `instance` and `owner` parameters are given these (unknown: not given). Type parameters of
 * the receiver that nothing has said yet are learned from them. */
uint32_t owned_result(struct program *self, uint32_t method, uint32_t instance, uint32_t owner);
/* Head of the list in call_links of the calls whose callee ends in a name, and rarely of others, since names are told by
 * their hash; 0: none. */
uint32_t calls_first(struct program *self, uint32_t name);

static inline uint32_t type_entity(const struct program *self, uint32_t type) {
    return types_get(&self->types, type).entity;
}
static inline enum type_kind type_kind(const struct program *self, uint32_t type) {
    return types_get(&self->types, type).kind;
}
static inline uint32_t type_one(struct program *self, enum type_kind kind, uint32_t entity, uint32_t arg) {
    return types_make(&self->types, kind, entity, &arg, 1) | (arg & TYPE_SOFT);
}
static inline uint32_t type_plain(struct program *self, enum type_kind kind, uint32_t entity) {
    return types_make(&self->types, kind, entity, NULL, 0);
}
static inline uint32_t type_with(struct program *self, enum type_kind kind, uint32_t class_def, uint32_t arg) {
    if (class_def == PROGRAM_NONE) {
        return TYPE_UNKNOWN;
    }
    return type_known(arg) ? type_one(self, kind, class_def, arg) : type_plain(self, kind, class_def);
}

#endif
