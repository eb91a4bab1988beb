from loadpath import blocks, provides
from llama_index.core.llms import LLM

provides("local-model")
class HuggingFaceLLM(LLM):
    @blocks("cpu")
    def __init__(self, *args, **kwargs) -> None: ...
