# ollama: 0.x
from typing import Any, AsyncIterator, Generic, Iterator, List, TypeVar
from loadpath import blocks, provides, sink, unbounded

T = TypeVar("T")
provides("llm")
provides("local-model")

class Message:
    role: str
    content: str
    thinking: str
    images: List
    tool_calls: List[Any]

class _Dict:
    def get(self, key: str, default: Any = ...) -> Any: ...
    def __getitem__(self, key: str) -> Any: ...

class ChatResponse(_Dict):
    model: str
    message: Message
    done: bool
    @blocks("ai", instead="ollama.AsyncClient")
    def __iter__(self) -> Iterator[ChatResponse]: ...

class GenerateResponse(_Dict):
    response: str
    thinking: str
    done: bool
    context: List[int]
    @blocks("ai", instead="ollama.AsyncClient")
    def __iter__(self) -> Iterator[GenerateResponse]: ...

class _AsyncChatResponse(ChatResponse):
    def __aiter__(self) -> AsyncIterator[ChatResponse]: ...

class _AsyncGenerateResponse(GenerateResponse):
    def __aiter__(self) -> AsyncIterator[GenerateResponse]: ...

class EmbedResponse(_Dict):
    embeddings: List[List[float]]

class EmbeddingsResponse(_Dict):
    embedding: List[float]

class ListResponse(_Dict):
    models: List[Any]

class ProgressResponse(_Dict):
    status: str

class Options: ...

class _Answers(Generic[T]):
    @blocks("ai", instead="ollama.AsyncClient")
    def __iter__(self) -> Iterator[T]: ...

class _AsyncAnswers(Generic[T]):
    def __aiter__(self) -> AsyncIterator[T]: ...

class Client:
    @unbounded("timeout")
    def __init__(self, host: str = ..., *, timeout: float = ..., headers: dict = ..., **kwargs) -> None: ...
    @unbounded
    @blocks("ai", instead="ollama.AsyncClient")
    @sink("prompt", arg="prompt")
    def generate(self, model: str = ..., prompt: str = ..., *, stream: bool = ..., **kwargs) -> GenerateResponse: ...
    @unbounded
    @blocks("ai", instead="ollama.AsyncClient")
    @sink("prompt", arg="messages")
    def chat(self, model: str = ..., messages: Any = ..., *, stream: bool = ..., **kwargs) -> ChatResponse: ...
    @unbounded
    @blocks("ai", instead="ollama.AsyncClient")
    def embed(self, model: str = ..., input: Any = ..., **kwargs) -> EmbedResponse: ...
    @unbounded
    @blocks("ai", instead="ollama.AsyncClient")
    def embeddings(self, model: str = ..., prompt: str = ..., **kwargs) -> EmbeddingsResponse: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def pull(self, model: str, **kwargs) -> ProgressResponse: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def push(self, model: str, **kwargs) -> ProgressResponse: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def create(self, model: str, **kwargs) -> ProgressResponse: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def create_blob(self, path: str) -> str: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def list(self) -> ListResponse: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def delete(self, model: str) -> Any: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def copy(self, source: str, destination: str) -> Any: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def show(self, model: str) -> Any: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def ps(self) -> Any: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def web_search(self, query: str, max_results: int = ...) -> Any: ...
    @unbounded
    @blocks("http", instead="ollama.AsyncClient")
    def web_fetch(self, url: str) -> Any: ...
    def close(self) -> None: ...

class AsyncClient:
    @unbounded("timeout")
    def __init__(self, host: str = ..., *, timeout: float = ..., headers: dict = ..., **kwargs) -> None: ...
    @unbounded
    @sink("prompt", arg="prompt")
    async def generate(self, model: str = ..., prompt: str = ..., *, stream: bool = ..., **kwargs) -> _AsyncGenerateResponse: ...
    @unbounded
    @sink("prompt", arg="messages")
    async def chat(self, model: str = ..., messages: Any = ..., *, stream: bool = ..., **kwargs) -> _AsyncChatResponse: ...
    @unbounded
    async def embed(self, model: str = ..., input: Any = ..., **kwargs) -> EmbedResponse: ...
    @unbounded
    async def embeddings(self, model: str = ..., prompt: str = ..., **kwargs) -> EmbeddingsResponse: ...
    @unbounded
    async def pull(self, model: str, **kwargs) -> _AsyncAnswers[ProgressResponse]: ...
    @unbounded
    async def push(self, model: str, **kwargs) -> _AsyncAnswers[ProgressResponse]: ...
    @unbounded
    async def create(self, model: str, **kwargs) -> _AsyncAnswers[ProgressResponse]: ...
    @unbounded
    async def create_blob(self, path: str) -> str: ...
    @unbounded
    async def list(self) -> ListResponse: ...
    @unbounded
    async def delete(self, model: str) -> Any: ...
    @unbounded
    async def copy(self, source: str, destination: str) -> Any: ...
    @unbounded
    async def show(self, model: str) -> Any: ...
    @unbounded
    async def ps(self) -> Any: ...
    @unbounded
    async def web_search(self, query: str, max_results: int = ...) -> Any: ...
    @unbounded
    async def web_fetch(self, url: str) -> Any: ...
    async def close(self) -> None: ...

@unbounded
@blocks("ai", instead="ollama.AsyncClient")
@sink("prompt", arg="prompt")
def generate(model: str = ..., prompt: str = ..., *, stream: bool = ..., **kwargs) -> GenerateResponse: ...
@unbounded
@blocks("ai", instead="ollama.AsyncClient")
@sink("prompt", arg="messages")
def chat(model: str = ..., messages: Any = ..., *, stream: bool = ..., **kwargs) -> ChatResponse: ...
@unbounded
@blocks("ai", instead="ollama.AsyncClient")
def embed(model: str = ..., input: Any = ..., **kwargs) -> EmbedResponse: ...
@unbounded
@blocks("ai", instead="ollama.AsyncClient")
def embeddings(model: str = ..., prompt: str = ..., **kwargs) -> EmbeddingsResponse: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def pull(model: str, **kwargs) -> _Answers[ProgressResponse]: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def push(model: str, **kwargs) -> _Answers[ProgressResponse]: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def create(model: str, **kwargs) -> _Answers[ProgressResponse]: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def list() -> ListResponse: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def delete(model: str) -> Any: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def copy(source: str, destination: str) -> Any: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def show(model: str) -> Any: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def ps() -> Any: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def web_search(query: str, max_results: int = ...) -> Any: ...
@unbounded
@blocks("http", instead="ollama.AsyncClient")
def web_fetch(url: str) -> Any: ...
