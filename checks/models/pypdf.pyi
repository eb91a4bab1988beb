# pypdf 3 to 6: pure Python, slow on large files
from loadpath import provides
from pypdf._reader import PageObject as PageObject, PdfReader as PdfReader
from pypdf._writer import PdfWriter as PdfWriter

provides("documents")

class PdfMerger(PdfWriter): ...
