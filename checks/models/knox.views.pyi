# django-rest-knox 4 and 5
from typing import Any
from rest_framework.views import APIView as APIView

class LoginView(APIView):
    def post(self, request, format=None) -> Any: ...
class LogoutView(APIView):
    def post(self, request, format=None) -> Any: ...
class LogoutAllView(APIView):
    def post(self, request, format=None) -> Any: ...
