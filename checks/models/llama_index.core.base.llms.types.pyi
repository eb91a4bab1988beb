# llama-index-core: 0.10 to 0.14
from typing import Any, AsyncIterator, Generic, Iterator, TypeVar
from loadpath import blocks

T = TypeVar("T")
class ChatMessage:
    role: Any
    content: str
    additional_kwargs: dict
    def __init__(self, content: Any = ..., *, role: Any = ..., **kwargs) -> None: ...

class MessageRole: ...
class CompletionResponse:
    text: str
    delta: str
    raw: Any

class ChatResponse:
    message: ChatMessage
    delta: str
    raw: Any

class ResponseGen(Generic[T]):
    @blocks("ai", instead="astream_chat()")
    def __iter__(self) -> Iterator[T]: ...
    @blocks("ai", instead="astream_chat()")
    def __next__(self) -> T: ...

class AsyncResponseGen(Generic[T]):
    def __aiter__(self) -> AsyncIterator[T]: ...
    async def __anext__(self) -> T: ...

class LLMMetadata: ...
