# anyio.to_interpreter, version 4
from anyio import CapacityLimiter
from typing import Any, Callable, TypeVar
from loadpath import offloads

T = TypeVar("T")
@offloads("func")
async def run_sync(func: Callable[..., T], *args: Any, limiter: CapacityLimiter | None = ...) -> T: ...
def current_default_interpreter_limiter() -> CapacityLimiter: ...
