from loadpath import provides
from llama_index.core.vector_stores.types import BasePydanticVectorStore

provides("vector-db")
class WeaviateVectorStore(BasePydanticVectorStore): ...
