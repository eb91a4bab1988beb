# urllib3 1.26 and 2.x
from loadpath import blocks, sink
from urllib3.response import BaseHTTPResponse as BaseHTTPResponse

class RequestMethods:
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request(self, method, url, body=None, fields=None, headers=None, json=None, *, timeout=None, **urlopen_kw) -> BaseHTTPResponse: ...
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request_encode_url(self, method, url, fields=None, headers=None, *, timeout=None, **urlopen_kw) -> BaseHTTPResponse: ...
    @sink("url", arg="url")
    @blocks("http", instead="httpx.AsyncClient.request")
    def request_encode_body(self, method, url, fields=None, headers=None, *, timeout=None, **urlopen_kw) -> BaseHTTPResponse: ...
