# PyMuPDF 1.2x
from loadpath import provides
from pymupdf import Document as Document, Page as Page, Pixmap as Pixmap, open as open

provides("documents")
