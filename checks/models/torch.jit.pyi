from typing import Any
from loadpath import blocks

@blocks("cpu")
def load(f: Any, *args, **kwargs) -> Any: ...
@blocks("file")
def save(m: Any, f: Any, *args, **kwargs) -> None: ...
