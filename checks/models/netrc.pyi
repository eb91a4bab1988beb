# netrc, Python 3.8 to 3.14
from typing import Any
from loadpath import blocks

class NetrcParseError(Exception): ...
class netrc:
    hosts: dict[str, tuple[str, str, str]]
    macros: dict[str, list[str]]
    @blocks("file")
    def __init__(self, file: Any = ...) -> None: ...
    def authenticators(self, host: str) -> tuple[str, str, str] | None: ...
