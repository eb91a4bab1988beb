from langchain_core.language_models import LLM as LLM, BaseLLM as BaseLLM
