from typing import Any

class ValidationError(Exception):
    message: str
    path: Any

class SchemaError(Exception): ...
