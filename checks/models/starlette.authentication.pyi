# starlette.authentication, versions 0.20 to 1
from starlette.requests import HTTPConnection
from typing import Any, Callable, Sequence, TypeVar
from loadpath import entry, guards

F = TypeVar("F")

class AuthenticationError(Exception): ...
@guards("authentication")
class AuthenticationBackend:
    @entry("hook", sync_runs="loop")
    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, BaseUser] | None: ...
class AuthCredentials:
    scopes: list[str]
    def __init__(self, scopes: Sequence[str] | None = ...) -> None: ...
class BaseUser:
    is_authenticated: bool
    display_name: str
    identity: str
class SimpleUser(BaseUser):
    username: str
    def __init__(self, username: str) -> None: ...
class UnauthenticatedUser(BaseUser): ...

@guards("authorisation")
def requires(scopes: Any, status_code: int = ..., redirect: str | None = ...) -> Callable[[F], F]: ...
def has_required_scope(conn: HTTPConnection, scopes: Sequence[str]) -> bool: ...
