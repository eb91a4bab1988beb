from loadpath import provides
from llama_index.core.vector_stores.types import VectorStoreQuery as VectorStoreQuery, VectorStoreQueryResult as VectorStoreQueryResult
from llama_index.core.storage import _Store

provides("vector-db")

class SimpleVectorStore(_Store): ...
class MetadataFilters:
    def __init__(self, *args, **kwargs) -> None: ...

class MetadataFilter:
    def __init__(self, *args, **kwargs) -> None: ...

class ExactMatchFilter(MetadataFilter): ...
