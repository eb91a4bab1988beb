# mangum 0.1x: every event is served on the event loop from outside it
from typing import Any
from loadpath import starts_loop

class Mangum:
    def __init__(self, app: Any, lifespan: str = ..., **kwargs) -> None: ...
    @starts_loop
    def __call__(self, event: Any, context: Any) -> dict[str, Any]: ...
