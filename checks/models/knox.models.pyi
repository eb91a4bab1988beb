# django-rest-knox 4 and 5
from typing import Any
from loadpath import blocks
from django.conf import settings
from django.db import models

class AuthTokenManager(models.Manager):
    @blocks("orm")
    def create(self, user, expiry=None, prefix="", **kwargs) -> tuple[Any, str]: ...
class AbstractAuthToken(models.Model):
    digest = models.CharField()
    token_key = models.CharField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="auth_token_set")
    objects = AuthTokenManager()
class AuthToken(AbstractAuthToken): ...
def get_token_model() -> type[AuthToken]: ...
