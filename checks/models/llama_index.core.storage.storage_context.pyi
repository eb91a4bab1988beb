from llama_index.core.storage import StorageContext as StorageContext
