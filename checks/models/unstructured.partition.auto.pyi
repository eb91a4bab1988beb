# unstructured: 0.x
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def partition(filename: str = ..., **kwargs) -> list[Any]: ...
