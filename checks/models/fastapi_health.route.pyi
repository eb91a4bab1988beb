# fastapi-health: 0.3 and 0.4
from typing import Any, Callable

def health(conditions: list[Callable[..., Any]], **kwargs) -> Callable[..., Any]: ...
