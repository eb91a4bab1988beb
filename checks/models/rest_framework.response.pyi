# djangorestframework 3.12 to 3.18
from typing import Any
from django.http.response import HttpResponse as HttpResponse

class Response(HttpResponse):
    data: Any
    def __init__(self, data=None, status=None, template_name=None, headers=None, exception=False, content_type=None): ...
