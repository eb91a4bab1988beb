/* Relations that are there already when they are read: a query loaded them along, or they were given. What a function reads
 * off an object whose query is not in sight counts as loaded when the project loads a relation of that name anywhere, or
 * relations whose names are not written where it does. */
#include "flow/walk.h"
#include "program/origins.h"

#include <stdio.h>

#define LIMIT_STEPS 32u /* names and calls followed back from an object to its query */
#define LIMIT_PATH 256u

static bool is_loader(struct span name) {
    return span_is(name, "select_related") || span_is(name, "prefetch_related");
}

/* "author__publisher" loads "author" on its way. */
static bool loads_path(struct span text, const char *path) {
    size_t length = strlen(path);
    return span_starts(text, path) && (text.len == length || span_starts((struct span){text.data + length, text.len - length}, "__"));
}

/* The expression that a name stands for when it has one value. */
static uint32_t only_value(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[expr];
    const struct facts_symbol *s = e->kind == EXPR_NAME && e->b != FACTS_NONE ? &facts->symbols[e->b] : NULL;
    const struct facts_binding *b = s && s->binding_count == 1 ? &facts->bindings[s->first_binding] : NULL;
    return b && b->kind == BIND_ASSIGN && !b->unpack && b->value != FACTS_NONE ? b->value : expr;
}

/* The text of a lookup: a string, or the first argument of Prefetch("…"); "" when it is not written here. */
static struct span lookup_text(const struct facts *facts, uint32_t expr) {
    const struct facts_expr *e = &facts->exprs[only_value(facts, expr)];
    uint32_t count;
    if (e->kind == EXPR_CALL && span_is(facts_last_name(facts, e->a), "Prefetch")) {
        const uint32_t *list = facts_list(facts, e->b, &count);
        e = count >= 2 ? &facts->exprs[list[1]] : e;
    }
    return e->kind == EXPR_STRING ? facts_text(facts, e->a) : SPAN("");
}

/* --- what the project loads anywhere ------------------------------------------------------------------------------ */

static void add_lookup(struct flow *self, struct span text) {
    while (text.len) {
        size_t cut = 0;
        while (cut < text.len && !span_starts((struct span){text.data + cut, text.len - cut}, "__")) {
            cut++;
        }
        char part[LIMIT_PATH];
        if (cut > 0 && cut < sizeof part) {
            memcpy(part, text.data, cut);
            part[cut] = '\0';
            map_set(&self->loaded_names, program_intern(self->program, part), 1);
        }
        cut = cut + 2 < text.len ? cut + 2 : text.len;
        text = (struct span){text.data + cut, text.len - cut};
    }
}

struct loader {
    struct flow *flow;
    uint32_t first; /* place of the first lookup in the argument list */
};

static void add_loader(void *context, uint32_t module, uint32_t call) {
    const struct loader *loader = context;
    const struct facts *facts = &program_module_at(loader->flow->program, module)->facts;
    uint32_t args;
    const uint32_t *list = facts_list(facts, facts->exprs[call].b, &args);
    for (uint32_t k = loader->first; k < args; k += 2) {
        struct span text = lookup_text(facts, list[k]);
        loader->flow->loads_unnamed |= text.len == 0 && facts->exprs[list[k]].kind != EXPR_NONE;
        add_lookup(loader->flow, text);
    }
}

/* The functions take the objects first. */
static void find_loaded_names(struct flow *self) {
    static const struct {
        const char *name;
        uint32_t first;
    } loaders[] = {{"select_related", 1}, {"prefetch_related", 1}, {"prefetch_related_objects", 3}, {"aprefetch_related_objects", 3}};
    self->loaded_known = true;
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++) {
        struct loader loader = {self, loaders[i].first};
        program_calls_named(self->program, program_intern(self->program, loaders[i].name), add_loader, &loader);
    }
}

static bool is_loaded_somewhere(struct flow *self, uint32_t name) {
    if (!self->loaded_known) {
        find_loaded_names(self);
    }
    return self->loads_unnamed || map_get(&self->loaded_names, name) != MAP_NONE;
}

/* --- from an object back to its query ----------------------------------------------------------------------------- */

struct origin {
    char path[LIMIT_PATH]; /* of the relation from the object on: "author__publisher" */
    struct span first;     /* "author" */
    uint32_t target;   /* class of the related object; PROGRAM_NONE when unknown */
    bool loaded;
    bool seen;         /* the query is in sight, and only the library's methods make it */
};

static bool is_instance(struct type t) {
    return t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT;
}

