# WeasyPrint 50 to 66
from typing import Any
from loadpath import blocks, provides

provides("documents")
class Document:
    @blocks("cpu")
    def write_pdf(self, target: Any = ..., *args, **kwargs) -> bytes: ...
class HTML:
    def __init__(self, guess: Any = ..., *args, **kwargs) -> None: ...
    @blocks("cpu")
    def write_pdf(self, target: Any = ..., *args, **kwargs) -> bytes: ...
    @blocks("cpu")
    def render(self, *args, **kwargs) -> Document: ...
