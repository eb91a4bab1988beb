# Django 3.2 to 6
from typing import Any
from django.urls.conf import include as include
from django.urls.resolvers import URLPattern as URLPattern

handler400: Any
handler403: Any
handler404: Any
handler500: Any
def url(regex, view, kwargs=None, name=None) -> URLPattern: ...
