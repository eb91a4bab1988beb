# djangorestframework 3.12 to 3.18
from typing import Any

class APISettings:
    def __getattr__(self, attr: str) -> Any: ...
api_settings: APISettings
