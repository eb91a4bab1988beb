from vllm import AsyncLLMEngine as AsyncLLMEngine
