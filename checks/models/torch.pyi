# torch: 1.x and 2.x; a module called is the application's own code
from typing import Any
from loadpath import blocks, provides

provides("local-model")
@blocks("cpu")
def load(f: Any, *args, **kwargs) -> Any: ...
@blocks("file")
def save(obj: Any, f: Any, *args, **kwargs) -> None: ...
