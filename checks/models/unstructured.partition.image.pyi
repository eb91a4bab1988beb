# unstructured 0.1x
from typing import Any
from loadpath import blocks

@blocks("cpu")
def partition_image(filename=None, **kwargs) -> list[Any]: ...
