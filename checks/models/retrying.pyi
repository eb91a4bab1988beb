# retrying 1.3 and 1.4
from typing import Any, Callable, TypeVar
from loadpath import blocks, calls, wraps

T = TypeVar("T")
F = TypeVar("F")
class RetryError(Exception):
    last_attempt: Any
class Retrying:
    def __init__(self, *args, **kwargs) -> None: ...
    @blocks("sleep", instead="tenacity.AsyncRetrying")
    @calls("fn")
    def call(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T: ...
@wraps("func")
def retry(func: F = ..., *dargs: Any, **dkw: Any) -> F: ...
