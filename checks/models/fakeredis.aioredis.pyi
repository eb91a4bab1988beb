# fakeredis: answers from memory
from redis.asyncio.client import Redis as FakeRedis
