# llama-index before 0.10
from typing import Any
from loadpath import provides
from llama_index.core.indices import VectorStoreIndex as VectorStoreIndex, GPTVectorStoreIndex as GPTVectorStoreIndex, SummaryIndex as SummaryIndex, ListIndex as ListIndex
from llama_index.core.indices import DocumentSummaryIndex as DocumentSummaryIndex, TreeIndex as TreeIndex, KeywordTableIndex as KeywordTableIndex
from llama_index.core.indices import KnowledgeGraphIndex as KnowledgeGraphIndex, PropertyGraphIndex as PropertyGraphIndex, ComposableGraph as ComposableGraph
from llama_index.core.indices import load_index_from_storage as load_index_from_storage, load_indices_from_storage as load_indices_from_storage
from llama_index.core.readers import SimpleDirectoryReader as SimpleDirectoryReader
from llama_index.core.storage import StorageContext as StorageContext
from llama_index.core.schema import Document as Document, QueryBundle as QueryBundle
from llama_index.core.settings import Settings as Settings
from llama_index.core.base.response.schema import Response as Response
from llama_index.core.response_synthesizers import get_response_synthesizer as get_response_synthesizer
from llama_index.core.indices import SimpleKeywordTableIndex as SimpleKeywordTableIndex

provides("llm")
provides("orchestration")

class ServiceContext:
    @classmethod
    def from_defaults(cls, *args, **kwargs) -> ServiceContext: ...

def set_global_service_context(service_context: Any) -> None: ...
