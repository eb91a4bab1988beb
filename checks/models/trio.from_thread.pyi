# trio.from_thread
from typing import Any, Awaitable, Callable, TypeVar
from loadpath import schedules

T = TypeVar("T")
@schedules("afn")
def run(afn: Callable[..., Awaitable[T]], *args: Any, trio_token: Any = ...) -> T: ...
@schedules("fn")
def run_sync(fn: Callable[..., T], *args: Any, trio_token: Any = ...) -> T: ...
def check_cancelled() -> None: ...
