# botocore 1.x: pages are asked for while iterating
from typing import Any, Iterator
from loadpath import blocks

class PageIterator:
    @blocks("http", instead="async for over a paginator of an aioboto3 client")
    def __iter__(self) -> Iterator[dict[str, Any]]: ...
    @blocks("http", instead="async for over a paginator of an aioboto3 client")
    def build_full_result(self) -> dict[str, Any]: ...
    @blocks("http", instead="async for over a paginator of an aioboto3 client")
    def search(self, expression: str) -> Iterator[Any]: ...

class Paginator:
    def paginate(self, **kwargs) -> PageIterator: ...
