from llama_index.core.base.embeddings.base import BaseEmbedding as OpenAIEmbedding, BaseEmbedding as BaseEmbedding, BaseEmbedding as AzureOpenAIEmbedding
from llama_index.embeddings.huggingface import HuggingFaceEmbedding as HuggingFaceEmbedding
