/* Files and folders. Paths are bytes; nothing here follows a symbolic link out of the root it was given. */
#ifndef LP_BASE_FS_H
#define LP_BASE_FS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

enum fs_kind { FS_MISSING, FS_FILE, FS_FOLDER, FS_LINK, FS_OTHER };

/* What stands at path, not following a final link. */
enum fs_kind fs_kind(const char *path);
/* True for a regular file, following links. */
bool fs_is_file(const char *path);
/* Size in bytes of a regular file, or UINT64_MAX. */
uint64_t fs_size(const char *path);
/* Reads a regular file whole into *out (replaced, NUL-terminated). Fails on anything else and above `limit` bytes. */
bool fs_read(const char *path, uint64_t limit, struct buffer *out, struct error *error);
/* Writes to a temporary file beside path and renames it over path: whole or not at all. */
bool fs_write(const char *path, const void *bytes, size_t length, struct error *error);
/* Writes all of the bytes to an open descriptor; false with errno set when it takes no more. */
bool fs_write_open(int descriptor, const char *bytes, size_t length);
/* Names in a folder, sorted by bytes, without "." and "..", in the arena; NULL-terminated. *count may be NULL. */
bool fs_list(const char *folder, struct arena *arena, char ***names, uint32_t *count, struct error *error);
/* The canonical absolute path of an existing file or folder, in the arena; NULL when there is none. */
char *fs_real(const char *path, struct arena *arena);
/* folder + "/" + name, in the arena ("." as folder gives name alone). */
char *fs_join(struct arena *arena, const char *folder, const char *name);
/* Runs a program found on PATH (absolute entries only, lest the project bring it) with these arguments
 * (NULL-terminated, argv[0] included) in `folder`, standard input empty, standard error dropped, and puts its output,
 * at most `limit` bytes, into *out (replaced). False when it cannot be started, exits other than 0, or prints more. */
bool fs_run(const char *folder, const char *const *argv, uint64_t limit, struct buffer *out);

#endif
