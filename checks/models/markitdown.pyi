# MarkItDown 0.1
from loadpath import blocks, provides

provides("documents")

class DocumentConverterResult:
    title: str
    markdown: str
    text_content: str

class MarkItDown:
    def __init__(self, *args, **kwargs): ...
    @blocks("cpu")
    def convert(self, source, **kwargs) -> DocumentConverterResult: ...
    @blocks("cpu")
    def convert_local(self, path, **kwargs) -> DocumentConverterResult: ...
    @blocks("cpu")
    def convert_stream(self, stream, *args, **kwargs) -> DocumentConverterResult: ...
    @blocks("http")
    def convert_url(self, url, **kwargs) -> DocumentConverterResult: ...
    @blocks("http")
    def convert_uri(self, uri, **kwargs) -> DocumentConverterResult: ...
    @blocks("http")
    def convert_response(self, response, **kwargs) -> DocumentConverterResult: ...
