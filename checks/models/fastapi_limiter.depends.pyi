from typing import Any
from loadpath import limits

@limits
class RateLimiter:
    def __init__(self, times: int = ..., milliseconds: int = ..., seconds: int = ..., minutes: int = ..., hours: int = ..., **kwargs) -> None: ...
    async def __call__(self, request: Any, response: Any) -> Any: ...

@limits
class WebSocketRateLimiter(RateLimiter): ...
