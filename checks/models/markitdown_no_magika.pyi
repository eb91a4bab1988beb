# markitdown without its model for file types
from markitdown import MarkItDown as MarkItDown, DocumentConverterResult as DocumentConverterResult
