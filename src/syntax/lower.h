/* Lowering: one walk over a syntax tree that feeds a facts builder. Private to src/syntax.
 *
 * The walk is a machine with three stacks, never recursion, since trees may be as deep as their file is long:
 * - levels: where in whose children the walk stands, hidden nodes of the grammar included;
 * - frames: one for each entered NODE (see kinds.def) whose children are being visited;
 * - values: what the children of the frames have become, each an expression with the role it plays in its parent.
 * A frame collects the values above its base. When its last child is done, the frame is left: an expression becomes one
 * value of the frame below; a statement, which stands in the facts since it was entered, receives its parts. */
#ifndef LP_SYNTAX_LOWER_H
#define LP_SYNTAX_LOWER_H

#include "base/buffer.h"
#include "base/vec.h"
#include "facts/builder.h"
#include "syntax/kinds.h"
#include "syntax/tree.h"

/* What holds at the place of the walk; saved and restored with every frame. */
struct context {
    uint32_t scope;      /* in which expressions are evaluated */
    uint32_t stmt;       /* the innermost statement, FACTS_NONE outside of any */
    uint32_t subject;    /* of the innermost match statement */
    uint32_t type_scope; /* where annotations of a function with type parameters are evaluated, or FACTS_NONE */
    uint16_t flags;      /* enum context_flags */
    uint16_t unpack;     /* of names captured by the pattern at hand: see facts_binding */
};

enum context_flags {
    CONTEXT_ANNOTATION = EXPR_FLAG_ANNOTATION,
    CONTEXT_STRINGS = 1 << 0,         /* strings are types: inside an annotation but not a Literal or a call */
    CONTEXT_TYPING = 1 << 4,          /* under `if TYPE_CHECKING` */
    CONTEXT_MAIN = 1 << 5,            /* under `if __name__ == "__main__"` */
    CONTEXT_CONDITIONAL = 1 << 6,     /* under if, for, while, try or match within the scope */
    CONTEXT_FALLBACK = 1 << 7,        /* in a handler of ImportError or AttributeError */
    CONTEXT_IMPORT_FALLBACK = 1 << 8, /* in a handler that an import of the try may reach */
    CONTEXT_PATTERN = 1 << 9          /* inside the pattern of a case */
};

/* What a value is to its frame. Keyword arguments have the keyword's string here, so FACTS_ARG_… are taken too. */
enum role {
    ROLE_PLAIN,
    ROLE_TARGET,
    ROLE_TYPE,
    ROLE_BOUND, /* of a type parameter */
    ROLE_CAUSE,
    ROLE_ITERABLE,
    ROLE_CONDITION, /* of a comprehension or a case */
    ROLE_OPERATOR,  /* of a comparison: an operator, not an expression */
    ROLE_CLASS,     /* a class that a case compares its whole subject with */
    ROLE_ARGUMENTS, /* a pool list, not an expression */
    ROLE_ERROR
};

struct value {
    uint32_t role; /* enum role or what argument lists need */
    uint32_t expr;
};

enum frame_flags {
    FRAME_COMMA = 1 << 0,   /* a comma was seen */
    FRAME_ASYNC = 1 << 1,   /* `async` was seen */
    FRAME_BRANCH = 1 << 2,  /* has an elif, else, except or finally */
    FRAME_NESTED = 1 << 3,  /* an assignment that is the value of another one */
    FRAME_TYPING = 1 << 4,  /* its else branch is only for type checkers */
    FRAME_NARROWS = 1 << 5, /* `if not isinstance(…)`: holds behind it when its body leaves */
    FRAME_LOOSE = 1 << 6    /* no statement, but in a statement's place: the machine opened one for it */
};

struct frame {
    uint8_t kind;    /* enum kind */
    uint8_t family;  /* enum family */
    uint8_t op;      /* enum facts_op, or what the kind needs */
    uint8_t flags;   /* enum frame_flags */
    uint8_t release; /* the token before which the held child is visited; KIND_COUNT: the end */
    uint32_t role;   /* that the next value will have */
    uint32_t base;   /* its first value */
    uint32_t start, end;
    uint32_t stmt;  /* the statement it opened, FACTS_NONE when none */
    uint32_t a, b;  /* what the kind needs; FACTS_NONE at first */
    uint32_t owner; /* parameters: index of the frame of the whole list, FACTS_NONE when there is none */
    struct context saved;
    const Subtree *held; /* a child that is evaluated after its later siblings, or NULL */
    uint32_t held_start;
    uint8_t held_kind;
    bool holds; /* the first child is to be held */
};

