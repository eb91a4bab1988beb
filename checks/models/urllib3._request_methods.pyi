# urllib3 1.26 and 2.x
from loadpath import blocks, sink, unbounded
from urllib3.response import BaseHTTPResponse as BaseHTTPResponse

class RequestMethods:
    @unbounded("timeout", default="socket.setdefaulttimeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request(self, method, url, body=None, fields=None, headers=None, json=None, *, timeout=None, **urlopen_kw) -> BaseHTTPResponse: ...
    @unbounded("timeout", default="socket.setdefaulttimeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request_encode_url(self, method, url, fields=None, headers=None, *, timeout=None, **urlopen_kw) -> BaseHTTPResponse: ...
    @unbounded("timeout", default="socket.setdefaulttimeout")
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request_encode_body(self, method, url, fields=None, headers=None, *, timeout=None, **urlopen_kw) -> BaseHTTPResponse: ...
