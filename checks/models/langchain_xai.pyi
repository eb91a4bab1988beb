from loadpath import provides
from langchain_core.language_models import BaseChatModel

provides("llm")
class ChatXAI(BaseChatModel): ...
