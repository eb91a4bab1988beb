from llama_index.core.storage import _Store as SimpleIndexStore
