from typing import Any
from loadpath import blocks, provides
from langchain_core.vectorstores import VectorStore

provides("vector-db")
class QdrantVectorStore(VectorStore):
    @blocks("database")
    def __init__(self, client: Any, collection_name: str, embedding: Any = ..., **kwargs) -> None: ...
    @classmethod
    @blocks("database")
    def from_existing_collection(cls, collection_name: str, embedding: Any = ..., **kwargs) -> QdrantVectorStore: ...

class Qdrant(VectorStore): ...
class FastEmbedSparse:
    @blocks("cpu")
    def __init__(self, model_name: str = ..., **kwargs) -> None: ...

class RetrievalMode: ...
