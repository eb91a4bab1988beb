# aiofiles.threadpool
from aiofiles import open as open
from typing import Any
from aiofiles import AsyncFile

def wrap(file: Any, *, loop: Any = ..., executor: Any = ...) -> AsyncFile: ...
