/* Does running a function have an effect, and by what shortest chain: one breadth-first search an effect, backwards
 * from the primitives over the edges that run their target. Linear in the edges, whatever the recursion. */
#include "flow/internal.h"

static enum flow_effect effect_of(const struct program_trait *trait) {
    if (trait->word == WORD_STARTS_LOOP) {
        return EFFECT_NEW_LOOP;
    }
    if (trait->word != WORD_BLOCKS) {
        return EFFECT_COUNT;
    }
    return trait->cheap               ? EFFECT_CHEAP
           : trait->kind == KIND_CPU ? EFFECT_CPU
           : trait->kind == KIND_ORM ? EFFECT_ORM
                                     : EFFECT_BLOCK;
}

const struct program_trait *primitive_trait(const struct program *program, uint32_t def, enum flow_effect effect) {
    for (uint32_t t = program_traits(program, def); t; t = program_trait_at(program, t)->next) {
        enum flow_effect own = effect_of(program_trait_at(program, t));
        if (own == effect || (own == EFFECT_BLOCK && effect == EFFECT_FIRST) ||
            (own == EFFECT_BLOCK && effect == EFFECT_SLOW)) {
            return program_trait_at(program, t);
        }
    }
    return NULL;
}

/* Sleeping before another try, which is no one's plan, and in a lock of one's own while another holds it. */
static bool is_exceptional(const struct flow *self, const struct flow_site *site) {
    uint32_t def = self->functions.data[site->function].def;
    return (site->flags & SITE_RETRY) || program_def_name(self->program, def) == NAME_ACQUIRE;
}

/* Waits that last as long as another machine, a program or a clock says. */
static bool is_slow(const struct flow *self, const struct flow_site *site, const struct program_trait *trait) {
    return trait->kind == KIND_AI || trait->kind == KIND_SUBPROCESS || (site->flags & SITE_UNBOUNDED) ||
           (trait->kind == KIND_SLEEP && !is_exceptional(self, site));
}

/* Taking a lock in a `with` statement waits only while another holds it; whether that is long is not known here. Leaving
 * one that waits (an executor) does. */
static bool counts(const struct flow *self, const struct flow_site *site, const struct flow_edge *edge,
                   const struct program_trait *trait, enum flow_effect effect) {
    if (effect == EFFECT_SLOW && !is_slow(self, site, trait)) {
        return false;
    }
    return !(site->kind == SITE_WITH && trait->kind == KIND_LOCK &&
             program_def_name(self->program, edge->target) == NAME_ENTER);
}

/* Edges of a site that run their target here: more than one is a choice. */
static uint32_t running(const struct flow *self, const struct flow_site *site) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < site->edge_count; i++) {
        count += self->edges.data[site->first_edge + i].kind == EDGE_RUNS;
    }
    return count;
}

bool flow_primitive_at(const struct flow *self, uint32_t site, enum flow_effect effect, struct flow_primitive *out) {
    const struct flow_site *s = &self->sites.data[site];
    for (uint32_t i = 0; i < s->edge_count; i++) {
        const struct flow_edge *e = &self->edges.data[s->first_edge + i];
        const struct program_trait *trait =
            e->kind == EDGE_RUNS ? primitive_trait(self->program, e->target, effect) : NULL;
        if (trait && counts(self, s, e, trait, effect)) {
            *out = (struct flow_primitive){e->target, trait, e->soft || running(self, s) > 1};
            return true;
        }
    }
    return false;
}

/* What a site does itself: by the words of the model that it calls, or by its flag. */
static bool has_effect(const struct flow *self, uint32_t site, enum flow_effect effect) {
    struct flow_primitive primitive;
    return effect == EFFECT_NEEDS_LOOP ? (self->sites.data[site].flags & SITE_NEEDS_LOOP) != 0
                                       : flow_primitive_at(self, site, effect, &primitive);
}

/* Callers by callee: a compressed adjacency list over functions. */
struct callers {
    uint32_t *first; /* function_count + 1 */
    uint32_t *from;  /* calling sites */
};

static uint32_t target_function(const struct flow_edge *edge) {
    return edge->kind == EDGE_RUNS ? edge->function : FLOW_NONE;
}

/* A function that remembers its only result runs once, as what fills a cache does. */
static bool is_once(const struct flow *self, uint32_t function, enum flow_effect effect) {
    return effect != EFFECT_FIRST && (self->functions.data[function].flags & FUNCTION_CACHED);
}

/* What runs once per process is not what its callers wait for, request after request. It still counts where it stands in
 * loop code itself. */
static bool spreads(const struct flow_site *site, enum flow_effect effect) {
    return effect == EFFECT_FIRST || !(site->flags & SITE_ONCE);
}

