# starlette.exceptions, versions 0.20 to 1
from typing import Any, Mapping

class HTTPException(Exception):
    status_code: int
    detail: Any
    headers: Mapping[str, str] | None
    def __init__(self, status_code: int, detail: Any = ..., headers: Mapping[str, str] | None = ...) -> None: ...
class WebSocketException(Exception):
    code: int
    reason: str
    def __init__(self, code: int, reason: str | None = ...) -> None: ...
