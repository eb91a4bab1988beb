# djangorestframework-jwt 1.11 and drf-jwt 1.13 to 1.19
from typing import Any
from loadpath import guards
from rest_framework.authentication import BaseAuthentication as BaseAuthentication

@guards("authentication")
class BaseJSONWebTokenAuthentication(BaseAuthentication):
    def get_jwt_value(self, request) -> Any: ...
@guards("authentication")
class JSONWebTokenAuthentication(BaseJSONWebTokenAuthentication): ...
