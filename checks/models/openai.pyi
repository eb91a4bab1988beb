# openai: 1.x to 3.x, and the module functions of 0.x
from typing import Any, AsyncIterator, Generic, Iterator, Self, TypeVar
from loadpath import blocks, provides, sink, unbounded, validates
from openai.types.chat import ChatCompletion as _ChatAnswer, ChatCompletionChunk
from openai.types.responses import Response, ResponseStreamEvent
from openai.types import CreateEmbeddingResponse, Completion as _TextAnswer, ImagesResponse, Model as _ModelInfo, FileObject, Batch, VectorStore, ModerationCreateResponse

T = TypeVar("T")
provides("llm")

class AsyncPaginator(Generic[T]):
    data: list[T]
    def __await__(self) -> Iterator[AsyncPaginator[T]]: ...
    def __aiter__(self) -> AsyncIterator[T]: ...

class SyncPage(Generic[T]):
    data: list[T]
    def __iter__(self) -> Iterator[T]: ...

class SyncCursorPage(SyncPage[T]): ...

class _Binary:
    content: bytes
    text: str
    def read(self) -> bytes: ...
    async def aread(self) -> bytes: ...
    def iter_bytes(self, chunk_size: int = ...) -> Iterator[bytes]: ...
    def aiter_bytes(self, chunk_size: int = ...) -> AsyncIterator[bytes]: ...
    @blocks("file", instead="aiofiles")
    def write_to_file(self, file: str) -> None: ...
    @blocks("file", instead="aiofiles")
    def stream_to_file(self, file: str, **kwargs) -> None: ...
    async def astream_to_file(self, file: str, **kwargs) -> None: ...

class Stream(Generic[T]):
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __iter__(self) -> Iterator[T]: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __next__(self) -> T: ...
    def __enter__(self) -> Self: ...
    def close(self) -> None: ...

class _Events(Generic[T]):
    text_stream: Stream[str]
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __iter__(self) -> Iterator[T]: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __next__(self) -> T: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def until_done(self) -> Self: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def get_final_completion(self) -> _ChatAnswer: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def get_final_response(self) -> Response: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def get_final_run(self) -> Any: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def get_final_messages(self) -> list: ...

class _EventsManager(Generic[T]):
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __enter__(self) -> _Events[T]: ...

class _StreamedBinary:
    @blocks("ai", instead="openai.AsyncOpenAI")
    def iter_bytes(self, chunk_size: int = ...) -> Iterator[bytes]: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def read(self) -> bytes: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def stream_to_file(self, file: str, **kwargs) -> None: ...

class _StreamedBinaryManager:
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __enter__(self) -> _StreamedBinary: ...

class _StreamedSpeech:
    @sink("prompt", arg="input")
    def create(self, *, input: str = ..., model: str = ..., voice: str = ..., **kwargs) -> _StreamedBinaryManager: ...

class _ChatMessages:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, completion_id: str, **kwargs) -> SyncPage[Any]: ...

class ChatCompletions:
    with_raw_response: ChatCompletions
    messages: _ChatMessages
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="messages")
    def create(self, *, messages=..., model: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> _ChatAnswer | Stream[ChatCompletionChunk]: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="messages")
    @validates
    def parse(self, *, messages=..., model: str = ..., response_format: Any = ..., timeout: float = ..., **kwargs) -> _ChatAnswer: ...
    @unbounded("timeout")
    @sink("prompt", arg="messages")
    def stream(self, *, messages=..., model: str = ..., **kwargs) -> _EventsManager[Any]: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, completion_id: str, **kwargs) -> _ChatAnswer: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, completion_id: str, **kwargs) -> _ChatAnswer: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, completion_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[_ChatAnswer]: ...

class Chat:
    completions: ChatCompletions
    with_raw_response: Chat

class Completions:
    with_raw_response: Completions
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="prompt")
    def create(self, *, model: str = ..., prompt: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> _TextAnswer | Stream[_TextAnswer]: ...

class _InputItems:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, response_id: str, **kwargs) -> SyncPage[Any]: ...

