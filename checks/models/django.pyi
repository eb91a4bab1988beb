# Django 3.2 to 6
from typing import Any
from loadpath import provides

provides("web-framework")
VERSION: tuple[Any, ...]
def setup(set_prefix: bool = True) -> None: ...
def get_version(version=None) -> str: ...
