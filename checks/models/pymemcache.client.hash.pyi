# pymemcache 4.x
from pymemcache.client.base import Client as _Client

class HashClient(_Client): ...
