# unstructured-client: 0.2x and later
from typing import Any
from loadpath import blocks, provides

provides("documents")
class _General:
    @blocks("http", instead="partition_async()")
    def partition(self, *args, **kwargs) -> Any: ...
    async def partition_async(self, *args, **kwargs) -> Any: ...

class UnstructuredClient:
    general: _General
    def __init__(self, *args, **kwargs) -> None: ...
