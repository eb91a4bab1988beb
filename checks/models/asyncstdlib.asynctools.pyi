# asyncstdlib 3
from typing import Awaitable, Callable, TypeVar
from loadpath import wraps

T = TypeVar("T")
@wraps("function")
def sync(function: Callable[..., T]) -> Callable[..., Awaitable[T]]: ...
