# Django 3.2 to 6
from typing import Any

def find(path, all=False, find_all=False) -> Any: ...
