from typing import Any
from loadpath import limits, provides

provides("rate-limit")
@limits
def is_ratelimited(request: Any, *args, **kwargs) -> bool: ...
def get_usage(request: Any, *args, **kwargs) -> dict: ...
