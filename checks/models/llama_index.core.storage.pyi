# llama-index-core: 0.10 to 0.14
from typing import Any, Self
from loadpath import blocks

class _Store:
    def __init__(self, *args, **kwargs) -> None: ...
    @blocks("file")
    def persist(self, *args, **kwargs) -> None: ...
    @classmethod
    @blocks("file")
    def from_persist_dir(cls, *args, **kwargs) -> Self: ...
    @classmethod
    @blocks("file")
    def from_persist_path(cls, *args, **kwargs) -> Self: ...

class StorageContext:
    docstore: Any
    index_store: Any
    vector_store: Any
    @classmethod
    def from_defaults(cls, docstore: Any = ..., index_store: Any = ..., vector_store: Any = ..., persist_dir: str = ..., **kwargs) -> StorageContext: ...
    @blocks("file")
    def persist(self, persist_dir: str = ..., **kwargs) -> None: ...
