# dacite: 1
from typing import Any, TypeVar
from dacite.config import Config as Config
from loadpath import validates

T = TypeVar("T")
@validates("data")
def from_dict(data_class: type[T], data: Any, config: Config | None = ...) -> T: ...
