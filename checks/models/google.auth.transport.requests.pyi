# google-auth 2.x
from loadpath import blocks
from requests.sessions import Session as _Session

class Request:
    def __init__(self, session=None): ...
    @blocks("http")
    def __call__(self, url, method="GET", body=None, headers=None, timeout=120, **kwargs): ...

class AuthorizedSession(_Session):
    def __init__(self, credentials, **kwargs): ...
