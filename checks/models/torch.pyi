# torch: 1.x and 2.x; a module called is the application's own code
from typing import Any
from loadpath import blocks, provides

provides("local-model")
@blocks("file", instead="asyncio.to_thread")
def load(f: Any, *args, **kwargs) -> Any: ...
@blocks("file", instead="asyncio.to_thread")
def save(obj: Any, f: Any, *args, **kwargs) -> None: ...
