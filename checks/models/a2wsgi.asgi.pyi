# a2wsgi 1: the ASGI application runs on a loop in a thread of its own, and the caller waits for it
from typing import Any

class ASGIMiddleware:
    app: Any
    def __init__(self, app: Any, wait_time: float | None = ..., loop: Any = ...) -> None: ...
    def __call__(self, environ: Any, start_response: Any) -> Any: ...
