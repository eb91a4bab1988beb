from loadpath import blocks, provides
from llama_index.core.vector_stores.types import BasePydanticVectorStore

provides("vector-db")
class MilvusVectorStore(BasePydanticVectorStore):
    @blocks("database")
    def __init__(self, *args, **kwargs) -> None: ...
