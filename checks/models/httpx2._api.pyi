# httpx2 2.x: the surface of httpx
from loadpath import blocks, sink
from httpx2._client import StreamContext as StreamContext
from httpx2._models import Response as Response

@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.request")
def request(method, url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.stream")
def stream(method, url, *, timeout=..., **kwargs) -> StreamContext: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.get")
def get(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.options")
def options(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.head")
def head(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.post")
def post(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.put")
def put(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.patch")
def patch(url, *, timeout=..., **kwargs) -> Response: ...
@sink("url", arg="url")
@blocks("http", instead="httpx2.AsyncClient.delete")
def delete(url, *, timeout=..., **kwargs) -> Response: ...
