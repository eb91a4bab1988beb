# Django 3.2 to 6
from typing import Any
from django.http.request import HttpRequest as HttpRequest

class ASGIRequest(HttpRequest):
    scope: dict[str, Any]
class ASGIHandler:
    async def __call__(self, scope, receive, send) -> None: ...
