# fastapi.params, the classes behind fastapi.Query and its kin
from typing import Any, Callable, Sequence
from loadpath import entry, source

class Param:
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Path(Param):
    @source("path")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Query(Param):
    @source("query")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Header(Param):
    @source("header")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Cookie(Param):
    @source("cookie")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Body(Param):
    @source("body")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Form(Body):
    @source("form")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class File(Form):
    @source("file")
    def __init__(self, default: Any = ..., **kwargs: Any) -> None: ...
class Depends:
    dependency: Callable[..., Any] | None
    use_cache: bool
    @entry("dependency", arg="dependency", sync_runs="thread")
    def __init__(self, dependency: Callable[..., Any] | None = ..., *, use_cache: bool = ..., **kwargs: Any) -> None: ...
class Security(Depends):
    scopes: Sequence[str] | None
    @entry("dependency", arg="dependency", sync_runs="thread")
    def __init__(self, dependency: Callable[..., Any] | None = ..., *, scopes: Sequence[str] | None = ..., use_cache: bool = ...) -> None: ...
