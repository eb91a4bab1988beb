from typing import Any
from loadpath import provides, validates

provides("api-docs")
class Swagger:
    def __init__(self, app: Any = ..., **kwargs) -> None: ...

def swag_from(*args, **kwargs): ...
@validates("data")
def validate(data: Any = ..., *args, **kwargs) -> None: ...
