# typeguard: 2 to 4
from typing import Any, TypeVar
from loadpath import provides, validates

T = TypeVar("T")
provides("validation")
class TypeCheckError(Exception): ...
@validates("value")
def check_type(value: T, *args, **kwargs) -> T: ...
