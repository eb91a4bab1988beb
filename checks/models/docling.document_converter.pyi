# docling 2.x
from typing import Any, Iterator
from loadpath import blocks, provides

provides("documents")

class ConversionResult:
    document: Any
    status: Any

class DocumentConverter:
    def __init__(self, *args, **kwargs): ...
    @blocks("cpu")
    def convert(self, source, *args, **kwargs) -> ConversionResult: ...
    @blocks("cpu")
    def convert_all(self, source, *args, **kwargs) -> Iterator[ConversionResult]: ...
    @blocks("cpu")
    def convert_string(self, content, *args, **kwargs) -> ConversionResult: ...
    @blocks("cpu")
    def initialize_pipeline(self, format) -> None: ...
