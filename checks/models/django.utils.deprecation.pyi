# Django 3.2 to 6
from typing import Any

class MiddlewareMixin:
    sync_capable: bool
    async_capable: bool
    get_response: Any
    def __init__(self, get_response=None) -> None: ...
    def __call__(self, request) -> Any: ...
class RemovedInNextVersionWarning(DeprecationWarning): ...
