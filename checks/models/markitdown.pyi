# markitdown: 0.x
from typing import Any
from loadpath import blocks, provides

provides("documents")
class DocumentConverterResult:
    text_content: str
    markdown: str
    title: str

class MarkItDown:
    def __init__(self, **kwargs) -> None: ...
    @blocks("cpu")
    def convert(self, source: Any, **kwargs) -> DocumentConverterResult: ...
    @blocks("cpu")
    def convert_local(self, path: Any, **kwargs) -> DocumentConverterResult: ...
    @blocks("cpu")
    def convert_stream(self, stream: Any, **kwargs) -> DocumentConverterResult: ...
    @blocks("http")
    def convert_url(self, url: str, **kwargs) -> DocumentConverterResult: ...
    @blocks("http")
    def convert_uri(self, uri: str, **kwargs) -> DocumentConverterResult: ...
    @blocks("cpu")
    def convert_response(self, response: Any, **kwargs) -> DocumentConverterResult: ...
