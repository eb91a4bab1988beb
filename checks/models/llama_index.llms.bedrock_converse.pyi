from loadpath import provides
from llama_index.core.llms import LLM

provides("llm")
class BedrockConverse(LLM): ...
