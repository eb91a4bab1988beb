/* The facts of one Python file: everything later stages need, nothing else.
 *
 * A struct facts is a read-only view of one contiguous, position-independent run of bytes: a header, then arrays of
 * fixed-size records that refer to each other by 32-bit index. The same bytes are the cache entry and, for library
 * models, what is compiled into the binary. Made by syntax_lower through facts_builder; checked by facts_load; read by
 * everyone above. Absent index: FACTS_NONE. Positions are byte offsets into the decoded source (UTF-8, after a BOM was
 * dropped); facts_position turns one into line and column.
 *
 * How Python maps to the records:
 * - Scopes nest as Python's do: module, class, function, lambda, comprehension. A scope's parent has a smaller index.
 * - Statements stand in source order (a statement before the statements inside it); `end` is the index after its last
 *   inner statement. The branches of one compound statement are siblings: `if a: x elif b: y else: z` is IF(x)
 *   ELIF(y) ELSE(z), and likewise FOR ELSE, WHILE ELSE, TRY EXCEPT… ELSE FINALLY, MATCH(CASE…).
 * - Expressions stand in order of evaluation end (operands before the expression that uses them), so that an operand
 *   has a smaller index. The only exceptions are decorators and comprehension clauses, which keep source order.
 * - Names are resolved lexically here (LEGB with global and nonlocal): a NAME holds the symbol it means, or FACTS_NONE
 *   for a builtin or a name that only a star import can give.
 * - A symbol is a name in a scope; its bindings, in source order, are all the ways the file gives it a value. */
#ifndef LP_FACTS_FACTS_H
#define LP_FACTS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

#define FACTS_NONE UINT32_MAX
/* In argument lists, in place of a keyword's name. */
#define FACTS_ARG_POSITIONAL UINT32_MAX
#define FACTS_ARG_STAR (UINT32_MAX - 1)      /* *value */
#define FACTS_ARG_DOUBLE_STAR (UINT32_MAX - 2) /* **value */

enum facts_scope_kind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_LAMBDA, SCOPE_COMPREHENSION };

enum facts_scope_flags {
    SCOPE_ASYNC = 1 << 0,     /* async def; a comprehension with async for or await */
    SCOPE_GENERATOR = 1 << 1, /* has yield in its own body (not in nested scopes); a generator expression */
    SCOPE_STUB = 1 << 2,      /* body is only a docstring, `...`, pass or raise NotImplementedError */
    SCOPE_AWAITS = 1 << 3,    /* has await, async for or async with in its own body */
    SCOPE_TYPING = 1 << 4,    /* stands under `if TYPE_CHECKING` */
    SCOPE_HAS_ALL = 1 << 5,   /* module: __all__ is a literal list; see facts_header.all */
    SCOPE_STAR = 1 << 6,      /* module: has a star import */
    SCOPE_CONDITIONAL = 1 << 7 /* function or class defined under if/try/match/for/while of its parent scope */
};

struct facts_scope {
    uint8_t kind, flags;
    uint16_t unused;
    uint32_t parent;                     /* FACTS_NONE for the module */
    uint32_t name;                       /* string: of a class or function; FACTS_NONE for the others */
    uint32_t stmt;                       /* FUNCTION or CLASS statement; the statement around a lambda/comprehension */
    uint32_t expr;                       /* LAMBDA or COMP expression; FACTS_NONE otherwise */
    uint32_t first_symbol, symbol_count; /* symbols sorted by name string index */
    uint32_t first_param, param_count;   /* function, lambda */
    uint32_t decorators;                 /* pool list of expressions, outermost first; FACTS_NONE when none */
    uint32_t bases;                      /* class: pool argument list; FACTS_NONE when there are no parentheses */
    uint32_t returns;                    /* function: annotation; FACTS_NONE. Lambda: body. Comprehension: element */
    uint32_t docstring;                  /* string or FACTS_NONE */
    uint32_t type_params;                /* pool list of name strings (PEP 695) or FACTS_NONE; bound in this scope, in which
                                            then its annotations and bases are evaluated too */
    uint32_t first_expr, end_expr;       /* expressions with this scope lie in here, mixed with those of nested scopes */
    uint32_t start, end;                 /* from `def`, `class` or the first decorator to the end of the last statement */
};

