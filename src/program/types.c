#include "program/types.h"

#include <string.h>

void types_init(struct type_table *self) {
    *self = (struct type_table){0};
    vec_push(&self->types, (struct type){0});
}

void types_free(struct type_table *self) {
    vec_free(&self->types);
    vec_free(&self->args);
    map_free(&self->index);
}

static uint64_t mix(uint64_t hash, uint32_t value) {
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

static bool same(const struct type_table *self, const struct type *type, enum type_kind kind, uint32_t entity,
                 const uint32_t *args, uint32_t count) {
    return type->kind == kind && type->entity == entity && type->arg_count == count &&
           (count == 0 || memcmp(self->args.data + type->args, args, count * sizeof *args) == 0);
}

uint32_t types_make(struct type_table *self, enum type_kind kind, uint32_t entity, const uint32_t *args,
                    uint32_t count) {
    uint32_t clean[64], depth = 0;
    if (count > 64) {
        count = 64;
    }
    uint64_t hash = mix(mix(1, kind), entity);
    for (uint32_t i = 0; i < count; i++) {
        clean[i] = args[i] & ~TYPE_SOFT;
        uint32_t inner = self->types.data[clean[i]].depth + 1u;
        depth = inner > depth ? inner : depth;
        hash = mix(hash, clean[i]);
    }
    if (depth > TYPE_DEPTH_LIMIT) {
        return TYPE_UNKNOWN;
    }
    for (;; hash++) {
        uint32_t *slot = map_at(&self->index, hash);
        if (*slot == MAP_NONE) {
            *slot = self->types.len;
            break;
        }
        if (same(self, &self->types.data[*slot], kind, entity, clean, count)) {
            return *slot;
        }
    }
    struct type type = {(uint8_t)kind, (uint8_t)depth, (uint16_t)count, entity, self->args.len};
    for (uint32_t i = 0; i < count; i++) {
        vec_push(&self->args, clean[i]);
    }
    vec_push(&self->types, type);
    return self->types.len - 1;
}

uint32_t types_member_count(const struct type_table *self, uint32_t type) {
    struct type t = types_get(self, type);
    return t.kind == TYPE_UNION ? t.arg_count : 1;
}

uint32_t types_member(const struct type_table *self, uint32_t type, uint32_t index) {
    struct type t = types_get(self, type);
    return t.kind == TYPE_UNION ? self->args.data[t.args + index] | (type & TYPE_SOFT) : type;
}

/* Inserts value into a sorted set. Returns false when the set is full. */
static bool insert(uint32_t *set, uint32_t *count, uint32_t value) {
    uint32_t at = 0;
    while (at < *count && set[at] < value) {
        at++;
    }
    if (at < *count && set[at] == value) {
        return true;
    }
    if (*count == TYPE_UNION_LIMIT) {
        return false;
    }
    memmove(set + at + 1, set + at, (*count - at) * sizeof *set);
    set[at] = value;
    ++*count;
    return true;
}

uint32_t types_join(struct type_table *self, uint32_t a, uint32_t b) {
    uint32_t soft = (a | b) & TYPE_SOFT;
    if (!type_known(a) || (a & ~TYPE_SOFT) == (b & ~TYPE_SOFT)) {
        return b | soft;
    }
    if (!type_known(b)) {
        return a | soft;
    }
    uint32_t set[TYPE_UNION_LIMIT + 1], count = 0;
    uint32_t both[] = {a, b};
    for (int side = 0; side < 2; side++) {
        uint32_t members = types_member_count(self, both[side]);
        for (uint32_t i = 0; i < members; i++) {
            if (!insert(set, &count, types_member(self, both[side], i) & ~TYPE_SOFT)) {
                return TYPE_UNKNOWN | soft;
            }
        }
    }
    return types_make(self, TYPE_UNION, 0, set, count) | soft;
}
