/* The linked program: the facts of all files and of the library models they import, joined by modules, symbols,
 * classes and inferred types. Built once, then asked: everything is computed on demand, remembered, and depends only on
 * the files (never on the order of questions a caller may choose: the flow stage asks in one fixed order).
 *
 * Numbers: a module is its index; a scope of the program ("def" below) is a global number, scope_base of its module
 * plus its index there. Not shared between threads. */
#ifndef LP_PROGRAM_PROGRAM_H
#define LP_PROGRAM_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/intern.h"
#include "facts/facts.h"
#include "program/traits.h"
#include "program/types.h"

struct program;

#define PROGRAM_NONE UINT32_MAX

/* Names with a meaning of their own, interned first so that they are constants. */
enum well_known_name {
#define NAME(id, text) NAME_##id,
#include "program/names.def"
#undef NAME
    NAME_COUNT
};

/* What the caller gives for each file; pointers live as long as the program. */
struct program_input {
    struct facts facts;
    const char *path;   /* relative to the project's root */
    const char *module; /* dotted name from its source root */
    uint32_t root;      /* index of the source root */
    uint8_t role;       /* enum project_role as a number; 0 is code that is judged */
    bool is_package;
    bool is_model;      /* a stub of the user's own `libraries` */
};

struct program_module {
    struct facts facts;       /* facts.header is NULL for a namespace package */
    const char *path;         /* NULL for a namespace package and a built-in model */
    uint32_t name;            /* interned dotted name */
    uint32_t folder;          /* interned folder of its path with a final slash, INTERN_NONE without a path */
    uint32_t root;
    uint8_t role;
    bool is_package, is_model, is_namespace;
    uint32_t scope_base;      /* global number of its module scope */
    uint32_t *names;          /* string to interned name, INTERN_NONE until asked */
    uint32_t *expr_types;     /* memo: type + 1, 0 unknown yet, UINT32_MAX in progress */
    uint32_t *symbol_types;   /* likewise, over all bindings */
};

/* `pack`: bytes of the packed built-in models: see facts/pack.h. */
struct program *program_new(const struct program_input *inputs, uint32_t count, const void *pack, size_t pack_size);
void program_free(struct program *self);

uint32_t program_module_count(const struct program *self);
const struct program_module *program_module_at(const struct program *self, uint32_t module);
/* The module that holds a def, and the def's index there. */
uint32_t program_def_module(const struct program *self, uint32_t def);
/* True for a def of a library model, not of the project. */
bool program_is_model(const struct program *self, uint32_t def);
const struct facts_scope *program_def_scope(const struct program *self, uint32_t def);
uint32_t program_def_count(const struct program *self);
static inline uint32_t program_def(const struct program_module *module, uint32_t scope) {
    return module->scope_base + scope;
}

/* True when some module of the project imports something of its last name: it may be this one. */
bool program_is_imported(struct program *self, uint32_t module);

/* Interned names. */
uint32_t program_name(struct program *self, uint32_t module, uint32_t string);
uint32_t program_intern(struct program *self, const char *text);
const char *program_string(const struct program *self, uint32_t name);

/* The dotted name of a def within its module ("Service.load"); "" for the module. Lives in the program's arena. */
const char *program_qualname(struct program *self, uint32_t def);
/* The own name of a def ("load"), interned. */
uint32_t program_def_name(struct program *self, uint32_t def);
/* Module and qualified name ("app.services.load"); of a library's def under its public module ("requests.get"). */
const char *program_dotted(struct program *self, uint32_t def);

struct type_table *program_types(struct program *self);
/* The type of an expression; TYPE_UNKNOWN when it cannot be told. */
uint32_t program_eval(struct program *self, uint32_t module, uint32_t expr);
/* What `object.name` is for a value of this type. */
uint32_t program_attribute(struct program *self, uint32_t type, uint32_t name);
/* The method that runs for a special method on a value (type lookup only, overrides included), bound; unknown if none. */
uint32_t program_special(struct program *self, uint32_t type, uint32_t name);
/* What one step of iterating a value gives. */
uint32_t program_element(struct program *self, uint32_t type, bool async);
/* What awaiting a value gives. */
uint32_t program_awaited(struct program *self, uint32_t type);
/* What calling a value gives; module/call is the CALL expression or PROGRAM_NONE. */
uint32_t program_result(struct program *self, uint32_t callee, uint32_t module, uint32_t call);
/* What calling a def's body returns, once awaited when it is a coroutine function. */
uint32_t program_returns(struct program *self, uint32_t def);
/* The value a def or class statement leaves in its name, decorators applied. */
uint32_t program_def_type(struct program *self, uint32_t def);
/* The property getter or `__get__` that reading `object.name` runs, bound; unknown when it is none. Overrides included. */
uint32_t program_property(struct program *self, uint32_t type, uint32_t name);
/* The setter that `object.name = value` runs, bound; unknown when there is none. */
uint32_t program_setter(struct program *self, uint32_t type, uint32_t name);
/* True when reading an attribute of this name may run something: a property of the project, one of a library of which its
 * model has something to say, or what may be a descriptor. */
