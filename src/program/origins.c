#include "program/origins.h"

#include <string.h>

#include "program/internal.h"

#define LIMIT_ORIGINS 256u       /* origins given for one expression */
#define LIMIT_ORIGIN_DEPTH 24u   /* steps followed from a use to an origin */
#define LIMIT_ORIGIN_STEPS 4096u /* in all, for one expression */

struct search {
    struct program *program;
    origin_fn *visit;
    void *context;
    const struct program_frame *frame;
    uint32_t depth, steps, found;
    uint32_t function; /* def of the first function met */
    bool called;       /* what calling the name gives is wanted: its functions return it */
    struct map seen;   /* (module, expression) */
};

static void follow(struct search *s, uint32_t module, uint32_t expr);

/* ---- names ---- */

static void follow_elements(struct search *s, uint32_t module, uint32_t expr, uint32_t unpack);
static void follow_displays(struct search *s, uint32_t module, uint32_t value, uint32_t unpack, origin_fn *visit);

struct elements {
    struct search *search;
    uint32_t unpack;
};

static void visit_display(void *context, uint32_t module, uint32_t expr) {
    struct elements *e = context;
    follow_elements(e->search, module, expr, e->unpack);
}

/* The elements of a display; with `unpack` (one-based) that part of each. */
static void follow_elements(struct search *s, uint32_t module, uint32_t expr, uint32_t unpack) {
    const struct facts *facts = &module_at(s->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count = 0;
    if (e->kind != EXPR_LIST && e->kind != EXPR_TUPLE && e->kind != EXPR_SET) {
        return;
    }
    const uint32_t *list = facts_list(facts, e->b, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct facts_expr *x = &facts->exprs[list[i]];
        uint32_t parts;
        if (x->kind == EXPR_STARRED) {
            follow_displays(s, module, x->a, unpack, visit_display);
        } else if (!unpack) {
            follow(s, module, list[i]);
        } else if (x->kind == EXPR_TUPLE || x->kind == EXPR_LIST) {
            const uint32_t *part = facts_list(facts, x->b, &parts);
            if (unpack - 1 < parts) {
                follow(s, module, part[unpack - 1]);
            }
        }
    }
}

static void follow_tuple_part(void *context, uint32_t module, uint32_t expr) {
    struct elements *e = context;
    const struct facts *facts = &module_at(e->search->program, module)->facts;
    const struct facts_expr *x = &facts->exprs[expr];
    uint32_t count = 0;
    const uint32_t *list = x->kind == EXPR_TUPLE || x->kind == EXPR_LIST ? facts_list(facts, x->b, &count) : NULL;
    if (e->unpack - 1 < count) {
        follow(e->search, module, list[e->unpack - 1]);
    }
}

/* What a loop or an unpacking takes its values from is followed to the displays that make it; `visit` is shown each. */
static void follow_displays(struct search *s, uint32_t module, uint32_t value, uint32_t unpack, origin_fn *visit) {
    struct elements e = {s, unpack};
    struct search inner = {.program = s->program,
                           .visit = visit,
                           .context = &e,
                           .frame = s->frame,
                           .depth = s->depth,
                           .steps = s->steps};
    follow(&inner, module, value);
    s->steps = inner.steps;
    map_free(&inner.seen);
}

static void follow_import(struct search *s, uint32_t module, const struct facts_import *import);

static void follow_passed(void *context, uint32_t module, uint32_t expr) { follow(context, module, expr); }

static const struct program_frame *frame_of(const struct program_frame *frame, uint32_t def) {
    while (frame && frame->def != def) {
        frame = frame->outer;
    }
    return frame;
}

uint32_t program_param_named(struct program *self, uint32_t def, uint32_t module, uint32_t expr) {
    const struct program_module *m = module_at(self, module);
    const struct facts_expr *e = &m->facts.exprs[expr];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE || m->scope_base + m->facts.symbols[e->b].scope != def ||
        !(m->facts.symbols[e->b].flags & SYMBOL_PARAM)) {
        return PROGRAM_NONE;
    }
    const struct facts_scope *scope = program_def_scope(self, def);
    for (uint32_t i = 0; i < scope->param_count; i++) {
        if (m->facts.params[scope->first_param + i].symbol == e->b) {
            return i;
        }
    }
    return PROGRAM_NONE;
}

