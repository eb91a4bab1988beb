# unstructured 0.1x
from typing import Any
from loadpath import blocks

@blocks("http")
def partition_via_api(filename=None, **kwargs) -> list[Any]: ...
@blocks("http")
def partition_multiple_via_api(filenames=None, **kwargs) -> list[Any]: ...