enum facts_param_kind { PARAM_POSITIONAL_ONLY, PARAM_NORMAL, PARAM_STAR, PARAM_KEYWORD_ONLY, PARAM_DOUBLE_STAR };

struct facts_param {
    uint32_t kind;
    uint32_t name;       /* string */
    uint32_t symbol;     /* in the function's scope */
    uint32_t annotation; /* expression or FACTS_NONE */
    uint32_t value;      /* default: expression or FACTS_NONE */
    uint32_t start;
};

enum facts_symbol_flags {
    SYMBOL_PARAM = 1 << 0,
    SYMBOL_GLOBAL = 1 << 1,   /* declared `global`: it stands for the module's symbol, see `target` */
    SYMBOL_NONLOCAL = 1 << 2, /* declared `nonlocal`, see `target` */
    SYMBOL_IMPORTED = 1 << 3,
    SYMBOL_DEFINED = 1 << 4 /* by def or class */
};

struct facts_symbol {
    uint32_t name;  /* string */
    uint32_t scope;
    uint32_t flags;
    uint32_t target; /* the symbol that a global or nonlocal declaration means, which has the bindings; FACTS_NONE
                        otherwise */
    uint32_t first_binding, binding_count;
};

enum facts_binding_kind {
    BIND_ASSIGN,     /* value is the right side (or its part `unpack`) */
    BIND_ANNOTATION, /* x: T without value */
    BIND_AUGMENT,    /* value is the right side of `x += value` */
    BIND_FOR,        /* value is the iterable; also comprehension clauses */
    BIND_WITH,       /* value is the context manager */
    BIND_EXCEPT,     /* value is the exception class expression */
    BIND_IMPORT,     /* source is the import record */
    BIND_FUNCTION,   /* source is the scope */
    BIND_CLASS,      /* source is the scope */
    BIND_PARAM,      /* source is the param record */
    BIND_WALRUS,     /* value */
    BIND_MATCH,      /* captured by a pattern: value is the subject */
    BIND_NARROW,     /* holds inside `stmt` from `start` on: isinstance(x, value) as an `if`/`elif`/`while` condition, or
                        case T(). After an assert, or `if not isinstance(…)` whose body leaves, `stmt` is the statement
                        around and `start` the end of the assert or if */
    BIND_TYPE_ALIAS, /* value */
    BIND_DELETE
};

enum facts_binding_flags {
    BINDING_ASYNC = 1 << 0,       /* async for, async with */
    BINDING_TYPING = 1 << 1,      /* stands under `if TYPE_CHECKING` */
    BINDING_FALLBACK = 1 << 2,    /* stands in an except handler of ImportError/ModuleNotFoundError/AttributeError */
    BINDING_CONDITIONAL = 1 << 3, /* stands under if/for/while/try/except/match within its scope */
    BINDING_STAR = 1 << 4         /* `*rest` in an unpacking */
};

struct facts_binding {
    uint8_t kind, flags;
    uint16_t unpack;     /* 0: whole value; i + 1: i-th element of an unpacking (nested ones: of the outer level);
                            UINT16_MAX: a part whose place is not known, as a pattern's capture inside a class or mapping */
    uint32_t symbol;
    uint32_t stmt;       /* the statement that binds; for NARROW the one in whose body it holds (FACTS_NONE: the module) */
    uint32_t value;      /* expression or FACTS_NONE */
    uint32_t annotation; /* expression or FACTS_NONE */
    uint32_t source;     /* see kinds; FACTS_NONE otherwise */
    uint32_t start;      /* position of the bound name */
};

/* Values given to attributes and items: `self.x = v`, `d[k] = v`, also by for/with/unpacking, and annotated ones. */
struct facts_store {
    uint8_t kind, flags; /* facts_binding_kind and _flags */
    uint16_t unpack;
    uint32_t target; /* ATTRIBUTE or SUBSCRIPT expression */
    uint32_t stmt;
    uint32_t value, annotation; /* expressions or FACTS_NONE */
    uint32_t scope;
};

