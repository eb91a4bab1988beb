from typing import Any
from loadpath import limits

@limits
class SlowAPIMiddleware:
    def __init__(self, app: Any, *args, **kwargs) -> None: ...

@limits
class SlowAPIASGIMiddleware(SlowAPIMiddleware): ...
