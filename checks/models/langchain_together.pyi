from loadpath import provides
from langchain_core.language_models import BaseChatModel
from langchain_core.embeddings import Embeddings

provides("llm")
class ChatTogether(BaseChatModel): ...
class TogetherEmbeddings(Embeddings): ...
