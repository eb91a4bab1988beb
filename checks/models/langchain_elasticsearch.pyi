from loadpath import provides
from langchain_core.vectorstores import VectorStore

provides("vector-db")
class ElasticsearchStore(VectorStore): ...
