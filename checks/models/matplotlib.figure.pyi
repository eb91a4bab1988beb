# matplotlib 3
from typing import Any
from loadpath import blocks
class Figure:
    def add_subplot(self, *args, **kwargs) -> Any: ...
    @blocks("cpu")
    def savefig(self, fname: Any, *args, **kwargs) -> None: ...
