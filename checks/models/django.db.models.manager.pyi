# Django 3.2 to 6: a manager answers what its queryset answers.
from typing import Any, Generic, Self, TypeVar
from loadpath import forwards
from django.db.models.base import Model as Model
from django.db.models.query import QuerySet as QuerySet

M = TypeVar("M", bound=Model)
Q = TypeVar("Q")
B = TypeVar("B")

class BaseManager(Generic[M]):
    model: type[M]
    name: str
    db: str
    auto_created: bool
    use_in_migrations: bool
    def __init__(self): ...
    def __get__(self, instance: None, owner: type[M]) -> Self: ...
    @classmethod
    def from_queryset(cls, queryset_class: type[Q], class_name: str | None = None) -> type[ManagerFromQuerySet[M, Q, Self]]: ...
    def db_manager(self, using=None, hints=None) -> Self: ...
    @forwards
    def get_queryset(self):
        return QuerySet(self.model)

class Manager(BaseManager[M]): ...

# What QuerySet.as_manager() and Manager.from_queryset() make: the methods of the queryset, then those of the manager.
class QuerySetManager(Manager[M], Generic[M, Q]):
    @forwards
    def get_queryset(self) -> Q: ...

class ManagerFromQuerySet(Manager[M], Generic[M, Q, B]):
    @forwards
    def get_queryset(self) -> Q: ...
    @forwards
    def _base(self) -> B: ...

class EmptyManager(Manager[M]):
    def __init__(self, model: type[M]): ...

class ManagerDescriptor:
    manager: Manager
