from loadpath import blocks, provides
from langchain_core.vectorstores import VectorStore
from langchain_core.chat_history import StoredHistory

provides("vector-db")
class MongoDBAtlasVectorSearch(VectorStore): ...
class MongoDBChatMessageHistory(StoredHistory):
    @blocks("database")
    def __init__(self, connection_string: str = ..., session_id: str = ..., **kwargs) -> None: ...
