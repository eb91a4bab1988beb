# nest_asyncio, version 1
from typing import Any

def apply(loop: Any = ...) -> None: ...
