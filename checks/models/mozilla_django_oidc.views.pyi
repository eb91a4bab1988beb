# mozilla-django-oidc: 1 to 5
from typing import Any
from django.views.generic.base import View as View

class OIDCAuthenticationCallbackView(View):
    def get(self, request) -> Any: ...
class OIDCAuthenticationRequestView(View):
    def get(self, request) -> Any: ...
class OIDCLogoutView(View):
    def post(self, request) -> Any: ...
