# openai (1.x to 3.x): the answers of the other endpoints
from openai.types.chat import CompletionUsage as CompletionUsage

class Embedding:
    embedding: list[float]
    index: int

class CreateEmbeddingResponse:
    data: list[Embedding]
    model: str

class CompletionChoice:
    text: str
    index: int
    finish_reason: str

class Completion:
    id: str
    choices: list[CompletionChoice]
    usage: CompletionUsage

class Image:
    url: str
    b64_json: str
    revised_prompt: str

class ImagesResponse:
    data: list[Image]

class Model:
    id: str

class FileObject:
    id: str
    filename: str
    status: str

class Batch:
    id: str
    status: str

class VectorStore:
    id: str
    status: str

class ModerationResult:
    flagged: bool

class ModerationCreateResponse:
    results: list[ModerationResult]
