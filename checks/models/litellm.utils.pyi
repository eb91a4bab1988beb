from litellm import ModelResponse as ModelResponse, CustomStreamWrapper as CustomStreamWrapper, EmbeddingResponse as EmbeddingResponse
