# gzip, Python 3.8 to 3.14
from io import BufferedRandom
from typing import Any
from loadpath import blocks, sink
class BadGzipFile(OSError): ...
class GzipFile(BufferedRandom):
    @blocks("file")
    @sink("path", arg="filename")
    def __init__(self, filename: Any = ..., mode: str = ..., compresslevel: int = ..., fileobj: Any = ..., mtime: float | None = ...) -> None: ...
@blocks("file", instead="aiofiles.open")
@sink("path", arg="filename")
def open(filename: Any, mode: str = ..., compresslevel: int = ..., encoding: str | None = ..., errors: str | None = ..., newline: str | None = ...) -> GzipFile: ...
@blocks("cpu")
def compress(data: Any, compresslevel: int = ..., *, mtime: float | None = ...) -> bytes: ...
@blocks("cpu")
def decompress(data: Any) -> bytes: ...

