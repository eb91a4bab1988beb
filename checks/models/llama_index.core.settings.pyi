# llama-index-core: 0.10 to 0.14
from typing import Any
from llama_index.core.llms import LLM
from llama_index.core.base.embeddings.base import BaseEmbedding

class _Settings:
    llm: LLM
    embed_model: BaseEmbedding
    node_parser: Any
    text_splitter: Any
    chunk_size: int
    chunk_overlap: int
    callback_manager: Any

Settings: _Settings
