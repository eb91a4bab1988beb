# httpx 0.28
from loadpath import blocks, sink
from httpx._client import StreamContext as StreamContext
from httpx._models import Response as Response

@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.request")
def request(method, url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.stream")
def stream(method, url, *, timeout=..., **kwargs) -> StreamContext: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.get")
def get(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.options")
def options(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.head")
def head(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.post")
def post(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.put")
def put(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.patch")
def patch(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.delete")
def delete(url, *, timeout=..., **kwargs) -> Response: ...
