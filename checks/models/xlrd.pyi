# xlrd 1 and 2
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def open_workbook(filename: Any = ..., *args, **kwargs) -> Any: ...
