# anyio.to_process, versions 3 to 4
from anyio import CapacityLimiter
from typing import Any, Callable, TypeVar
from loadpath import offloads

T = TypeVar("T")
@offloads("func")
async def run_sync(func: Callable[..., T], *args: Any, cancellable: bool = ..., limiter: CapacityLimiter | None = ...) -> T: ...
def current_default_process_limiter() -> CapacityLimiter: ...
