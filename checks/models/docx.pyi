# python-docx 1.x
from loadpath import blocks, provides
from docx.document import Document as _Document

provides("documents")

@blocks("cpu")
def Document(docx=None) -> _Document: ...
