# djangorestframework 3.12 to 3.18
from typing import Any
from loadpath import source
from django.contrib.auth import get_user_model as get_user_model
from django.contrib.sessions.backends.base import SessionBase as SessionBase
from django.core.files.uploadedfile import UploadedFile as UploadedFile
from django.http.request import HttpRequest as HttpRequest, QueryDict as QueryDict
from django.utils.datastructures import MultiValueDict as MultiValueDict

class ForcedAuthentication: ...
class Empty: ...
class Request:
    method: str
    auth: Any
    content_type: str
    session: SessionBase
    parser_context: Any
    accepted_renderer: Any
    version: Any
    authenticators: Any
    _request: HttpRequest
    # Authenticated before the handler runs.
    @property
    def user(self):
        return get_user_model()()
    @property
    @source("body")
    def data(self) -> Any: ...
    @property
    @source("form")
    def POST(self) -> QueryDict: ...
    @property
    @source("file")
    def FILES(self) -> MultiValueDict[str, UploadedFile]: ...
    @property
    @source("query")
    def query_params(self) -> QueryDict: ...
    @property
    @source("query")
    def GET(self) -> QueryDict: ...
    @property
    @source("body")
    def stream(self) -> Any: ...
    @property
    @source("body")
    def body(self) -> bytes: ...
    @property
    @source("header")
    def META(self) -> dict[str, Any]: ...
    @property
    @source("header")
    def headers(self) -> dict[str, str]: ...
    @property
    @source("cookie")
    def COOKIES(self) -> dict[str, str]: ...
    def build_absolute_uri(self, location=None) -> str: ...
    def get_full_path(self, force_append_slash=False) -> str: ...
