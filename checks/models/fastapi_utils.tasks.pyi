# fastapi-utils: 0.2 to 0.8; it starts the repetition and returns, a plain function runs in a thread
from typing import Any
from loadpath import entry

class _Repeated:
    async def __call__(self, *args, **kwargs) -> None: ...
@entry("job")
def repeat_every(*, seconds: float, wait_first: Any = ..., logger: Any = ..., raise_exceptions: bool = ..., max_repetitions: int | None = ..., **kwargs) -> _Repeated: ...
