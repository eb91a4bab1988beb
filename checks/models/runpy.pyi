# runpy, Python 3.8 to 3.14
from typing import Any
from loadpath import blocks, sink

@blocks("file")
@sink("eval", arg="mod_name")
def run_module(mod_name: str, init_globals: dict[str, Any] | None = ..., run_name: str | None = ..., alter_sys: bool = ...) -> dict[str, Any]: ...
@blocks("file")
@sink("eval", arg="path_name")
def run_path(path_name: Any, init_globals: dict[str, Any] | None = ..., run_name: str | None = ...) -> dict[str, Any]: ...
