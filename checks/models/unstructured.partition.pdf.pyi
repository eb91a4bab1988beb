from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def partition_pdf(filename: str = ..., **kwargs) -> list[Any]: ...
