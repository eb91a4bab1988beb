# fastapi.sse, versions 0.135 and later
from fastapi.responses import EventSourceResponse as EventSourceResponse
from typing import Any

class ServerSentEvent:
    def __init__(self, *, data: Any = ..., raw_data: str | None = ..., event: str | None = ..., id: str | None = ..., retry: int | None = ..., comment: str | None = ...) -> None: ...
