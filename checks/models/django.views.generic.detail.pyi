# Django 3.2 to 6
from typing import Any
from loadpath import blocks
from django.db.models.query import QuerySet as QuerySet
from django.views.generic.base import ContextMixin as ContextMixin, TemplateResponseMixin as TemplateResponseMixin, View as View

class SingleObjectMixin(ContextMixin):
    model: Any
    queryset: Any
    object: Any
    @blocks("orm")
    def get_object(self, queryset=None) -> Any: ...
    def get_queryset(self) -> QuerySet: ...
class BaseDetailView(SingleObjectMixin, View):
    @blocks("orm")
    def get(self, request, *args, **kwargs) -> Any: ...
class SingleObjectTemplateResponseMixin(TemplateResponseMixin): ...
class DetailView(SingleObjectTemplateResponseMixin, BaseDetailView): ...
