from typing import Any

class DispatcherMiddleware:
    def __init__(self, app: Any, mounts: dict = ...) -> None: ...
