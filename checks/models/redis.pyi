# redis-py 4 to 8
from loadpath import provides
from redis import asyncio as asyncio, client as client, cluster as cluster, connection as connection, exceptions as exceptions, lock as lock, sentinel as sentinel
from redis.client import Redis as Redis, StrictRedis as StrictRedis
from redis.cluster import RedisCluster as RedisCluster
from redis.connection import BlockingConnectionPool as BlockingConnectionPool, Connection as Connection, ConnectionPool as ConnectionPool, SSLConnection as SSLConnection
from redis.exceptions import AuthenticationError as AuthenticationError, BusyLoadingError as BusyLoadingError, ConnectionError as ConnectionError, DataError as DataError, RedisError as RedisError, ResponseError as ResponseError, TimeoutError as TimeoutError, WatchError as WatchError
from redis.sentinel import Sentinel as Sentinel
from redis.utils import from_url as from_url

provides("cache")