static uint32_t class_of_value(struct walk *w, uint32_t expr) {
    struct type_table *types = program_types(w->program);
    uint32_t type = program_eval(w->program, w->module, expr);
    for (uint32_t i = 0; i < types_member_count(types, type); i++) {
        struct type t = types_get(types, types_member(types, type, i));
        if (is_instance(t)) {
            return t.entity;
        }
    }
    return PROGRAM_NONE;
}

/* A call on the way: it loads the relation, is given it, or is code of the project that may do either. */
static void pass_call(struct walk *w, uint32_t call, struct origin *o) {
    const struct facts_expr *e = &w->facts->exprs[call];
    struct span name = facts_last_name(w->facts, e->a);
    uint32_t count;
    const uint32_t *list = facts_list(w->facts, e->b, &count);
    struct type callee = types_get(program_types(w->program), program_eval(w->program, w->module, e->a));
    bool makes = callee.kind == TYPE_CLASS || span_ends(name, "create");
    o->loaded |= span_is(name, "select_related") && count == 0;
    for (uint32_t i = 0; i + 1 < count; i += 2) {
        bool keyword = list[i] < FACTS_ARG_DOUBLE_STAR;
        struct span lookup = is_loader(name) ? lookup_text(w->facts, list[i + 1]) : SPAN("");
        o->loaded |= lookup.len && loads_path(lookup, o->path);
        o->seen &= lookup.len || !is_loader(name);
        o->loaded |= makes && keyword && span_eq(facts_text(w->facts, list[i]), o->first);
    }
    bool function = callee.kind == TYPE_FUNCTION || callee.kind == TYPE_METHOD;
    o->seen &= callee.kind == TYPE_CLASS || (function && program_is_model(w->program, callee.entity));
}

/* The relation is one of an object that is itself reached through one: "books" before "author". */
static bool lengthen(struct walk *w, struct origin *o, uint32_t string) {
    char longer[LIMIT_PATH * 2];
    o->first = facts_text(w->facts, string);
    int length = snprintf(longer, sizeof longer, "%.*s__%s", (int)o->first.len, o->first.data, o->path);
    if (length < 0 || (size_t)length >= sizeof o->path) {
        return false;
    }
    memcpy(o->path, longer, (size_t)length + 1);
    return true;
}

/* A manager or queryset whose rows the library's own code selects: the project's may load along what it likes. */
static bool is_plain(struct walk *w, uint32_t expr) {
    struct type_table *types = program_types(w->program);
    uint32_t name = program_intern(w->program, "get_queryset");
    uint32_t type = program_eval(w->program, w->module, expr), members = types_member_count(types, type);
    bool plain = false;
    for (uint32_t i = 0; i < members; i++) {
        struct type t = types_get(types, types_member(types, type, i));
        struct type m = types_get(types, program_attribute(w->program, types_member(types, type, i), name));
        bool own = is_instance(t) && program_is_model(w->program, t.entity);
        plain |= own || (m.kind == TYPE_METHOD && program_is_model(w->program, m.entity));
    }
    return plain;
}

/* `Book.objects` is the end of the way; `author.books` leads on to the query of the author, whom its books know. */
static uint32_t pass_manager(struct walk *w, uint32_t expr, struct origin *o) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    uint32_t holder = class_of_value(w, e->a);
    bool object = is_instance(types_get(program_types(w->program), program_eval(w->program, w->module, e->a)));
    o->loaded |= holder != PROGRAM_NONE && holder == o->target;
    o->seen &= is_plain(w, expr);
    o->seen &= !object || lengthen(w, o, e->b);
    return object && o->seen ? e->a : PROGRAM_NONE;
}

/* The value that a name stands for; PROGRAM_NONE when it is a parameter or comes from elsewhere. */
static uint32_t named_value(struct walk *w, uint32_t name) {
    const struct facts_binding *b = program_single_binding(w->program, w->module, name);
    bool value = b && (b->kind == BIND_ASSIGN || b->kind == BIND_FOR || b->kind == BIND_WALRUS);
    return value && b->value != FACTS_NONE ? b->value : PROGRAM_NONE;
}

