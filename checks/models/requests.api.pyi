# requests 2.x
from loadpath import blocks, sink, unbounded
from requests.models import Response as Response

@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.request")
def request(method, url, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.get")
def get(url, params=None, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.options")
def options(url, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.head")
def head(url, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.post")
def post(url, data=None, json=None, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.put")
def put(url, data=None, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.patch")
def patch(url, data=None, *, timeout=None, **kwargs) -> Response: ...
@unbounded("timeout")
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.delete")
def delete(url, *, timeout=None, **kwargs) -> Response: ...
