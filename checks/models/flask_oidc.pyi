from typing import TypeVar
from loadpath import guards, provides

F = TypeVar("F")
provides("auth")
class OpenIDConnect:
    def __init__(self, *args, **kwargs) -> None: ...
    @guards("authentication")
    def require_login(self, view_func: F) -> F: ...
    @guards("authentication")
    def accept_token(self, *args, **kwargs): ...