static void follow(struct walk *w, uint32_t expr, struct origin *o) {
    for (uint32_t step = 0; step < LIMIT_STEPS && expr != PROGRAM_NONE && !o->loaded; step++) {
        const struct facts_expr *e = &w->facts->exprs[expr];
        uint32_t count;
        switch (e->kind) {
        case EXPR_AWAIT:
        case EXPR_SUBSCRIPT:
            expr = e->a;
            continue;
        case EXPR_NAME:
            expr = named_value(w, expr);
            continue;
        case EXPR_CALL:
            pass_call(w, expr, o);
            if (w->facts->exprs[e->a].kind == EXPR_ATTRIBUTE) {
                expr = w->facts->exprs[e->a].a;
            } else { /* get_object_or_404(queryset, …) */
                const uint32_t *list = facts_list(w->facts, e->b, &count);
                expr = count >= 2 && o->seen ? list[1] : PROGRAM_NONE;
            }
            continue;
        case EXPR_ATTRIBUTE:
            expr = pass_manager(w, expr, o);
            if (expr == PROGRAM_NONE) {
                return;
            }
            continue;
        default:
            expr = PROGRAM_NONE;
        }
    }
    o->seen &= expr != PROGRAM_NONE;
}

/* --- relations ---------------------------------------------------------------------------------------------------- */

/* `book.author = author` further up in the same function. */
static bool was_given(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr], *object = &w->facts->exprs[e->a];
    uint32_t low = 0, high = w->facts->store_count, start = w->facts->scopes[w->scope].start;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before = w->facts->exprs[w->facts->stores[middle].target].start < start;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (; object->kind == EXPR_NAME && low < w->facts->store_count; low++) {
        const struct facts_expr *t = &w->facts->exprs[w->facts->stores[low].target];
        if (t->start >= e->start) {
            break;
        }
        if (t->kind == EXPR_ATTRIBUTE && t->b == e->b && names_symbol(w->facts, t->a, object->b)) {
            return true;
        }
    }
    return false;
}

static enum loading relation_loading(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    if (e->kind != EXPR_ATTRIBUTE || (e->flags & EXPR_FLAG_STORE)) {
        return (e->flags & EXPR_FLAG_STORE) ? LOADING_DONE : LOADING_NEEDED;
    }
    struct span name = facts_text(w->facts, e->b);
    struct origin o = {.first = name, .target = class_of_value(w, expr), .seen = true};
    uint32_t object = e->a;
    snprintf(o.path, sizeof o.path, "%.*s", (int)name.len, name.data);
    while (w->facts->exprs[object].kind == EXPR_ATTRIBUTE) { /* book.author.publisher */
        const struct facts_expr *outer = &w->facts->exprs[object];
        uint32_t holder = program_eval(w->program, w->module, outer->a);
        uint32_t outer_name = program_name(w->program, w->module, outer->b);
        if (!type_known(program_property(w->program, holder, outer_name)) || !lengthen(w, &o, outer->b)) {
            break;
        }
        object = outer->a;
    }
    if (was_given(w, expr)) {
        return LOADING_DONE;
    }
    follow(w, object, &o);
    if (o.loaded || (!o.seen && is_loaded_somewhere(w->flow, program_name(w->program, w->module, e->b)))) {
        return LOADING_DONE;
    }
    return o.seen ? LOADING_NEEDED : LOADING_LIKELY;
}

/* `book.tags.all()` and a name for it: the relation that evaluating it reads; FACTS_NONE. */
static uint32_t relation_behind(struct walk *w, uint32_t expr) {
    const struct facts_expr *e = &w->facts->exprs[expr];
    if (e->kind == EXPR_NAME) {
        uint32_t value = named_value(w, expr);
        e = value == PROGRAM_NONE ? e : &w->facts->exprs[value];
    }
    if (e->kind != EXPR_CALL || w->facts->exprs[e->a].kind != EXPR_ATTRIBUTE ||
        !span_is(facts_last_name(w->facts, e->a), "all")) {
        return FACTS_NONE;
    }
    uint32_t object = w->facts->exprs[e->a].a;
    return w->facts->exprs[object].kind == EXPR_ATTRIBUTE ? object : FACTS_NONE;
}

enum loading loading_at_site(struct walk *w, uint32_t def) {
    const struct facts_expr *e = &w->facts->exprs[w->site.expr];
    uint32_t value = w->site.expr, count;
    if (w->site.kind == SITE_PROPERTY) {
        bool relation = program_def_name(w->program, def) == NAME_GET; /* else it is a property */
        return w->loading ? LOADING_LIKELY : relation ? relation_loading(w, w->site.expr) : LOADING_NEEDED;
    }
    if (w->site.kind == SITE_ITEM) {
        value = e->a;
    } else if (w->site.kind == SITE_CALL) {
        const uint32_t *list = facts_list(w->facts, e->b, &count);
        value = w->consuming && count >= 2 ? list[1] : FACTS_NONE;
    }
    uint32_t relation = value == FACTS_NONE ? FACTS_NONE : relation_behind(w, value);
    return relation == FACTS_NONE ? LOADING_NEEDED : relation_loading(w, relation);
}
