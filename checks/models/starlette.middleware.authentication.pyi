# starlette.middleware.authentication, versions 0.20 to 1
from starlette.authentication import AuthenticationBackend
from starlette.types import ASGIApp, Receive, Scope, Send
from typing import Any
from loadpath import entry, guards

class AuthenticationMiddleware:
    app: ASGIApp
    backend: AuthenticationBackend
    @entry("hook", arg="on_error", sync_runs="loop")
    def __init__(self, app: ASGIApp, backend: AuthenticationBackend, on_error: Any = ...) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
    @staticmethod
    def default_on_error(conn: Any, exc: Exception) -> Any: ...