enum facts_import_flags {
    IMPORT_TYPING = 1 << 0,   /* under `if TYPE_CHECKING` */
    IMPORT_TRY = 1 << 1,      /* in the body of a try that catches ImportError or ModuleNotFoundError (or everything) */
    IMPORT_FALLBACK = 1 << 2, /* in the handler of such a try */
    IMPORT_ALIAS = 1 << 3     /* has `as` */
};

struct facts_import {
    uint32_t module; /* string: dotted name after the dots; FACTS_NONE for `from . import x` */
    uint32_t level;  /* leading dots */
    uint32_t name;   /* string: imported name; FACTS_NONE for `import module`; "*" for a star import */
    uint32_t symbol; /* bound symbol; FACTS_NONE for a star import. `import a.b` binds `a` */
    uint32_t scope;
    uint32_t stmt;
    uint32_t flags;
    uint32_t start;
};

enum facts_stmt_kind {
    STMT_EXPR,         /* a */
    STMT_ASSIGN,       /* a: value; list: target expressions, left to right (PEP 572 chains: all) */
    STMT_ANN_ASSIGN,   /* a: value or NONE; b: annotation; list: the one target */
    STMT_AUG_ASSIGN,   /* a: value; list: the one target; op */
    STMT_RETURN,       /* a or NONE */
    STMT_RAISE,        /* a, b: cause */
    STMT_ASSERT,       /* a, b: message */
    STMT_DELETE,       /* list */
    STMT_PASS,
    STMT_BREAK,
    STMT_CONTINUE,
    STMT_GLOBAL,
    STMT_NONLOCAL,
    STMT_IMPORT,       /* list of import record indices */
    STMT_IF,           /* a: condition */
    STMT_ELIF,         /* a: condition */
    STMT_ELSE,
    STMT_WHILE,        /* a: condition */
    STMT_FOR,          /* a: iterable, b: target; STMT_FLAG_ASYNC */
    STMT_TRY,
    STMT_EXCEPT,       /* a: class expression or NONE, b: NAME bound or NONE; STMT_FLAG_GROUP for except* */
    STMT_FINALLY,
    STMT_WITH,         /* list: context expression, target or NONE, …, in pairs; STMT_FLAG_ASYNC */
    STMT_FUNCTION,     /* a: scope index (not an expression) */
    STMT_CLASS,        /* a: scope index (not an expression) */
    STMT_MATCH,        /* a: subject */
    STMT_CASE,         /* a: guard or NONE; list: value and class expressions in the pattern */
    STMT_TYPE_ALIAS,   /* a: NAME, b: value */
    STMT_OTHER         /* a form of Python 2 or an error: list of expressions */
};

enum facts_stmt_flags {
    STMT_FLAG_ASYNC = 1 << 0,
    STMT_FLAG_GROUP = 1 << 1,
    STMT_FLAG_TYPING = 1 << 2, /* under `if TYPE_CHECKING` */
    STMT_FLAG_MAIN = 1 << 3    /* under `if __name__ == "__main__"` */
};

struct facts_stmt {
    uint8_t kind, flags;
    uint8_t op; /* of an augmented assignment: enum facts_op */
    uint8_t unused;
    uint32_t scope;  /* the scope it runs in (a FUNCTION statement: the scope that holds it) */
    uint32_t parent; /* enclosing statement, FACTS_NONE at module level; the FUNCTION/CLASS statement for a body */
    uint32_t end;    /* index after the last statement inside */
    uint32_t a, b, list;
    uint32_t start, stop; /* position of its first byte (of `def` or `class`, not of a decorator) and after the last byte of
                             its head or whole simple statement */
};

