# a2wsgi 1: the WSGI application runs in threads
from typing import Any

class WSGIMiddleware:
    app: Any
    def __init__(self, app: Any, workers: int = ..., *args, **kwargs) -> None: ...
    async def __call__(self, scope: Any, receive: Any, send: Any) -> None: ...
