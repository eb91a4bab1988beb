from llama_index.core.storage import _Store as SimpleDocumentStore, _Store as BaseDocumentStore