enum facts_expr_kind {
    EXPR_NAME,      /* a: string, b: symbol or NONE */
    EXPR_ATTRIBUTE, /* a: object, b: string */
    EXPR_CALL,      /* a: callee, b: pool argument list */
    EXPR_SUBSCRIPT, /* a: object, b: index expression (a TUPLE for several) */
    EXPR_AWAIT,     /* a */
    EXPR_YIELD,     /* a or NONE */
    EXPR_YIELD_FROM,/* a */
    EXPR_STARRED,   /* a: *a or **a outside of calls */
    EXPR_BINARY,    /* a, b, op */
    EXPR_BOOL,      /* a, b, op: OP_AND or OP_OR */
    EXPR_COMPARE,   /* pool list: operand, then operator and operand in turn */
    EXPR_UNARY,     /* a, op */
    EXPR_TERNARY,   /* pool list of three: condition, then, else */
    EXPR_LAMBDA,    /* a: scope, b: body */
    EXPR_LIST,      /* b: pool list */
    EXPR_TUPLE,     /* b: pool list */
    EXPR_SET,       /* b: pool list */
    EXPR_DICT,      /* b: pool list: key, value in turn; key FACTS_NONE for **value */
    EXPR_COMP,      /* a: scope, op: enum facts_comp; b: pool list: element (or key), value or NONE,
                       then for each clause iterable and then its conditions are separate list entries:
                       iterable, target, number of ifs, if… */
    EXPR_STRING,    /* a: string with the value (escapes decoded when simple, cut at FACTS_STRING_LIMIT) */
    EXPR_FSTRING,   /* b: pool list of parts: STRINGs and interpolated expressions, those of format specifiers too; also
                       concatenations with such a string. Literals side by side without any are one STRING */
    EXPR_NUMBER,    /* a: string as written */
    EXPR_NONE,
    EXPR_TRUE,
    EXPR_FALSE,
    EXPR_ELLIPSIS,
    EXPR_SLICE,     /* pool list of three, each may be NONE */
    EXPR_WALRUS,    /* a: NAME, b: value */
    EXPR_OPAQUE     /* b: pool list of what was understood inside */
};

enum facts_comp { COMP_LIST, COMP_SET, COMP_DICT, COMP_GENERATOR };

enum facts_expr_flags {
    EXPR_FLAG_AWAITED = 1 << 0,    /* the operand of an await, of an async for, or the context of an async with */
    EXPR_FLAG_STORE = 1 << 1,      /* an assignment target (not evaluated as a value) */
    EXPR_FLAG_DISCARDED = 1 << 2,  /* the whole of an expression statement */
    EXPR_FLAG_ANNOTATION = 1 << 3, /* inside an annotation: not executed; strings there are parsed as expressions */
    EXPR_FLAG_BYTES = 1 << 4,      /* STRING */
    EXPR_FLAG_ASYNC = 1 << 5,      /* COMP with an async clause */
    EXPR_FLAG_DECORATOR = 1 << 6   /* the whole expression of a decorator */
};

enum facts_op {
    OP_NO, OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_FLOORDIV, OP_MOD, OP_POW, OP_MATMUL, OP_LSHIFT, OP_RSHIFT, OP_BITAND,
    OP_BITOR, OP_BITXOR, OP_AND, OP_OR, OP_NOT, OP_NEG, OP_POS, OP_INVERT, OP_EQ, OP_NE, OP_LT, OP_LE, OP_GT, OP_GE,
    OP_IN, OP_NOT_IN, OP_IS, OP_IS_NOT
};

struct facts_expr {
    uint8_t kind, flags;
    uint8_t op;
    uint8_t unused;
    uint32_t scope; /* the scope it is evaluated in */
    uint32_t a, b;  /* see kinds; b is the pool index where a kind says "pool list" */
    uint32_t start, end;
};

/* A comment that names this tool or noqa: the rest of the comment from that word on. */
struct facts_comment {
    uint32_t line; /* from 1 */
    uint32_t text; /* string */
    uint32_t start, end;
};

enum facts_fault_kind {
    FAULT_SYNTAX,   /* a part that the grammar could not read */
    FAULT_MISSING,  /* a token that the grammar had to invent */
    FAULT_ENCODING, /* bytes that are not valid in the file's encoding (replaced by U+FFFD) */
    FAULT_LIMIT     /* a named limit was hit; text says which */
};

struct facts_fault {
    uint32_t kind;
    uint32_t text; /* string or FACTS_NONE */
    uint32_t start, end;
};

struct facts_string {
    uint32_t offset, length; /* in the string bytes; followed by a NUL that length does not count */
    uint32_t hash;           /* intern_hash */
};

