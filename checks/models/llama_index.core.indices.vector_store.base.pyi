from llama_index.core.indices import VectorStoreIndex as VectorStoreIndex
