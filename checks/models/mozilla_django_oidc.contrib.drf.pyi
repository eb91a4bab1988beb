# mozilla-django-oidc: 1 to 5
from loadpath import guards
from rest_framework.authentication import BaseAuthentication as BaseAuthentication

@guards("authentication")
class OIDCAuthentication(BaseAuthentication):
    def get_access_token(self, request) -> str | None: ...
