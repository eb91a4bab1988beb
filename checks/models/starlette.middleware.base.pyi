# starlette.middleware.base, versions 0.20 to 1
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from typing import Any, Awaitable, Callable
from loadpath import entry

RequestResponseEndpoint = Callable[[Request], Awaitable[Response]]
DispatchFunction = Callable[[Request, RequestResponseEndpoint], Awaitable[Response]]

class BaseHTTPMiddleware:
    app: ASGIApp
    @entry("middleware", arg="dispatch", sync_runs="loop")
    def __init__(self, app: ASGIApp, dispatch: Any = ...) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
    @entry("middleware", sync_runs="loop")
    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response: ...
