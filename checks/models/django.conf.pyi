# Django 3.2 to 6
from typing import Any

class LazySettings:
    configured: bool
    AUTH_USER_MODEL: str
    def configure(self, default_settings=None, **options) -> None: ...
    def __getattr__(self, name: str) -> Any: ...

settings: LazySettings
ENVIRONMENT_VARIABLE: str