struct level {
    const Subtree *children;
    const TSSymbol *aliases; /* see tree_aliases */
    uint32_t index, count;
    uint32_t position;   /* where the last visited child ended and the blanks before the next one start */
    uint32_t structural; /* children so far without extras */
    uint8_t kind;        /* of the visible node that this level is part of */
    bool is_frame;       /* leaving it leaves the topmost frame */
};

struct lower {
    struct facts_builder builder;
    struct kinds kinds;
    const TSLanguage *language;
    TSParser *parser;
    const char *text; /* the decoded source */
    uint32_t size;
    struct context context;
    uint32_t code_end; /* of the last simple statement that was left: comments behind it belong to nobody */
    VEC(struct level) levels;
    VEC(struct frame) frames;
    VEC(struct value) values;
    VEC(struct facts_param) params; /* of parameter lists that are not complete */
    VEC(uint32_t) list;             /* a pool list in the making */
    struct buffer scratch;
};

/* Returned when leaving a frame, in place of the expression that it becomes. */
#define LEFT_NOTHING FACTS_NONE       /* its values are dropped */
#define LEFT_VALUES (FACTS_NONE - 1u) /* its values stay for the frame below */

/* ---- lower.c: the machine ---- */

/* Lowers a tree of l->text into the builder, from an empty state. */
void lower_tree(struct lower *l, TSNode root);
/* What lower_tree leaves of an empty file. */
void lower_nothing(struct lower *l);
/* Visits one node out of turn: it becomes a value of the topmost frame. */
void lower_visit(struct lower *l, const Subtree *subtree, enum kind kind, uint32_t start);

static inline struct frame *lower_top(struct lower *l) { return &l->frames.data[l->frames.len - 1]; }
static inline uint32_t lower_count(const struct lower *l, const struct frame *f) { return l->values.len - f->base; }
static inline struct value *lower_values(const struct lower *l, const struct frame *f) {
    return l->values.data + f->base;
}
static inline struct facts_expr *lower_at(const struct lower *l, uint32_t expr) { return &l->builder.exprs.data[expr]; }
static inline struct facts_stmt *lower_stmt(const struct lower *l, uint32_t stmt) {
    return &l->builder.stmts.data[stmt];
}
static inline struct facts_scope *lower_scope(const struct lower *l, uint32_t scope) {
    return &l->builder.scopes.data[scope];
}
static inline uint32_t lower_string(struct lower *l, uint32_t start, uint32_t end) {
    return facts_builder_string(&l->builder, (struct span){l->text + start, end - start});
}
/* The frame below one, or NULL. */
static inline struct frame *lower_parent(const struct lower *l, struct frame *f) {
    return f == l->frames.data ? NULL : f - 1;
}
static inline enum kind lower_parent_kind(const struct lower *l, const struct frame *f) {
    return f == l->frames.data ? KIND_COUNT : (enum kind)f[-1].kind;
}

/* Adds a value to the topmost frame. */
static inline void lower_push_role(struct lower *l, uint32_t role, uint32_t expr) {
    vec_reserve(&l->values, 1);
    l->values.data[l->values.len++] = (struct value){role, expr};
}
static inline void lower_push(struct lower *l, uint32_t expr) { lower_push_role(l, lower_top(l)->role, expr); }

/* Appends an expression evaluated in the scope at hand. */
static inline uint32_t lower_emit(struct lower *l, enum facts_expr_kind kind, uint32_t a, uint32_t b, uint32_t start,
                                  uint32_t end) {
    vec_reserve(&l->builder.exprs, 1);
    l->builder.exprs.data[l->builder.exprs.len] = (struct facts_expr){.kind = (uint8_t)kind,
                                                                      .flags = l->context.flags & CONTEXT_ANNOTATION,
                                                                      .scope = l->context.scope,
                                                                      .a = a,
                                                                      .b = b,
                                                                      .start = start,
                                                                      .end = end};
    return l->builder.exprs.len++;
}

/* How a family of kinds (see kinds.def) takes part in the walk. */
struct handler {
    /* The frame was pushed; may open statements and scopes and change l->context. */
    void (*enter)(struct lower *l, struct frame *f);
    /* A literal token among the frame's children. */
    void (*token)(struct lower *l, struct frame *f, enum kind token, uint32_t end);
    /* A LEAF among the frame's children. */
    void (*leaf)(struct lower *l, struct frame *f, enum kind kind, uint32_t start, uint32_t end);
    /* The children are done: the expression that the frame becomes, or LEFT_…. */
    uint32_t (*leave)(struct lower *l, struct frame *f);
};

extern const struct handler lower_expr_handler, lower_simple_handler, lower_compound_handler, lower_import_handler,
    lower_define_handler, lower_pattern_handler;

/* ---- lower_expr.c ---- */

