# pdf2image 1.x: runs poppler for every page
from typing import Any
from loadpath import blocks, provides

provides("documents")
from PIL.Image import Image
@blocks("cpu")
def convert_from_path(pdf_path: Any, *args, **kwargs) -> list[Image]: ...
@blocks("cpu")
def convert_from_bytes(pdf_file: bytes, *args, **kwargs) -> list[Image]: ...
