from typing import Any
from loadpath import blocks, provides
from langchain_core.vectorstores import VectorStore

provides("vector-db")
class Milvus(VectorStore):
    @blocks("database")
    def __init__(self, embedding_function: Any, collection_name: str = ..., **kwargs) -> None: ...

class Zilliz(Milvus): ...
