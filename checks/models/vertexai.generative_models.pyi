# google-cloud-aiplatform: vertexai.generative_models
from typing import Any, AsyncIterator, Iterator
from loadpath import blocks, provides, sink

provides("llm")

class GenerationResponse:
    text: str
    candidates: list[Any]
    usage_metadata: Any
    def to_dict(self) -> dict: ...
    @blocks("ai", instead="generate_content_async()")
    def __iter__(self) -> Iterator[GenerationResponse]: ...

class _AsyncAnswer(GenerationResponse):
    def __aiter__(self) -> AsyncIterator[GenerationResponse]: ...

class ChatSession:
    history: list
    @blocks("ai", instead="send_message_async()")
    @sink("prompt", arg="content")
    def send_message(self, content: Any, *, stream: bool = ..., **kwargs) -> GenerationResponse: ...
    @sink("prompt", arg="content")
    async def send_message_async(self, content: Any, *, stream: bool = ..., **kwargs) -> _AsyncAnswer: ...

class GenerativeModel:
    def __init__(self, model_name: str, *, generation_config: Any = ..., safety_settings: Any = ..., tools: Any = ..., system_instruction: Any = ..., **kwargs) -> None: ...
    @blocks("ai", instead="generate_content_async()")
    @sink("prompt", arg="contents")
    def generate_content(self, contents: Any, *, stream: bool = ..., **kwargs) -> GenerationResponse: ...
    @sink("prompt", arg="contents")
    async def generate_content_async(self, contents: Any, *, stream: bool = ..., **kwargs) -> _AsyncAnswer: ...
    @blocks("ai", instead="count_tokens_async()")
    def count_tokens(self, contents: Any, **kwargs) -> Any: ...
    async def count_tokens_async(self, contents: Any, **kwargs) -> Any: ...
    def start_chat(self, *, history: list = ..., **kwargs) -> ChatSession: ...

class Image:
    @staticmethod
    @blocks("file", instead="aiofiles")
    def load_from_file(location: str) -> Image: ...
