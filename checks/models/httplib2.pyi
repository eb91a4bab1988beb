# httplib2 0.2x
from loadpath import blocks, provides, sink, unbounded

provides("http-client")

class Response(dict[str, str]):
    status: int

class Http:
    @unbounded("timeout", default="socket.setdefaulttimeout")
    def __init__(self, cache=None, timeout=None, *args, **kwargs): ...
    def add_credentials(self, name, password, domain="") -> None: ...
    @unbounded(default="socket.setdefaulttimeout")
    @sink("url", arg="uri")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request(self, uri, method="GET", body=None, headers=None, redirections=5, connection_type=None) -> tuple[Response, bytes]: ...
