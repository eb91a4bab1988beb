# Django 3.2 to 6
from typing import Any

def staticfiles_urlpatterns(prefix=None) -> list[Any]: ...
