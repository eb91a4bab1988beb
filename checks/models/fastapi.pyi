# fastapi, versions 0.80 to 0.165
from enum import Enum
import starlette.status as status
from starlette.applications import Starlette
from starlette.background import BackgroundTasks as BackgroundTasks
from starlette.datastructures import UploadFile as UploadFile
from starlette.exceptions import HTTPException as HTTPException, WebSocketException as WebSocketException
from starlette.requests import Request as Request
from starlette.responses import Response as Response
from starlette.routing import Router
from starlette.websockets import WebSocket as WebSocket, WebSocketDisconnect as WebSocketDisconnect
from typing import Any, Callable, Sequence, TypeVar
from loadpath import application, entry, mounts, provides, router, source

provides("web-framework")
provides("api-docs")
provides("validation")
__version__: str
T = TypeVar("T")
F = TypeVar("F")

class _Routing:
    @entry("route", path="path", methods="GET", sync_runs="thread")
    def get(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="POST", sync_runs="thread")
    def post(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="PUT", sync_runs="thread")
    def put(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="PATCH", sync_runs="thread")
    def patch(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="DELETE", sync_runs="thread")
    def delete(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="HEAD", sync_runs="thread")
    def head(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="OPTIONS", sync_runs="thread")
    def options(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="TRACE", sync_runs="thread")
    def trace(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", path="path", methods="methods", sync_runs="thread")
    def api_route(self, path: str, *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., methods: list[str] | None = ..., response_class: Any = ..., **kwargs: Any) -> Callable[[F], F]: ...
    @entry("route", arg="endpoint", path="path", methods="methods", sync_runs="thread")
    def add_api_route(self, path: str, endpoint: Callable[..., Any], *, response_model: Any = ..., status_code: int | None = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., methods: Any = ..., response_class: Any = ..., **kwargs: Any) -> None: ...
    @entry("websocket", path="path", sync_runs="loop")
    def websocket(self, path: str, name: str | None = ..., *, dependencies: Sequence[Any] | None = ...) -> Callable[[F], F]: ...
    @entry("websocket", arg="endpoint", path="path", sync_runs="loop")
    def add_api_websocket_route(self, path: str, endpoint: Callable[..., Any], name: str | None = ..., *, dependencies: Sequence[Any] | None = ...) -> None: ...
    @mounts("prefix", arg="router", path="prefix", guards="dependencies")
    def include_router(self, router: APIRouter, *, prefix: str = ..., tags: list[Any] | None = ..., dependencies: Sequence[Any] | None = ..., responses: Any = ..., deprecated: bool | None = ..., include_in_schema: bool = ..., default_response_class: Any = ..., callbacks: Any = ..., generate_unique_id_function: Any = ..., **kwargs: Any) -> None: ...
@application("asgi", guards="dependencies")
class FastAPI(_Routing, Starlette):
    title: str
    version: str
    openapi_url: str | None
    openapi_schema: dict[str, Any] | None
    root_path: str
    router: APIRouter
    dependency_overrides: dict[Callable[..., Any], Callable[..., Any]]
    webhooks: APIRouter
    @entry("lifespan", arg="lifespan", sync_runs="loop")
    @entry("startup", arg="on_startup", sync_runs="loop")
    @entry("startup", arg="on_shutdown", sync_runs="loop")
    @entry("exception-handler", arg="exception_handlers", sync_runs="thread")
    @mounts("prefix", arg="routes")
    def __init__(self, *, debug: bool = ..., routes: Any = ..., title: str = ..., summary: str | None = ..., description: str = ..., version: str = ..., openapi_url: str | None = ..., dependencies: Sequence[Any] | None = ..., default_response_class: Any = ..., docs_url: str | None = ..., redoc_url: str | None = ..., middleware: Sequence[Any] | None = ..., exception_handlers: Any = ..., on_startup: Sequence[Callable[[], Any]] | None = ..., on_shutdown: Sequence[Callable[[], Any]] | None = ..., lifespan: Any = ..., root_path: str = ..., responses: Any = ..., **extra: Any) -> None: ...
    def openapi(self) -> dict[str, Any]: ...
    def setup(self) -> None: ...
@router(path="prefix", guards="dependencies")
class APIRouter(_Routing, Router):
    prefix: str
    tags: list[Any]
    dependencies: list[Any]
    @entry("lifespan", arg="lifespan", sync_runs="loop")
    @entry("startup", arg="on_startup", sync_runs="loop")
    @entry("startup", arg="on_shutdown", sync_runs="loop")
    @mounts("prefix", arg="routes")
    def __init__(self, *, prefix: str = ..., tags: list[str | Enum] | None = ..., dependencies: Sequence[Any] | None = ..., default_response_class: Any = ..., responses: Any = ..., callbacks: Any = ..., routes: Any = ..., redirect_slashes: bool = ..., default: Any = ..., dependency_overrides_provider: Any = ..., route_class: Any = ..., on_startup: Sequence[Callable[[], Any]] | None = ..., on_shutdown: Sequence[Callable[[], Any]] | None = ..., lifespan: Any = ..., deprecated: bool | None = ..., include_in_schema: bool = ..., generate_unique_id_function: Any = ..., **kwargs: Any) -> None: ...

@entry("dependency", arg="dependency", sync_runs="thread")
def Depends(dependency: Callable[..., T] | None = ..., *, use_cache: bool = ..., scope: Any = ..., **kwargs: Any) -> T: ...
@entry("dependency", arg="dependency", sync_runs="thread")
def Security(dependency: Callable[..., T] | None = ..., *, scopes: Sequence[str] | None = ..., use_cache: bool = ...) -> T: ...
@source("path")
def Path(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., alias: str | None = ..., **kwargs: Any) -> Any: ...
@source("query")
def Query(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., alias: str | None = ..., **kwargs: Any) -> Any: ...
@source("header")
def Header(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., alias: str | None = ..., convert_underscores: bool = ..., **kwargs: Any) -> Any: ...
@source("cookie")
def Cookie(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., alias: str | None = ..., **kwargs: Any) -> Any: ...
@source("body")
def Body(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., embed: bool | None = ..., media_type: str = ..., alias: str | None = ..., **kwargs: Any) -> Any: ...
@source("form")
def Form(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., media_type: str = ..., alias: str | None = ..., **kwargs: Any) -> Any: ...
@source("file")
def File(default: Any = ..., *, default_factory: Callable[[], Any] | None = ..., media_type: str = ..., alias: str | None = ..., **kwargs: Any) -> Any: ...
