# Django 3.2 to 6
from typing import Any
from loadpath import source
from django.core.files.base import File as File

class UploadedFile(File):
    content_type: str
    charset: str | None
    size: int
    @property
    @source("file")
    def name(self) -> str: ...
    content_type_extra: Any

class TemporaryUploadedFile(UploadedFile):
    def temporary_file_path(self) -> str: ...
class InMemoryUploadedFile(UploadedFile): ...
class SimpleUploadedFile(InMemoryUploadedFile):
    def __init__(self, name, content, content_type="text/plain"): ...
