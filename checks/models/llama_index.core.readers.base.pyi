# llama-index-core: 0.10 to 0.14
from typing import Iterable
from loadpath import blocks
from llama_index.core.schema import Document

class BaseReader:
    def __init__(self, *args, **kwargs) -> None: ...
    @blocks("file", instead="aload_data()")
    def load_data(self, *args, **kwargs) -> list[Document]: ...
    async def aload_data(self, *args, **kwargs) -> list[Document]: ...
    @blocks("file", instead="alazy_load_data()")
    def lazy_load_data(self, *args, **kwargs) -> Iterable[Document]: ...

BasePydanticReader = BaseReader
