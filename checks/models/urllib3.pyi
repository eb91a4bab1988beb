# urllib3 1.26 and 2.x
from loadpath import blocks, provides, sink
from urllib3 import exceptions as exceptions, util as util
from urllib3.connectionpool import HTTPConnectionPool as HTTPConnectionPool, HTTPSConnectionPool as HTTPSConnectionPool, connection_from_url as connection_from_url
from urllib3.poolmanager import PoolManager as PoolManager, ProxyManager as ProxyManager, proxy_from_url as proxy_from_url
from urllib3.response import BaseHTTPResponse as BaseHTTPResponse, HTTPResponse as HTTPResponse
from urllib3.util import Retry as Retry, Timeout as Timeout, make_headers as make_headers

provides("http-client")

@sink("url", arg="url")
@blocks("http", instead="httpx.AsyncClient.request")
def request(method, url, *, body=None, fields=None, headers=None, timeout=None, json=None, **kwargs) -> BaseHTTPResponse: ...
def disable_warnings(category=...) -> None: ...
