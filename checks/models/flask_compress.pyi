from typing import Any

class Compress:
    def __init__(self, app: Any = ...) -> None: ...
