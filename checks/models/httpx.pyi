# httpx 0.28
from loadpath import provides
from httpx._api import delete as delete, get as get, head as head, options as options, patch as patch, post as post, put as put, request as request, stream as stream
from httpx._client import AsyncClient as AsyncClient, Client as Client
from httpx._config import Limits as Limits, Timeout as Timeout, create_ssl_context as create_ssl_context
from httpx._exceptions import ConnectError as ConnectError, ConnectTimeout as ConnectTimeout, HTTPError as HTTPError, HTTPStatusError as HTTPStatusError, InvalidURL as InvalidURL, NetworkError as NetworkError, PoolTimeout as PoolTimeout, ProtocolError as ProtocolError, ProxyError as ProxyError, ReadError as ReadError, ReadTimeout as ReadTimeout, RemoteProtocolError as RemoteProtocolError, RequestError as RequestError, StreamError as StreamError, TimeoutException as TimeoutException, TooManyRedirects as TooManyRedirects, TransportError as TransportError, WriteTimeout as WriteTimeout
from httpx._models import Headers as Headers, Request as Request, Response as Response

provides("http-client")

class BaseTransport: ...

class AsyncBaseTransport: ...

class HTTPTransport(BaseTransport):
    def __init__(self, *args, **kwargs): ...

class AsyncHTTPTransport(AsyncBaseTransport):
    def __init__(self, *args, **kwargs): ...

class ASGITransport(AsyncBaseTransport):
    def __init__(self, app, *args, **kwargs): ...

class Auth: ...

class BasicAuth(Auth):
    def __init__(self, username, password): ...
