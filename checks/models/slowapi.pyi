# slowapi
from typing import Any
from loadpath import provides
from slowapi.extension import Limiter as Limiter

provides("rate-limit")
def _rate_limit_exceeded_handler(request: Any, exc: Any) -> Any: ...
