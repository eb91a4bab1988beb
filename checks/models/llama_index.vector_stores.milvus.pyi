from loadpath import blocks, provides
from llama_index.core.vector_stores.types import BasePydanticVectorStore

provides("vector-db")
class MilvusVectorStore(BasePydanticVectorStore):
    @blocks("database", instead="asyncio.to_thread")
    def __init__(self, *args, **kwargs) -> None: ...
