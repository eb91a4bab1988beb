# fastapi.encoders
from typing import Any

def jsonable_encoder(obj: Any, include: Any = ..., exclude: Any = ..., by_alias: bool = ..., exclude_unset: bool = ..., exclude_defaults: bool = ..., exclude_none: bool = ..., custom_encoder: Any = ..., sqlalchemy_safe: bool = ...) -> Any: ...
