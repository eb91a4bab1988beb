from typing import Any
from loadpath import provides

provides("monitoring")
def init_app(app: Any) -> None: ...
