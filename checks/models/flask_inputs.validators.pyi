# flask-inputs
from typing import Any

class JsonSchema:
    def __init__(self, schema: Any, message: str = ...) -> None: ...
