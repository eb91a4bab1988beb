#include "project/role.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

#define HEAD_LARGEST 2048u /* bytes in which a generated file says so */

/* ---- names ------------------------------------------------------------------------------------------------------- */

/* The name of each role, and of those that are only counted the name that `analyse` has for it. */
static const struct {
    const char *name, *counted;
} roles[] = {
    [ROLE_CODE] = {"code", NULL},
    [ROLE_SCRIPT] = {"script", NULL},
    [ROLE_EXAMPLE] = {"example", NULL},
    [ROLE_TEST] = {"test", "tests"},
    [ROLE_MIGRATION] = {"migration", "migrations"},
    [ROLE_VENDORED] = {"vendored", "vendored"},
    [ROLE_GENERATED] = {"generated", "generated"},
};

#define ROLE_COUNT (sizeof roles / sizeof *roles)

const char *project_role_name(enum project_role role) { return roles[role].name; }

unsigned role_counted_parse(const char *name) {
    for (size_t i = 0; i < ROLE_COUNT; i++)
        if (roles[i].counted && strcmp(roles[i].counted, name) == 0)
            return 1u << i;
    return 0;
}

bool project_analyses(const struct project *self, enum project_role role) {
    if (!roles[role].counted)
        return true;
    for (uint32_t i = 0; i < self->config.analyse.count; i++)
        if (role_counted_parse(self->config.analyse.items[i]) & 1u << role)
            return true;
    return false;
}

/* ---- questions about a path -------------------------------------------------------------------------------------- */

/* A file and the folder of its path that is looked at. */
struct place {
    const struct tree *tree;
    struct span path;   /* of the file */
    struct span name;   /* its last component */
    struct span folder; /* a leading part of the path, not empty */
};

typedef bool folder_test(const struct place *place);

static bool is_one_of(struct span name, const char *const *names) {
    for (; *names; names++)
        if (span_is(name, *names))
            return true;
    return false;
}

/* Whether one of the folders that the file stands in passes the test. */
static bool stands_in(struct place place, folder_test *test) {
    for (struct span folder = path_folder(place.path); folder.len; folder = path_folder(folder)) {
        place.folder = folder;
        if (test(&place))
            return true;
    }
    return false;
}

static bool parent_is_project(const struct place *place) {
    return tree_is_project(place->tree, path_folder(place->folder));
}

static bool parent_is_package(const struct place *place) {
    return tree_is_package(place->tree, path_folder(place->folder));
}

/* ---- vendored ---------------------------------------------------------------------------------------------------- */

/* An application about vendors is called vendor too. */
static bool is_application(const struct place *place) {
    static const char *const parts[] = {"apps.py",   "models.py", "views.py",   "urls.py",
                                        "routes.py", "router.py", "schemas.py", NULL};
    for (const char *const *part = parts; *part; part++)
        if (tree_has(place->tree, place->folder, *part))
            return true;
    return false;
}

static bool is_vendor_folder(const struct place *place) {
    static const char *const sure[] = {"_vendor",       "_vendored",    "third_party", "thirdparty",
                                       "site-packages", "node_modules", NULL};
    static const char *const likely[] = {"vendor", "vendored", "extern", NULL};
    struct span name = path_name(place->folder);
    return is_one_of(name, sure) || (is_one_of(name, likely) && !is_application(place));
}

/* ---- generated --------------------------------------------------------------------------------------------------- */

static bool is_generated_name(const struct place *place) {
    static const char *const suffixes[] = {"_pb2.py", "_pb2_grpc.py", "_pb2.pyi", "_pb2_grpc.pyi", NULL};
    for (const char *const *suffix = suffixes; *suffix; suffix++)
        if (span_ends(place->name, *suffix))
            return true;
    return false;
}

/* ---- tests ------------------------------------------------------------------------------------------------------- */

static bool is_test_folder(const struct place *place) {
    static const char *const names[] = {"tests", "test", "e2e", "integration_tests", "unit_tests", "functional_tests",
                                        NULL};
    return is_one_of(path_name(place->folder), names);
}

static bool is_test_name(const struct place *place) {
    static const char *const names[] = {"conftest.py", "tests.py", NULL};
    return is_one_of(place->name, names) || (span_starts(place->name, "test_") && span_ends(place->name, ".py")) ||
           span_ends(place->name, "_test.py") || span_ends(place->name, "_tests.py");
}

static bool is_test(const struct place *place, const struct config *config) {
    return is_test_name(place) || stands_in(*place, is_test_folder) ||
           config_matches(config, &config->tests, place->path.data);
}

/* ---- migrations -------------------------------------------------------------------------------------------------- */

static bool is_migrations_name(struct span name) {
    static const char *const names[] = {"migrations", "_migrations", "alembic", NULL};
    return is_one_of(name, names) || span_ends(name, "_migrations");
}

/* 0001_initial.py */
static bool is_numbered(struct span name) {
    size_t digits = 0;
    while (digits < name.len && isdigit((unsigned char)name.data[digits]))
        digits++;
    return digits >= 3 && digits < name.len && name.data[digits] == '_';
}

/* Django: all of a package called migrations, and numbered files in a folder of that name. */
static bool is_django_migration(const struct place *place) {
    struct span folder = path_folder(place->path);
    return is_migrations_name(path_name(folder)) &&
           (is_numbered(place->name) || tree_has(place->tree, folder, "0001_initial.py") ||
            span_is(place->name, "__init__.py"));
}

/* Alembic: a folder versions beside an env.py, and that file. */
static bool is_versions_folder(const struct place *place) {
    struct span parent = path_folder(place->folder);
    return span_is(path_name(place->folder), "versions") &&
           (is_migrations_name(path_name(parent)) || tree_has(place->tree, parent, "env.py"));
}

