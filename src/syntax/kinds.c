#include "syntax/kinds.h"

#include <string.h>

_Static_assert(KIND_COUNT <= UINT8_MAX, "kinds are kept in bytes");

const uint8_t kinds_shape[KIND_COUNT] = {
#define KIND(name, spelling, named, shape, family) [KIND_##name] = SHAPE_##shape,
#include "syntax/kinds.def"
#undef KIND
    [KIND_ERROR] = SHAPE_NODE,
    [KIND_OTHER] = SHAPE_NODE,
    [KIND_OTHER_TOKEN] = SHAPE_SKIP,
};

const uint8_t kinds_family[KIND_COUNT] = {
#define KIND(name, spelling, named, shape, family) [KIND_##name] = FAMILY_##family,
#include "syntax/kinds.def"
#undef KIND
    [KIND_ERROR] = FAMILY_SIMPLE,
    [KIND_OTHER] = FAMILY_EXPR,
};

static const struct {
    const char *spelling;
    bool named;
} known[] = {
#define KIND(name, spelling, named, shape, family) [KIND_##name] = {spelling, named},
#include "syntax/kinds.def"
#undef KIND
};

#define KNOWN (sizeof known / sizeof *known)

static enum kind find_kind(const char *spelling, bool named) {
    for (size_t kind = 0; kind < KNOWN; kind++)
        if (known[kind].named == named && strcmp(known[kind].spelling, spelling) == 0)
            return (enum kind)kind;
    return named ? KIND_OTHER : KIND_OTHER_TOKEN;
}

const char *kinds_init(struct kinds *self, const TSLanguage *language) {
    bool seen[KIND_COUNT] = {false};
    self->count = ts_language_symbol_count(language);
    if (self->count > KINDS_SYMBOL_LIMIT)
        return "a grammar of fewer symbols";
    for (uint32_t symbol = 0; symbol < self->count; symbol++) {
        const char *spelling = ts_language_symbol_name(language, (TSSymbol)symbol);
        TSSymbolType type = ts_language_symbol_type(language, (TSSymbol)symbol);
        enum kind kind = find_kind(spelling ? spelling : "", type == TSSymbolTypeRegular);
        self->of[symbol] = (uint8_t)kind;
        seen[kind] = true;
    }
    for (size_t kind = 0; kind < KNOWN; kind++)
        if (!seen[kind])
            return known[kind].spelling;
    return NULL;
}
