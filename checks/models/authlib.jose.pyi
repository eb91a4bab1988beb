# authlib: 0.15 to 1.x
from typing import Any
from loadpath import provides

provides("auth")
class JsonWebToken:
    def __init__(self, algorithms: Any = ..., *args, **kwargs) -> None: ...
    def encode(self, header: dict, payload: dict, key: Any, check: bool = ...) -> bytes: ...
    def decode(self, s: Any, key: Any, *args, **kwargs) -> Any: ...

jwt: JsonWebToken
