# djangorestframework-api-key: 1 to 3
from typing import Any
from loadpath import guards
from rest_framework.permissions import BasePermission as BasePermission

class KeyParser:
    keyword: str
    def get(self, request) -> str | None: ...
@guards("authentication")
class BaseHasAPIKey(BasePermission):
    model: Any
    key_parser: KeyParser
    def get_key(self, request) -> str | None: ...
@guards("authentication")
class HasAPIKey(BaseHasAPIKey): ...
