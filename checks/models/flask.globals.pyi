# flask: 1.x to 3.x
from typing import Any
from flask.wrappers import Request
from flask.app import Flask
from flask.sessions import SessionMixin

class _AppCtxGlobals:
    def get(self, name: str, default: Any = ...) -> Any: ...
    def pop(self, name: str, default: Any = ...) -> Any: ...
    def setdefault(self, name: str, default: Any = ...) -> Any: ...

request: Request
current_app: Flask
session: SessionMixin
g: _AppCtxGlobals
