# requests 2.x
from typing import Self
from loadpath import blocks, sink, unbounded
from requests.models import PreparedRequest as PreparedRequest, Request as Request, Response as Response

class Session:
    headers: dict[str, str]
    auth: tuple[str, str]
    proxies: dict[str, str]
    params: dict[str, str]
    verify: bool
    def __enter__(self) -> Self: ...
    def close(self) -> None: ...
    def mount(self, prefix, adapter) -> None: ...
    def prepare_request(self, request) -> PreparedRequest: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.get")
    def get(self, url, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.options")
    def options(self, url, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.head")
    def head(self, url, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.post")
    def post(self, url, data=None, json=None, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.put")
    def put(self, url, data=None, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.patch")
    def patch(self, url, data=None, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.delete")
    def delete(self, url, *, timeout=None, **kwargs) -> Response: ...
    @unbounded("timeout")
    @blocks("http", instead="httpx.AsyncClient.send")
    def send(self, request, *, timeout=None, **kwargs) -> Response: ...

def session() -> Session: ...