/* What a method is called on: `api` of `api.add(…)`. */
static uint32_t receiver_of(struct program *self, const struct program_frame *frame) {
    const struct facts *facts = &module_at(self, frame->module)->facts;
    const struct facts_expr *callee = &facts->exprs[facts->exprs[frame->call].a];
    return callee->kind == EXPR_ATTRIBUTE ? callee->a : PROGRAM_NONE;
}

bool program_stands_for(struct program *self, const struct program_frame **frame, uint32_t *module, uint32_t *expr) {
    const struct program_module *m = module_at(self, *module);
    const struct facts_expr *e = &m->facts.exprs[*expr];
    if (e->kind != EXPR_NAME || e->b == FACTS_NONE) {
        return false;
    }
    for (const struct program_frame *f = *frame; f; f = f->outer) {
        uint32_t value = PROGRAM_NONE, param;
        if (f->def == PROGRAM_NONE && f->symbol_module == *module && f->symbol == e->b) {
            value = f->call;
        } else if (f->def != PROGRAM_NONE &&
                   (param = program_param_named(self, f->def, *module, *expr)) != PROGRAM_NONE) {
            uint32_t name =
                program_name(self, *module, m->facts.params[program_def_scope(self, f->def)->first_param + param].name);
            value = param == 0 && f->bound ? receiver_of(self, f)
                                           : program_argument(self, f->module, f->call, f->def, f->bound, name);
        }
        if (value != PROGRAM_NONE) {
            *frame = f->outer;
            *module = f->module;
            *expr = value;
            return true;
        }
    }
    return false;
}

static void follow_returns(struct search *s, uint32_t def);

static void follow_binding(struct search *s, uint32_t module, const struct facts_binding *b) {
    const struct program_module *m = module_at(s->program, module);
    if (b->flags & BINDING_TYPING) {
        return;
    }
    switch (b->kind) {
    case BIND_FUNCTION:
        s->function = s->function ? s->function : m->scope_base + b->source;
        if (s->called) {
            s->called = false;
            follow_returns(s, m->scope_base + b->source);
            s->called = true;
        }
        break;
    case BIND_IMPORT: follow_import(s, module, &m->facts.imports[b->source]); break;
    case BIND_PARAM: {
        uint32_t scope = m->facts.symbols[b->symbol].scope;
        const struct facts_param *p = &m->facts.params[b->source];
        if (p->value != FACTS_NONE) {
            follow(s, module, p->value);
        }
        if (frame_of(s->frame, m->scope_base + scope)) {
            break; /* not given by the call that is followed */
        }
        program_passed(s->program, m->scope_base + scope, b->source - m->facts.scopes[scope].first_param, follow_passed,
                       s);
        break;
    }
    case BIND_FOR: follow_displays(s, module, b->value, b->unpack, visit_display); break;
    case BIND_ASSIGN:
    case BIND_WALRUS:
    case BIND_ANNOTATION:
        if (b->value == FACTS_NONE || b->unpack == UINT16_MAX) {
            break;
        }
        if (b->unpack) {
            follow_displays(s, module, b->value, b->unpack, follow_tuple_part);
        } else {
            follow(s, module, b->value);
        }
        break;
    default: break;
    }
}

static void follow_symbol(struct search *s, uint32_t module, uint32_t symbol) {
    const struct facts *facts = &module_at(s->program, module)->facts;
    if (facts->symbols[symbol].target != FACTS_NONE) {
        symbol = facts->symbols[symbol].target;
    }
    const struct facts_symbol *x = &facts->symbols[symbol];
    for (uint32_t i = 0; i < x->binding_count; i++) {
        follow_binding(s, module, &facts->bindings[x->first_binding + i]);
    }
    for (uint32_t i = 0; facts->scopes[x->scope].kind == SCOPE_MODULE && i < facts->symbol_count;
         i++) { /* `global app` */
        const struct facts_symbol *other = &facts->symbols[i];
        for (uint32_t k = 0; other->target == symbol && k < other->binding_count; k++) {
            follow_binding(s, module, &facts->bindings[other->first_binding + k]);
        }
    }
}

