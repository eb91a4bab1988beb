/* From the type of a callee to the functions that calling it may run. */
#include "flow/internal.h"

static void visit_constructor(struct flow *self, uint32_t type, bool soft, visit_fn *visit, void *context) {
    static const uint32_t names[] = {NAME_NEW, NAME_INIT, NAME_POST_INIT, NAME_MODEL_POST_INIT};
    struct type_table *types = program_types(self->program);
    uint32_t instance = types_make(types, TYPE_EXACT, types_get(types, type).entity, NULL, 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t method = program_special(self->program, instance, names[i]);
        struct type t = types_get(types, method);
        if (t.kind == TYPE_METHOD || t.kind == TYPE_FUNCTION) {
            visit(context, t.entity, instance, soft);
        }
    }
}

void targets_of(struct flow *self, uint32_t type, visit_fn *visit, void *context) {
    struct type_table *types = program_types(self->program);
    uint32_t members = types_member_count(types, type);
    bool soft = (type & TYPE_SOFT) != 0;
    for (uint32_t i = 0; i < members; i++) {
        uint32_t member = types_member(types, type, i);
        struct type t = types_get(types, member);
        if (t.kind == TYPE_FUNCTION) {
            visit(context, t.entity, TYPE_UNKNOWN, soft);
        } else if (t.kind == TYPE_METHOD) {
            visit(context, t.entity, types_arg(types, member, 0), soft);
        } else if (t.kind == TYPE_CLASS) {
            visit_constructor(self, member, soft, visit, context);
        } else if (t.kind == TYPE_INSTANCE || t.kind == TYPE_EXACT) {
            uint32_t call = program_special(self->program, member, NAME_CALL);
            struct type c = types_get(types, call);
            if (c.kind == TYPE_METHOD) {
                visit(context, c.entity, types_arg(types, call, 0), soft);
            }
        }
    }
}
