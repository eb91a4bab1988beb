from typing import Awaitable, Callable, TypeVar
from loadpath import offloads

T = TypeVar("T")
@offloads("func")
def run_sync(func: Callable[..., T]) -> Callable[..., Awaitable[T]]: ...
