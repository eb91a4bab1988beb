# strawberry-graphql 0.1xx to 0.3xx
from typing import Any
from fastapi import APIRouter
from loadpath import entry

class GraphQLRouter(APIRouter):
    @entry("dependency", arg="context_getter", sync_runs="thread")
    @entry("dependency", arg="root_value_getter", sync_runs="thread")
    def __init__(self, schema: Any, path: str = ..., *args, context_getter: Any = ..., root_value_getter: Any = ..., prefix: str = ..., dependencies: Any = ..., **kwargs) -> None: ...
