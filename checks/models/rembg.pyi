# rembg 2
from typing import Any
from loadpath import blocks
@blocks("cpu")
def remove(data: Any, *args, **kwargs) -> Any: ...
