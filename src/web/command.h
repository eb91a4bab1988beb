/* Command lines in the files that say how a project is run: Dockerfiles, compose files, Procfiles, scripts, units of service
 * managers, Makefiles. For deploy.c only.
 *
 * What is wanted of these files is little: which words stand together in a command, and on which line. So nothing here knows
 * a whole format. A file is cut into the places where a command can stand, line by line, and those are split as a shell
 * splits them; of YAML it understands indentation, scalars over several lines and lists, which is enough to find commands
 * and needs no library. Any bytes give commands or none; every size is bounded. */
#ifndef LP_WEB_COMMAND_H
#define LP_WEB_COMMAND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/vec.h"

#define COMMAND_WORDS 400u   /* of one command; the rest is cut off */
#define COMMANDS_MOST 20000u /* of one file */
#define COMMAND_WORD 2048u   /* bytes of a word; the rest is cut off */
#define COMMAND_QUOTED 4096u /* bytes from a quote to the one that ends it; else it is none */
#define COMMAND_NESTING 3u   /* commands inside the quoted words of commands */

struct command_word {
    struct span text; /* without its quotes; NUL-terminated in the arena */
    uint32_t line;
};

struct command {
    const struct command_word *words;
    uint32_t count;
    uint32_t
        block; /* commands, settings and folders of one block belong together: a stage, a service of a compose file */
};

/* NAME=value: a variable of the shell, the environment or a Makefile. */
struct command_setting {
    struct span name, value;
    uint32_t line, block;
};

/* A folder that the file speaks of: WORKDIR, COPY, cd, context. */
struct command_folder {
    struct span path;
    uint32_t block;
};

struct command_file {
    VEC(struct command) commands;
    VEC(struct command_setting) settings;
    VEC(struct command_folder) folders;
};

/* Who starts what a file says. */
enum command_place { PLACE_DEPLOYMENT, PLACE_SCRIPT, PLACE_CODE, PLACE_TASK };
enum command_place command_place(const char *path);

/* Reads a file's text; *self must be zeroed, its texts live in the arena. */
void command_read(struct command_file *self, struct arena *arena, const char *path, struct span text);
void command_file_free(struct command_file *self);
/* The value of a variable in a block, else anywhere in the file; empty when nothing sets it. */
struct span command_setting(const struct command_file *self, const char *name, uint32_t block);
/* A word with its variables replaced, as far as they are known: "$APP", "${APP:-main:app}". In the arena. */
struct span command_expand(const struct command_file *self, struct arena *arena, struct span word, uint32_t block);

#endif
