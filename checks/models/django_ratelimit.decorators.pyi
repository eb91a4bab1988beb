# django-ratelimit
from typing import Any
from loadpath import limits, provides

provides("rate-limit")
@limits
def ratelimit(*args, key: Any = ..., rate: Any = ..., method: Any = ..., block: bool = ..., group: Any = ..., **kwargs): ...
