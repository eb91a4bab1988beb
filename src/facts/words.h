/* The closed vocabulary of library models (checks/models/README.md): words, kinds, and the check of a stub against them.
 * Read from the decorators of a stub's facts; nothing here knows the program. */
#ifndef LP_FACTS_WORDS_H
#define LP_FACTS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "facts/facts.h"

enum facts_word {
#define WORD(id, spelling) WORD_##id,
#include "facts/words.def"
    WORD_COUNT
};

/* All kinds of all words share one enumeration, so that a kind is one small number. */
enum facts_kind {
#define KIND(id, word, spelling) KIND_##id,
#include "facts/words.def"
    KIND_COUNT
};

const char *facts_kind_name(enum facts_kind kind);
/* The kind of a word by its spelling; KIND_COUNT when it has no such kind. */
uint32_t facts_kind_of(uint32_t word, struct span name);
/* The word that a decorator or a call statement is, and its CALL expression when it has arguments (else FACTS_NONE).
 * WORD_COUNT when it is none. */
uint32_t facts_word_of(const struct facts *facts, uint32_t expr, uint32_t *call);
/* Whether the word says that what it stands on registers or collects callables: its name is worth a question wherever it
 * is called. */
bool facts_word_registers(uint32_t word);
/* The i-th argument of a word with its keyword spelled out: the first positional one is `kind`, or `arg` where a word has
 * no kinds. Returns false past the end. */
bool facts_word_argument(const struct facts *facts, uint32_t call, uint32_t word, uint32_t index, char *keyword,
                         size_t size, uint32_t *value);
/* Checks a stub: every word imported from `loadpath`, its kind and keywords are known. The error names the line. Used
 * when models are packed and when a user's own stubs are read. */
bool facts_check_stub(const struct facts *facts, const char *path, struct error *error);

#endif
