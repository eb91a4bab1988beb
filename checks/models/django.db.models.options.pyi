# Django 3.2 to 6
from typing import Any

class Options:
    abstract: bool
    app_label: str
    db_table: str
    label: str
    label_lower: str
    model: Any
    model_name: str
    object_name: str
    ordering: Any
    verbose_name: Any
    verbose_name_plural: Any
    fields: Any
    concrete_fields: Any
    many_to_many: Any
    related_objects: Any
    pk: Any
    def get_field(self, field_name) -> Any: ...
    def get_fields(self, include_parents=True, include_hidden=False) -> Any: ...
