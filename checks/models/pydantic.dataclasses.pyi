# pydantic.dataclasses
from typing import Any, TypeVar
from loadpath import validates

T = TypeVar("T")
@validates
def dataclass(_cls: T | None = ..., /, *, init: bool = ..., repr: bool = ..., eq: bool = ..., order: bool = ..., frozen: bool = ..., config: Any = ..., validate_on_init: bool | None = ..., kw_only: bool = ..., slots: bool = ..., **kwargs: Any) -> T: ...
def rebuild_dataclass(cls: Any, **kwargs: Any) -> bool | None: ...
