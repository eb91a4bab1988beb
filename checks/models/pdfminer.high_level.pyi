# pdfminer.six
from typing import Any, Iterator
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def extract_text(pdf_file: Any, *args, **kwargs) -> str: ...
@blocks("cpu")
def extract_text_to_fp(inf: Any, outfp: Any, *args, **kwargs) -> None: ...
@blocks("cpu")
def extract_pages(pdf_file: Any, *args, **kwargs) -> Iterator[Any]: ...
