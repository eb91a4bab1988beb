from typing import Any

class Talisman:
    def __init__(self, app: Any = ..., **kwargs) -> None: ...
