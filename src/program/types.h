/* What an expression can be: interned, immutable, numbered. Equal types have equal numbers; number 0 is "unknown".
 *
 * A type reference carries one more bit, TYPE_SOFT: somewhere on the way to it a choice was made among several
 * candidates or a value was inferred from call sites. A finding that rests on a soft step is likely, not certain. */
#ifndef LP_PROGRAM_TYPES_H
#define LP_PROGRAM_TYPES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"

#define TYPE_SOFT 0x80000000u
#define TYPE_UNKNOWN 0u
#define TYPE_UNION_LIMIT 12u /* members kept of a union; a larger one is unknown */
#define TYPE_DEPTH_LIMIT 6u  /* nesting of type arguments; deeper ones are unknown */

enum type_kind {
    TYPE_KIND_UNKNOWN,
    TYPE_NONE,      /* the value None */
    TYPE_MODULE,    /* entity: module */
    TYPE_CLASS,     /* the class itself; entity: scope; args: type arguments */
    TYPE_INSTANCE,  /* of a class or a subclass; entity: scope; args */
    TYPE_EXACT,     /* instance of exactly this class (seen constructed); entity: scope; args */
    TYPE_FUNCTION,  /* entity: scope */
    TYPE_METHOD,    /* bound; entity: scope; args[0]: the receiver */
    TYPE_SUPER,     /* super(); entity: class scope after which the search starts; args[0]: the receiver */
    TYPE_COROUTINE, /* args[0]: what awaiting it gives */
    TYPE_GENERATOR, /* iterating runs entity (scope or TYPE_NOBODY); args[0]: element */
    TYPE_ASYNC_GENERATOR,
    TYPE_CONTEXT,   /* a @contextmanager call: `with` runs entity; args[0]: what enter gives */
    TYPE_ASYNC_CONTEXT,
    TYPE_CALLABLE,  /* Callable[..., args[0]] of unknown body */
    TYPE_TUPLE,     /* args: elements */
    TYPE_UNION,     /* args: members, sorted */
    TYPE_VARIABLE,  /* a TypeVar; entity: interned name */
    TYPE_SPECIAL,   /* a special form of typing; entity: enum type_special; args when subscripted */
    TYPE_MISSING    /* something imported from a module that is neither here nor modelled; entity: interned dotted name */
};

#define TYPE_NOBODY UINT32_MAX

enum type_special {
    SPECIAL_ANY, SPECIAL_OPTIONAL, SPECIAL_UNION, SPECIAL_ANNOTATED, SPECIAL_CALLABLE, SPECIAL_TYPE, SPECIAL_LITERAL,
    SPECIAL_TRANSPARENT /* ClassVar, Final, Required, … */, SPECIAL_SELF, SPECIAL_GENERIC, SPECIAL_AWAITABLE,
    SPECIAL_COROUTINE, SPECIAL_TYPEVAR, SPECIAL_NEWTYPE, SPECIAL_CONTEXT, SPECIAL_ASYNC_CONTEXT,
    /* Not of typing: the only argument of a library's object, or of a partial function, that was given a limit on waiting
     * where it was made, or none (see bounds.c). */
    SPECIAL_BOUNDED, SPECIAL_UNBOUNDED
};

struct type {
    uint8_t kind;
    uint8_t depth;
    uint16_t arg_count;
    uint32_t entity;
    uint32_t args; /* index into the table's args */
};

struct type_table {
    VEC(struct type) types;
    VEC(uint32_t) args;
    struct map index; /* hash of contents to number; collisions probe by hash + 1 */
};

void types_init(struct type_table *self);
void types_free(struct type_table *self);
/* The number of a type; args are taken without their soft bits. Too deep: TYPE_UNKNOWN. */
uint32_t types_make(struct type_table *self, enum type_kind kind, uint32_t entity, const uint32_t *args, uint32_t count);
/* The union of two references: unknown members are dropped, None is kept, soft bits are joined. */
uint32_t types_join(struct type_table *self, uint32_t a, uint32_t b);
/* The record of a reference; valid until the next types_make. */
static inline struct type types_get(const struct type_table *self, uint32_t type) {
    return self->types.data[type & ~TYPE_SOFT];
}
static inline uint32_t types_arg(const struct type_table *self, uint32_t type, uint32_t index) {
    struct type t = self->types.data[type & ~TYPE_SOFT];
    return index < t.arg_count ? self->args.data[t.args + index] : TYPE_UNKNOWN;
}
static inline bool type_known(uint32_t type) {
    return (type & ~TYPE_SOFT) != TYPE_UNKNOWN;
}
/* Members of a union, or the type itself: how many, and the i-th (with the soft bit of the whole). */
uint32_t types_member_count(const struct type_table *self, uint32_t type);
uint32_t types_member(const struct type_table *self, uint32_t type, uint32_t index);

#endif
