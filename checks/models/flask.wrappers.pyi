# flask: 1.x to 3.x
from typing import Any
from loadpath import source
from werkzeug.wrappers import Request as _Request, Response as _Response

class Request(_Request):
    endpoint: str
    blueprint: str
    url_rule: Any
    @property
    @source("path")
    def view_args(self) -> dict[str, str]: ...

class Response(_Response): ...
