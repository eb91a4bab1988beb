# authx: 1.x
from typing import Any
from loadpath import guards

class TokenPayload:
    sub: str
    type: str
    fresh: bool
class RequestToken:
    token: str
    csrf: str | None
    type: str
    location: str
    @guards("authentication")
    def verify(self, key: str, *args, **kwargs) -> TokenPayload: ...
