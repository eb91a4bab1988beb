# docx2txt 0.8 and 0.9
from typing import Any
from loadpath import blocks, provides

provides("documents")
@blocks("cpu")
def process(docx: Any, img_dir: Any = ...) -> str: ...
