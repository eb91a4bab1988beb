# requests 2.x
from loadpath import blocks, unbounded
from requests.models import Response as Response

class BaseAdapter:
    @unbounded("timeout")
    @blocks("http", instead="httpx.AsyncClient.send")
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None) -> Response: ...

class HTTPAdapter(BaseAdapter):
    def __init__(self, pool_connections=10, pool_maxsize=10, max_retries=0, pool_block=False): ...
