from llama_index.core.llms import LLM as LLM, LLM as OpenAI, LLM as AzureOpenAI, LLM as Anthropic, LLM as Ollama, ChatMessage as ChatMessage, MessageRole as MessageRole
