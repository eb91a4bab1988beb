from typing import Any
from loadpath import blocks
from outlines import Generator

@blocks("cpu", instead="asyncio.to_thread")
def transformers(*args, **kwargs) -> Any: ...
@blocks("cpu", instead="asyncio.to_thread")
def llamacpp(*args, **kwargs) -> Any: ...
