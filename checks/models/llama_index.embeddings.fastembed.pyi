from loadpath import provides
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

provides("local-model")
class FastEmbedEmbedding(HuggingFaceEmbedding): ...
