# orjson, version 3
from typing import Any, Callable
from loadpath import calls

OPT_APPEND_NEWLINE: int
OPT_INDENT_2: int
OPT_NAIVE_UTC: int
OPT_NON_STR_KEYS: int
OPT_OMIT_MICROSECONDS: int
OPT_PASSTHROUGH_DATACLASS: int
OPT_PASSTHROUGH_DATETIME: int
OPT_PASSTHROUGH_SUBCLASS: int
OPT_SERIALIZE_DATACLASS: int
OPT_SERIALIZE_NUMPY: int
OPT_SERIALIZE_UUID: int
OPT_SORT_KEYS: int
OPT_STRICT_INTEGER: int
OPT_UTC_Z: int
class JSONDecodeError(ValueError): ...
class JSONEncodeError(TypeError): ...
class Fragment:
    def __init__(self, contents: Any) -> None: ...
@calls("default")
def dumps(obj: Any, /, default: Callable[[Any], Any] | None = ..., option: int | None = ...) -> bytes: ...
def loads(obj: Any, /) -> Any: ...
