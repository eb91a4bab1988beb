# fastapi-cloudauth: 0.1 to 0.4
from pydantic import BaseModel
from fastapi_cloudauth.base import ScopedAuth as ScopedAuth, UserInfoAuth as UserInfoAuth
from loadpath import guards

class CognitoClaims(BaseModel):
    sub: str
@guards("authentication")
class Cognito(ScopedAuth): ...
@guards("authentication")
class CognitoCurrentUser(UserInfoAuth): ...
