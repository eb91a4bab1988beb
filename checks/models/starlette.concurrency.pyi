# starlette.concurrency, versions 0.20 to 1
from typing import Any, AsyncIterator, Callable, Iterable, TypeVar
from loadpath import offloads, schedules

T = TypeVar("T")

@offloads("func")
async def run_in_threadpool(func: Callable[..., T], *args: Any, **kwargs: Any) -> T: ...
@offloads("iterator")
def iterate_in_threadpool(iterator: Iterable[T]) -> AsyncIterator[T]: ...
@schedules("args")
async def run_until_first_complete(*args: Any) -> None: ...
