# fastapi.routing
from fastapi import APIRouter as APIRouter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute as BaseRoute, Match as Match, Mount as Mount, Route, WebSocketRoute
from typing import Any, Callable, Coroutine, Sequence
from loadpath import entry

class APIRoute(Route):
    response_model: Any
    dependant: Any
    body_field: Any
    tags: list[Any]
    operation_id: str | None
    @entry("route", arg="endpoint", path="path", methods="methods", sync_runs="thread")
    def __init__(self, path: str, endpoint: Callable[..., Any], *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., methods: Any = ..., response_class: Any = ..., **kwargs: Any) -> None: ...
    @entry("hook", sync_runs="loop")
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]: ...
class APIWebSocketRoute(WebSocketRoute):
    @entry("websocket", arg="endpoint", path="path", sync_runs="loop")
    def __init__(self, path: str, endpoint: Callable[..., Any], *, name: str | None = ..., dependencies: Sequence[Any] | None = ..., **kwargs: Any) -> None: ...

async def run_endpoint_function(*, dependant: Any, values: dict[str, Any], is_coroutine: bool) -> Any: ...
async def serialize_response(**kwargs: Any) -> Any: ...
