# redis-py 4.2 to 8
from loadpath import provides
from redis.asyncio import client as client, cluster as cluster, connection as connection, lock as lock, sentinel as sentinel
from redis.asyncio.client import Redis as Redis, StrictRedis as StrictRedis
from redis.asyncio.cluster import RedisCluster as RedisCluster
from redis.asyncio.connection import BlockingConnectionPool as BlockingConnectionPool, Connection as Connection, ConnectionPool as ConnectionPool, SSLConnection as SSLConnection
from redis.asyncio.sentinel import Sentinel as Sentinel
from redis.exceptions import AuthenticationError as AuthenticationError, ConnectionError as ConnectionError, DataError as DataError, RedisError as RedisError, ResponseError as ResponseError, TimeoutError as TimeoutError, WatchError as WatchError

provides("cache")

def from_url(url: str, **kwargs) -> Redis: ...