static bool is_alembic_env(const struct place *place) {
    return span_is(place->name, "env.py") && is_migrations_name(path_name(path_folder(place->path)));
}

static bool is_migration(const struct place *place) {
    return is_django_migration(place) || is_alembic_env(place) || stands_in(*place, is_versions_folder);
}

/* ---- examples and scripts ---------------------------------------------------------------------------------------- */

/* example_server, docker_example: a package of such a name may be all that there is, and one inside a package is part of it, unless
 * that is the folder of the whole project. */
static bool is_named_example(const struct place *place) {
    struct span name = path_name(place->folder);
    bool named = span_starts(name, "example_") || span_starts(name, "examples_") || span_ends(name, "_example") || span_ends(name, "_examples");
    return named && !tree_is_package(place->tree, place->folder) && (!parent_is_package(place) || parent_is_project(place));
}

/* A demo folder inside a package is the product's own. */
static bool is_example_folder(const struct place *place) {
    static const char *const sure[] = {"examples", "tutorials", "docs_src", NULL};
    static const char *const outside[] = {"example", "sample", "samples", "demo", "demos", "tutorial", NULL};
    struct span name = path_name(place->folder);
    return is_one_of(name, sure) || is_named_example(place) || (is_one_of(name, outside) && !parent_is_package(place));
}

/* A testing package helps the tests of others, or the project's own, and is run by them. tools, bin and docs name parts of products as well: only those beside a manifest, outside the packages, count; and a
 * package called tools can be imported, by the agents that it serves. */
static bool is_script_folder(const struct place *place) {
    static const char *const anywhere[] = {"scripts",   "benchmarks",   "testing",       "test_support",
                                           "test_util", "test_utils",   "test_helper",   "test_helpers",
                                           "testutil",  "testutils",    "testing_utils", "testing_support",
                                           NULL};
    static const char *const beside[] = {"tools", "bin", "docs", "doc", NULL};
    struct span name = path_name(place->folder);
    return is_one_of(name, anywhere) || span_starts(name, ".") ||
           (is_one_of(name, beside) && parent_is_project(place) && !parent_is_package(place) &&
            !tree_is_package(place->tree, place->folder));
}

/* A module of a package is code, whatever it is called. */
static bool is_script_name(const struct place *place) {
    static const char *const names[] = {"setup.py", "noxfile.py", "fabfile.py", "manage.py", NULL};
    if (tree_is_package(place->tree, path_folder(place->path)))
        return false;
    return is_one_of(place->name, names) || span_is(place->path, "tasks.py");
}

/* ---- all together ------------------------------------------------------------------------------------------------ */

enum project_role role_of(const struct tree *tree, const struct config *config, const char *path) {
    struct place place = {.tree = tree, .path = span_of(path), .name = path_name(span_of(path))};
    if (stands_in(place, is_vendor_folder))
        return ROLE_VENDORED;
    if (is_generated_name(&place))
        return ROLE_GENERATED;
    if (is_test(&place, config))
        return ROLE_TEST;
    if (is_migration(&place))
        return ROLE_MIGRATION;
    if (stands_in(place, is_example_folder))
        return ROLE_EXAMPLE;
    return is_script_name(&place) || stands_in(place, is_script_folder) ? ROLE_SCRIPT : ROLE_CODE;
}

/* ---- the content ------------------------------------------------------------------------------------------------- */

static bool contains(struct span text, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= text.len; i++)
        if (strncasecmp(text.data + i, words, length) == 0)
            return true;
    return false;
}

static struct span next_line(struct span *rest) {
    const char *end = memchr(rest->data, '\n', rest->len);
    struct span line = {rest->data, end ? (size_t)(end - rest->data) : rest->len};
    size_t taken = line.len + (end != NULL);
    *rest = (struct span){rest->data + taken, rest->len - taken};
    return line;
}

static struct span skip_blanks(struct span line) {
    while (line.len && isspace((unsigned char)*line.data))
        line = (struct span){line.data + 1, line.len - 1};
    return line;
}

static bool is_marked_comment(struct span line) {
    return span_starts(line, "#") && (contains(line, "do not edit") || contains(line, "@generated"));
}

/* A text that opens a file is documentation, and speaks of editing for other reasons too. */
static bool is_marked_docstring(struct span text) {
    const char *quotes = span_starts(text, "\"\"\"") ? "\"\"\"" : span_starts(text, "'''") ? "'''" : NULL;
    if (!quotes)
        return false;
    const char *end = memmem(text.data + 3, text.len - 3, quotes, 3);
    struct span inside = {text.data, end ? (size_t)(end - text.data) : text.len};
    return contains(inside, "@generated") || (contains(inside, "do not edit") && contains(inside, "generated"));
}

static bool is_generated_head(struct span head) {
    if (span_starts(head, "\xEF\xBB\xBF"))
        head = (struct span){head.data + 3, head.len - 3};
    for (struct span rest = head; rest.len;) {
        struct span from = skip_blanks(rest);
        rest = from;
        if (!span_starts(from, "#"))
            return is_marked_docstring(from);
        if (is_marked_comment(next_line(&rest)))
            return true;
    }
    return false;
}

uint8_t project_settle(const struct project_file *file, const char *bytes, uint64_t length) {
    struct span head = {bytes, length < HEAD_LARGEST ? (size_t)length : HEAD_LARGEST};
    if (file->role != ROLE_CODE && file->role != ROLE_SCRIPT && file->role != ROLE_EXAMPLE)
        return file->role;
    if (is_generated_head(head))
        return ROLE_GENERATED;
    /* tasks.py is a script to Invoke and code to Celery. */
    if (file->role == ROLE_SCRIPT && strcmp(file->path, "tasks.py") == 0 && !contains(head, "invoke"))
        return ROLE_CODE;
    return file->role;
}
