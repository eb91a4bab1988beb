# gevent
from typing import Any, Callable
from gevent.greenlet import Greenlet as Greenlet
from loadpath import blocks, offloads

class Group:
    @offloads("function")
    def spawn(self, function: Callable[..., Any], *args, **kwargs) -> Greenlet: ...
    @blocks("lock")
    @offloads("func")
    def map(self, func: Callable[..., Any], iterable: Any) -> list[Any]: ...
    @blocks("lock")
    @offloads("func")
    def apply(self, func: Callable[..., Any], args: Any = ..., kwds: Any = ...) -> Any: ...
    @blocks("lock")
    def join(self, timeout: float | None = ..., raise_error: bool = ...) -> Any: ...
class Pool(Group):
    def __init__(self, size: int | None = ..., *args) -> None: ...
