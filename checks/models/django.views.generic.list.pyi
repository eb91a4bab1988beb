# Django 3.2 to 6
from typing import Any
from loadpath import blocks
from django.db.models.query import QuerySet as QuerySet
from django.views.generic.base import ContextMixin as ContextMixin, TemplateResponseMixin as TemplateResponseMixin, View as View

class MultipleObjectMixin(ContextMixin):
    model: Any
    queryset: Any
    paginate_by: Any
    object_list: Any
    def get_queryset(self) -> QuerySet: ...
    @blocks("orm")
    def paginate_queryset(self, queryset, page_size) -> Any: ...
class BaseListView(MultipleObjectMixin, View):
    @blocks("orm")
    def get(self, request, *args, **kwargs) -> Any: ...
class MultipleObjectTemplateResponseMixin(TemplateResponseMixin): ...
class ListView(MultipleObjectTemplateResponseMixin, BaseListView): ...
