from langchain_core.documents import Document as Document
