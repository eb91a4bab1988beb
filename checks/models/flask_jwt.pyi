from typing import Any
from loadpath import guards, provides

provides("auth")
@guards("authentication")
def jwt_required(realm: str = ...): ...
current_identity: Any
class JWT:
    def __init__(self, *args, **kwargs) -> None: ...
