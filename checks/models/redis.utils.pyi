# redis-py 4 to 8
from redis.client import Redis as Redis

def from_url(url: str, **kwargs) -> Redis: ...
