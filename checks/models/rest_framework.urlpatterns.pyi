# djangorestframework 3.12 to 3.18
from typing import Any

def format_suffix_patterns(urlpatterns, suffix_required=False, allowed=None) -> list[Any]: ...
