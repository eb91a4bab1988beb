# PyPDF2 1 to 3
from loadpath import provides
from pypdf._reader import PageObject as PageObject, PdfReader as PdfReader
from pypdf._writer import PdfWriter as PdfWriter

provides("documents")

class PdfFileReader(PdfReader):
    numPages: int
    def getPage(self, pageNumber) -> PageObject: ...
    def getNumPages(self) -> int: ...

class PdfFileWriter(PdfWriter):
    def addPage(self, page) -> None: ...

class PdfMerger(PdfWriter): ...

class PdfFileMerger(PdfWriter): ...
