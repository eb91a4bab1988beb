/* Where a value is made: the expressions that can stand at the far end of a name, an attribute, a parameter or a call.
 *
 * Types say what a value is; an origin says which one it is. `app`, imported from elsewhere and handed through two
 * functions, is the one `FastAPI(…)` written there. Origins are literals, displays and calls that construct something (of a
 * class, or of a library's function); names, imports, attributes, parameters, conditionals, loops over displays and the
 * returns of the project's own functions are followed. */
#ifndef LP_PROGRAM_ORIGINS_H
#define LP_PROGRAM_ORIGINS_H

#include "base/buffer.h"
#include "program/program.h"

/* What names stand for while one way through the program is followed: the arguments of one call for the parameters of what it
 * calls, or one value for one name. Innermost first; the arguments are read in `outer`. */
struct program_frame {
    const struct program_frame *outer;
    uint32_t def;                   /* called; PROGRAM_NONE for a single name */
    uint32_t module, call;          /* of the call, or of the value */
    uint32_t symbol_module, symbol; /* the single name */
    bool bound;
};

typedef void origin_fn(void *context, uint32_t module, uint32_t expr);

/* Calls `visit` for every origin of an expression, each once, in one fixed order; at most LIMIT_ORIGINS of them. */
void program_origins(struct program *self, uint32_t module, uint32_t expr, origin_fn *visit, void *context);
void program_origins_in(struct program *self, const struct program_frame *frame, uint32_t module, uint32_t expr,
                        origin_fn *visit, void *context);
/* The same for a name in a module's namespace: "app" of "shop.main"; nothing when there is none. */
void program_member_origins(struct program *self, uint32_t module, uint32_t name, origin_fn *visit, void *context);
/* And for what the functions of that name return: "create_app" of "shop.factory". */
void program_member_results(struct program *self, uint32_t module, uint32_t name, origin_fn *visit, void *context);
/* Appends the text that an expression gives when it can be told: literals, their sums, f-strings, constants from anywhere,
 * defaults of environment lookups. An unknown part becomes "{…}"; false when nothing is known. */
bool program_text_in(struct program *self, const struct program_frame *frame, uint32_t module, uint32_t expr,
                     struct buffer *out);
/* What a name stands for in a frame: replaces expression, module and frame; false when the frame says nothing of it. */
bool program_stands_for(struct program *self, const struct program_frame **frame, uint32_t *module, uint32_t *expr);
/* The parameter of the innermost frame's def that an expression is the bare name of, or PROGRAM_NONE. */
uint32_t program_param_named(struct program *self, uint32_t def, uint32_t module, uint32_t expr);
/* The function that a name or an attribute of a module leads to, also when a decorator that is not known hides it; PROGRAM_NONE
 * when it leads to none. */
uint32_t program_function_named(struct program *self, uint32_t module, uint32_t expr);
/* The module of the project that has this dotted name, as another one sees it; PROGRAM_NONE. */
uint32_t program_module_named(struct program *self, uint32_t from, const char *dotted);
/* The module that an import of a module is from; PROGRAM_NONE when it is not here. */
uint32_t program_import_source(struct program *self, uint32_t module, uint32_t import);
/* Calls `visit` for what call sites pass for a parameter of a def. */
void program_passed(struct program *self, uint32_t def, uint32_t param, origin_fn *visit, void *context);
/* Calls `visit` for the calls that may run a def; `bound` as program_argument wants it. */
typedef void call_fn(void *context, uint32_t module, uint32_t call, bool bound);
void program_callers(struct program *self, uint32_t def, call_fn *visit, void *context);
/* Calls `visit` for the calls of the project whose callee ends in a name, and rarely for others, by module and position. */
void program_calls_named(struct program *self, uint32_t name, origin_fn *visit, void *context);

#endif
