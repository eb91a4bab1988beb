# mammoth 1.x: docx to text
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def convert_to_html(fileobj: Any, **kwargs) -> Any: ...
@blocks("cpu")
def convert_to_markdown(fileobj: Any, **kwargs) -> Any: ...
@blocks("cpu")
def extract_raw_text(fileobj: Any) -> Any: ...
