# djangorestframework-jwt 1.11 and drf-jwt 1.13 to 1.19
from typing import Any
from rest_framework.generics import GenericAPIView as GenericAPIView

class JSONWebTokenAPIView(GenericAPIView):
    def post(self, request, *args, **kwargs) -> Any: ...
BaseJSONWebTokenAPIView = JSONWebTokenAPIView
class ObtainJSONWebToken(JSONWebTokenAPIView): ...
ObtainJSONWebTokenView = ObtainJSONWebToken
class VerifyJSONWebToken(JSONWebTokenAPIView): ...
VerifyJSONWebTokenView = VerifyJSONWebToken
class RefreshJSONWebToken(JSONWebTokenAPIView): ...
RefreshJSONWebTokenView = RefreshJSONWebToken
obtain_jwt_token: Any
refresh_jwt_token: Any
verify_jwt_token: Any
