# fastapi-cloudauth: 0.1 to 0.4
from pydantic import BaseModel
from fastapi_cloudauth.base import UserInfoAuth as UserInfoAuth
from loadpath import guards

class FirebaseClaims(BaseModel):
    sub: str
@guards("authentication")
class FirebaseCurrentUser(UserInfoAuth): ...
