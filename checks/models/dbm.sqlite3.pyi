# dbm.sqlite3, Python 3.8 to 3.14
from dbm import _Database
from typing import Any
from loadpath import blocks

class error(OSError): ...
@blocks("file")
def open(filename: Any, flags: str = ..., mode: int = ..., /) -> _Database: ...
