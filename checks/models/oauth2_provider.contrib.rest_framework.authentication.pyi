# django-oauth-toolkit: 1 to 3
from loadpath import guards
from rest_framework.authentication import BaseAuthentication as BaseAuthentication

@guards("authentication")
class OAuth2Authentication(BaseAuthentication):
    www_authenticate_realm: str
