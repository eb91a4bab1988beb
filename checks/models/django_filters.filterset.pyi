# django-filter 22 to 25
from typing import Any
from loadpath import validates

@validates
class BaseFilterSet:
    qs: Any
    form: Any
    queryset: Any
    request: Any
    data: Any
    def __init__(self, data=None, queryset=None, *, request=None, prefix=None): ...
    def is_valid(self) -> bool: ...
    def filter_queryset(self, queryset) -> Any: ...
@validates
class FilterSet(BaseFilterSet): ...
def filterset_factory(model, filterset=..., fields=None) -> Any: ...
