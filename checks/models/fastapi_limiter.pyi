# fastapi-limiter
from typing import Any
from loadpath import provides

provides("rate-limit")
class FastAPILimiter:
    @classmethod
    async def init(cls, redis: Any, *args, **kwargs) -> None: ...
    @classmethod
    async def close(cls) -> None: ...
