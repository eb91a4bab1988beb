# xhtml2pdf 0.2
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def CreatePDF(src: Any, *args, **kwargs) -> Any: ...
@blocks("cpu")
def pisaDocument(src: Any, *args, **kwargs) -> Any: ...
