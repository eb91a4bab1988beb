# feedparser 6.x: fetches when it is given an address
from typing import Any
from loadpath import blocks

class FeedParserDict(dict[str, Any]):
    entries: list[Any]
    feed: dict[str, Any]
    bozo: bool
    status: int

@blocks("http", instead="httpx.AsyncClient.get, then feedparser.parse of the body in asyncio.to_thread")
def parse(url_file_stream_or_string, *args, **kwargs) -> FeedParserDict: ...
