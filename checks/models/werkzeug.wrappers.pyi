# werkzeug: 1.x to 3.x
from typing import Any, TypeVar
from loadpath import source
from werkzeug.datastructures import MultiDict, ImmutableMultiDict, FileStorage, Headers, Authorization

F = TypeVar("F")
class Request:
    method: str
    path: str
    url: str
    base_url: str
    host: str
    host_url: str
    url_root: str
    scheme: str
    remote_addr: str
    content_type: str
    content_length: int
    mimetype: str
    is_json: bool
    is_secure: bool
    environ: dict
    max_content_length: int
    def __init__(self, environ: dict, *args, **kwargs) -> None: ...
    @property
    @source("query")
    def args(self) -> ImmutableMultiDict[str]: ...
    @property
    @source("query")
    def query_string(self) -> bytes: ...
    @property
    @source("query")
    def full_path(self) -> str: ...
    @property
    @source("form")
    def form(self) -> ImmutableMultiDict[str]: ...
    @property
    @source("form")
    def values(self) -> MultiDict[str]: ...
    @property
    @source("file")
    def files(self) -> ImmutableMultiDict[FileStorage]: ...
    @property
    @source("body")
    def json(self) -> Any: ...
    @property
    @source("body")
    def data(self) -> bytes: ...
    @property
    @source("body")
    def stream(self) -> Any: ...
    @source("body")
    def get_json(self, force: bool = ..., silent: bool = ..., cache: bool = ...) -> Any: ...
    @source("body")
    def get_data(self, cache: bool = ..., as_text: bool = ..., parse_form_data: bool = ...) -> bytes: ...
    @property
    @source("header")
    def headers(self) -> Headers: ...
    @property
    @source("header")
    def authorization(self) -> Authorization: ...
    @property
    @source("header")
    def referrer(self) -> str: ...
    @property
    @source("header")
    def user_agent(self) -> Any: ...
    @property
    @source("cookie")
    def cookies(self) -> ImmutableMultiDict[str]: ...

class Response:
    status_code: int
    status: str
    headers: Headers
    data: bytes
    mimetype: str
    content_type: str
    json: Any
    def __init__(self, response: Any = ..., status: Any = ..., headers: Any = ..., mimetype: str = ..., content_type: str = ..., **kwargs) -> None: ...
    def set_cookie(self, key: str, value: str = ..., max_age: Any = ..., *args, secure: bool = ..., httponly: bool = ..., samesite: str = ..., **kwargs) -> None: ...
    def delete_cookie(self, key: str, *args, **kwargs) -> None: ...
    def get_json(self, *args, **kwargs) -> Any: ...
    def get_data(self, as_text: bool = ...) -> bytes: ...
    def set_data(self, value: Any) -> None: ...
    def call_on_close(self, func: F) -> F: ...

BaseResponse = Response
BaseRequest = Request
