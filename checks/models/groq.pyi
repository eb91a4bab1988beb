# groq: 0.x and 1.x
from typing import Any, AsyncIterator, Generic, Iterator, Self, TypeVar
from loadpath import blocks, provides, sink
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types import CreateEmbeddingResponse, ImagesResponse

T = TypeVar("T")
provides("llm")

class Stream(Generic[T]):
    @blocks("ai", instead="groq.AsyncGroq")
    def __iter__(self) -> Iterator[T]: ...
    @blocks("ai", instead="groq.AsyncGroq")
    def __next__(self) -> T: ...

class ChatCompletions:
    with_raw_response: ChatCompletions
    @blocks("ai", instead="groq.AsyncGroq")
    @sink("prompt", arg="messages")
    def create(self, *, messages: list = ..., model: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> ChatCompletion | Stream[ChatCompletionChunk]: ...

class Chat:
    completions: ChatCompletions

class Completions:
    @blocks("ai", instead="groq.AsyncGroq")
    @sink("prompt", arg="prompt")
    def create(self, *, model: str = ..., prompt: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> Any: ...

class Embeddings:
    @blocks("ai", instead="groq.AsyncGroq")
    def create(self, *, input: Any = ..., model: str = ..., timeout: float = ..., **kwargs) -> CreateEmbeddingResponse: ...

class Models:
    @blocks("http", instead="groq.AsyncGroq")
    def list(self, **kwargs) -> Any: ...
    @blocks("http", instead="groq.AsyncGroq")
    def retrieve(self, model: str, **kwargs) -> Any: ...

class Images:
    @blocks("ai", instead="groq.AsyncGroq")
    @sink("prompt", arg="prompt")
    def generate(self, *, prompt: str = ..., model: str = ..., timeout: float = ..., **kwargs) -> ImagesResponse: ...

class _Sound:
    @blocks("ai", instead="groq.AsyncGroq")
    def create(self, **kwargs) -> Any: ...

class _AudioResource:
    transcriptions: _Sound
    translations: _Sound
    speech: _Sound

class Files:
    @blocks("http", instead="groq.AsyncGroq")
    def create(self, **kwargs) -> Any: ...
    @blocks("http", instead="groq.AsyncGroq")
    def upload(self, *args, **kwargs) -> Any: ...
    @blocks("http", instead="groq.AsyncGroq")
    def retrieve(self, *args, **kwargs) -> Any: ...
    @blocks("http", instead="groq.AsyncGroq")
    def content(self, *args, **kwargs) -> Any: ...
    @blocks("http", instead="groq.AsyncGroq")
    def delete(self, *args, **kwargs) -> Any: ...
    @blocks("http", instead="groq.AsyncGroq")
    def list(self, **kwargs) -> Any: ...

class Groq:
    chat: Chat
    completions: Completions
    embeddings: Embeddings
    models: Models
    images: Images
    audio: _AudioResource
    files: Files
    with_raw_response: Groq
    def __init__(self, *, api_key: str = ..., base_url: str = ..., timeout: float = ..., max_retries: int = ..., **kwargs) -> None: ...
    def with_options(self, *, timeout: float = ..., max_retries: int = ..., **kwargs) -> Self: ...
    def copy(self, **kwargs) -> Self: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...

class AsyncStream(Generic[T]):
    def __aiter__(self) -> AsyncIterator[T]: ...
    async def __anext__(self) -> T: ...

class AsyncChatCompletions:
    with_raw_response: AsyncChatCompletions
    @sink("prompt", arg="messages")
    async def create(self, *, messages: list = ..., model: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...

class AsyncChat:
    completions: AsyncChatCompletions

class AsyncCompletions:
    @sink("prompt", arg="prompt")
    async def create(self, *, model: str = ..., prompt: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> Any: ...

class AsyncEmbeddings:
    async def create(self, *, input: Any = ..., model: str = ..., timeout: float = ..., **kwargs) -> CreateEmbeddingResponse: ...

class AsyncModels:
    async def list(self, **kwargs) -> Any: ...
    async def retrieve(self, model: str, **kwargs) -> Any: ...

class AsyncImages:
    @sink("prompt", arg="prompt")
    async def generate(self, *, prompt: str = ..., model: str = ..., timeout: float = ..., **kwargs) -> ImagesResponse: ...

class _AsyncSound:
    async def create(self, **kwargs) -> Any: ...

class _AsyncAudioResource:
    transcriptions: _AsyncSound
    translations: _AsyncSound
    speech: _AsyncSound

class AsyncFiles:
    async def create(self, **kwargs) -> Any: ...
    async def upload(self, *args, **kwargs) -> Any: ...
    async def retrieve(self, *args, **kwargs) -> Any: ...
    async def content(self, *args, **kwargs) -> Any: ...
    async def delete(self, *args, **kwargs) -> Any: ...
    async def list(self, **kwargs) -> Any: ...

class AsyncGroq:
    chat: AsyncChat
    completions: AsyncCompletions
    embeddings: AsyncEmbeddings
    models: AsyncModels
    images: AsyncImages
    audio: _AsyncAudioResource
    files: AsyncFiles
    with_raw_response: AsyncGroq
    def __init__(self, *, api_key: str = ..., base_url: str = ..., timeout: float = ..., max_retries: int = ..., **kwargs) -> None: ...
    def with_options(self, *, timeout: float = ..., max_retries: int = ..., **kwargs) -> Self: ...
    def copy(self, **kwargs) -> Self: ...
    async def close(self) -> None: ...
    async def __aenter__(self) -> Self: ...
