/* Which files say how the project is run, by their names alone. */
#include <string.h>
#include <strings.h>

#include "project/listing.h"
#include "project/tree.h"

static bool has_word(struct span name, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= name.len; i++)
        if (strncasecmp(name.data + i, word, length) == 0)
            return true;
    return false;
}

static bool starts(struct span name, const char *word) {
    return name.len >= strlen(word) && strncasecmp(name.data, word, strlen(word)) == 0;
}

static bool is_yaml(struct span name) { return span_ends(name, ".yml") || span_ends(name, ".yaml"); }

static bool is_container(struct span name) {
    static const char *const names[] = {"Dockerfile", "Containerfile", NULL};
    for (const char *const *at = names; *at; at++) {
        size_t length = strlen(*at);
        bool next = name.len == length || (name.len > length && strchr(".-_", name.data[length]));
        if (starts(name, *at) && next && !span_ends(name, ".dockerignore"))
            return true;
    }
    return span_ends(name, ".Dockerfile") || span_ends(name, ".dockerfile");
}

/* Scripts that images and service managers start often have no suffix. */
static bool is_script(struct span name) {
    static const char *const names[] = {"entrypoint", "docker-entrypoint", "start", "run", "serve", "web", NULL};
    for (const char *const *at = names; *at; at++)
        if (span_is(name, *at))
            return true;
    return span_ends(name, ".sh") || span_ends(name, ".bash");
}

static bool is_manager(struct span name) {
    static const char *const names[] = {"fly.toml", "app.yaml",  "app.yml",  "render.yaml", "railway.json", "railway.toml",
                                        "Makefile", "GNUmakefile", "justfile", "Justfile",    ".flaskenv",    "heroku.yml", NULL};
    for (const char *const *at = names; *at; at++)
        if (span_is(name, *at))
            return true;
    return starts(name, "Procfile") || span_ends(name, ".service") || (starts(name, "supervisor") && (span_ends(name, ".conf") || span_ends(name, ".ini"))) ||
           (has_word(name, "uwsgi") && span_ends(name, ".ini")) || (has_word(name, "gunicorn") && span_ends(name, ".conf"));
}

/* Descriptions for a cluster have any name: the folders above them say what they are. */
static bool is_cluster(struct span path) {
    static const char *const folders[] = {"k8s", "kubernetes", "kube", "deploy", "deployment", "deployments", "manifests", "helm", "charts", NULL};
    if (!is_yaml(path_name(path)))
        return false;
    for (struct span folder = path_folder(path); folder.len; folder = path_folder(folder))
        for (const char *const *at = folders; *at; at++)
            if (span_is(path_name(folder), *at))
                return true;
    return false;
}

bool listing_is_deployment(struct span path) {
    struct span name = path_name(path);
    return is_container(name) || (has_word(name, "compose") && is_yaml(name)) || is_script(name) || is_manager(name) || is_cluster(path);
}
