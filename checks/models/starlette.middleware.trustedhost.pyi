# starlette.middleware.trustedhost, versions 0.20 to 1
from starlette.types import ASGIApp, Receive, Scope, Send
from typing import Any

class TrustedHostMiddleware:
    app: ASGIApp
    def __init__(self, app: ASGIApp, allowed_hosts: Any = ..., www_redirect: bool = ...) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
