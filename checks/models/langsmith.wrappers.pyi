from typing import TypeVar
from loadpath import provides

T = TypeVar("T")
provides("monitoring")
def wrap_openai(client: T, **kwargs) -> T: ...
def wrap_anthropic(client: T, **kwargs) -> T: ...
