# requests-toolbelt 1.x
from requests.sessions import Session as Session

class BaseUrlSession(Session):
    def __init__(self, base_url=None): ...