class Responses:
    with_raw_response: Responses
    input_items: _InputItems
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="input")
    def create(self, *, input: str | list = ..., model: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> Response | Stream[ResponseStreamEvent]: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="input")
    @validates
    def parse(self, *, input: str | list = ..., model: str = ..., text_format: Any = ..., timeout: float = ..., **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("prompt", arg="input")
    def stream(self, *, input: str | list = ..., model: str = ..., **kwargs) -> _EventsManager[ResponseStreamEvent]: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def retrieve(self, response_id: str, **kwargs) -> Response: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def cancel(self, response_id: str, **kwargs) -> Response: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def delete(self, response_id: str, **kwargs) -> None: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def compact(self, **kwargs) -> Any: ...

class Embeddings:
    with_raw_response: Embeddings
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create(self, *, input: str | list = ..., model: str = ..., dimensions: int = ..., timeout: float = ..., **kwargs) -> CreateEmbeddingResponse: ...

class Models:
    with_raw_response: Models
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[_ModelInfo]: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, model: str, **kwargs) -> _ModelInfo: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, model: str, **kwargs) -> Any: ...

class Images:
    with_raw_response: Images
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="prompt")
    def generate(self, *, prompt: str = ..., model: str = ..., timeout: float = ..., **kwargs) -> ImagesResponse: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="prompt")
    def edit(self, *, image: Any = ..., prompt: str = ..., timeout: float = ..., **kwargs) -> ImagesResponse: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create_variation(self, *, image: Any = ..., **kwargs) -> ImagesResponse: ...

class Transcription:
    text: str
    segments: list[Any]

class Transcriptions:
    with_raw_response: Transcriptions
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create(self, *, file: Any = ..., model: str = ..., timeout: float = ..., **kwargs) -> Transcription: ...

class Translations:
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create(self, *, file: Any = ..., model: str = ..., timeout: float = ..., **kwargs) -> Transcription: ...

class Speech:
    with_raw_response: Speech
    with_streaming_response: _StreamedSpeech
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="input")
    def create(self, *, input: str = ..., model: str = ..., voice: str = ..., timeout: float = ..., **kwargs) -> _Binary: ...

class _AudioResource:
    transcriptions: Transcriptions
    translations: Translations
    speech: Speech

class Files:
    with_raw_response: Files
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, *, file: Any = ..., purpose: str = ..., **kwargs) -> FileObject: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, file_id: str, **kwargs) -> FileObject: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[FileObject]: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def content(self, file_id: str, **kwargs) -> _Binary: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve_content(self, file_id: str, **kwargs) -> str: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def wait_for_processing(self, id: str, **kwargs) -> FileObject: ...

class Moderations:
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create(self, *, input: str | list = ..., model: str = ..., **kwargs) -> ModerationCreateResponse: ...

class Batches:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Batch: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, batch_id: str, **kwargs) -> Batch: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def cancel(self, batch_id: str, **kwargs) -> Batch: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[Batch]: ...

class UploadParts:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, upload_id: str, **kwargs) -> Any: ...