static struct callers callers_make(const struct flow *self) {
    uint32_t n = self->functions.len;
    struct callers c = {mem_calloc(n + 2, sizeof *c.first), NULL};
    for (uint32_t e = 0; e < self->edges.len; e++) {
        uint32_t f = target_function(&self->edges.data[e]);
        if (f != FLOW_NONE) {
            c.first[f + 2]++;
        }
    }
    for (uint32_t f = 0; f < n; f++) {
        c.first[f + 2] += c.first[f + 1];
    }
    c.from = mem_calloc(c.first[n + 1] + 1u, sizeof *c.from);
    for (uint32_t s = 0; s < self->sites.len; s++) {
        const struct flow_site *site = &self->sites.data[s];
        for (uint32_t i = 0; i < site->edge_count; i++) {
            uint32_t f = target_function(&self->edges.data[site->first_edge + i]);
            if (f != FLOW_NONE) {
                c.from[c.first[f + 1]++] = s;
            }
        }
    }
    return c;
}

static void search(struct flow *self, const struct callers *callers, enum flow_effect effect, uint32_t *queue) {
    uint32_t head = 0, tail = 0;
    for (uint32_t f = 0; f < self->functions.len; f++) {
        struct flow_function *function = &self->functions.data[f];
        function->reach[effect] = (struct flow_reach){FLOW_FAR, FLOW_NONE};
        for (uint32_t i = 0; i < function->site_count; i++) {
            if (spreads(&self->sites.data[function->first_site + i], effect) &&
                has_effect(self, function->first_site + i, effect)) {
                function->reach[effect] = (struct flow_reach){1, function->first_site + i};
                queue[tail++] = f;
                break;
            }
        }
    }
    while (head < tail) {
        uint32_t f = queue[head++], distance = self->functions.data[f].reach[effect].distance;
        for (uint32_t i = callers->first[f]; i < callers->first[f + 1] && !is_once(self, f, effect); i++) {
            const struct flow_site *site = &self->sites.data[callers->from[i]];
            struct flow_function *caller = &self->functions.data[site->function];
            if (spreads(site, effect) && caller->reach[effect].distance == FLOW_FAR) {
                caller->reach[effect].distance = distance + 1;
                queue[tail++] = site->function;
            }
        }
    }
}

uint32_t flow_site_distance(const struct flow *self, uint32_t site, enum flow_effect effect, uint32_t *next) {
    const struct flow_site *s = &self->sites.data[site];
    uint32_t best = FLOW_FAR, through = FLOW_NONE;
    if (has_effect(self, site, effect)) {
        best = 0;
    }
    for (uint32_t i = 0; i < s->edge_count && best > 0; i++) {
        const struct flow_edge *e = &self->edges.data[s->first_edge + i];
        uint32_t f = target_function(e);
        bool far = f == FLOW_NONE || is_once(self, f, effect);
        uint32_t distance = far ? FLOW_FAR : self->functions.data[f].reach[effect].distance;
        if (distance < best) {
            best = distance;
            through = f;
        }
    }
    if (next) {
        *next = through;
    }
    return best;
}

/* The first site on a shortest chain, in source order: independent of how the search came by the distance. */
static void choose_sites(struct flow *self, enum flow_effect effect) {
    for (uint32_t f = 0; f < self->functions.len; f++) {
        struct flow_function *function = &self->functions.data[f];
        if (function->reach[effect].distance == FLOW_FAR) {
            continue;
        }
        for (uint32_t i = 0; i < function->site_count; i++) {
            if (spreads(&self->sites.data[function->first_site + i], effect) &&
                flow_site_distance(self, function->first_site + i, effect, NULL) ==
                    function->reach[effect].distance - 1) {
                function->reach[effect].site = function->first_site + i;
                break;
            }
        }
    }
}

void effects_compute(struct flow *self) {
    struct callers callers = callers_make(self);
    uint32_t *queue = mem_calloc(self->functions.len + 1u, sizeof *queue);
    for (int effect = 0; effect < EFFECT_COUNT; effect++) {
        search(self, &callers, (enum flow_effect)effect, queue);
        choose_sites(self, (enum flow_effect)effect);
    }
    mem_free(queue);
    mem_free(callers.first);
    mem_free(callers.from);
}

static bool edge_soft(const struct flow *self, const struct flow_site *site, uint32_t function) {
    bool soft = false;
    for (uint32_t i = 0; i < site->edge_count; i++) {
        const struct flow_edge *e = &self->edges.data[site->first_edge + i];
        soft |= e->function == function && e->soft;
    }
    return soft || running(self, site) > 2; /* a constructor may run two functions for certain */
}

uint32_t flow_chain(const struct flow *self, uint32_t site, enum flow_effect effect, uint32_t *sites, uint32_t limit,
                    bool *soft) {
    uint32_t count = 0, f;
    *soft = false;
    for (;;) {
        if (count < limit) {
            sites[count++] = site;
        }
        if (flow_site_distance(self, site, effect, &f) == 0) {
            struct flow_primitive primitive = {0};
            flow_primitive_at(self, site, effect, &primitive);
            *soft |= primitive.soft;
            return count;
        }
        if (f == FLOW_NONE) {
            return count;
        }
        *soft |= edge_soft(self, &self->sites.data[site], f);
        site = self->functions.data[f].reach[effect].site;
    }
}
