from typing import Any

class ProxyFix:
    def __init__(self, app: Any, *args, **kwargs) -> None: ...
