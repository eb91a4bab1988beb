# aioredis 1 and 2, now redis.asyncio
from loadpath import provides
from redis.asyncio import lock as lock
from redis.asyncio import BlockingConnectionPool as BlockingConnectionPool, Connection as Connection, ConnectionPool as ConnectionPool, Redis as Redis, StrictRedis as StrictRedis, from_url as from_url
from redis.exceptions import AuthenticationError as AuthenticationError, ConnectionError as ConnectionError, RedisError as RedisError, ResponseError as ResponseError, TimeoutError as TimeoutError, WatchError as WatchError

provides("cache")

async def create_redis_pool(address, **kwargs) -> Redis: ...
async def create_redis(address, **kwargs) -> Redis: ...
async def create_pool(address, **kwargs) -> Redis: ...
