#include "base/json.h"
#include "report/routes.h"

#define JSON_VERSION 1 /* of the contract; a new field is no new version */

static void put_line(json_t *object, const struct routes_input *input, uint32_t module, uint32_t position) {
    const struct program_module *m = program_module_at(input->program, module);
    uint32_t line, column;
    facts_position(&m->facts, position, &line, &column);
    json_put(object, "file", m->path);
    json_put_int(object, "line", line);
}

static const char *interface_name(uint8_t interface) {
    return interface == WEB_ASGI ? "asgi" : interface == WEB_WSGI ? "wsgi" : NULL;
}

static json_t *server_json(const struct web_service *service) {
    if (!service->server)
        return json_null();
    json_t *object = json_new_object();
    json_put(object, "name", service->server);
    json_put_bool(object, "development", service->development);
    json_put_bool(object, "deployed", service->deployed);
    json_put(object, "file", service->server_path);
    json_put_int(object, "line", service->server_line);
    return object;
}

static json_t *modules_json(const struct routes_input *input, const struct web_service *service) {
    json_t *array = json_new_array();
    uint32_t count, number = 0;
    while (web_service_at(input->web, number) != service)
        number++;
    const uint32_t *modules = web_modules(input->web, number, &count);
    for (uint32_t i = 0; i < count; i++)
        json_append(array, json_text(span_of(program_module_at(input->program, modules[i])->path)));
    return array;
}

static json_t *service_json(const struct routes_input *input, const struct web_service *service) {
    json_t *object = json_new_object();
    json_put(object, "name", service->name);
    json_put(object, "framework", service->framework);
    json_put(object, "interface", interface_name(service->interface));
    json_put_value(object, "server", server_json(service));
    json_put(object, "folder", service->folder);
    if (service->expr != WEB_NONE)
        put_line(object, input, service->module,
                 program_module_at(input->program, service->module)->facts.exprs[service->expr].start);
    else
        put_line(object, input, service->module, 0);
    json_put(object, "mounted_on",
             service->parent == WEB_NONE ? NULL : web_service_at(input->web, service->parent)->name);
    json_put(object, "mounted_at", service->mount);
    json_put_bool(object, "bridged", service->bridged);
    json_put_bool(object, "judged", service->judged);
    json_put_int(object, "routes", service->route_count);
    json_put_value(object, "modules", modules_json(input, service));
    return object;
}

static json_t *guards_json(const struct routes_input *input, const struct web_route *route) {
    json_t *array = json_new_array();
    for (uint32_t i = 0; i < route->guard_count; i++) {
        const struct web_guard *guard = web_guard_at(input->web, route->first_guard + i);
        json_t *object = json_new_object();
        json_put(object, "name", guard->name);
        json_put(object, "level", web_level_name(guard->level));
        json_put(object, "kind", facts_kind_name(guard->kind));
        put_line(object, input, guard->module, guard->start);
        json_append(array, object);
    }
    return array;
}

static json_t *inputs_json(const struct routes_input *input, const struct web_route *route, bool declared) {
    json_t *array = json_new_array();
    for (uint32_t i = 0; i < route->input_count; i++) {
        const struct web_input *in = web_input_at(input->web, route->first_input + i);
        if (in->declared != declared)
            continue;
        json_t *object = json_new_object();
        json_put(object, "name", in->name);
        json_put(object, "in", web_input_name(in->kind));
        if (declared)
            json_put(object, "type", in->type);
        json_append(array, object);
    }
    return array;
}

json_t *routes_methods_json(const char *methods) {
    json_t *array = json_new_array();
    while (*methods) {
        const char *comma = methods;
        while (*comma && *comma != ',')
            comma++;
        json_append(array, json_text((struct span){methods, (size_t)(comma - methods)}));
        methods = *comma ? comma + 2 : comma;
    }
    return array;
}

static json_t *kinds_json(uint32_t kinds) {
    json_t *array = json_new_array();
    for (uint32_t kind = KIND_SLEEP; kind <= KIND_CPU; kind++)
        if (kinds >> (kind - KIND_SLEEP) & 1)
            json_append(array, json_text(span_of(facts_kind_name((enum facts_kind)kind))));
    return array;
}

static json_t *route_json(const struct routes_input *input, const struct web_route *route) {
    json_t *object = json_new_object(), *registered = json_new_object();
    uint32_t line;
    const char *file = routes_file(input, route, &line);
    json_put(object, "service", route->service == WEB_NONE ? NULL : web_service_at(input->web, route->service)->name);
    json_put_value(object, "methods", routes_methods_json(route->methods));
    json_put(object, "path", route->path);
    json_put(object, "handler", program_dotted(input->program, route->handler));
    json_put(object, "file", file);
    json_put_int(object, "line", line);
    put_line(registered, input, route->module, route->start);
    json_put_value(object, "registered", registered);
    json_put_bool(object, "async", route->async);
    json_put(object, "runs", routes_runs(input, route));
    json_put_value(object, "guards", guards_json(input, route));
    json_put_value(object, "inputs", inputs_json(input, route, true));
    json_put_value(object, "raw_inputs", inputs_json(input, route, false));
    json_put(object, "response", route->response);
    json_put_value(object, "reaches", kinds_json(route->work.reaches));
    json_put_value(object, "waits_for", kinds_json(route->work.waits));
    return object;
}

void routes_json(const struct routes_input *input, struct buffer *out) {
    json_t *document = json_new_object(), *services = json_new_array(), *routes = json_new_array();
    for (uint32_t i = 0; i < web_service_count(input->web); i++)
        json_append(services, service_json(input, web_service_at(input->web, i)));
    for (uint32_t i = 0; i < input->count; i++)
        json_append(routes, route_json(input, web_route_at(input->web, input->routes[i])));
    json_put_int(document, "version", JSON_VERSION);
    json_put_value(document, "services", services);
    json_put_value(document, "routes", routes);
    json_write(out, document);
    json_decref(document);
}
