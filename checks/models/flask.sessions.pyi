from typing import Any

class SessionMixin(dict[str, Any]):
    permanent: bool
    modified: bool
    new: bool

class SecureCookieSessionInterface:
    def __init__(self, *args, **kwargs) -> None: ...
