from typing import Any
from loadpath import provides
from llama_index.core.base.embeddings.base import BaseEmbedding as BaseEmbedding
from llama_index.core.base.embeddings.base import BaseEmbedding as MultiModalEmbedding

provides("embeddings")

class MockEmbedding:
    def get_text_embedding(self, text: str) -> list[float]: ...
    def get_query_embedding(self, query: str) -> list[float]: ...

def resolve_embed_model(embed_model: Any = ..., **kwargs) -> BaseEmbedding: ...
