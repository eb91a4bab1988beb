# Django 3.2 to 6
from typing import Any

def i18n_patterns(*urls, prefix_default_language=True) -> list[Any]: ...
