# django-rest-knox 4 and 5
from loadpath import guards, provides
from rest_framework.authentication import BaseAuthentication as BaseAuthentication

provides("auth")
@guards("authentication")
class TokenAuthentication(BaseAuthentication): ...
