# django-axes: 5 to 8
from typing import Any
from loadpath import blocks
from django.contrib.auth.backends import ModelBackend as ModelBackend

class AxesStandaloneBackend:
    @blocks("orm", instead="aauthenticate()")
    def authenticate(self, request, username=None, password=None, **kwargs) -> Any: ...
class AxesBackend(AxesStandaloneBackend, ModelBackend): ...