static void follow_member(struct search *s, uint32_t module, uint32_t name) {
    const struct program_module *m = module_at(s->program, module);
    if (m->is_namespace || m->is_model || s->depth > LIMIT_ORIGIN_DEPTH) {
        return;
    }
    uint32_t symbol = scope_symbol(s->program, m->scope_base, name);
    if (symbol != FACTS_NONE) {
        follow_symbol(s, module, symbol);
        return;
    }
    s->depth++;
    for (uint32_t i = 0; i < m->facts.import_count; i++) {
        const struct facts_import *import = &m->facts.imports[i];
        if (import->symbol == FACTS_NONE && import->name != FACTS_NONE) {
            uint32_t from =
                module_resolve(s->program, module, import->level, module_text(s->program, module, import->module));
            if (from != PROGRAM_NONE && from != module) {
                follow_member(s, from, name);
            }
        }
    }
    s->depth--;
}

uint32_t program_module_named(struct program *self, uint32_t from, const char *dotted) {
    uint32_t found = module_find(self, from, program_intern(self, dotted));
    return found != PROGRAM_NONE && found < self->project_modules ? found : PROGRAM_NONE;
}

uint32_t program_import_source(struct program *self, uint32_t module, uint32_t index) {
    const struct facts_import *import = &module_at(self, module)->facts.imports[index];
    return module_resolve(self, module, import->level, module_text(self, module, import->module));
}

static void follow_import(struct search *s, uint32_t module, const struct facts_import *import) {
    if (import->name == FACTS_NONE) {
        return; /* a module is no value that is made */
    }
    uint32_t from = module_resolve(s->program, module, import->level, module_text(s->program, module, import->module));
    if (from != PROGRAM_NONE && from != module) {
        s->depth++;
        follow_member(s, from, program_name(s->program, module, import->name));
        s->depth--;
    }
}

/* The loop around a use that binds the name, the innermost one: inside of it the name stands for nothing else. */
static const struct facts_binding *loop_around(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    const struct facts_symbol *x = &facts->symbols[e->b];
    const struct facts_binding *best = NULL;
    for (uint32_t i = 0; i < x->binding_count; i++) {
        const struct facts_binding *b = &facts->bindings[x->first_binding + i];
        if (b->stmt == FACTS_NONE || facts->stmts[b->stmt].kind != STMT_FOR) {
            continue;
        }
        uint32_t next = facts->stmts[b->stmt].end,
                 end = next < facts->stmt_count ? facts->stmts[next].start : UINT32_MAX;
        bool inside = b->kind == BIND_FOR && facts->stmts[b->stmt].stop <= e->start && e->start < end;
        best = inside ? b : best;
    }
    for (uint32_t i = 0; best && i < x->binding_count; i++) { /* unless it is given another value there */
        const struct facts_binding *b = &facts->bindings[x->first_binding + i];
        if (b != best && b->start > best->start && b->start < e->start) {
            return NULL;
        }
    }
    return best;
}