class Uploads:
    parts: UploadParts
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def complete(self, upload_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def cancel(self, upload_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def upload_file_chunked(self, **kwargs) -> Any: ...

class Jobs:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, fine_tuning_job_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def cancel(self, fine_tuning_job_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[Any]: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list_events(self, fine_tuning_job_id: str, **kwargs) -> SyncPage[Any]: ...

class FineTuning:
    jobs: Jobs

class VectorStoreFiles:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create_and_poll(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def poll(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def upload(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def upload_and_poll(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, vector_store_id: str, **kwargs) -> SyncPage[Any]: ...

class VectorStoreFileBatches:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create_and_poll(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, batch_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def cancel(self, batch_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def poll(self, batch_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def upload_and_poll(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list_files(self, batch_id: str, **kwargs) -> SyncPage[Any]: ...

class VectorStores:
    files: VectorStoreFiles
    file_batches: VectorStoreFileBatches
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> VectorStore: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, vector_store_id: str, **kwargs) -> VectorStore: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, vector_store_id: str, **kwargs) -> VectorStore: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[VectorStore]: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def search(self, vector_store_id: str, *, query: str = ..., **kwargs) -> SyncPage[Any]: ...

class Assistants:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, assistant_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, assistant_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, assistant_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[Any]: ...

class ThreadMessages:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, thread_id: str, *, role: str = ..., content=..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, message_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, message_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, message_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, thread_id: str, **kwargs) -> SyncPage[Any]: ...

class RunSteps:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, step_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, run_id: str, **kwargs) -> SyncPage[Any]: ...

class Runs:
    steps: RunSteps
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create(self, thread_id: str, *, assistant_id: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create_and_poll(self, *, assistant_id: str = ..., thread_id: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def retrieve(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def update(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def cancel(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def poll(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def submit_tool_outputs(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def submit_tool_outputs_and_poll(self, **kwargs) -> Any: ...
    def stream(self, **kwargs) -> _EventsManager[Any]: ...
    def submit_tool_outputs_stream(self, **kwargs) -> _EventsManager[Any]: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, thread_id: str, **kwargs) -> SyncPage[Any]: ...

class Threads:
    messages: ThreadMessages
    runs: Runs
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, thread_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, thread_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, thread_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create_and_run(self, *, assistant_id: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def create_and_run_poll(self, *, assistant_id: str = ..., **kwargs) -> Any: ...
    def create_and_run_stream(self, *, assistant_id: str = ..., **kwargs) -> _EventsManager[Any]: ...

class _RealtimeConnection:
    @blocks("ai", instead="openai.AsyncOpenAI")
    def recv(self) -> Any: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def send(self, event: Any) -> None: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def close(self, **kwargs) -> None: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __iter__(self) -> Iterator[Any]: ...

class _RealtimeManager:
    @blocks("ai", instead="openai.AsyncOpenAI")
    def __enter__(self) -> _RealtimeConnection: ...
    @blocks("ai", instead="openai.AsyncOpenAI")
    def enter(self) -> _RealtimeConnection: ...

class _RealtimeSecrets:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Any: ...

class Realtime:
    client_secrets: _RealtimeSecrets
    sessions: _RealtimeSecrets
    def connect(self, *, model: str = ..., **kwargs) -> _RealtimeManager: ...

class ConversationItems:
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, conversation_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, item_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, item_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, conversation_id: str, **kwargs) -> SyncPage[Any]: ...

class Conversations:
    items: ConversationItems
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, conversation_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def update(self, conversation_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, conversation_id: str, **kwargs) -> Any: ...

class Videos:
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="prompt")
    def create(self, *, prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    @sink("prompt", arg="prompt")
    def create_and_poll(self, *, prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("ai", instead="openai.AsyncOpenAI")
    def poll(self, video_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def retrieve(self, video_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def delete(self, video_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def download_content(self, video_id: str, **kwargs) -> _Binary: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def list(self, **kwargs) -> SyncPage[Any]: ...

class Beta:
    chat: Chat
    realtime: Realtime
    vector_stores: VectorStores
    assistants: Assistants
    threads: Threads

class OpenAI:
    completions: Completions
    chat: Chat
    embeddings: Embeddings
    files: Files
    images: Images
    audio: _AudioResource
    moderations: Moderations
    models: Models
    fine_tuning: FineTuning
    vector_stores: VectorStores
    beta: Beta
    batches: Batches
    uploads: Uploads
    responses: Responses
    realtime: Realtime
    conversations: Conversations
    videos: Videos
    with_raw_response: OpenAI
    @unbounded("timeout", options="http_client")
    def __init__(self, *, api_key: str = ..., organization: str = ..., project: str = ..., base_url: str = ..., timeout: float = ..., max_retries: int = ..., **kwargs) -> None: ...
    @unbounded("timeout", options="http_client")
    def with_options(self, *, timeout: float = ..., max_retries: int = ..., **kwargs) -> Self: ...
    @unbounded("timeout", options="http_client")
    def copy(self, *, timeout: float = ..., max_retries: int = ..., **kwargs) -> Self: ...
    def close(self) -> None: ...
    def is_closed(self) -> bool: ...
    def __enter__(self) -> Self: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def get(self, path: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    @blocks("http", instead="openai.AsyncOpenAI")
    def post(self, path: str, **kwargs) -> Any: ...

class AzureOpenAI(OpenAI):
    @unbounded("timeout", options="http_client")
    def __init__(self, *, azure_endpoint: str = ..., azure_deployment: str = ..., timeout: float = ..., **kwargs) -> None: ...

class AsyncStream(Generic[T]):
    def __aiter__(self) -> AsyncIterator[T]: ...
    async def __anext__(self) -> T: ...
    async def __aenter__(self) -> Self: ...
    async def close(self) -> None: ...

class _AsyncEvents(Generic[T]):
    text_stream: AsyncStream[str]
    def __aiter__(self) -> AsyncIterator[T]: ...
    async def __anext__(self) -> T: ...
    async def until_done(self) -> Self: ...
    async def get_final_completion(self) -> _ChatAnswer: ...
    async def get_final_response(self) -> Response: ...
    async def get_final_run(self) -> Any: ...
    async def get_final_messages(self) -> list: ...

class _AsyncEventsManager(Generic[T]):
    async def __aenter__(self) -> _AsyncEvents[T]: ...

class _AsyncStreamedBinary:
    async def read(self) -> bytes: ...
    async def stream_to_file(self, file: str, **kwargs) -> None: ...

class _AsyncStreamedBinaryManager:
    async def __aenter__(self) -> _AsyncStreamedBinary: ...

class _AsyncStreamedSpeech:
    @sink("prompt", arg="input")
    def create(self, *, input: str = ..., model: str = ..., voice: str = ..., **kwargs) -> _AsyncStreamedBinaryManager: ...

class _AsyncChatMessages:
    def list(self, completion_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncChatCompletions:
    with_raw_response: AsyncChatCompletions
    messages: _AsyncChatMessages
    @unbounded("timeout")
    @sink("prompt", arg="messages")
    async def create(self, *, messages=..., model: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> _ChatAnswer | AsyncStream[ChatCompletionChunk]: ...
    @unbounded("timeout")
    @sink("prompt", arg="messages")
    @validates
    async def parse(self, *, messages=..., model: str = ..., response_format: Any = ..., timeout: float = ..., **kwargs) -> _ChatAnswer: ...
    @unbounded("timeout")
    @sink("prompt", arg="messages")
    def stream(self, *, messages=..., model: str = ..., **kwargs) -> _AsyncEventsManager[Any]: ...
    @unbounded("timeout")
    async def retrieve(self, completion_id: str, **kwargs) -> _ChatAnswer: ...
    @unbounded("timeout")
    async def update(self, completion_id: str, **kwargs) -> _ChatAnswer: ...
    @unbounded("timeout")
    async def delete(self, completion_id: str, **kwargs) -> Any: ...
    def list(self, **kwargs) -> AsyncPaginator[_ChatAnswer]: ...

class AsyncChat:
    completions: AsyncChatCompletions
    with_raw_response: AsyncChat

class AsyncCompletions:
    with_raw_response: AsyncCompletions
    @unbounded("timeout")
    @sink("prompt", arg="prompt")
    async def create(self, *, model: str = ..., prompt: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> _TextAnswer | AsyncStream[_TextAnswer]: ...

class _AsyncInputItems:
    def list(self, response_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncResponses:
    with_raw_response: AsyncResponses
    input_items: _AsyncInputItems
    @unbounded("timeout")
    @sink("prompt", arg="input")
    async def create(self, *, input: str | list = ..., model: str = ..., stream: bool = ..., timeout: float = ..., **kwargs) -> Response | AsyncStream[ResponseStreamEvent]: ...
    @unbounded("timeout")
    @sink("prompt", arg="input")
    @validates
    async def parse(self, *, input: str | list = ..., model: str = ..., text_format: Any = ..., timeout: float = ..., **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("prompt", arg="input")
    def stream(self, *, input: str | list = ..., model: str = ..., **kwargs) -> _AsyncEventsManager[ResponseStreamEvent]: ...
    @unbounded("timeout")
    async def retrieve(self, response_id: str, **kwargs) -> Response: ...
    @unbounded("timeout")
    async def cancel(self, response_id: str, **kwargs) -> Response: ...
    @unbounded("timeout")
    async def delete(self, response_id: str, **kwargs) -> None: ...
    @unbounded("timeout")
    async def compact(self, **kwargs) -> Any: ...

class AsyncEmbeddings:
    with_raw_response: AsyncEmbeddings
    @unbounded("timeout")
    async def create(self, *, input: str | list = ..., model: str = ..., dimensions: int = ..., timeout: float = ..., **kwargs) -> CreateEmbeddingResponse: ...

class AsyncModels:
    with_raw_response: AsyncModels
    def list(self, **kwargs) -> AsyncPaginator[_ModelInfo]: ...
    @unbounded("timeout")
    async def retrieve(self, model: str, **kwargs) -> _ModelInfo: ...
    @unbounded("timeout")
    async def delete(self, model: str, **kwargs) -> Any: ...

class AsyncImages:
    with_raw_response: AsyncImages
    @unbounded("timeout")
    @sink("prompt", arg="prompt")
    async def generate(self, *, prompt: str = ..., model: str = ..., timeout: float = ..., **kwargs) -> ImagesResponse: ...
    @unbounded("timeout")
    @sink("prompt", arg="prompt")
    async def edit(self, *, image: Any = ..., prompt: str = ..., timeout: float = ..., **kwargs) -> ImagesResponse: ...
    @unbounded("timeout")
    async def create_variation(self, *, image: Any = ..., **kwargs) -> ImagesResponse: ...

class AsyncTranscription:
    text: str
    segments: list[Any]

class AsyncTranscriptions:
    with_raw_response: AsyncTranscriptions
    @unbounded("timeout")
    async def create(self, *, file: Any = ..., model: str = ..., timeout: float = ..., **kwargs) -> AsyncTranscription: ...

class AsyncTranslations:
    @unbounded("timeout")
    async def create(self, *, file: Any = ..., model: str = ..., timeout: float = ..., **kwargs) -> AsyncTranscription: ...

class AsyncSpeech:
    with_raw_response: AsyncSpeech
    with_streaming_response: _AsyncStreamedSpeech
    @unbounded("timeout")
    @sink("prompt", arg="input")
    async def create(self, *, input: str = ..., model: str = ..., voice: str = ..., timeout: float = ..., **kwargs) -> _Binary: ...

class _AsyncAudioResource:
    transcriptions: AsyncTranscriptions
    translations: AsyncTranslations
    speech: AsyncSpeech

class AsyncFiles:
    with_raw_response: AsyncFiles
    @unbounded("timeout")
    async def create(self, *, file: Any = ..., purpose: str = ..., **kwargs) -> FileObject: ...
    @unbounded("timeout")
    async def retrieve(self, file_id: str, **kwargs) -> FileObject: ...
    def list(self, **kwargs) -> AsyncPaginator[FileObject]: ...
    @unbounded("timeout")
    async def delete(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def content(self, file_id: str, **kwargs) -> _Binary: ...
    @unbounded("timeout")
    async def retrieve_content(self, file_id: str, **kwargs) -> str: ...
    @unbounded("timeout")
    async def wait_for_processing(self, id: str, **kwargs) -> FileObject: ...

class AsyncModerations:
    @unbounded("timeout")
    async def create(self, *, input: str | list = ..., model: str = ..., **kwargs) -> ModerationCreateResponse: ...

class AsyncBatches:
    @unbounded("timeout")
    async def create(self, **kwargs) -> Batch: ...
    @unbounded("timeout")
    async def retrieve(self, batch_id: str, **kwargs) -> Batch: ...
    @unbounded("timeout")
    async def cancel(self, batch_id: str, **kwargs) -> Batch: ...
    def list(self, **kwargs) -> AsyncPaginator[Batch]: ...

class AsyncUploadParts:
    @unbounded("timeout")
    async def create(self, upload_id: str, **kwargs) -> Any: ...

class AsyncUploads:
    parts: AsyncUploadParts
    @unbounded("timeout")
    async def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def complete(self, upload_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def cancel(self, upload_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def upload_file_chunked(self, **kwargs) -> Any: ...

class AsyncJobs:
    @unbounded("timeout")
    async def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, fine_tuning_job_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def cancel(self, fine_tuning_job_id: str, **kwargs) -> Any: ...
    def list(self, **kwargs) -> AsyncPaginator[Any]: ...
    def list_events(self, fine_tuning_job_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncFineTuning:
    jobs: AsyncJobs

class AsyncVectorStoreFiles:
    @unbounded("timeout")
    async def create(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def create_and_poll(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def update(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def poll(self, file_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def upload(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def upload_and_poll(self, **kwargs) -> Any: ...
    def list(self, vector_store_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncVectorStoreFileBatches:
    @unbounded("timeout")
    async def create(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def create_and_poll(self, vector_store_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, batch_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def cancel(self, batch_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def poll(self, batch_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def upload_and_poll(self, vector_store_id: str, **kwargs) -> Any: ...
    def list_files(self, batch_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncVectorStores:
    files: AsyncVectorStoreFiles
    file_batches: AsyncVectorStoreFileBatches
    @unbounded("timeout")
    async def create(self, **kwargs) -> VectorStore: ...
    @unbounded("timeout")
    async def retrieve(self, vector_store_id: str, **kwargs) -> VectorStore: ...
    @unbounded("timeout")
    async def update(self, vector_store_id: str, **kwargs) -> VectorStore: ...
    @unbounded("timeout")
    async def delete(self, vector_store_id: str, **kwargs) -> Any: ...
    def list(self, **kwargs) -> AsyncPaginator[VectorStore]: ...
    def search(self, vector_store_id: str, *, query: str = ..., **kwargs) -> AsyncPaginator[Any]: ...

class AsyncAssistants:
    @unbounded("timeout")
    async def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, assistant_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def update(self, assistant_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, assistant_id: str, **kwargs) -> Any: ...
    def list(self, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncThreadMessages:
    @unbounded("timeout")
    async def create(self, thread_id: str, *, role: str = ..., content=..., **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, message_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def update(self, message_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, message_id: str, **kwargs) -> Any: ...
    def list(self, thread_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncRunSteps:
    @unbounded("timeout")
    async def retrieve(self, step_id: str, **kwargs) -> Any: ...
    def list(self, run_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncRuns:
    steps: AsyncRunSteps
    @unbounded("timeout")
    async def create(self, thread_id: str, *, assistant_id: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    async def create_and_poll(self, *, assistant_id: str = ..., thread_id: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def update(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def cancel(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def poll(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def submit_tool_outputs(self, run_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def submit_tool_outputs_and_poll(self, **kwargs) -> Any: ...
    def stream(self, **kwargs) -> _AsyncEventsManager[Any]: ...
    def submit_tool_outputs_stream(self, **kwargs) -> _AsyncEventsManager[Any]: ...
    def list(self, thread_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncThreads:
    messages: AsyncThreadMessages
    runs: AsyncRuns
    @unbounded("timeout")
    async def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, thread_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def update(self, thread_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, thread_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def create_and_run(self, *, assistant_id: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    async def create_and_run_poll(self, *, assistant_id: str = ..., **kwargs) -> Any: ...
    def create_and_run_stream(self, *, assistant_id: str = ..., **kwargs) -> _AsyncEventsManager[Any]: ...

class _AsyncRealtimeConnection:
    async def recv(self) -> Any: ...
    async def send(self, event: Any) -> None: ...
    async def close(self, **kwargs) -> None: ...
    def __aiter__(self) -> AsyncIterator[Any]: ...

class _AsyncRealtimeManager:
    async def __aenter__(self) -> _AsyncRealtimeConnection: ...
    async def enter(self) -> _AsyncRealtimeConnection: ...

class _AsyncRealtimeSecrets:
    @unbounded("timeout")
    async def create(self, **kwargs) -> Any: ...

class AsyncRealtime:
    client_secrets: _AsyncRealtimeSecrets
    sessions: _AsyncRealtimeSecrets
    def connect(self, *, model: str = ..., **kwargs) -> _AsyncRealtimeManager: ...

class AsyncConversationItems:
    @unbounded("timeout")
    async def create(self, conversation_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, item_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, item_id: str, **kwargs) -> Any: ...
    def list(self, conversation_id: str, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncConversations:
    items: AsyncConversationItems
    @unbounded("timeout")
    async def create(self, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, conversation_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def update(self, conversation_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, conversation_id: str, **kwargs) -> Any: ...

class AsyncVideos:
    @unbounded("timeout")
    @sink("prompt", arg="prompt")
    async def create(self, *, prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    @sink("prompt", arg="prompt")
    async def create_and_poll(self, *, prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("timeout")
    async def poll(self, video_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def retrieve(self, video_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def delete(self, video_id: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def download_content(self, video_id: str, **kwargs) -> _Binary: ...
    def list(self, **kwargs) -> AsyncPaginator[Any]: ...

class AsyncBeta:
    chat: AsyncChat
    realtime: AsyncRealtime
    vector_stores: AsyncVectorStores
    assistants: AsyncAssistants
    threads: AsyncThreads

class AsyncOpenAI:
    completions: AsyncCompletions
    chat: AsyncChat
    embeddings: AsyncEmbeddings
    files: AsyncFiles
    images: AsyncImages
    audio: _AsyncAudioResource
    moderations: AsyncModerations
    models: AsyncModels
    fine_tuning: AsyncFineTuning
    vector_stores: AsyncVectorStores
    beta: AsyncBeta
    batches: AsyncBatches
    uploads: AsyncUploads
    responses: AsyncResponses
    realtime: AsyncRealtime
    conversations: AsyncConversations
    videos: AsyncVideos
    with_raw_response: AsyncOpenAI
    @unbounded("timeout", options="http_client")
    def __init__(self, *, api_key: str = ..., organization: str = ..., project: str = ..., base_url: str = ..., timeout: float = ..., max_retries: int = ..., **kwargs) -> None: ...
    @unbounded("timeout", options="http_client")
    def with_options(self, *, timeout: float = ..., max_retries: int = ..., **kwargs) -> Self: ...
    @unbounded("timeout", options="http_client")
    def copy(self, *, timeout: float = ..., max_retries: int = ..., **kwargs) -> Self: ...
    async def close(self) -> None: ...
    def is_closed(self) -> bool: ...
    async def __aenter__(self) -> Self: ...
    @unbounded("timeout")
    async def get(self, path: str, **kwargs) -> Any: ...
    @unbounded("timeout")
    async def post(self, path: str, **kwargs) -> Any: ...

class AsyncAzureOpenAI(AsyncOpenAI):
    @unbounded("timeout", options="http_client")
    def __init__(self, *, azure_endpoint: str = ..., azure_deployment: str = ..., timeout: float = ..., **kwargs) -> None: ...

Client = OpenAI
AsyncClient = AsyncOpenAI
chat: Chat
completions: Completions
embeddings: Embeddings
images: Images
audio: _AudioResource
moderations: Moderations
models: Models
files: Files
responses: Responses
batches: Batches
beta: Beta
fine_tuning: FineTuning
vector_stores: VectorStores
uploads: Uploads
videos: Videos

class _Legacy:
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="openai.AsyncOpenAI")
    def list(cls, *args, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="openai.AsyncOpenAI")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="openai.AsyncOpenAI")
    def delete(cls, *args, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def alist(cls, *args, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def aretrieve(cls, *args, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def adelete(cls, *args, **kwargs) -> Any: ...

class ChatCompletion(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    @sink("prompt", arg="messages")
    def create(cls, *, messages: list = ..., model: str = ..., timeout: float = ..., request_timeout: float = ..., **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @sink("prompt", arg="messages")
    async def acreate(cls, *, messages: list = ..., model: str = ..., timeout: float = ..., request_timeout: float = ..., **kwargs) -> Any: ...

class Completion(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create(cls, *, model: str = ..., prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def acreate(cls, *, model: str = ..., prompt: str = ..., **kwargs) -> Any: ...

class Embedding(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create(cls, *, input: str | list = ..., model: str = ..., **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def acreate(cls, *, input: str | list = ..., model: str = ..., **kwargs) -> Any: ...

class Moderation(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create(cls, input: str | list = ..., **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def acreate(cls, input: str | list = ..., **kwargs) -> Any: ...

class Image(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create(cls, *, prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def acreate(cls, *, prompt: str = ..., **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create_edit(cls, *args, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create_variation(cls, *args, **kwargs) -> Any: ...

class Audio(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="atranscribe()")
    def transcribe(cls, model: str, file: Any, **kwargs) -> Any: ...
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    async def atranscribe(cls, model: str, file: Any, **kwargs) -> Any: ...

class File(_Legacy):
    @unbounded("request_timeout")
    @unbounded("timeout")
    @classmethod
    @blocks("ai", instead="acreate()")
    def create(cls, *args, **kwargs) -> Any: ...

class FineTuningJob(File): ...
class Model(_Legacy): ...
class Engine(_Legacy): ...
