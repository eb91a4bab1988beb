# starlette.middleware.sessions, versions 0.20 to 1
from starlette.types import ASGIApp, Receive, Scope, Send
from typing import Any

class SessionMiddleware:
    app: ASGIApp
    def __init__(self, app: ASGIApp, secret_key: Any, session_cookie: str = ..., max_age: int | None = ..., path: str = ..., same_site: str = ..., https_only: bool = ..., domain: str | None = ..., **kwargs: Any) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
