# quart: 0.1x and 0.2x
from typing import Any
from loadpath import sink

class FileStorage:
    filename: str
    name: str
    stream: Any
    content_type: str
    mimetype: str
    content_length: int
    def read(self, size: int = ...) -> bytes: ...
    @sink("path", arg="destination")
    async def save(self, destination: Any, buffer_size: int = ...) -> None: ...
    async def load(self, source: Any, buffer_size: int = ...) -> None: ...
