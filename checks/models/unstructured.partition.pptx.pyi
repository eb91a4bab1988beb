# unstructured 0.1x
from typing import Any
from loadpath import blocks

@blocks("cpu")
def partition_pptx(filename=None, **kwargs) -> list[Any]: ...
