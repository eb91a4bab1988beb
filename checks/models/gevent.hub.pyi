# gevent
from typing import Any, Iterator
from loadpath import blocks

@blocks("sleep", instead="asyncio.sleep")
def sleep(seconds: float = ..., ref: bool = ...) -> None: ...
@blocks("lock")
def wait(objects: Any = ..., timeout: float | None = ..., count: int | None = ...) -> Any: ...
@blocks("lock")
def iwait(objects: Any, timeout: float | None = ..., count: int | None = ...) -> Iterator[Any]: ...
