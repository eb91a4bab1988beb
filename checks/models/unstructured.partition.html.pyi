# unstructured 0.1x
from typing import Any
from loadpath import blocks

@blocks("cpu")
def partition_html(filename=None, **kwargs) -> list[Any]: ...
