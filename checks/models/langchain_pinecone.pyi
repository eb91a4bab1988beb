from typing import Any
from loadpath import blocks, provides
from langchain_core.vectorstores import VectorStore
from langchain_core.embeddings import Embeddings

provides("vector-db")
class PineconeVectorStore(VectorStore):
    @classmethod
    @blocks("database")
    def from_existing_index(cls, index_name: str, embedding: Any, **kwargs) -> PineconeVectorStore: ...

Pinecone = PineconeVectorStore
class PineconeEmbeddings(Embeddings): ...