/* A LEAF that is an expression wherever it stands: a value of the topmost frame. */
void lower_leaf(struct lower *l, enum kind kind, uint32_t start, uint32_t end);
/* The expression of `a.b.c` written between start and end, blanks allowed. */
uint32_t lower_dotted(struct lower *l, uint32_t start, uint32_t end);
/* An empty OPAQUE in place of a part that a broken statement lacks. */
uint32_t lower_unreadable(struct lower *l, const struct frame *f);
/* A tuple of some values. */
uint32_t lower_tuple(struct lower *l, const struct value *values, uint32_t count, uint32_t start, uint32_t end);
/* The values as one expression: a tuple unless there is only one; FACTS_NONE for none. */
uint32_t lower_one(struct lower *l, const struct value *values, uint32_t count);
/* A pool list of the expressions of values. */
uint32_t lower_list(struct lower *l, const struct value *values, uint32_t count);
/* True when an expression is a name spelled so. */
bool lower_is_name(const struct lower *l, uint32_t expr, const char *name);
/* The bracket or a comma of a subscript whose object is the frame's first value: what follows may be no type. */
void lower_note_subscript(struct lower *l, const struct frame *f, bool after_comma);
/* What an operator token means in an expression or an augmented assignment; OP_NO for other tokens. */
enum facts_op lower_operator(enum kind token);
/* Notes an await, an async for or an async with. */
void lower_note_await(struct lower *l);

/* ---- lower_scope.c ---- */

/* Opens a scope inside the one at hand. */
uint32_t lower_open_scope(struct lower *l, enum facts_scope_kind kind, uint32_t start, uint32_t end);
/* Ends its range of expressions. expr: of a lambda or comprehension, else FACTS_NONE. */
void lower_close_scope(struct lower *l, uint32_t scope, uint32_t expr);
/* The innermost scope around `scope` that is no comprehension. */
uint32_t lower_owner(const struct lower *l, uint32_t scope);
/* The string that documents a body whose first statement has this index, or FACTS_NONE. */
uint32_t lower_docstring(const struct lower *l, uint32_t stmt);

/* ---- lower_string.c ---- */

/* True for a string literal that may hold interpolations and has to be entered. */
bool lower_is_format_string(const struct lower *l, uint32_t start, uint32_t end);
/* Any other string: a value of the topmost frame. */
void lower_plain_string(struct lower *l, const Subtree *subtree, uint32_t start, uint32_t end);
void lower_enter_string(struct lower *l, struct frame *f);
/* A run of text between interpolations. */
void lower_string_content(struct lower *l, struct frame *f, uint32_t start, uint32_t end);
uint32_t lower_leave_string(struct lower *l, struct frame *f);

/* ---- lower_bind.c: what gives a value to a name ---- */

/* One assignment, loop, with, …: what its targets receive. Zero flags; FACTS_NONE for what is absent. */
struct binding {
    enum facts_binding_kind kind;
    uint8_t flags;
    uint32_t scope, stmt;
    uint32_t value, annotation, source;
};

/* A binding at the place of the walk, with its flags. */
struct binding lower_binding(const struct lower *l, enum facts_binding_kind kind, uint32_t value);
/* Binds a name at a position. unpack as in facts_binding. */
void lower_bind(struct lower *l, const struct binding *binding, uint32_t name, uint16_t unpack, uint32_t start);
/* Binds every name in a target expression, stores to every attribute and item in it, and marks them all. */
void lower_bind_target(struct lower *l, const struct binding *binding, uint32_t target);
/* Narrows the names that a condition tests with isinstance, in `stmt` from `start` on (FACTS_NONE: from the names). */
void lower_narrow(struct lower *l, uint32_t condition, uint32_t stmt, uint32_t start);
/* True when a condition that does not hold narrows: `not isinstance(…)`, also among others in `or`. */
bool lower_narrows_behind(struct lower *l, uint32_t condition);
/* Narrows what it tests, from `start` on. */
void lower_narrow_behind(struct lower *l, uint32_t condition, uint32_t stmt, uint32_t start);
/* Narrows one NAME to a class. */
void lower_narrow_name(struct lower *l, uint32_t name, uint32_t class, uint32_t stmt, uint32_t start);

/* ---- lower_all.c: __all__ ---- */

/* Collects what an assignment to the module's __all__ names; nothing for other statements. */
void lower_collect_all(struct lower *l, uint32_t stmt);
/* The same for __all__.extend(…) and __all__.append(…). */
void lower_collect_all_call(struct lower *l, uint32_t expr);

/* ---- lower_simple.c ---- */

/* Appends a statement that starts with the frame and makes it the one at hand. */
void lower_open(struct lower *l, struct frame *f, enum facts_stmt_kind kind);

/* ---- lower_match.c ---- */

/* At the colon of a case: its values become guard, list and narrowing. */
void lower_case_head(struct lower *l, struct frame *f);

#endif
