# fastapi-cloudauth: 0.1 to 0.4
from pydantic import BaseModel
from fastapi_cloudauth.base import ScopedAuth as ScopedAuth, UserInfoAuth as UserInfoAuth
from loadpath import guards

class Auth0Claims(BaseModel):
    sub: str
@guards("authentication")
class Auth0(ScopedAuth): ...
@guards("authentication")
class Auth0CurrentUser(UserInfoAuth): ...
