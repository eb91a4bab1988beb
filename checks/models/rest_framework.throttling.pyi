# djangorestframework 3.12 to 3.18
from typing import Any
from rest_framework.request import Request as Request
from loadpath import limits

@limits
class BaseThrottle:
    def allow_request(self, request: Request, view) -> bool: ...
    def wait(self) -> Any: ...
    def get_ident(self, request: Request) -> str: ...
@limits
class SimpleRateThrottle(BaseThrottle):
    rate: Any
    scope: Any
@limits
class AnonRateThrottle(SimpleRateThrottle): ...
@limits
class UserRateThrottle(SimpleRateThrottle): ...
@limits
class ScopedRateThrottle(SimpleRateThrottle): ...
