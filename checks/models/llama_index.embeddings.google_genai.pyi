from loadpath import provides
from llama_index.core.base.embeddings.base import BaseEmbedding

provides("embeddings")
class GoogleGenAIEmbedding(BaseEmbedding): ...
