from langchain_community.embeddings import *
from langchain_core.embeddings import Embeddings

def init_embeddings(model: str, **kwargs) -> Embeddings: ...
class CacheBackedEmbeddings(Embeddings):
    @classmethod
    def from_bytes_store(cls, *args, **kwargs) -> CacheBackedEmbeddings: ...
