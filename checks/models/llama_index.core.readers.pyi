from typing import Iterator
from loadpath import blocks
from llama_index.core.readers.base import BaseReader as BaseReader
from llama_index.core.schema import Document as Document

class SimpleDirectoryReader(BaseReader):
    @blocks("file")
    def __init__(self, input_dir: str = ..., input_files: list = ..., **kwargs) -> None: ...
    @blocks("file", instead="aload_data()")
    def iter_data(self, show_progress: bool = ...) -> Iterator[list[Document]]: ...

class StringIterableReader: ...
