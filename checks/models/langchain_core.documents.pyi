# langchain-core: documents
from typing import Any
from loadpath import blocks

class BaseMedia:
    id: str
    metadata: dict

class Document(BaseMedia):
    page_content: str
    def __init__(self, page_content: str = ..., *, metadata: dict = ..., **kwargs) -> None: ...

class Blob(BaseMedia):
    path: str
    @blocks("file")
    def as_string(self) -> str: ...
    @blocks("file")
    def as_bytes(self) -> bytes: ...
    @classmethod
    def from_path(cls, path: str, **kwargs) -> Blob: ...
    @classmethod
    def from_data(cls, data: Any, **kwargs) -> Blob: ...

class BaseDocumentTransformer:
    @blocks("cpu", instead="atransform_documents()")
    def transform_documents(self, documents: list[Document], **kwargs) -> list[Document]: ...
    async def atransform_documents(self, documents: list[Document], **kwargs) -> list[Document]: ...

class BaseDocumentCompressor:
    @blocks("ai", instead="acompress_documents()")
    def compress_documents(self, documents: list[Document], query: str, callbacks: Any = ...) -> list[Document]: ...
    async def acompress_documents(self, documents: list[Document], query: str, callbacks: Any = ...) -> list[Document]: ...
