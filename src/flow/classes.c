/* Whether a value can be of the class that isinstance asks for. */
#include "flow/internal.h"

/* The row of a builtin class: no value of it is of a class in another row. Text and bytes share one, since open() gives
 * either; so do the numbers, since an int is taken for a float. UINT32_MAX for any other class. */
static uint32_t class_row(struct program *program, uint32_t class) {
    static const char *const rows[][3] = {
        {"str", "bytes"}, {"int", "float", "bool"}, {"dict"}, {"list"}, {"tuple"}, {"pathlib.Path", "pathlib.PurePath"},
    };
    const char *name = program_dotted(program, class);
    for (uint32_t row = 0; row < sizeof(rows) / sizeof(*rows); row++) {
        for (uint32_t i = 0; i < 3 && rows[row][i]; i++) {
            if (!strcmp(rows[row][i], name)) {
                return row;
            }
        }
    }
    return UINT32_MAX;
}

static uint32_t tested_row(struct program *program, uint32_t tested) {
    struct type t = types_get(program_types(program), tested);
    return t.kind == TYPE_CLASS ? class_row(program, t.entity) : UINT32_MAX;
}

static bool is_instance(struct type type) {
    return type.kind == TYPE_INSTANCE || type.kind == TYPE_EXACT;
}

bool classes_unrelated(struct program *program, uint32_t declared, uint32_t tested) {
    struct type_table *types = program_types(program);
    struct type d = types_get(types, declared), t = types_get(types, tested);
    return is_instance(d) && tested_row(program, tested) != UINT32_MAX && !program_is_model(program, d.entity) &&
           !program_derives(program, d.entity, t.entity) && !program_derives(program, t.entity, d.entity);
}

/* Every member of the type has a row, and another one. */
static bool is_of_other_rows(struct program *program, uint32_t type, uint32_t row) {
    struct type_table *types = program_types(program);
    uint32_t count = types_member_count(types, type);
    for (uint32_t i = 0; i < count; i++) {
        struct type member = types_get(types, types_member(types, type, i));
        uint32_t other = is_instance(member) ? class_row(program, member.entity) : UINT32_MAX;
        if (other == UINT32_MAX || other == row) {
            return false;
        }
    }
    return count > 0;
}

bool classes_apart(struct program *program, uint32_t type, uint32_t tested) {
    uint32_t row = tested_row(program, tested);
    return classes_unrelated(program, type, tested) ||
           (row != UINT32_MAX && (type & TYPE_SOFT) == 0 && is_of_other_rows(program, type, row));
}