/* Pool lists: pool[i] is the number of entries, which follow. Argument lists have two entries an argument: the keyword's
 * string (or FACTS_ARG_…) and the expression. */

#define FACTS_MAGIC 0x5446504cu /* "LPFT" */
#define FACTS_VERSION 1u
#define FACTS_STRING_LIMIT 4096u  /* bytes kept of a string literal */
#define FACTS_FAULT_LIMIT 32u     /* faults kept of one file */
#define FACTS_SOURCE_LIMIT (64u << 20) /* bytes of one source file */

enum facts_section {
    FACTS_STRINGS, FACTS_BYTES, FACTS_SCOPES, FACTS_PARAMS, FACTS_SYMBOLS, FACTS_BINDINGS, FACTS_STORES, FACTS_IMPORTS,
    FACTS_STMTS, FACTS_EXPRS, FACTS_POOL, FACTS_LINES, FACTS_COMMENTS, FACTS_FAULTS, FACTS_ALL, FACTS_SECTIONS
};

struct facts_header {
    uint32_t magic, version;
    uint64_t checksum;              /* hash_bytes of everything after this field */
    uint32_t size;                  /* of the whole run of bytes */
    uint32_t source_size;           /* bytes of the decoded source */
    uint64_t source_hash;           /* hash_bytes of the file's bytes as they stand on disk */
    struct {
        uint32_t offset, count;     /* byte offset from the header's first byte; number of records */
    } sections[FACTS_SECTIONS];     /* FACTS_BYTES, FACTS_POOL, FACTS_LINES and FACTS_ALL count bytes / uint32 each */
};

struct facts {
    const struct facts_header *header;
    const struct facts_string *strings;
    const char *bytes;
    const struct facts_scope *scopes;     /* [0] is the module */
    const struct facts_param *params;
    const struct facts_symbol *symbols;
    const struct facts_binding *bindings; /* grouped by symbol, each group in source order */
    const struct facts_store *stores;     /* in source order */
    const struct facts_import *imports;
    const struct facts_stmt *stmts;
    const struct facts_expr *exprs;
    const uint32_t *pool;
    const uint32_t *lines;                /* position of the first byte of each line; [0] is 0 */
    const struct facts_comment *comments;
    const struct facts_fault *faults;
    const uint32_t *all;                  /* strings named by __all__ (also `+=` and .extend with literals) */
    uint32_t string_count, scope_count, param_count, symbol_count, binding_count, store_count, import_count, stmt_count,
        expr_count, pool_count, line_count, comment_count, fault_count, all_count;
};

/* Opens bytes (8-byte aligned, owned by the caller, living as long as *self) written by facts_builder_finish in this
 * process: checks magic, version and size only. Returns false when they do not fit. */
bool facts_open(struct facts *self, const void *bytes, size_t size);
/* As facts_open for bytes of unknown origin: also the checksum and every index and list in them, so that no later
 * access can leave the arrays. */
bool facts_load(struct facts *self, const void *bytes, size_t size);
/* The text of a string; FACTS_NONE gives an empty span. */
struct span facts_text(const struct facts *self, uint32_t string);
/* Entries of a pool list: the count goes to *count; FACTS_NONE gives none. */
const uint32_t *facts_list(const struct facts *self, uint32_t list, uint32_t *count);
/* Line and byte column, both from 1, of a position. */
void facts_position(const struct facts *self, uint32_t position, uint32_t *line, uint32_t *column);
/* The symbol of a name in one scope, not looking outwards; FACTS_NONE when it has none. */
uint32_t facts_symbol_of(const struct facts *self, uint32_t scope, struct span name);
/* The last name of a dotted expression: `c` of `a.b.c`, `a` of `a`; empty for any other. */
struct span facts_last_name(const struct facts *self, uint32_t expr);
/* The same, looking through calls: `route` of the decorators `app.route`, `app.route("/")`. */
struct span facts_decorator_name(const struct facts *self, uint32_t expr);
/* The innermost function, lambda, class or module scope around `scope` that is not a comprehension (itself included). */
uint32_t facts_owner(const struct facts *self, uint32_t scope);

#endif
