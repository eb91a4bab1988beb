from typing import Any
from loadpath import blocks

@blocks("file", instead="asyncio.to_thread")
def load(f: Any, *args, **kwargs) -> Any: ...
@blocks("file", instead="asyncio.to_thread")
def save(m: Any, f: Any, *args, **kwargs) -> None: ...
