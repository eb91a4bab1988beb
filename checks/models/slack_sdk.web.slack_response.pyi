# slack_sdk 3.x
from typing import Any, Iterator
from loadpath import blocks

class SlackResponse(dict[str, Any]):
    data: dict[str, Any]
    status_code: int
    @blocks("http", instead="slack_sdk.web.async_client.AsyncWebClient")
    def __iter__(self) -> Iterator[Any]: ...
    @blocks("http", instead="slack_sdk.web.async_client.AsyncWebClient")
    def __next__(self): ...
