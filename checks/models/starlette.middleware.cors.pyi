# starlette.middleware.cors, versions 0.20 to 1
from starlette.types import ASGIApp, Receive, Scope, Send
from typing import Any

class CORSMiddleware:
    app: ASGIApp
    def __init__(self, app: ASGIApp, allow_origins: Any = ..., allow_methods: Any = ..., allow_headers: Any = ..., allow_credentials: bool = ..., allow_origin_regex: str | None = ..., allow_private_network: bool = ..., expose_headers: Any = ..., max_age: int = ...) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
