# trio.to_thread
from trio import CapacityLimiter
from typing import Any, Callable, TypeVar
from loadpath import offloads

T = TypeVar("T")
@offloads("sync_fn")
async def run_sync(sync_fn: Callable[..., T], *args: Any, thread_name: str | None = ..., abandon_on_cancel: bool = ..., limiter: CapacityLimiter | None = ..., **kwargs: Any) -> T: ...
def current_default_thread_limiter() -> CapacityLimiter: ...
