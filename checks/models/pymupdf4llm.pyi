# pymupdf4llm 0.x
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def to_markdown(doc: Any, **kwargs) -> Any: ...