static void follow_name(struct search *s, uint32_t module, uint32_t expr) {
    const struct facts *facts = &module_at(s->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    const struct program_frame *before = s->frame;
    uint32_t given_module = module, given = expr;
    if (program_stands_for(s->program, &s->frame, &given_module, &given)) {
        follow(s, given_module, given);
        s->frame = before;
        return;
    }
    if (e->b == FACTS_NONE) {
        follow_member(s, module, program_name(s->program, module, e->a));
        return;
    }
    const struct facts_binding *loop = loop_around(facts, expr),
                               *single = program_single_binding(s->program, module, expr);
    if (loop) {
        follow_binding(s, module, loop);
    } else if (single && facts->scopes[facts->symbols[e->b].scope].kind != SCOPE_MODULE &&
               !(single->flags & BINDING_CONDITIONAL)) {
        follow_binding(s, module, single);
    } else {
        follow_symbol(s, module, e->b);
    }
}

/* ---- attributes ---- */

/* `self.name = value` in the methods of a class. */
static void follow_stores(struct search *s, uint32_t class_def, uint32_t name) {
    const struct program_module *m = module_at(s->program, program_def_module(s->program, class_def));
    uint32_t module = program_def_module(s->program, class_def);
    for (uint32_t i = 0; i < m->facts.store_count; i++) {
        const struct facts_store *store = &m->facts.stores[i];
        const struct facts_expr *target = &m->facts.exprs[store->target];
        uint32_t owner = facts_owner(&m->facts, store->scope);
        if (target->kind == EXPR_ATTRIBUTE && store->value != FACTS_NONE && !store->unpack &&
            m->facts.scopes[owner].kind == SCOPE_FUNCTION &&
            m->scope_base + m->facts.scopes[owner].parent == class_def &&
            program_name(s->program, module, target->b) == name) {
            follow(s, module, store->value);
        }
    }
}

static void follow_class_member(struct search *s, uint32_t class_def, uint32_t name) {
    uint32_t count;
    const uint32_t *mro = program_mro(s->program, class_def, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t def = type_entity(s->program, mro[i]), before = s->found;
        if (program_is_model(s->program, def)) {
            continue;
        }
        uint32_t module = program_def_module(s->program, def), symbol = scope_symbol(s->program, def, name);
        uint32_t method = program_own_method(s->program, def, name);
        if (method != PROGRAM_NONE && (program_def_flags(s->program, method) & DEF_PROPERTY)) {
            follow_returns(s, method);
        } else if (symbol != FACTS_NONE) {
            follow_symbol(s, module, symbol);
        }
        follow_stores(s, def, name);
        if (s->found != before) {
            return;
        }
    }
}

static void follow_attribute(struct search *s, uint32_t module, uint32_t expr) {
    const struct facts_expr *e = &module_at(s->program, module)->facts.exprs[expr];
    uint32_t name = program_name(s->program, module, e->b), object = program_eval(s->program, module, e->a);
    for (uint32_t i = 0; i < types_member_count(&s->program->types, object); i++) {
        struct type t = types_get(&s->program->types, types_member(&s->program->types, object, i));
        if (t.kind == TYPE_MODULE) {
            follow_member(s, t.entity, name);
        } else if ((t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT || t.kind == TYPE_CLASS)) {
            follow_class_member(s, t.entity, name);
        }
    }
}

/* ---- calls ---- */

static void follow_returns(struct search *s, uint32_t def) {
    uint32_t module = program_def_module(s->program, def);
    const struct program_module *m = module_at(s->program, module);
    const struct facts_scope *scope = program_def_scope(s->program, def);
    if (scope->kind != SCOPE_FUNCTION) {
        return;
    }
    for (uint32_t i = scope->stmt + 1; i < m->facts.stmts[scope->stmt].end; i++) {
        const struct facts_stmt *stmt = &m->facts.stmts[i];
        if (stmt->kind == STMT_RETURN && stmt->a != FACTS_NONE && m->scope_base + stmt->scope == def) {
            follow(s, module, stmt->a);
        }
    }
}

static void found(struct search *s, uint32_t module, uint32_t expr) {
    if (s->found < LIMIT_ORIGINS) {
        s->found++;
        s->visit(s->context, module, expr);
    }
}

static void follow_call(struct search *s, uint32_t module, uint32_t expr) {
    const struct facts_expr *e = &module_at(s->program, module)->facts.exprs[expr];
    uint32_t callee = program_eval(s->program, module, e->a), before = s->found;
    for (uint32_t i = 0; i < types_member_count(&s->program->types, callee); i++) {
        struct type t = types_get(&s->program->types, types_member(&s->program->types, callee, i));
        if ((t.kind == TYPE_FUNCTION || t.kind == TYPE_METHOD) && !program_is_model(s->program, t.entity)) {
            struct program_frame frame = {
                .outer = s->frame, .def = t.entity, .module = module, .call = expr, .bound = t.kind == TYPE_METHOD};
            s->frame = &frame;
            follow_returns(s, t.entity);
            s->frame = frame.outer;
        }
    }
    if (s->found == before) {
        found(s, module, expr);
    }
}

static bool first_time(struct search *s, uint32_t module, uint32_t expr) {
    /* The same expression may stand for another value in another call. */
    uint64_t way = s->frame ? map_pair(s->frame->call, s->frame->module) * 0x9E3779B97F4A7C15u : 0;
    uint32_t *slot = map_at(&s->seen, map_pair(module, expr) ^ way);
    bool first = *slot == MAP_NONE;
    *slot = 1;
    return first;
}

static void follow(struct search *s, uint32_t module, uint32_t expr) {
    const struct facts *facts = &module_at(s->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    uint32_t count;
    const uint32_t *list;
    if (s->depth > LIMIT_ORIGIN_DEPTH || ++s->steps > LIMIT_ORIGIN_STEPS || !first_time(s, module, expr)) {
        return;
    }
    s->depth++;
    switch (e->kind) {
    case EXPR_NAME: follow_name(s, module, expr); break;
    case EXPR_ATTRIBUTE: follow_attribute(s, module, expr); break;
    case EXPR_CALL: follow_call(s, module, expr); break;
    case EXPR_AWAIT: follow(s, module, e->a); break;
    case EXPR_WALRUS: follow(s, module, e->b); break;
    case EXPR_BOOL:
        follow(s, module, e->a);
        follow(s, module, e->b);
        break;
    case EXPR_TERNARY:
        list = facts_list(facts, e->b, &count);
        follow(s, module, list[1]);
        follow(s, module, list[2]);
        break;
    default: found(s, module, expr); break;
    }
    s->depth--;
}

void program_origins_in(struct program *self, const struct program_frame *frame, uint32_t module, uint32_t expr,
                        origin_fn *visit, void *context) {
    struct search s = {.program = self, .visit = visit, .context = context, .frame = frame};
    follow(&s, module, expr);
    map_free(&s.seen);
}

void program_origins(struct program *self, uint32_t module, uint32_t expr, origin_fn *visit, void *context) {
    program_origins_in(self, NULL, module, expr, visit, context);
}

static void ignore(void *context, uint32_t module, uint32_t expr) {
    (void)context;
    (void)module;
    (void)expr;
}

uint32_t program_function_named(struct program *self, uint32_t module, uint32_t expr) {
    struct search s = {.program = self, .visit = ignore};
    follow(&s, module, expr);
    map_free(&s.seen);
    return s.function ? s.function : PROGRAM_NONE; /* number 0 is a module */
}

void program_member_origins(struct program *self, uint32_t module, uint32_t name, origin_fn *visit, void *context) {
    struct search s = {.program = self, .visit = visit, .context = context};
    follow_member(&s, module, name);
    map_free(&s.seen);
}

void program_member_results(struct program *self, uint32_t module, uint32_t name, origin_fn *visit, void *context) {
    struct search s = {.program = self, .visit = visit, .context = context, .called = true};
    follow_member(&s, module, name);
    map_free(&s.seen);
}

/* ---- text ---- */

#define LIMIT_TEXT_DEPTH 16u /* nesting of sums and f-strings in a text */
#define LIMIT_TEXT 1024u     /* bytes of a text; what a name that stands for itself adds goes on for ever */

struct text {
    struct program *program;
    struct buffer *out;
    uint32_t depth;
    bool known;
    struct search *search; /* whose frame holds */
};

static bool append(struct text *t, uint32_t module, uint32_t expr);

/* The first origin that is a text speaks for all: others are its alternatives. */
static void append_origin(void *context, uint32_t module, uint32_t expr) {
    struct text *t = context;
    uint8_t kind = module_at(t->program, module)->facts.exprs[expr].kind;
    bool text = kind == EXPR_STRING || kind == EXPR_FSTRING || kind == EXPR_BINARY || kind == EXPR_CALL;
    if (!t->known && text) {
        t->known = append(t, module, expr);
    }
}

/* The end of the text from `start` on without these characters at its ends, as strip, lstrip and rstrip do. */
static void strip(struct buffer *out, size_t start, struct span method, struct span characters) {
    bool left = method.data[0] != 'r', right = method.data[0] != 'l';
    size_t first = start;
    while (right && out->len > start && memchr(characters.data, out->data[out->len - 1], characters.len)) {
        out->len--;
    }
    while (left && first < out->len && memchr(characters.data, out->data[first], characters.len)) {
        first++;
    }
    if (first > start) {
        memmove(out->data + start, out->data + first, out->len - first);
        out->len -= first - start;
    }
}

/* os.environ.get("PREFIX", "/api"), os.getenv("PREFIX", "/api"), config("PREFIX", default="/api"), prefix.rstrip("/") */
static bool append_call(struct text *t, uint32_t module, const struct facts_expr *e) {
    const struct facts *facts = &module_at(t->program, module)->facts;
    uint32_t count;
    const uint32_t *list = facts_list(facts, e->b, &count);
    struct span name = facts_last_name(facts, e->a);
    const struct facts_expr *callee = &facts->exprs[e->a];
    if (callee->kind == EXPR_ATTRIBUTE &&
        (span_is(name, "rstrip") || span_is(name, "lstrip") || span_is(name, "strip"))) {
        size_t start = t->out->len;
        bool given = count == 2 && facts->exprs[list[1]].kind == EXPR_STRING;
        if (!append(t, module, callee->a)) {
            return false;
        }
        strip(t->out, start, name, given ? facts_text(facts, facts->exprs[list[1]].a) : SPAN(" \t\n"));
        return true;
    }
    if (count == 2 && (span_is(name, "str") || span_is(name, "_") || span_starts(name, "gettext"))) {
        return append(t, module, list[1]);
    }
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        if ((list[i] < FACTS_ARG_DOUBLE_STAR && span_is(facts_text(facts, list[i]), "default")) ||
            (i == 2 && list[i] == FACTS_ARG_POSITIONAL &&
             (span_is(name, "get") || span_is(name, "getenv") || span_is(name, "config")))) {
            return append(t, module, list[i + 1]);
        }
    }
    return false;
}

static bool append_name(struct text *t, uint32_t module, uint32_t expr) {
    struct text inner = {t->program, t->out, t->depth, false, NULL};
    struct search s = {.program = t->program, .visit = append_origin, .context = &inner, .frame = t->search->frame};
    inner.search = &s;
    follow(&s, module, expr);
    map_free(&s.seen);
    return inner.known;
}

static bool append_parts(struct text *t, uint32_t module, const uint32_t *list, uint32_t count) {
    size_t start = t->out->len;
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        if (append(t, module, list[i])) {
            any = true;
        } else {
            buffer_puts(t->out, "{…}");
        }
    }
    if (!any) {
        t->out->len = start;
    }
    return any;
}

