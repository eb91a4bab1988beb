from loadpath import provides
from langchain_core.embeddings import Embeddings
from langchain_core.documents import BaseDocumentCompressor

provides("embeddings")
class VoyageAIEmbeddings(Embeddings): ...
class VoyageAIRerank(BaseDocumentCompressor): ...
