# azure-core 1.x: pages are asked for while iterating
from typing import Any, Iterator
from loadpath import blocks

class ItemPaged:
    @blocks("http", instead="azure.core.async_paging.AsyncItemPaged (async for)")
    def __iter__(self) -> Iterator[Any]: ...
    @blocks("http", instead="azure.core.async_paging.AsyncItemPaged (async for)")
    def __next__(self): ...
    def by_page(self, continuation_token=None) -> ItemPaged: ...
