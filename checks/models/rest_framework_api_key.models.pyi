# djangorestframework-api-key: 1 to 3
from typing import Any
from loadpath import blocks
from django.db import models

class BaseAPIKeyManager(models.Manager):
    @blocks("orm")
    def create_key(self, **kwargs) -> tuple[Any, str]: ...
    @blocks("orm")
    def get_from_key(self, key: str) -> Any: ...
    def get_usable_keys(self) -> Any: ...
    @blocks("orm")
    def is_valid(self, key: str) -> bool: ...
class APIKeyManager(BaseAPIKeyManager): ...
class AbstractAPIKey(models.Model):
    id = models.CharField()
    prefix = models.CharField()
    hashed_key = models.CharField()
    created = models.DateTimeField()
    name = models.CharField()
    revoked = models.BooleanField()
    expiry_date = models.DateTimeField()
    has_expired: bool
    objects = APIKeyManager()
class APIKey(AbstractAPIKey):
    objects = APIKeyManager()
