# djangorestframework 3.12 to 3.18
from typing import Any
from rest_framework.views import APIView as APIView

class ObtainAuthToken(APIView):
    def post(self, request, *args, **kwargs) -> Any: ...
obtain_auth_token: Any
