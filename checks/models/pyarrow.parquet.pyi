# pyarrow
from typing import Any
from loadpath import blocks, provides

provides("data-frame")
@blocks("cpu")
def read_table(source: Any, *args, **kwargs) -> Any: ...
@blocks("cpu")
def write_table(table: Any, where: Any, *args, **kwargs) -> None: ...
