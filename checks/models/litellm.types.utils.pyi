from litellm import ModelResponse as ModelResponse, Message as Message, Choices as Choices, EmbeddingResponse as EmbeddingResponse
