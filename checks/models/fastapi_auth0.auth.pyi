# fastapi-auth0: 0.2 to 0.5; the keys are fetched when the object is made
from typing import Any
from fastapi.exceptions import HTTPException
from fastapi.security import HTTPBearer, OAuth2
from pydantic import BaseModel
from loadpath import blocks, guards

class Auth0UnauthenticatedError(HTTPException): ...
class Auth0UnauthorizedError(HTTPException): ...
class Auth0User(BaseModel):
    id: str
    permissions: list[str] | None
    email: str | None
class Auth0HTTPBearer(HTTPBearer): ...
# for the documentation alone: it refuses nobody
class OAuth2ImplicitBearer:
    def __init__(self, authorizationUrl: str, **kwargs) -> None: ...
class Auth0:
    implicit_scheme: OAuth2ImplicitBearer
    @blocks("http")
    def __init__(self, domain: str, api_audience: str, scopes: dict[str, str] = ..., auto_error: bool = ..., **kwargs) -> None: ...
    @guards("authentication")
    async def get_user(self, security_scopes: Any, creds: Any = ...) -> Auth0User: ...
