# saq 0.1x and 0.2x
from typing import Any
from loadpath import entry

class Job:
    function: str
    kwargs: dict[str, Any]
    key: str
    result: Any
    error: str | None
    status: Any
    attempts: int
    def __init__(self, function: Any, *args, **kwargs) -> None: ...
    async def enqueue(self, queue: Any = ...) -> None: ...
    async def abort(self, error: str, ttl: float = ...) -> None: ...
    async def refresh(self, until_complete: float | None = ...) -> None: ...
    async def update(self, **kwargs) -> None: ...
class CronJob:
    @entry("job", arg="function", sync_runs="thread")
    def __init__(self, function: Any, cron: str = ..., **kwargs) -> None: ...
