/* Which kinds of work running a function leads to, the waiting and the not waiting ways alike: a bit set a function, spread
 * backwards over the edges until nothing changes. Functions stand in the order they were reached, callers first, so that a few
 * rounds from the last to the first are enough. */
#include "flow/internal.h"

_Static_assert(KIND_CPU - KIND_SLEEP < 32, "kinds of work fit in a word");

/* Work that an async function of a library does, by what its module is for. */
static uint32_t work_of_capabilities(struct flow *self, uint32_t module) {
    static const struct {
        uint8_t capability, kind;
    } table[] = {{KIND_CAP_LLM, KIND_AI},
                 {KIND_CAP_EMBEDDINGS, KIND_AI},
                 {KIND_CAP_LOCAL_MODEL, KIND_AI},
                 {KIND_CAP_DATABASE, KIND_DATABASE},
                 {KIND_CAP_VECTOR_DB, KIND_DATABASE},
                 {KIND_CAP_ORM, KIND_ORM},
                 {KIND_CAP_HTTP_CLIENT, KIND_HTTP},
                 {KIND_CAP_CACHE, KIND_NETWORK},
                 {KIND_CAP_BROKER, KIND_QUEUE},
                 {KIND_CAP_SEARCH, KIND_DATABASE},
                 {KIND_CAP_PAYMENTS, KIND_HTTP},
                 {KIND_CAP_STORAGE, KIND_NETWORK},
                 {KIND_CAP_MAIL, KIND_NETWORK}};
    uint64_t has = program_capabilities(self->program, module);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (has >> (table[i].capability - KIND_CAP_LLM) & 1) {
            return 1u << (table[i].kind - KIND_SLEEP);
        }
    }
    return 0;
}

static void of_library(struct flow *self, const struct flow_edge *edge, struct flow_work *work) {
    for (uint32_t t = program_traits(self->program, edge->target); t; t = program_trait_at(self->program, t)->next) {
        const struct program_trait *trait = program_trait_at(self->program, t);
        if (trait->word == WORD_BLOCKS && !trait->cheap) {
            work->reaches |= 1u << (trait->kind - KIND_SLEEP);
            work->waits |= edge->kind == EDGE_RUNS ? 1u << (trait->kind - KIND_SLEEP) : 0;
        }
    }
    if (program_is_model(self->program, edge->target) &&
        (program_def_scope(self->program, edge->target)->flags & SCOPE_ASYNC)) {
        work->reaches |= work_of_capabilities(self, program_def_module(self->program, edge->target));
    }
}

struct flow_work *flow_work(struct flow *self) {
    struct flow_work *work = mem_calloc(self->functions.len + 1u, sizeof *work);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t f = self->functions.len; f-- > 0;) {
            struct flow_work now = work[f];
            const struct flow_function *function = &self->functions.data[f];
            for (uint32_t s = function->first_site; s < function->first_site + function->site_count; s++) {
                for (uint32_t i = 0; i < self->sites.data[s].edge_count; i++) {
                    const struct flow_edge *edge = &self->edges.data[self->sites.data[s].first_edge + i];
                    if (edge->function == FLOW_NONE) {
                        of_library(self, edge, &now);
                    } else { /* an object that is made is made to be run, if by somebody else: a streamed response */
                        now.reaches |= work[edge->function].reaches;
                        now.waits |=
                            edge->kind == EDGE_RUNS || edge->kind == EDGE_AWAITS ? work[edge->function].waits : 0;
                    }
                }
            }
            changed |= now.reaches != work[f].reaches || now.waits != work[f].waits;
            work[f] = now;
        }
    }
    return work;
}
