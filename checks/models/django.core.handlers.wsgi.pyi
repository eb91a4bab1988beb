# Django 3.2 to 6
from typing import Any
from django.http.request import HttpRequest as HttpRequest

class WSGIRequest(HttpRequest):
    environ: dict[str, Any]
class WSGIHandler:
    def __call__(self, environ, start_response) -> Any: ...
