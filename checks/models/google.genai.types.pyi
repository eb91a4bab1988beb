# google-genai (0.x to 3.x): the answers
from typing import Any
from loadpath import blocks

class Part:
    text: str
    @classmethod
    def from_text(cls, *, text: str) -> Part: ...
    @classmethod
    def from_bytes(cls, *, data: bytes, mime_type: str) -> Part: ...
    @classmethod
    def from_uri(cls, *, file_uri: str, mime_type: str = ...) -> Part: ...

class Content:
    parts: list[Part]
    role: str

class Candidate:
    content: Content
    finish_reason: Any
    grounding_metadata: Any

class GenerateContentResponse:
    text: str
    parsed: Any
    candidates: list[Candidate]
    function_calls: list[Any]
    usage_metadata: Any

class ContentEmbedding:
    values: list[float]

class EmbedContentResponse:
    embeddings: list[ContentEmbedding]

class Image:
    image_bytes: bytes
    mime_type: str
    @blocks("file", instead="aiofiles")
    def save(self, location: str) -> None: ...
    def show(self) -> None: ...
    @classmethod
    @blocks("file", instead="aiofiles")
    def from_file(cls, *, location: str, mime_type: str = ...) -> Image: ...

class GeneratedImage:
    image: Image

class GenerateImagesResponse:
    generated_images: list[GeneratedImage]

class CountTokensResponse:
    total_tokens: int

class File:
    name: str
    uri: str
    mime_type: str
    state: Any

class Video:
    uri: str
    video_bytes: bytes
    @blocks("file", instead="aiofiles")
    def save(self, path: str) -> None: ...
