from typing import Any
from loadpath import blocks, provides
from langchain_core.vectorstores import VectorStore
from langchain_core.chat_history import StoredHistory

provides("vector-db")
class RedisVectorStore(VectorStore):
    @blocks("database")
    def __init__(self, embeddings: Any, config: Any = ..., **kwargs) -> None: ...

class RedisChatMessageHistory(StoredHistory): ...
