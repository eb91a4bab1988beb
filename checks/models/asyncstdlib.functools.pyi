# asyncstdlib 3
from typing import Any, TypeVar
from loadpath import wraps

F = TypeVar("F")
@wraps("user_function")
def cache(user_function: F) -> F: ...
@wraps("maxsize")
def lru_cache(maxsize: F = ..., typed: bool = ...) -> F: ...
