# starlette.middleware.httpsredirect, versions 0.20 to 1
from starlette.types import ASGIApp, Receive, Scope, Send
from typing import Any

class HTTPSRedirectMiddleware:
    app: ASGIApp
    def __init__(self, app: ASGIApp, *args: Any) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
