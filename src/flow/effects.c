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

/* A way through what fills a kept value is longer than any other: a chain takes it only where there is none. */
#define KEPT_DETOUR (1u << 24)

static bool is_detour(const struct flow_site *site, enum flow_effect effect) {
    return (site->flags & SITE_KEPT) && (effect == EFFECT_CPU || effect == EFFECT_NEW_LOOP);
}

/* The distance from a site, given that of what it runs. */
static uint32_t detoured(const struct flow_site *site, enum flow_effect effect, uint32_t distance) {
    return is_detour(site, effect) && distance < KEPT_DETOUR ? distance + KEPT_DETOUR : distance;
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

/* Functions in the order of their distance: those that are reached without a detour, then the others. */
struct search {
    struct flow *flow;
    const struct callers *callers;
    enum flow_effect effect;
    uint32_t *queue;
    uint32_t tail;
};

static void reach(struct search *s, uint32_t function, uint32_t distance) {
    struct flow_reach *reach = &s->flow->functions.data[function].reach[s->effect];
    if (reach->distance == FLOW_FAR) {
        reach->distance = distance;
        s->queue[s->tail++] = function;
    }
}

/* Functions with a primitive of their own. */
static void start(struct search *s, bool detours) {
    for (uint32_t f = 0; f < s->flow->functions.len; f++) {
        const struct flow_function *function = &s->flow->functions.data[f];
        for (uint32_t i = function->first_site; i < function->first_site + function->site_count; i++) {
            const struct flow_site *site = &s->flow->sites.data[i];
            if (is_detour(site, s->effect) == detours && spreads(site, s->effect) && has_effect(s->flow, i, s->effect)) {
                reach(s, f, detours ? KEPT_DETOUR + 1 : 1);
                break;
            }
        }
    }
}

/* The callers of a function that get there by a detour at their own site, or by none. */
static void spread(struct search *s, uint32_t function, bool detours) {
    uint32_t distance = s->flow->functions.data[function].reach[s->effect].distance;
    if (is_once(s->flow, function, s->effect)) {
        return;
    }
    for (uint32_t i = s->callers->first[function]; i < s->callers->first[function + 1]; i++) {
        const struct flow_site *site = &s->flow->sites.data[s->callers->from[i]];
        bool detour = is_detour(site, s->effect) && distance < KEPT_DETOUR;
        if (spreads(site, s->effect) && detour == detours) {
            reach(s, site->function, detoured(site, s->effect, distance) + 1);
        }
    }
}

static void search(struct flow *self, const struct callers *callers, enum flow_effect effect, uint32_t *queue) {
    struct search s = {self, callers, effect, queue, 0};
    for (uint32_t f = 0; f < self->functions.len; f++) {
        self->functions.data[f].reach[effect] = (struct flow_reach){FLOW_FAR, FLOW_NONE};
    }
    start(&s, false);
    for (uint32_t head = 0; head < s.tail; head++) {
        spread(&s, queue[head], false);
    }
    uint32_t straight = s.tail, near = 0, head = straight;
    start(&s, true);
    while (near < straight || head < s.tail) {
        uint32_t behind = near < straight ? self->functions.data[queue[near]].reach[effect].distance + KEPT_DETOUR : FLOW_FAR;
        if (head < s.tail && self->functions.data[queue[head]].reach[effect].distance <= behind) {
            spread(&s, queue[head++], false);
        } else {
            spread(&s, queue[near++], true);
        }
    }
}

/* How far it is from a site, detours counted. */
static uint32_t site_distance(const struct flow *self, uint32_t site, enum flow_effect effect, uint32_t *next) {
    const struct flow_site *s = &self->sites.data[site];
    uint32_t best = has_effect(self, site, effect) ? 0 : FLOW_FAR;
    *next = FLOW_NONE;
    for (uint32_t i = 0; i < s->edge_count && best > 0; i++) {
        uint32_t f = target_function(&self->edges.data[s->first_edge + i]);
        bool far = f == FLOW_NONE || is_once(self, f, effect);
        uint32_t distance = far ? FLOW_FAR : self->functions.data[f].reach[effect].distance;
        if (distance < best) {
            best = distance;
            *next = f;
        }
    }
    return best == FLOW_FAR ? best : detoured(s, effect, best);
}

uint32_t flow_site_distance(const struct flow *self, uint32_t site, enum flow_effect effect, uint32_t *next) {
    uint32_t through, distance = site_distance(self, site, effect, &through);
    if (next) {
        *next = through;
    }
    return distance == FLOW_FAR ? distance : distance % KEPT_DETOUR;
}

/* The first site on a shortest chain, in source order: independent of how the search came by the distance. */
static void choose_sites(struct flow *self, enum flow_effect effect) {
    for (uint32_t f = 0; f < self->functions.len; f++) {
        struct flow_function *function = &self->functions.data[f];
        if (function->reach[effect].distance == FLOW_FAR) {
            continue;
        }
        for (uint32_t i = 0; i < function->site_count; i++) {
            uint32_t next;
            if (spreads(&self->sites.data[function->first_site + i], effect) &&
                site_distance(self, function->first_site + i, effect, &next) == function->reach[effect].distance - 1) {
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

/* A call of a method that so many classes have in their own way says little of the one at hand. */
#define MANY_CHOICES 8u

bool flow_chain_is_doubtful(const struct flow *self, const uint32_t *sites, uint32_t count) {
    bool constructed = false;
    for (uint32_t i = 0; i < count; i++) {
        const struct flow_site *site = &self->sites.data[sites[i]];
        constructed |= program_def_name(self->program, self->functions.data[site->function].def) == NAME_INIT;
        if (((site->flags & SITE_KEPT) && !constructed) || running(self, site) > MANY_CHOICES) {
            return true;
        }
    }
    return switches_contradict(self, sites, count);
}
