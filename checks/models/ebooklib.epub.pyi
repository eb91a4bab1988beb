# EbookLib 0.17 to 0.20
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def read_epub(name: Any, options: Any = ...) -> Any: ...
@blocks("cpu")
def write_epub(name: Any, book: Any, options: Any = ...) -> Any: ...
