# scipy 1.x
from typing import Any
from loadpath import blocks
@blocks("cpu")
def read(filename: Any, *args, **kwargs) -> tuple[int, Any]: ...
@blocks("cpu")
def write(filename: Any, rate: int, data: Any) -> None: ...
