# flask-wtf
from typing import Any
from loadpath import validates
from werkzeug.datastructures import FileStorage

class FileField:
    data: FileStorage
    def __init__(self, *args, **kwargs) -> None: ...

class MultipleFileField:
    data: list[FileStorage]
    def __init__(self, *args, **kwargs) -> None: ...

@validates
class FileAllowed:
    def __init__(self, upload_set: Any, message: str = ...) -> None: ...

@validates
class FileSize:
    def __init__(self, max_size: int, *args, **kwargs) -> None: ...

class FileRequired:
    def __init__(self, message: str = ...) -> None: ...
