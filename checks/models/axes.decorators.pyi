# django-axes: 5 to 8
from typing import TypeVar
from loadpath import limits

F = TypeVar("F")
@limits
def axes_dispatch(func: F) -> F: ...
@limits
def axes_form_invalid(func: F) -> F: ...
