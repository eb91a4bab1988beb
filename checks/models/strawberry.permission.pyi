# strawberry-graphql 0.1xx to 0.3xx
from typing import Any
from loadpath import entry, guards

@guards("authorisation")
class BasePermission:
    message: str
    @entry("hook", sync_runs="caller")
    def has_permission(self, source: Any, info: Any, **kwargs) -> Any: ...
