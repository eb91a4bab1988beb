# Django 3.2 to 6
from typing import Any

def static(prefix, view=None, **kwargs) -> list[Any]: ...