static bool append(struct text *t, uint32_t module, uint32_t expr) {
    const struct facts *facts = &module_at(t->program, module)->facts;
    const struct facts_expr *e = &facts->exprs[expr];
    bool known = false;
    if (++t->depth > LIMIT_TEXT_DEPTH || t->out->len > LIMIT_TEXT) {
        t->depth--;
        return false;
    }
    if (e->kind == EXPR_STRING) {
        struct span text = facts_text(facts, e->a);
        buffer_add(t->out, text.data, text.len);
        known = true;
    } else if (e->kind == EXPR_FSTRING) {
        uint32_t count;
        const uint32_t *list = facts_list(facts, e->b, &count);
        known = append_parts(t, module, list, count);
    } else if (e->kind == EXPR_BINARY && e->op == OP_ADD) {
        known = append_parts(t, module, (uint32_t[]){e->a, e->b}, 2);
    } else if (e->kind == EXPR_CALL) {
        known = append_call(t, module, e);
        known = known || append_name(t, module, expr);
    } else if (e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_TERNARY || e->kind == EXPR_BOOL) {
        known = append_name(t, module, expr);
    }
    t->depth--;
    return known;
}

bool program_text_in(struct program *self, const struct program_frame *frame, uint32_t module, uint32_t expr,
                     struct buffer *out) {
    struct search s = {.program = self, .frame = frame};
    struct text t = {self, out, 0, false, &s};
    return append(&t, module, expr);
}
