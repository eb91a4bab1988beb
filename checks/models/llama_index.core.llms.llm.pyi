from llama_index.core.llms import LLM as LLM
