/* The configuration: `[tool.loadpath]` of pyproject.toml or loadpath.toml, closest file wins, overridden by the command
 * line. One table, options.def, defines every key, its type, default and help. */
#ifndef LP_PROJECT_CONFIG_H
#define LP_PROJECT_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/vec.h"
#include "finding/finding.h"

struct config_names {
    const char **items;
    uint32_t count;
    const uint32_t *lines; /* parallel: where each stands in the file; NULL when it comes from elsewhere */
};

/* Codes or ids to ignore below a path pattern. */
struct config_path_ignore {
    const char *pattern;
    struct config_names codes;
};

struct config {
    const char *path;     /* the file it came from, relative or absolute as found; NULL when defaults */
    const char *prefix;   /* before a path of the project makes it relative to that file's folder: "", "app/" */
    struct config_names include, exclude, src, tests, select, ignore, libraries, analyse;
    struct config_path_ignore *per_path_ignores;
    uint32_t per_path_ignore_count;
    enum finding_severity fail_on;       /* default warning */
    enum finding_confidence confidence;  /* lowest shown; default likely */
    const char *python;                  /* minimum version, "3.8"; NULL when not said */
    bool respect_gitignore;              /* default true */
};

/* The defaults. */
void config_init(struct config *self);
/* Finds the closest loadpath.toml or pyproject.toml with [tool.loadpath] from `folder` upwards (not above a folder that
 * holds .git) and reads it over the defaults. No file is no error. A bad file is: an unknown key (with "did you mean"),
 * a wrong type, an unknown severity or code prefix, each with file, line and remedy. */
bool config_find(struct config *self, const char *folder, struct arena *arena, struct error *error);
/* Reads this one file (pyproject.toml: the [tool.loadpath] table; any other name: the whole document). */
bool config_read(struct config *self, const char *path, struct arena *arena, struct error *error);
/* True when code/id is selected by select and ignore for this path (codes by prefix, ids whole or by group "async"). */
bool config_wants(const struct config *self, const char *code, const char *id, const char *path);
/* True when one of the patterns (of include, exclude, tests) matches this path of the project. */
bool config_matches(const struct config *self, const struct config_names *patterns, const char *path);
/* Fails when select, ignore or per-path-ignores name what none of these checks is called (codes[i] and ids[i] belong to
 * one check): with the line, and "did you mean". For the caller that knows the checks. */
bool config_check_codes(const struct config *self, const char *const *codes, const char *const *ids, uint32_t count,
                        struct error *error);

#endif
