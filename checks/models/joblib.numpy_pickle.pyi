# joblib 1.x: models and arrays as files
from typing import Any
from loadpath import blocks
@blocks("cpu")
def load(filename: Any, *args, **kwargs) -> Any: ...
@blocks("cpu")
def dump(value: Any, filename: Any, *args, **kwargs) -> list[str]: ...
