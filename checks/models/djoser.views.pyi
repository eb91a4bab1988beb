# djoser: 2
from typing import Any
from loadpath import guards
from rest_framework.generics import GenericAPIView as GenericAPIView
from rest_framework.views import APIView as APIView
from rest_framework.viewsets import ModelViewSet as ModelViewSet

class TokenCreateView(GenericAPIView):
    def post(self, request, **kwargs) -> Any: ...
@guards("authentication")
class TokenDestroyView(APIView):
    def post(self, request) -> Any: ...
class UserViewSet(ModelViewSet):
    token_generator: Any
    def get_instance(self) -> Any: ...
