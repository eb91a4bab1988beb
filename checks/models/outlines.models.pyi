from typing import Any
from loadpath import blocks
from outlines import Generator

@blocks("cpu")
def transformers(*args, **kwargs) -> Any: ...
@blocks("cpu")
def llamacpp(*args, **kwargs) -> Any: ...