bool program_is_property_name(const struct program *self, uint32_t name);
/* Where a name's value comes from when that is one binding of the same function; NULL when several or none. */
const struct facts_binding *program_single_binding(struct program *self, uint32_t module, uint32_t name_expr);
/* True when class `def` is `base` or derives from it. */
bool program_derives(struct program *self, uint32_t def, uint32_t base);
bool program_has_subclasses(const struct program *self, uint32_t class_def);
/* The classes of a class's method resolution order, itself first, as TYPE_CLASS references. */
const uint32_t *program_mro(struct program *self, uint32_t class_def, uint32_t *count);
/* The defs of the own method `name` of a class (not inherited); PROGRAM_NONE when there is none. */
uint32_t program_own_method(struct program *self, uint32_t class_def, uint32_t name);
/* The method `name` that a method's class has, its own or inherited; PROGRAM_NONE for what is no method. */
uint32_t program_sibling(struct program *self, uint32_t method, uint32_t name);
/* The argument bound to parameter `name` of `def` in a call; PROGRAM_NONE when it is not given. `bound` says that the
 * first parameter is taken by the receiver. */
uint32_t program_argument(struct program *self, uint32_t module, uint32_t call, uint32_t def, bool bound, uint32_t name);
/* The class or function of a library by its module and name; PROGRAM_NONE when there is no model of it. */
uint32_t program_library_def(struct program *self, const char *module, const char *name);
/* What a framework passes for a parameter without annotation that no call site of the project gives: an object of a library's
 * class ("django.http", "HttpRequest"). Before anything asks for that parameter's type. */
void program_assume_param(struct program *self, uint32_t def, uint32_t index, const char *module, const char *class_name);
/* Index of the parameter named `name`, or PROGRAM_NONE. */
uint32_t program_param_index(struct program *self, uint32_t def, uint32_t name);

/* Implementations registered with a singledispatch function, one by one: the first with `after` 0, then after the last
 * answer; 0 ends (and is the answer for any other function). */
uint32_t program_dispatch(struct program *self, uint32_t def, uint32_t after);
uint32_t program_dispatch_def(const struct program *self, uint32_t link);

/* Flags of a def that decorators of the standard library give it. */
enum program_def_flags {
    DEF_PROPERTY = 1 << 0, DEF_STATIC = 1 << 1, DEF_CLASS_METHOD = 1 << 2, DEF_CONTEXT = 1 << 3,
    DEF_ASYNC_CONTEXT = 1 << 4, DEF_ABSTRACT = 1 << 5, DEF_OVERLOAD = 1 << 6, DEF_SETTER = 1 << 7,
    DEF_CACHED = 1 << 8 /* functools.cache, lru_cache */
};
uint32_t program_def_flags(struct program *self, uint32_t def);

/* Words of a model on a def: linked list, 0 ends. */
uint32_t program_traits(const struct program *self, uint32_t def);
const struct program_trait *program_trait_at(const struct program *self, uint32_t trait);
/* The first trait with this word, or NULL. */
const struct program_trait *program_trait(const struct program *self, uint32_t def, enum facts_word word);
/* Names of model functions that register or schedule callables (entry, schedules): a set of interned names. */
bool program_is_registrar_name(const struct program *self, uint32_t name);
/* What importing a library's module is evidence of, its package's words included: 1 << (kind - KIND_CAP_LLM). */
uint64_t program_capabilities(struct program *self, uint32_t module);
/* True when a call of a def that may wait without bound (the word `unbounded`) sets a bound, or may: by a parameter that
 * the word names, or by arguments that are not written out. */
bool program_bounds(struct program *self, uint32_t module, uint32_t call, uint32_t def, bool bound);
/* The same for a call that hands the def on together with its keywords: to_thread(f, timeout=5). */
bool program_bounds_passed(struct program *self, uint32_t module, uint32_t call, uint32_t def);
/* A parameter or key of this name holds such a bound, or something that may hold one. */
bool program_may_hold_bound(struct span name);
/* SPECIAL_BOUNDED or SPECIAL_UNBOUNDED of an object, a bound method's receiver or a partial function of which it is seen how
 * it was made; TYPE_NOBODY otherwise. */
uint32_t program_bounds_seen(const struct program *self, uint32_t type);
/* A call of the project. */
struct program_call {
    uint32_t module, expr;
};
/* The calls of the project whose callee ends in a registrar's name, by module and position; the caller frees them. */
struct program_call *program_registrar_calls(struct program *self, uint32_t *count);

/* The special method of a binary or comparison operator (enum facts_op); INTERN_NONE when it has none. */
uint32_t program_operator_name(uint8_t op);
/* True when some class of the project defines this special method, or a library's model has something to say of one. */
bool program_has_special(const struct program *self, uint32_t name);

/* A type in words: "=app.Service" for exactly that class, "app.Service" for it or a subclass, "class app.Service" for the
 * class itself, "?" for unknown. Lives as long as the program. */
const char *program_describe(struct program *self, uint32_t type);

/* Counts for the summary. */
struct program_counts {
    uint32_t functions, async_functions, limits_hit;
};
struct program_counts program_counts(const struct program *self);

#endif
