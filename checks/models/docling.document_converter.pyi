# docling: 2.x
from typing import Any
from loadpath import blocks, provides

provides("documents")
class DocumentConverter:
    def __init__(self, **kwargs) -> None: ...
    @blocks("cpu")
    def convert(self, source: Any, **kwargs) -> Any: ...
    @blocks("cpu")
    def convert_all(self, source: Any, **kwargs) -> Any: ...
